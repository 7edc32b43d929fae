/** What happens, as it happens: reads server-sent events, and goes on where it stopped when the line is gone. */
import { type Ask, backoff, pause } from "./Calling.ts"
import type { Fact, Problem } from "./ClientAnswer.ts"
import { version } from "./Path.ts"

/** How a client listens. */
export interface Listen {
  /** The position of the last fact that is known; from the beginning unless told. */
  readonly after?: string
  /** Ends the listening. */
  readonly signal?: AbortSignal
  /** The server says something every 15 seconds. A line that is still for this long is given up: 45 seconds unless told. */
  readonly silence?: number
  /** Is told whenever the line comes, and whenever it goes. */
  readonly onLine?: (isThere: boolean) => void
  /**
   * Is told when a thing, or part of one, goes out of this person's sight: by what, is not for them to know. What you have of
   * it is old, so ask again. While the line is gone nobody is told, so ask again as well when it is there again.
   */
  readonly onOutOfSight?: (thing: { readonly machine: string; readonly id: string }) => void
}

/** The server does not let this person listen, and asking again does not help. */
export class NotHeard extends Error {
  override readonly name = "NotHeard"
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** The problems that pass by themselves. */
const passing = new Set(["Unreachable", "TooOften", "NotReady", "OutOfOrder"])

/** Every fact once, in order, over as many lines as it takes. */
export async function* listening(
  ask: Ask,
  { after = "", onLine, onOutOfSight, signal, silence = 45_000 }: Listen
): AsyncGenerator<Fact, void> {
  let last = after
  const isOver = () => signal?.aborted === true
  for (let n = 0; !isOver(); n++) {
    const line = new AbortController()
    const end = () => line.abort()
    signal?.addEventListener("abort", end)
    try {
      const headers = { accept: "text/event-stream", ...(last !== "" && { "last-event-id": last }) }
      // Where there is no token at the moment there may be one in a while.
      const asked = await ask(`${version}/events`, { headers, signal: line.signal }, (response) => response).catch(
        () => undefined
      )
      if (asked !== undefined && "problem" in asked && !passing.has(asked.problem._tag)) throw new NotHeard(asked.problem)
      if (asked !== undefined && "came" in asked) {
        onLine?.(true)
        for await (const { data, id } of blocks(asked.came, silence)) {
          n = 0
          if (data === "") continue
          const { at, ...heard } = JSON.parse(data)
          if (heard.outOfSight === true) onOutOfSight?.({ machine: heard.machine, id: heard.id })
          else yield { ...heard, at: new Date(at * 60_000) }
          // What came along in the same breath is not for who is no longer there.
          if (isOver()) return
          last = id
        }
      }
    } finally {
      signal?.removeEventListener("abort", end)
      line.abort()
    }
    if (isOver()) return
    onLine?.(false)
    await pause(backoff(n), signal)
  }
}

/** What stands between two empty lines. */
interface Block {
  readonly id: string
  readonly data: string
}

/** The blocks of a stream, until it ends, breaks, or is still for too long. */
async function* blocks({ body }: Response, silence: number): AsyncGenerator<Block, void> {
  if (body === null) return
  const reader = body.getReader()
  const text = new TextDecoder()
  let rest = ""
  try {
    for (;;) {
      const timer = setTimeout(() => void reader.cancel().catch(() => {}), silence)
      const read = await reader.read().catch(() => undefined)
      clearTimeout(timer)
      if (read === undefined || read.done) return
      const parts = (rest + text.decode(read.value, { stream: true })).replaceAll("\r\n", "\n").split("\n\n")
      rest = parts.pop() ?? ""
      for (const part of parts) yield blockOf(part)
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

const blockOf = (part: string): Block => {
  const lines = part.split("\n")
  const all = (field: string) =>
    lines.flatMap((line) => (line.startsWith(`${field}:`) ? [line.slice(field.length + 1).replace(/^ /, "")] : []))
  return { id: all("id").at(-1) ?? "", data: all("data").join("\n") }
}
