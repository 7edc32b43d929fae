/** The server over its socket: commands under load, many who listen, and memory over time. */
import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { connect } from "node:net"
import { Client } from "pg"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startServer } from "../../packages/storage-postgres/test/server.ts"
import { Line, load, quantile, start } from "./load.ts"
import { goal, line, rate, table } from "./report.ts"
import { type Contender, race, ratio } from "./rounds.ts"

const ours = "Groeikring over HTTP"
const bySchool = "Hono by hand on the same school"
const byStore = "Hono by hand that only appends"

/** Commands a second, and how long an answer takes. Each command opens a school, durably. */
const commands = async (title: string, place: (name: string) => Promise<string>, rounds: number) => {
  for (const clients of [1, 16, 64]) {
    const contenders: Array<Contender> = []
    const took = new Map<string, Array<number>>()
    for (const [name, which] of [
      [ours, "groeikring"],
      [bySchool, "school"],
      [byStore, "store"]
    ] as const) {
      const served = await start(which, await place(`${which}_${clients}`))
      const { close, run } = load(served.port, clients)
      took.set(name, [])
      contenders.push({
        name,
        run: async (times) => void took.get(name)!.push(...(await run(times))),
        close: async () => {
          close()
          await served.stop()
        }
      })
    }
    const results = await race(contenders, { rounds, slice: 0.5, warmUp: 2 })
    table(`${title}, ${clients} at once`, "commands a second", results)
    const times = took.get(ours)!
    const [half, most, nearly] = [0.5, 0.95, 0.99].map((part) => quantile(times, part).toFixed(1))
    line(`                 an answer of ${ours} takes ${half} ms (p50), ${most} (p95), ${nearly} (p99)`)
    goal(`of ${bySchool}`, ratio(results, ours, bySchool), 0.5, true)
    goal(`of ${byStore}`, ratio(results, ours, byStore), 0.5, true)
  }
}

/** Somebody who listens: when they heard how many facts. */
const listener = (port: number, person: string) => {
  const heard: Array<number> = []
  const socket = connect(port, "127.0.0.1", () =>
    socket.write(`GET /v1/events HTTP/1.1\r\nHost: localhost\r\nGroeikring-Person: ${person}\r\n\r\n`)
  )
  const began = new Promise<void>((resolve) => socket.once("data", () => resolve()))
  socket.setEncoding("latin1").on("data", (text: string) => {
    for (let at = text.indexOf("\nid: "); at >= 0; at = text.indexOf("\nid: ", at + 1)) heard.push(performance.now())
  })
  return { began, heard, close: () => socket.destroy() }
}

