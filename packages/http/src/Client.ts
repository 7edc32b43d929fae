/**
 * The client: a school over HTTP, from a browser or from Node, in the shape in which a program on the same machine has it.
 *
 * Its types are read off the registry, and its paths are made by the names that the contract is made by. So it holds no
 * machine at all when it runs, and is a few kilobytes.
 *
 * @example
 * ```ts no-run
 * import { connect } from "@groeikring/http/client"
 *
 * const school = connect("https://groeikring.example.org", { token: "gkr_…", language: "nl" })
 * const answer = await school.pap("p1").askBuddy({ peer: "p-bram" })
 * if (!answer.ok) console.log(answer.problem._tag, answer.problem.detail)
 *
 * for await (const { event, id, machine } of school.events()) console.log(machine, id, event._tag)
 * ```
 */
import type { Domain } from "@groeikring/core"
import type { Reading, Suggestion } from "@groeikring/storage"
import { type Ask, calling, type Call, type Options, tagged } from "./Calling.ts"
import type {
  Answer,
  Anyhow,
  Asking,
  Done,
  Fact,
  Looked,
  Machines,
  ProblemTaking,
  ReportAsked,
  ReportProblem,
  Reports
} from "./ClientAnswer.ts"
import { type Listen, listening } from "./Listening.ts"
import { collection, kebab, version } from "./Path.ts"

/** A school, in the hands of whoever the token speaks of. */
export type Connection<D extends Domain.Domain> = Machines<D> & {
  /** Who asks, and what the process rules suggest to them. */
  readonly me: () => Promise<Looked<{ readonly person: string; readonly suggestions: ReadonlyArray<Suggestion> }, Anyhow>>
  /** What others read that is about who asks. */
  readonly readings: () => Promise<Looked<{ readonly person: string; readonly readings: ReadonlyArray<Reading> }, Anyhow>>
  /** Takes a suggestion as it is. */
  readonly accept: (
    key: string,
    asking?: Pick<Asking, "signal">
  ) => Promise<Done<unknown, unknown> | { readonly ok: false; readonly problem: ProblemTaking }>
  /** The reports there are, and the media types they come in. */
  readonly reports: () => Promise<Looked<Reports, Anyhow>>
  /** One report, in a format to choose: a web page unless told. What is not for who asks is not in it. */
  readonly report: (kind: string, asked?: ReportAsked) => Promise<Looked<Blob, ReportProblem>>
  /**
   * What happens, as this person may know it: every fact once and in order, from the beginning or behind `after`. When the
   * line breaks it is taken up again by itself. It ends with its `signal`, or with `NotHeard` when who asks may not listen.
   */
  readonly events: (listen?: Listen) => AsyncGenerator<Fact, void>
}

/**
 * Connects with the server at an address; `""` is the server that a page came from.
 *
 * **Gotchas** Nothing is asked until you ask something. A problem is a value (`answer.ok` is false), also when the network
 * is away. Every command carries a key of its own, so that it is written once however often it had to be sent.
 *
 * @see `Options` for who asks, and in which language.
 */
export const connect = <const D extends Domain.Domain = typeof Domain.domain>(
  url: string,
  options: Options = {}
): Connection<D> => {
  const ask = calling(url, options)
  const school = {
    me: () => looked(ask, "/me"),
    readings: () => looked(ask, "/me/readings"),
    accept: (key: string, { signal }: Asking = {}) => answered(ask, "/me/accept", { body: { key }, signal }),
    reports: () => looked(ask, "/reports"),
    report: (kind: string, { signal, type = "text/html", ...query }: ReportAsked = {}) =>
      received(ask, `/reports/${encodeURIComponent(kind)}${asQuery(query)}`, { headers: { accept: type }, signal }, (response) =>
        response.blob()
      ),
    events: (listen: Listen = {}) => listening(ask, listen)
  }
  // Which machines there are is known by type; the server knows it when it is asked.
  return named(school, (name) => things(ask, `/${collection(name)}`)) as never
}

export type { Options } from "./Calling.ts"
export type * from "./ClientAnswer.ts"
export { type Listen, NotHeard } from "./Listening.ts"

// What is asked ------------------------------------------------------------------------

const asQuery = (query: object) =>
  Object.keys(query).length === 0 ? "" : `?${new URLSearchParams(query as Record<string, string>).toString()}`

const things = (ask: Ask, path: string) => {
  const page = (query: object = {}) => looked(ask, path + asQuery(query))
  const list = async (query: object = {}) => {
    const items: Array<unknown> = []
    for (let cursor: string | null = ""; cursor !== null;) {
      const one: Looked<any, Anyhow> = await page({ ...query, limit: 200, ...(cursor !== "" && { cursor }) })
      if (!one.ok) return one
      items.push(...one.value.items)
      cursor = one.value.next
    }
    return { ok: true, value: items }
  }
  return Object.assign((id: string) => thing(ask, `${path}/${encodeURIComponent(id)}`), { page, list })
}

const thing = (ask: Ask, path: string) => {
  const looks = {
    show: () => looked(ask, path, (value) => ({ ...value, possible: possible(value.possible) })),
    possible: () => looked(ask, `${path}/possible`, possible),
    history: () =>
      looked(ask, `${path}/history`, ({ items }) => items.map(({ at, ...fact }: any) => ({ ...fact, at: new Date(at * 60_000) })))
  }
  return named(
    looks,
    (command) =>
      (payload: object = {}, asking: Asking = {}) =>
        answered(ask, `${path}/${kebab(command)}`, { body: payload, headers: headersOf(asking), signal: asking.signal })
  )
}

const headersOf = ({ command = key(), expected }: Asking) => ({
  "idempotency-key": command,
  ...(expected === 0 && { "if-none-match": "*" }),
  ...(expected !== undefined && expected > 0 && { "if-match": `"${expected}"` })
})
/** A key that nobody made before: also in a page without https, where there is no `crypto.randomUUID`. */
const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("")

const possible = (all: Readonly<Record<string, any>>) =>
  Object.fromEntries(
    Object.entries(all).map(([command, one]) => [command, one.can ? one : { can: false, because: tagged(one.because) }])
  )

// What comes back ----------------------------------------------------------------------

const json = (response: Response): Promise<any> => response.json()

const looked = (ask: Ask, path: string, read: (value: any) => unknown = (value) => value): Promise<Looked<any, Anyhow>> =>
  received(ask, path, {}, async (response) => read(await json(response)))

const received = async (
  ask: Ask,
  path: string,
  call: Call,
  read: (response: Response) => Promise<unknown>
): Promise<Looked<any, any>> => {
  const called = await ask(version + path, call, read)
  return "problem" in called ? { ok: false, problem: called.problem } : { ok: true, value: called.came }
}

const answered = async (ask: Ask, path: string, call: Call): Promise<Answer<any, any>> => {
  const called = await ask(version + path, { ...call, method: "POST" }, json)
  return "problem" in called ? { ok: false, problem: called.problem as never } : { ok: true, ...called.came }
}

/** What has these fields, and makes every other when its name is asked for. It is no promise. */
const named = <A extends object>(fields: A, make: (name: string) => unknown): A =>
  new Proxy(fields, {
    get: (has, name) =>
      name in has ? has[name as keyof A] : typeof name === "string" && name !== "then" ? make(name) : undefined
  })
