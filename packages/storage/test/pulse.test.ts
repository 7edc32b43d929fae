/** A pulse in a real school: what somebody answered lies sealed, is counted by the gate alone, and then goes for good. */
import { Domain, processes, Vocabulary } from "@groeikring/core"
import { pack, settings } from "@groeikring/pack-nl"
import { Effect, Layer, Result } from "effect"
import { expect, it } from "vitest"
import { EventStore, MemoryStore, School, Vault } from "../src/index.ts"

const at = 29_290_000
const teachers = ["p-anneke", "p-bram", "p-carla", "p-dirk", "p-esra", "p-femke"]
const [joke, kees, lies, hilde] = ["p-joke", "p-kees", "p-lies", "p-hilde"]
const tokens = ["t-u", "t-v", "t-w", "t-x", "t-y", "t-z"]
const design = {
  schoolYear: "2025-2026",
  instrument: settings.ownInstruments[0],
  items: [{ id: "q5", scale: "Result1" }],
  units: [{ id: "midden", people: teachers }],
  closesOn: Vocabulary.dateOf(at + Vocabulary.day)
}

const inSchool = <A>(ask: Effect.Effect<A, unknown, School | EventStore | Vault.Vault>) =>
  Effect.runPromise(
    ask.pipe(
      Effect.orDie,
      Effect.provide(
        School.layer({ domain: Domain.domain, packs: pack, processes }).pipe(
          Layer.provideMerge(Layer.merge(Layer.fresh(MemoryStore.layer), Vault.layerMemory))
        )
      )
    )
  )

/** A pulse of the school that is open, with a slip for everybody. */
const opened = Effect.gen(function* () {
  const { send } = yield* School
  const does = (actor: string, machine: string, id: string, _tag: string, more: object = {}) =>
    send(machine, id, { _tag, ...more }, { actor, at })
  yield* does(joke, "Staff", "s", "Open", { school: "De Zwaluw" })
  for (const [person, post] of [
    ...teachers.map((person) => [person, "Teacher"] as const),
    [lies, "Teacher"],
    [hilde, "Director"],
    [kees, "Hr"]
  ] as const)
    yield* does(joke, "Staff", "s", "Employ", { person, function: post, fte: 1 })
  yield* does(joke, "Staff", "s", "JoinCouncil", { person: lies })
  yield* does(kees, "Pulse", "oktober", "Design", design)
  yield* does(lies, "Pulse", "oktober", "Consent", { document: "brief" })
  yield* does(kees, "Pulse", "oktober", "Open")
  yield* does(kees, "PulseAnswers", "oktober", "DrawTokens", { tokens: [{ unit: "midden", tokens }] })
  return (person: number, value: number) =>
    does(teachers[person]!, "PulseAnswers", "oktober", "Answer", { token: tokens[person], values: { q5: value } })
})
const answersIn = Effect.flatMap(EventStore, (store) => store.read({ machine: "PulseAnswers", id: "oktober" }))

it("[S8.9] counts what was answered when its last day is over, shows it to everybody, and forgets the answers", () =>
  inSchool(
    Effect.gen(function* () {
      const answer = yield* opened
      const { show, tend } = yield* School
      for (const [person, value] of [3, 3, 3, 4, 4].entries()) yield* answer(person, value)
      yield* tend(at + Vocabulary.day / 2)
      expect((yield* show("Pulse", "oktober", { actor: kees, at })).state._tag).toBe("Open")
      const closed = at + 2 * Vocabulary.day
      yield* tend(closed)
      for (const actor of [hilde, kees, lies, teachers[0]!])
        expect((yield* show("Pulse", "oktober", { actor, at: closed })).state).toMatchObject({
          _tag: "Reported",
          means: [
            { unit: "midden", answers: 5, mean: 3.5 },
            { unit: null, answers: 5, mean: 3.5 }
          ]
        })
      for (const actor of [hilde, kees, lies, ...teachers])
        expect((yield* Effect.flip(show("PulseAnswers", "oktober", { actor, at: closed })))._tag).toBe("NothingToSee")

      // The facts name nobody and say no number; the key of each answer is in the vault, until the purge.
      const given = (yield* answersIn).filter(({ type }) => type === "AnswerGiven")
      expect(given).toHaveLength(5)
      expect(JSON.stringify(given)).not.toMatch(/"q5|values|"p-/)
      const open = (fact: (typeof given)[number]) =>
        Effect.gen(function* () {
          const [[subject, sealed]] = Object.entries(fact.boxes) as [[string, string]]
          const vault = yield* Vault.Vault
          const box = { machine: "PulseAnswers", id: "oktober", subject, type: fact.type, version: fact.version }
          return yield* Effect.result(vault.open(box, sealed))
        })
      expect(Result.getOrThrow(yield* open(given[0]!))).toEqual(['{"q5":3}'])
      yield* tend(closed + (settings.rawAnswersDays + 1) * Vocabulary.day)
      expect((yield* answersIn).at(-1)!.type).toBe("AnswersPurged")
      for (const fact of given) expect(Result.isFailure(yield* open(fact))).toBe(true)
    })
  ))

it("[S8.9] says of four answers only that they were too few", () =>
  inSchool(
    Effect.gen(function* () {
      const answer = yield* opened
      const { show, tend } = yield* School
      for (const [person, value] of [3, 3, 4, 4].entries()) yield* answer(person, value)
      yield* tend(at + 2 * Vocabulary.day)
      const { state } = yield* show("Pulse", "oktober", { actor: hilde, at: at + 2 * Vocabulary.day })
      expect(state).toMatchObject({ _tag: "Suppressed", reason: "TooFewAnswers" })
      expect(JSON.stringify(state)).not.toMatch(/mean|"answers"/)
    })
  ))
