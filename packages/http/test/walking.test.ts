/** Somebody of the employer's side asks by every endpoint of the contract for everything of the coaching space. */
import { Domain, type Machine, Privacy } from "@groeikring/core"
import { describe, expect, it } from "vitest"
import { Path } from "../src/index.ts"
import { as, heard } from "./asking.ts"
import { served } from "./served.ts"
import { type Line, linesOf } from "./stories.ts"

let now = Date.parse("2025-08-25T09:00:00+02:00")
const base = await served({ now: () => now, allowance: { burst: 1_000_000, perSecond: 1000, streams: 20 } })
/** What there is when all is played. */
const things = new Map<string, Pick<Line, "machine" | "id">>()
const script = linesOf("school", "story-1", "story-2", "story-3", "story-4")
const otherwise: Array<unknown> = []
for (const line of script) {
  if ("tend" in line) continue
  now = Date.parse(line.at)
  const [path, body] =
    "take" in line ? ["/v1/me/accept", { key: line.take }] : [pathOf(line.machine, line.id, Path.kebab(line.do)), line.fields]
  const { body: came, status } = await as(base, line.as)("POST", path, body)
  if (came.code !== ("expect" in line ? line.expect : undefined)) otherwise.push([line, came])
  if (status === 200 && "do" in line) things.set(`${line.machine}/${line.id}`, line)
}
it("the year went as its script says", () => expect(otherwise).toEqual([]))
function pathOf(machine: string, id: string, end = "") {
  return `/v1/${Path.collection(machine)}/${encodeURIComponent(id)}${end === "" ? "" : `/${end}`}`
}
// Also what the process rules began.
for (const person of new Set(script.flatMap((line) => ("as" in line ? [line.as] : []))))
  for (const machine of Object.keys(Domain.domain))
    for (const { id } of (await as(base, person)("GET", `/v1/${Path.collection(machine)}?limit=200`)).body.items)
      things.set(`${machine}/${id}`, { machine, id })
const lines = script.filter((line): line is Line => "do" in line)
const machines = Object.keys(Privacy.places) as ReadonlyArray<keyof typeof Privacy.places>

/** Who they are at obs De Zwaluw. */
const employers = {
  "p-hilde": ["Leader"],
  "p-kees": ["Hr", "Board"],
  "p-joke": ["Admin", "Colleague"],
  "p-lies": ["Pmr", "Colleague"]
} as const
/** What is theirs to see all the same, and nothing else of its machine: what its owner opened for a talk, and talks of their own. */
const seenBy: Readonly<Record<string, Readonly<Record<string, ReadonlyArray<string>>>>> = {
  "p-hilde": { SharedView: ["pop-bram/d-hilde"] },
  "p-joke": { EmployeeCycle: ["regeling-2025/p-joke"] },
  "p-lies": { EmployeeCycle: ["regeling-2025/p-lies"] }
}
/** The machines of which the table shows these viewers nothing. */
const closedTo = (viewers: ReadonlyArray<Privacy.Viewer>) =>
  machines.filter((machine) =>
    Privacy.places[machine].keeps.every((kind) =>
      viewers.every((viewer) => !["Sees", "Writes", "OnAppeal"].includes(Privacy.mark(kind, viewer)))
    )
  )
/** May somebody ask this who sees nothing of the thing? Then they hear what came of it, and that is all. */
const isForAskers = (machine: string, command: string) => {
  const { spec }: { readonly spec: Machine.Spec } = Domain.domain[machine as keyof typeof Domain.domain].machine
  const { roles }: Privacy.Place = Privacy.places[machine as keyof typeof Privacy.places]
  const [, { by }] = Object.entries(spec.commands).find(([tag]) => tag === command || Path.kebab(tag) === command)!
  return by.some((role) => roles[role] === "Asker")
}
/** The words of people in the scripts. */
const words = lines.flatMap(({ fields }) => textsIn(fields)).filter((text) => text.includes(" ") && text.length > 12)
function textsIn(value: unknown): ReadonlyArray<string> {
  return typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []
}
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> }
}
const document = (await as(base, "p-joke")("GET", "/openapi.json")).body as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}
/** Every endpoint about one thing of a machine, with a body that fits where one is asked. */
const endpointsOf = (machine: string) =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    path.startsWith(`/${Path.collection(machine)}/{id}`)
      ? Object.entries(item).flatMap(([method, { requestBody }]) =>
          method === "get" || method === "post"
            ? [
                {
                  method: method.toUpperCase() as "GET" | "POST",
                  end: path.split("{id}/")[1] ?? "",
                  body: requestBody?.content["application/json"]?.example
                }
              ]
            : []
        )
      : []
  )

