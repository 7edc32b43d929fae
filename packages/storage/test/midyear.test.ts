/**
 * What becomes of everything when people change in the middle of a school year: who leaves a group, who leaves the school,
 * and who gets another leader. A whole school, with the real process rules, read back by everybody in it.
 */
import { Domain, type Machine, processes } from "@groeikring/core"
import { pack } from "@groeikring/pack-nl"
import { Effect, Layer, Result } from "effect"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { type Counter, MemoryStore, School, Vault } from "../src/index.ts"

type Line = Readonly<Record<string, unknown>> & {
  readonly at: string
  readonly as: string
  readonly id: string
  readonly machine?: string
  readonly do: string
  readonly expect?: string
  readonly tend?: string
}
const story = (name: string) =>
  readFileSync(join(import.meta.dirname, `../../../apps/demo/stories/${name}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line)
const minutes = (at: string) => Math.floor(Date.parse(at) / 60_000)
const day = 24 * 60
const domain: Domain.Domain = Domain.domain
const joke = "p-joke"

/** A school as it is after the first meetings, and somebody who does things in it, day by day. */
const midYear = <A>(go: (school: Living) => Effect.Effect<A, unknown>) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const school = yield* School
      let now = 0
      for (const line of ["school", "story-1"].flatMap(story)) {
        if (line.tend !== undefined) yield* school.tend(minutes(line.tend))
        if (line.machine === undefined) continue
        const { as, at, do: _tag, expect: refused, id, machine, ...payload } = line
        now = Math.max(now, minutes(at))
        const sent = yield* Effect.result(school.send(machine, id, { ...payload, _tag }, { actor: as, at: minutes(at) }))
        if (Result.isFailure(sent) !== (refused !== undefined)) return yield* Effect.die(`${machine}/${id} ${_tag}`)
      }
      return yield* go(living(school, now + day))
    }).pipe(
      Effect.provide(
        School.layer({ domain, packs: pack, processes }).pipe(
          Layer.provideMerge(Layer.merge(Layer.fresh(MemoryStore.layer), Vault.layerMemory))
        )
      ),
      Effect.orDie
    )
  )
const living = (school: Counter, begin: number) => {
  let now = begin
  const asked = (actor: string) => ({ actor, at: now })
  return {
    /** Somebody does something, and what follows from it happens. */
    does: (actor: string, machine: string, id: string, _tag: string, payload: object = {}) =>
      Effect.flatMap(school.send(machine, id, { ...payload, _tag }, asked(actor)), () => school.tend(now)),
    /** The name of the refusal. */
    cannot: (actor: string, machine: string, id: string, _tag: string, payload: object = {}) =>
      Effect.map(
        Effect.flip(school.send(machine, id, { ...payload, _tag }, asked(actor))),
        (refusal) => (refusal as Machine.Tagged<string>)._tag
      ),
    /** What somebody sees of a thing: nothing, or its state. */
    sees: (actor: string, machine: string, id: string) =>
      Effect.map(Effect.result(school.show(machine, id, asked(actor))), (shown) =>
        Result.isSuccess(shown) ? shown.success.state : undefined
      ),
    lists: (actor: string, machine: string) => school.list(machine, asked(actor)),
    history: (actor: string, machine: string, id: string) =>
      Effect.map(Effect.result(school.history(machine, id, asked(actor))), (told) =>
        Result.isSuccess(told) ? told.success : []
      ),
    later: (days: number) => Effect.suspend(() => school.tend((now += days * day)))
  }
}
type Living = ReturnType<typeof living>
const leaves = (school: Living, person: string) =>
  Effect.gen(function* () {
    yield* school.does(joke, "Staff", "de-zwaluw", "AnnounceLeaving", { person, on: "2025-09-15" })
    yield* school.later(8)
  })

describe("who leaves the group in mid-year", () => {
  it("[C8] reads nothing of it from that moment on: no sheet, no list, no history, not what they said themselves", () =>
    midYear(
      Effect.fnUntraced(function* (school) {
        const sheet = yield* school.sees("p-bram", "Intervision", "s1")
        expect(sheet).toMatchObject({ _tag: "Held", items: expect.arrayContaining([expect.objectContaining({ by: "p-bram" })]) })
        expect((yield* school.history("p-bram", "Intervision", "s1")).length).toBeGreaterThan(0)
        yield* school.does("p-bram", "PopGroup", "g-midden", "Leave")
        expect(yield* school.sees("p-bram", "Intervision", "s1")).toBeUndefined()
        expect(yield* school.sees("p-bram", "PopGroup", "g-midden")).toBeUndefined()
        expect(yield* school.lists("p-bram", "Intervision")).toEqual([])
        expect(yield* school.history("p-bram", "Intervision", "s1")).toEqual([])
        // The others go on, and see what they saw.
        expect(yield* school.sees("p-anneke", "Intervision", "s1")).toEqual(sheet)
        expect(yield* school.sees("p-anneke", "PopGroup", "g-midden")).toMatchObject({
          _tag: "Active",
          members: expect.not.arrayContaining(["p-bram"])
        })
        expect(yield* school.cannot("p-bram", "Intervision", "s2", "ConfirmAttendance")).toBe("NotAllowed")
      })
    ))

  it("keeps what is their own: the plan, the year task", () =>
    midYear(
      Effect.fnUntraced(function* (school) {
        const plans = yield* school.lists("p-femke", "Pap")
        expect(plans.length).toBeGreaterThan(0)
        const before = yield* school.sees("p-femke", "Pap", plans[0]!)
        yield* school.does("p-femke", "PopGroup", "g-midden", "Leave")
        expect(yield* school.sees("p-femke", "Pap", plans[0]!)).toEqual(before)
        expect(yield* school.sees("p-femke", "TimeBudget", "jaartaak-femke")).toMatchObject({ personId: "p-femke" })
      })
    ))
})

describe("who leaves the school in mid-year", () => {
  it("[C8] goes out of every group, and what is their own is closed, handed over and erased in time", () =>
    midYear(
      Effect.fnUntraced(function* (school) {
        yield* school.does("p-bram", "Pop", "pop-bram", "Start", {
          period: { from: "2025-09-01", until: "2027-08-31" },
          intro: "Ik ben Bram, en ik houd van rekenen."
        })
        yield* school.does("p-bram", "CompetenceProfile", "profiel-bram", "Open")
        yield* school.does("p-bram", "Portfolio", "map-bram", "Open")
        yield* leaves(school, "p-bram")
        expect(yield* school.sees("p-anneke", "PopGroup", "g-midden")).toMatchObject({
          _tag: "Active",
          members: ["p-anneke", "p-carla", "p-dirk", "p-esra", "p-femke"]
        })
        expect(yield* school.sees("p-bram", "Intervision", "s1")).toBeUndefined()
        expect(yield* school.sees("p-bram", "Pop", "pop-bram")).toMatchObject({
          _tag: "Closed",
          intro: "Ik ben Bram, en ik houd van rekenen."
        })
        expect(yield* school.sees("p-bram", "CompetenceProfile", "profiel-bram")).toMatchObject({ _tag: "Closed" })
        expect(yield* school.sees("p-bram", "Portfolio", "map-bram")).toMatchObject({ _tag: "HandedOver" })
        yield* school.later(22)
        expect(yield* school.sees("p-bram", "Pop", "pop-bram")).toMatchObject({ _tag: "Closed" })
        yield* school.later(10)
        for (const [machine, id] of [
          ["Pop", "pop-bram"],
          ["CompetenceProfile", "profiel-bram"],
          ["Portfolio", "map-bram"]
        ] as const) {
          expect(yield* school.sees("p-bram", machine, id)).toMatchObject({ _tag: "Erased" })
          expect(JSON.stringify(yield* school.history("p-bram", machine, id))).not.toContain("rekenen")
        }
      })
    ))

  it("is nobody's leader any more, and whom they led has none until there is another", () =>
    midYear(
      Effect.fnUntraced(function* (school) {
        yield* leaves(school, "p-hilde")
        expect(yield* school.sees(joke, "Staff", "de-zwaluw")).toMatchObject({ leadersOf: { "p-anneke": [], "p-femke": [] } })
        expect(yield* school.sees("p-hilde", "TimeBudget", "jaartaak-femke")).toBeUndefined()
        expect(yield* school.sees("p-femke", "TimeBudget", "jaartaak-femke")).toMatchObject({ personId: "p-femke" })
        // The group keeps its hours and goes on.
        expect(yield* school.sees("p-anneke", "PopGroup", "g-midden")).toMatchObject({ _tag: "Active" })
      })
    ))
})

describe("who gets another leader in mid-year", () => {
  it("is led by the new one from that moment on; the old one sees nothing of them any more", () =>
    midYear(
      Effect.fnUntraced(function* (school) {
        const task = yield* school.sees("p-hilde", "TimeBudget", "jaartaak-femke")
        expect(task).toMatchObject({ personId: "p-femke" })
        yield* school.does(joke, "Staff", "de-zwaluw", "Employ", { person: "p-otto", function: "Director", fte: 1 })
        yield* school.does(joke, "Staff", "de-zwaluw", "AppointLeader", { person: "p-femke", leader: "p-otto" })
        yield* school.does(joke, "Staff", "de-zwaluw", "EndLeadership", { person: "p-femke", leader: "p-hilde" })
        expect(yield* school.sees("p-otto", "TimeBudget", "jaartaak-femke")).toEqual(task)
        expect(yield* school.sees("p-hilde", "TimeBudget", "jaartaak-femke")).toBeUndefined()
        expect(yield* school.sees("p-hilde", "TimeBudget", "jaartaak-anneke")).toMatchObject({ personId: "p-anneke" })
        // Of the coaching space neither of them ever saw anything.
        for (const leader of ["p-hilde", "p-otto"])
          for (const machine of ["Pap", "Intervision", "Pop", "Gop"]) expect(yield* school.lists(leader, machine)).toEqual([])
        // A leader of one of them joins no group of theirs.
        expect(yield* school.cannot("p-otto", "PopGroup", "g-midden", "Join")).toBe("HierarchyInGroup")
        yield* school.does("p-otto", "PopGroup", "g-midden", "ReplaceSponsor", { sponsor: "p-otto" })
        expect(yield* school.sees("p-anneke", "PopGroup", "g-midden")).toMatchObject({ _tag: "Active", sponsor: "p-otto" })
      })
    ))
})
