/** Who says yes to a text says so to the one they saw: with its version, a newer one is not agreed to unseen. */
import type { Domain } from "@groeikring/core"
import { describe, expect, it } from "vitest"
import { connect, type Connection } from "../src/Client.ts"
import { as as raw } from "./asking.ts"
import { served } from "./served.ts"
import { type Line, linesOf } from "./stories.ts"

let now = 0
const base = await served({ now: () => now, allowance: { burst: 100_000, perSecond: 1000, streams: 20 } })
const as = (person: string) => connect(base, { headers: { "groeikring-person": person } })
const lower = (name: string) => (name.charAt(0).toLowerCase() + name.slice(1)) as Uncapitalize<string>

const plan = "g-midden/2025-2026"
const lines = linesOf("school", "story-1", "story-2", "story-3", "story-4")
const isConsent = (line: (typeof lines)[number]) => "do" in line && line.machine === "Gop" && line.do === "Consent"
/** The year up to where a text lies before the group, to which nobody has said yes. */
const before = lines.slice(0, lines.findIndex(isConsent))
const proposed = before.at(-1) as Line

const play = async () => {
  for (const line of before) {
    if ("tend" in line) continue
    now = Date.parse(line.at)
    // What a script asks is known when it runs.
    const person = as(line.as) as unknown as Connection<Domain.Domain>
    if ("take" in line) await person.accept(line.take)
    else await person[lower(line.machine)]!(line.id)[lower(line.do)]!(line.fields)
  }
}
const look = async (person: string) => {
  const shown = await as(person).gop(plan).show()
  if (!shown.ok) throw new Error(shown.problem.detail)
  return shown.value
}

describe("a yes to the text of a group", () => {
  it("is for the version that was seen, and is refused when there is another by now: nothing happened then", async () => {
    await play()
    const seen = await look("p-dirk")
    expect(seen.state).toMatchObject({ _tag: "Proposed", consented: [] })
    const [goal, ...others] = proposed.fields["goals"] as ReadonlyArray<object>
    const replaced = await as(proposed.as)
      .gop(plan)
      .proposeText({ ...proposed.fields, goals: [{ ...goal, text: "Iets heel anders." }, ...others] } as never)
    expect(replaced.ok).toBe(true)
    const now = await look("p-dirk")

    const late = await as("p-dirk").gop(plan).consent({}, { expected: seen.version })
    expect(late).toMatchObject({
      ok: false,
      problem: { _tag: "Conflict", status: 412, about: { expected: seen.version, actual: now.version } }
    })
    const same = await raw(base, "p-dirk")(
      "POST",
      `/v1/gops/${encodeURIComponent(plan)}/consent`,
      {},
      { "if-match": `"${seen.version}"` }
    )
    expect([same.status, same.body.code]).toEqual([412, "Conflict"])
    expect(await look("p-dirk")).toEqual(now)

    const meant = await as("p-dirk").gop(plan).consent({}, { expected: now.version })
    expect(meant).toMatchObject({ ok: true, version: now.version + 1, state: { consented: ["p-dirk"] } })
  })
})
