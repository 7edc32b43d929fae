/** How a test asks: as somebody, and with the whole answer to compare. */
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly body: any
}

export const asking =
  (base: string, given: Readonly<Record<string, string>> = {}) =>
  async (
    method: "GET" | "POST",
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {}
  ): Promise<Answered> => {
    const response = await fetch(base + path, {
      method,
      headers: { ...given, ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) })
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) }
  }

export const as = (base: string, person: string) => asking(base, { "groeikring-person": person })

interface Heard {
  readonly id: string
  readonly data: any
}

/** Reads a stream of events up to the last one that is waited for. */
export const heard = async (
  base: string,
  person: string,
  isLast: (event: Heard) => boolean,
  headers: Readonly<Record<string, string>> = {}
): Promise<ReadonlyArray<Heard>> => {
  const stop = new AbortController()
  const response = await fetch(`${base}/v1/events`, { headers: { "groeikring-person": person, ...headers }, signal: stop.signal })
  const events: Array<Heard> = []
  let rest = ""
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + chunk).split("\n\n")
    rest = parts.pop()!
    for (const part of parts) {
      const [, id, data] = /^id: (.*)\ndata: (.*)$/.exec(part) ?? []
      if (id === undefined) continue
      events.push({ id, data: JSON.parse(data!) })
      if (isLast(events.at(-1)!)) {
        stop.abort()
        return events
      }
    }
  }
  throw new Error(`The stream ended after ${events.length} events.`)
}
