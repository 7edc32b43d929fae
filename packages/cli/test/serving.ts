/** `groeikring serve` as a process of its own, which can be killed and started again at the same address. */
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:net"
import { join } from "node:path"

export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1")
  await once(probe, "listening")
  const { port } = probe.address() as { readonly port: number }
  probe.close()
  await once(probe, "close")
  return port
}

const begun: Array<ChildProcess> = []
export const stopAll = (): void => begun.forEach((child) => child.kill("SIGKILL"))

export interface Serving {
  readonly base: string
  readonly kill: (signal: "SIGKILL" | "SIGTERM") => Promise<void>
}

/** Serves a store until it is killed; it is there when it says so. */
export const serving = async (store: string, port: number, env: Readonly<Record<string, string>> = {}): Promise<Serving> => {
  const program = join(import.meta.dirname, "../src/bin.ts")
  const args = ["--conditions=@groeikring/source", program, "serve", "--demo", "--store", store, "--port", String(port)]
  const child = spawn(process.execPath, args, { env: { ...process.env, LANG: "en_GB.UTF-8", ...env } })
  begun.push(child)
  const ended = once(child, "close")
  let said = ""
  await new Promise<void>((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text.toString()
      if (/http:\/\/127\.0\.0\.1:\d+/.test(said)) resolve()
    }
    child.stdout.on("data", hear)
    child.stderr.on("data", hear)
    child.once("close", () => reject(new Error(`The server ended: ${said}`)))
  })
  return {
    base: `http://127.0.0.1:${port}`,
    kill: async (signal) => {
      child.kill(signal)
      await ended
    }
  }
}

const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis))

/** What is looked at of an answer: a thing, what a command came to, a history, or the code of a problem. */
export interface Body {
  readonly code?: string
  readonly version?: number
  readonly position?: string
  readonly repeated?: boolean
  readonly events?: ReadonlyArray<{ readonly _tag: string }>
  readonly state?: { readonly _tag: string }
  readonly possible?: Readonly<Record<string, { readonly can: boolean }>>
  readonly items?: ReadonlyArray<{
    readonly position: string
    readonly event: { readonly _tag: string; readonly person?: string }
  }>
}

/** Asks until there is an answer: also of a server that is killed and comes back, and of one that says to wait. */
export const answered = async (
  base: string,
  person: string,
  path: string,
  body?: object,
  key?: string
): Promise<{ readonly status: number; readonly body: Body; readonly tries: number }> => {
  for (let tries = 1; ; tries++) {
    try {
      const response = await fetch(base + path, {
        method: body === undefined ? "GET" : "POST",
        headers: { "groeikring-person": person, ...(key !== undefined && { "idempotency-key": key }) },
        ...(body !== undefined && { body: JSON.stringify(body) })
      })
      const text = await response.text()
      if (response.status !== 429 && response.status !== 503) return { status: response.status, body: JSON.parse(text), tries }
      await pause(200)
    } catch {
      await pause(50)
    }
  }
}

export interface Heard {
  readonly id: string
  readonly data: { readonly version: number }
}

/** Listens from the beginning on, and again behind the last that was heard each time the line is broken, until it is stopped. */
export const listening = (base: string, person: string) => {
  const all: Array<Heard> = []
  const stop = new AbortController()
  let lines = 0
  const over = (async () => {
    while (!stop.signal.aborted) {
      try {
        const last = all.at(-1)
        const response = await fetch(`${base}/v1/events`, {
          headers: { "groeikring-person": person, ...(last !== undefined && { "last-event-id": last.id }) },
          signal: stop.signal
        })
        if (response.status !== 200) throw new Error(String(response.status))
        lines++
        let rest = ""
        for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
          const parts = (rest + chunk).split("\n\n")
          rest = parts.pop()!
          for (const part of parts) {
            const [, id, data] = /^id: (.*)\ndata: (.*)$/.exec(part) ?? []
            if (id !== undefined) all.push({ id, data: JSON.parse(data!) })
          }
        }
      } catch {
        await pause(50)
      }
    }
  })()
  return {
    all,
    /** How often the line was made. */
    lines: () => lines,
    stop: () => {
      stop.abort()
      return over
    }
  }
}
