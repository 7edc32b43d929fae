/** How a client asks: as somebody, in a language, and again when nothing came back. */
import type { Problem } from "./ClientAnswer.ts"

/** How a client asks. */
export interface Options {
  /** Who asks: a token, or where to get one that is valid now. */
  readonly token?: string | (() => string | undefined | Promise<string | undefined>)
  /** The language of every problem. A browser says its own unless told. */
  readonly language?: "nl" | "en"
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>
  /** How often a question that met no answer is asked again. Three times unless told. */
  readonly retries?: number
  /** What asks; `fetch` unless told. */
  readonly fetch?: typeof globalThis.fetch
}

export interface Call {
  readonly method?: "GET" | "POST"
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
}

/** What came: what was read from it, or the problem. */
export type Called<A> = { readonly came: A } | { readonly problem: Problem }

/** Statuses of who is there but cannot answer now. */
const later = new Set([429, 502, 503, 504])

/** The problem in an answer. Its `code` is the tag by which to tell it from others. */
export const tagged = ({ code, ...problem }: { readonly code: string } & Omit<Problem, "_tag">): Problem => ({
  _tag: code,
  ...problem
})

/** What a client can say when no server does. */
const says = {
  nl: {
    title: "Niet bereikbaar",
    nothing: "Er kwam geen antwoord. Kijk of je verbinding hebt, en probeer het nog eens.",
    another: "Wat er antwoordde is niet deze server. Kijk of het adres klopt, en wat ertussen zit."
  },
  en: {
    title: "Unreachable",
    nothing: "No answer came. Check the connection, and try again.",
    another: "What answered is not this server. Check the address, and what stands in between."
  }
}
const unreachable = (status: number, { another, nothing, title }: typeof says.en): Problem => ({
  _tag: "Unreachable",
  type: "urn:groeikring:problem:unreachable",
  title,
  status,
  detail: status === 0 ? nothing : another
})

export const calling = (url: string, options: Options) => {
  const { language, retries = 3, token } = options
  const base = url.replace(/\/$/, "")
  const words = says[language ?? "en"]
  const ask = options.fetch ?? globalThis.fetch

  const once = (path: string, bearer: string | undefined, { body, headers, method = "GET", signal }: Call) =>
    ask(base + path, {
      method,
      headers: {
        ...(language !== undefined && { "accept-language": language }),
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...options.headers,
        ...headers
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal !== undefined && { signal })
    })
  /** The problem that an answer is. What does not speak JSON is not this server. */
  const problemIn = async (response: Response) => {
    if (response.headers.get("content-type")?.startsWith("application/problem+json") === true)
      return tagged(JSON.parse(await response.text()))
    // What is not read to its end would hold its socket.
    await response.body?.cancel()
    return unreachable(response.status, words)
  }

  /** Asks until an answer comes, or there is no sense in asking on. */
  return async <A>(path: string, call: Call, read: (response: Response) => A | Promise<A>): Promise<Called<A>> => {
    for (let n = 0; ; n++) {
      const bearer = typeof token === "function" ? await token() : token
      let problem = unreachable(0, words)
      let after = 0
      try {
        const response = await once(path, bearer, call)
        if (response.ok) return { came: await read(response) }
        problem = await problemIn(response)
        if (!later.has(response.status)) return { problem }
        after = Number(response.headers.get("retry-after") ?? 0) * 1000
      } catch {
        // No answer, or half of one: asked again, under the same key.
      }
      if (n >= retries || after > patience || call.signal?.aborted === true) return { problem }
      await pause(Math.max(after, backoff(n)), call.signal)
    }
  }
}
export type Ask = ReturnType<typeof calling>

/** Longer than this nobody waits for an answer. */
const patience = 15_000

/** Longer each time, and not everybody at once. */
export const backoff = (n: number): number => Math.min(10_000, 200 * 2 ** n) * (0.5 + Math.random() / 2)

/** Waits, or less long when it is no longer wanted. */
export const pause = (millis: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, millis)
    function done() {
      clearTimeout(timer)
      signal?.removeEventListener("abort", done)
      resolve()
    }
    if (signal?.aborted === true) done()
    else signal?.addEventListener("abort", done)
  })