/** What is wrong with the answer of an endpoint to somebody who sees nothing of a thing; nothing when it is well. */
const wrongWith = async (
  person: string,
  machine: string,
  id: string,
  { body, end, method }: ReturnType<typeof endpointsOf>[number]
) => {
  const ask = as(base, person)
  const there = await ask(method, pathOf(machine, id, end), method === "POST" ? (body ?? {}) : undefined)
  const text = JSON.stringify(there.body)
  const told = words.filter((word) => text.includes(JSON.stringify(word).slice(1, -1)))
  if (told.length > 0) return told
  if (method === "GET" && end !== "possible") {
    const nothing = `nothing-like-${id}`
    const missing = await ask(method, pathOf(machine, nothing, end))
    return there.status === 404 && text === JSON.stringify(missing.body).replaceAll(nothing, id) ? undefined : there
  }
  if (end === "possible") {
    // Why not is the same for all of them: it is not theirs to ask. Nothing of the state shines through.
    const theirs = Object.entries<any>(there.body).filter(([command]) => !isForAskers(machine, command))
    const others = theirs.filter(([, { because }]) => because?.code !== "NotAllowed" || because.about?.state !== undefined)
    return Object.keys(there.body).length > 0 && others.length === 0 ? undefined : others
  }
  // Not theirs, or not to be read at all; never that it is or is not possible from here.
  const isHidden = (there.status === 400 || there.status === 403) && !/"(state|possible)":/.test(text)
  return isHidden || isForAskers(machine, end) ? undefined : there
}

describe.each(Object.entries(employers))("%s, who is %s,", (person, viewers) => {
  const closed = closedTo(viewers)
  const theirs = seenBy[person] ?? {}
  const ask = as(base, person)

  it("gets nothing of the coaching space by any endpoint, not even that there is something", async () => {
    const coaching = [
      "Pap",
      "Pop",
      "Portfolio",
      "PortfolioEntry",
      "CompetenceProfile",
      "Intervision",
      "OtherView",
      "PulseAnswers"
    ]
    for (const machine of coaching) expect(closed).toContain(machine)
    const hidden = [...things.values()].filter(
      ({ id, machine }) => (closed as ReadonlyArray<string>).includes(machine) && !theirs[machine]?.includes(id)
    )
    expect(hidden.length).toBeGreaterThan(15)
    let asked = 0
    const found: Array<unknown> = []
    for (const { id, machine } of hidden) {
      for (const endpoint of endpointsOf(machine)) {
        asked++
        const wrong = await wrongWith(person, machine, id, endpoint)
        if (wrong !== undefined) found.push([machine, id, endpoint.method, endpoint.end, wrong])
      }
      const { body } = await ask("GET", `/v1/${Path.collection(machine)}?limit=200`)
      const listed = body.items.map(({ id }: { id: string }) => id)
      expect([machine, listed, body.next]).toEqual([machine, theirs[machine] ?? [], null])
    }
    expect(found).toEqual([])
    expect(asked).toBeGreaterThan(150)
  })

  it("hears nothing of it, and is suggested nothing in it", async () => {
    await ask("POST", pathOf("Staff", `end-${person}`, "open"), { school: "the end of what there is to hear" })
    const events = await heard(base, person, ({ data }) => data.id === `end-${person}`)
    const ofClosed = events.filter(({ data }) => closed.includes(data.machine)).map(({ data }) => data.id)
    expect([...new Set(ofClosed)]).toEqual(Object.values(theirs).flat())
    const { suggestions } = (await ask("GET", "/v1/me")).body
    expect(suggestions.filter(({ machine }: { machine: string }) => (closed as ReadonlyArray<string>).includes(machine))).toEqual(
      []
    )
  })
})

it("the walk has met every machine that there is", () => {
  expect(machines.toSorted()).toEqual(Object.keys(Domain.domain).toSorted())
})