/** So many streams at once, of people of one school: how long until all of them heard of a command. */
const streams = async (place: string, count: number) => {
  const { memory, port, stop } = await start("groeikring", place)
  const { ask, close } = asking(port)
  await ask("p-0", "/v1/staffs/s/open", { school: "obs De Zwaluw" })
  const employ = (n: number) => ask("p-0", "/v1/staffs/s/employ", { person: `p-${n}`, function: "Teacher", fte: 1 })
  // A few hundred colleagues, each with a few pages open.
  const people = 200
  for (let n = 0; n < people; n++) await employ(n)
  const memoryBefore = await memory()
  const listeners: Array<ReturnType<typeof listener>> = []
  // A hundred at a time: more than wait at the door at once are sent away.
  while (listeners.length < count) {
    const more = Array.from({ length: 100 }, (_, n) => listener(port, `p-${(listeners.length + n) % people}`))
    await Promise.all(more.map(({ began }) => began))
    listeners.push(...more)
  }
  // Who comes later does not hear what was before them: of the staff, each hears from their own post on.
  const before = (n: number) => (n % people === 0 ? people + 1 : people - (n % people))
  const all = async (more: number) => {
    for (const [n, { heard }] of listeners.entries())
      while (heard.length < before(n) + more) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await all(0)
  const delays: Array<number> = []
  for (let n = 0; n < 20; n++) {
    const begun = performance.now()
    await employ(people + n)
    await all(n + 1)
    for (const [who, { heard }] of listeners.entries()) delays.push(heard[before(who) + n]! - begun)
  }
  const after = await memory()
  for (const one of listeners) one.close()
  close()
  await stop()
  return { delays, perStream: (after.used - memoryBefore.used) / count / 1024, memory: after.held / 2 ** 20 }
}
const asking = (port: number) => {
  const asked = new Line(port)
  return {
    ask: async (person: string, path: string, fields: object) => {
      const status = await asked.ask(person, path, JSON.stringify(fields))
      if (status !== 200) throw new Error(`A command was answered with ${status}.`)
    },
    close: () => asked.close()
  }
}

/** A database of that name, on a server that was just started. */
const databaseAt = async (url: string, name: string) => {
  const admin = new Client({ connectionString: url })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  await admin.end()
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

/** Sixteen clients for so many minutes: what the server holds of the memory, once a while. */
export const memoryOver = async (minutes: number, place: string) => {
  const { memory, port, stop } = await start("groeikring", place)
  const { close, run } = load(port, 16)
  const held: Array<number> = []
  let done = 0
  for (const until = Date.now() + minutes * 60_000; Date.now() < until;) {
    const sample = Date.now() + minutes * 2_000
    while (Date.now() < sample) done += (await run(500)).length
    held.push((await memory()).held / 2 ** 20)
    line(`  ${rate(held.at(-1)!).padStart(14)} MiB after ${rate(done)} commands`)
  }
  close()
  await stop()
  return held
}

const manyStreams = async (place: string, count: number) => {
  const { delays, memory, perStream } = await streams(place, count)
  line(`\n${rate(count)} streams of events at once, on SQLite`)
  const [half, most, nearly] = [0.5, 0.95, 0.99].map((part) => rate(quantile(delays, part)))
  line(`  ${half!.padStart(14)} ms until one of them heard of a command (p50), ${most} (p95), ${nearly} (p99)`)
  line(`  ${rate(perStream).padStart(14)} KiB in use for each, ${rate(memory)} MiB held in all`)
}

export const overHttp = async (rounds: number): Promise<void> => {
  process.env["GROEIKRING_MASTER_KEY"] = randomBytes(32).toString("base64")
  const folder = mkdtempSync(join(tmpdir(), "groeikring-bench-"))
  const onDisk = async (name: string) => join(folder, `${name}.db`)
  const server = await startServer()
  try {
    await commands("Commands over HTTP on SQLite", onDisk, rounds)
    await commands("Commands over HTTP on PostgreSQL", async (name) => databaseAt(server.url, name), rounds)
    await manyStreams(await onDisk("streams"), 1_000)
  } finally {
    await server.drop()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const minutes = Number(process.env["MINUTES"] ?? 0)
  const listening = Number(process.env["STREAMS"] ?? 0)
  if (minutes > 0) {
    line(`Sixteen clients for ${minutes} minutes, on SQLite`)
    const folder = mkdtempSync(join(tmpdir(), "groeikring-bench-"))
    const held = await memoryOver(minutes, join(folder, "memory.db"))
    rmSync(folder, { recursive: true, force: true })
    const third = Math.ceil(held.length / 3)
    const [middle, end] = [held.slice(third, 2 * third), held.slice(-third)].map((some) => quantile(some, 0.5))
    goal("times the memory of the middle third in the last", end! / middle!, 1.1, false)
  } else if (listening > 0) {
    const folder = mkdtempSync(join(tmpdir(), "groeikring-bench-"))
    await manyStreams(join(folder, "streams.db"), listening)
    rmSync(folder, { recursive: true, force: true })
  } else await overHttp(Number(process.env["ROUNDS"] ?? 5))
  process.exit()
}
