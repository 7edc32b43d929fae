/** How long the employer's file is kept: each rule told a fact. */
import { cao, methods, settings } from "@groeikring/pack-nl"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { Conversation } from "../src/Conversation.ts"
import { Elsewhere } from "../src/Elsewhere.ts"
import * as Process from "../src/Process.ts"
import { keeping } from "../src/processes/Keeping.ts"
import { Staff } from "../src/Staff.ts"

const at = 29_290_000
const day = 24 * 60
const talks = {
  filed: "Filed", objected: "Objected", kept: "Withheld", cancelled: "Cancelled", planned: "Planned", discussed: "AgendaOpen", gone: "Destroyed"
}
const elsewhere = Elsewhere.of({
  packs: { methods, settings, cao },
  one: () => Effect.die("asks for no single thing"),
  all: (_, field, value) =>
    Effect.succeed(
      Object.entries(talks).flatMap(([id, _tag]) =>
        field === "employeeId" && value === "p-oud" ? [{ id, state: { _tag, employeeId: value } as never }] : [])
    ),
  read: () => Effect.die("reads no words"),
  every: () => Effect.die("asks for no whole machine")
})
const ask = (machine: typeof Staff | typeof Conversation, event: object, state: object) =>
  Effect.runPromise(
    Effect.provideService(
      Process.reactions(keeping, machine as never, event as never, { id: "t", version: 3, at, state: state as never, settings }),
      Elsewhere,
      elsewhere
    )
  )

describe("the file of a leaver", () => {
  it("begins its term for every talk that left something, and for nobody else's; what was only planned is called off, with its agenda", async () => {
    const left = await ask(Staff, { _tag: "EmploymentEnded", person: "p-oud" }, {})
    expect(left.map((one) => ("command" in one ? `${one.id} ${one.command._tag}` : ""))).toEqual([
      "filed BeginRetention", "objected BeginRetention", "kept BeginRetention", "planned Cancel", "discussed Cancel"
    ])
    expect(await ask(Staff, { _tag: "EmploymentEnded", person: "p-ander" }, {})).toEqual([])
  })

  it("is destroyed on the day its term ends, or when the time to object is over, if that is later", async () => {
    const begun = { _tag: "RetentionBegun", keepUntil: at + 730 * day }
    const destroyed = { _tag: "Send", machine: "Conversation", id: "t", as: "system", command: { _tag: "Destroy" } }
    expect(await ask(Conversation, begun, { _tag: "Filed" })).toMatchObject([{ ...destroyed, notBefore: begun.keepUntil }])
    const objectBefore = begun.keepUntil + day
    expect(await ask(Conversation, begun, { _tag: "ObjectionOpen", objectBefore })).toMatchObject([{ ...destroyed, notBefore: objectBefore }])
  })

  it("waits for the end of an objection, and is asked for again then", async () => {
    for (const _tag of ["ObjectionDecided", "ObjectionWithdrawn"]) {
      expect(await ask(Conversation, { _tag }, { _tag: "Decided", keepUntil: at })).toMatchObject([{ command: { _tag: "Destroy" }, notBefore: at }])
      expect(await ask(Conversation, { _tag }, { _tag: "Decided" })).toEqual([])
    }
  })
})
