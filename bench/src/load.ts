/** Clients that ask as fast as they are answered, each over a line of its own that stays open. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { connect, type Socket } from "node:net"
import { join } from "node:path"
import { createInterface } from "node:readline"

export interface Served {
  readonly port: number
  /** What the process holds of the memory of the machine, and what of it is in use, in bytes. */
  readonly memory: () => Promise<{ readonly held: number; readonly used: number }>
  readonly stop: () => Promise<void>
}

export const start = async (which: "groeikring" | "school" | "store", place: string): Promise<Served> => {
  const child = spawn(
    process.execPath,
    ["--conditions=@groeikring/source", "--expose-gc", join(import.meta.dirname, "served.ts"), which, place],
    { stdio: ["pipe", "pipe", "inherit"] }
  )
  const lines = createInterface({ input: child.stdout })
  const said = async () => String((await once(lines, "line"))[0])
  return {
    port: Number(await said()),
    memory: async () => {
      child.stdin.write("memory\n")
      const [held = 0, used = 0] = (await said()).split(" ").map(Number)
      return { held, used }
    },
    stop: async () => {
      child.kill("SIGKILL")
      await once(child, "close")
    }
  }
}

/** One line over which a client asks one thing after another. A server lets go of a line that was quiet for long: then it is made again. */
export class Line {
  readonly #port: number
  #socket: Socket
  #came = ""
  #answered: (status: number) => void = () => {}
  #broken: (cause: Error) => void = () => {}
  constructor(port: number) {
    this.#port = port
    this.#socket = this.#connected()
  }
  #connected(): Socket {
    this.#came = ""
    const socket = connect(this.#port, "127.0.0.1").setNoDelay(true).setEncoding("latin1")
    socket.on("error", () => {})
    socket.on("close", () => this.#broken(new Error("The line was broken in the middle of an answer.")))
    return socket.on("data", (text: string) => {
      this.#came += text
      const head = this.#came.indexOf("\r\n\r\n")
      if (head < 0) return
      const length = /content-length: (\d+)/i.exec(this.#came.slice(0, head))?.[1]
      const isWhole = length === undefined ? this.#came.endsWith("0\r\n\r\n") : this.#came.length >= head + 4 + Number(length)
      if (!isWhole) return
      const status = Number(this.#came.slice(9, 12))
      this.#came = ""
      this.#answered(status)
    })
  }
  ask(person: string, path: string, body: string): Promise<number> {
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed || this.#socket.readableEnded) this.#socket = this.#connected()
      this.#answered = resolve
      this.#broken = reject
      this.#socket.write(
        `POST ${path} HTTP/1.1\r\nHost: localhost\r\nGroeikring-Person: ${person}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
      )
    })
  }
  close(): void {
    this.#broken = () => {}
    this.#socket.destroy()
  }
}

let opened = 0
const body = JSON.stringify({ school: "obs De Zwaluw" })

/** So many clients at once, for as long as it takes to be answered so often. Answers with how long each answer took, in milliseconds. */
export const load = (port: number, clients: number) => {
  const lines = Array.from({ length: clients }, () => new Line(port))
  return {
    run: async (times: number): Promise<ReadonlyArray<number>> => {
      const took: Array<number> = []
      let left = times
      await Promise.all(
        lines.map(async (line, n) => {
          while (left-- > 0) {
            const begun = performance.now()
            const status = await line.ask(`p-${n}`, `/v1/staffs/s${++opened}/open`, body)
            if (status !== 200) throw new Error(`A command was answered with ${status}.`)
            took.push(performance.now() - begun)
          }
        })
      )
      return took
    },
    close: () => lines.forEach((line) => line.close())
  }
}

/** The value below which such a part of them lies. */
export const quantile = (numbers: ReadonlyArray<number>, part: number): number =>
  numbers.toSorted((one, other) => one - other)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))]!
