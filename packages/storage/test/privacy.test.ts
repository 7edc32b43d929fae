/**
 * A school year that was lived, with the real process rules, and read by everybody: each thing right after whatever
 * happened to it, and all of it at the end, by every way of reading. What is looked for is the words themselves, so no
 * rule is asked whether a rule is right.
 */
import { Domain, Machine, Private, processes, type Refusal } from "@groeikring/core"
import { pack } from "@groeikring/pack-nl"
import { Effect, Layer, Result, Stream } from "effect"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import {
  type Counter,
  EventStore,
  type Fact,
  isTold,
  MemoryStore,
  type OutOfSight,
  School,
  type Told,
  Vault
} from "../src/index.ts"
import { eventOf } from "../src/Words.ts"

interface Line {
  readonly machine?: string
  readonly id: string
  readonly as: string
  readonly at: string
  readonly do: string
  readonly expect?: string
  readonly tend?: string
  readonly take?: string
}
const folder = join(import.meta.dirname, "../../../apps/demo/stories")
const stories = ["school.jsonl", ...readdirSync(folder).filter((name) => name.startsWith("story-"))].flatMap((name) =>
  readFileSync(join(folder, name), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line)
)
const minutes = (at: string) => Math.floor(Date.parse(at) / 60_000)
const domain: Domain.Domain = Domain.domain

const [leader, stranger] = ["p-hilde", "p-stranger"]
const group = ["p-anneke", "p-bram", "p-carla", "p-dirk", "p-esra", "p-femke"]
const people = [...new Set([...stories.flatMap(({ as }) => (as === undefined ? [] : [as])), stranger])]
const outside = people.filter((person) => !group.includes(person))

/** Words as they were written down in one fact, and by whom. */
interface Written {
  readonly class: Private.Class
  readonly text: string
  readonly place: string
  /** Whose key they are sealed with: words that are said to somebody are theirs from then on. */
  readonly whose: string
  readonly by: string | undefined
}
const written: Array<Written> = []
/** Every text that one person came across, and all that they read at the end, as one text. */
const cameAcross = new Map(people.map((person) => [person, new Set<string>()]))
const atTheEnd = new Map<string, string>()
/** Who read right away what somebody wrote in silence. */
const inSilence: Array<{ readonly by: string; readonly text: string; readonly readBy: ReadonlyArray<string> }> = []

/** What each heard who listened from the first day, all at once, beside what they are told when they ask alone. */
const heardWithAll = new Map(people.map((person) => [person, new Array<Told>()]))
const lostWithAll = new Map(people.map((person) => [person, new Array<OutOfSight>()]))
const toldAlone = new Map(people.map((person) => [person, new Array<Told>()]))

/** Every text inside a value. */
const texts = (value: unknown, into: Set<string>): void => {
  if (typeof value === "string") into.add(value)
  else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) texts(inner, into)
}

/** All words of one fact, read past every rule. */
const wordsOf = Effect.fnUntraced(function* (vault: Vault.Vault["Service"], fact: Fact) {
  const { boxes, stream, type, version } = fact
  const opened: Record<string, ReadonlyArray<string>> = {}
  for (const [subject, sealed] of Object.entries(boxes))
    opened[subject] = yield* Effect.orElseSucceed(vault.open({ ...stream, subject, type, version }, sealed), () => [])
  Private.mapWords(eventOf(domain[stream.machine]!.machine, fact), (words) => {
    const inside = Private.Words.inside(words)
    const text = typeof inside === "string" ? undefined : opened[inside.subject]?.[inside.part]
    if (typeof inside !== "string" && text !== undefined && text.length > 8)
      written.push({ class: words.class, text, place: `${stream.machine}/${stream.id}`, whose: inside.subject, by: fact.actor })
    return words
  })
})

/** Everything that one person can find out of one thing. */
const ofThing = Effect.fnUntraced(function* (school: Counter, machine: string, id: string, viewer: Machine.Asked) {
  const answer = <A>(asked: Effect.Effect<A, Refusal.Refusal>) => Effect.map(Effect.result(asked), Result.merge)
  const history = yield* Effect.result(school.history(machine, id, viewer))
  return {
    facts: Result.isSuccess(history) ? history.success.length : 0,
    read: [
      yield* answer(school.show(machine, id, viewer)),
      Result.merge(history),
      yield* answer(school.possible(machine, id, viewer))
    ]
  }
})

const everything = Effect.fnUntraced(function* (school: Counter, store: EventStore["Service"], viewer: Machine.Asked) {
  const read: Array<unknown> = []
  let facts = 0
  for (const machine of Object.keys(domain)) {
    read.push(yield* school.list(machine, viewer))
    for (const id of yield* store.find(machine)) {
      const found = yield* ofThing(school, machine, id, viewer)
      facts += found.facts
      read.push(found.read)
    }
  }
  read.push(yield* school.suggestions(viewer))
  // It does not end by itself, and what it tells is as much as all histories together.
  read.push(yield* Stream.runCollect(Stream.take(Stream.filter(school.follow(viewer, ""), isTold), facts)))
  return JSON.stringify(read)
})

/** A store whose news comes when it may: so that all is as it is when somebody asks, also what a rule did next. */
let comesOut = true
const facts = Layer.effect(
  EventStore,
  Effect.map(EventStore, (store) => ({
    ...store,
    follow: (after: string) =>
      Stream.tap(store.follow(after), () => Effect.repeat(Effect.sleep("1 millis"), { while: () => !comesOut }))
  }))
).pipe(Layer.provideMerge(Layer.fresh(MemoryStore.layer)))

beforeAll(async () => {
  await Effect.runPromise(
    Effect.gen(function* () {
      const school = yield* School
      const store = yield* EventStore
      const vault = yield* Vault.Vault
      let now = 0
      let position = ""
      for (const [actor, heard] of heardWithAll)
        yield* Effect.forkChild(
          Stream.runForEach(school.follow({ actor, at: 0 }, ""), (one) =>
            Effect.sync(() => (isTold(one) ? heard.push(one) : lostWithAll.get(actor)!.push(one)))
          )
        )
      for (const line of stories) {
        const { as, at, do: _tag, expect: refused, id, machine, take, tend, ...payload } = line
        comesOut = false
        if (tend !== undefined) yield* school.tend(minutes(tend))
        const asked = { actor: as, at: minutes(at ?? tend) }
        if (take !== undefined) yield* Effect.orDie(school.accept(take, asked))
        if (machine !== undefined) {
          const refusal = yield* Effect.match(school.send(machine, id, { ...payload, _tag }, asked), {
            onSuccess: () => undefined,
            onFailure: (refusal) => refusal._tag
          })
          if (refusal !== refused) return yield* Effect.die(`${machine}/${id} ${_tag}: ${refusal}, not ${refused}`)
        }
        const facts = yield* store.readAll(position, 500)
        if (facts.length === 0) continue
        now = Math.max(now, facts.at(-1)!.at)
        for (const { at, position: upTo } of facts) {
          for (const [actor, told] of toldAlone) told.push(...(yield* school.told({ actor, at }, position, 1)).facts)
          position = upTo
        }
        comesOut = true
        const isHeard = () => people.every((person) => heardWithAll.get(person)!.length >= toldAlone.get(person)!.length)
        yield* Effect.timeout(Effect.repeat(Effect.sleep("1 millis"), { while: () => !isHeard() }), "20 seconds")
        for (const fact of facts) yield* wordsOf(vault, fact)
        const touched = new Map(facts.map(({ stream }) => [JSON.stringify(stream), stream]))
        for (const { id, machine } of touched.values()) {
          const readNow = new Map(people.map((person) => [person, new Set<string>()]))
          for (const actor of people) texts((yield* ofThing(school, machine, id, { actor, at: now })).read, readNow.get(actor)!)
          for (const [person, read] of readNow) for (const text of read) cameAcross.get(person)!.add(text)
          const { words: text } = payload as { readonly words?: string }
          if (text !== undefined && facts.some(({ data }) => (data as { readonly hidden?: boolean }).hidden === true))
            inSilence.push({ by: as, text, readBy: people.filter((person) => readNow.get(person)!.has(text)) })
        }
      }
      for (const actor of people) {
        const all = yield* everything(school, store, { actor, at: now })
        atTheEnd.set(actor, all)
        texts(JSON.parse(all), cameAcross.get(actor)!)
      }
    }).pipe(
      Effect.provide(
        School.layer({ domain, packs: pack, processes }).pipe(Layer.provideMerge(Layer.merge(facts, Vault.layerMemory)))
      ),
      Effect.orDie
    )
  )
})

const finds = (person: string, { text }: Written) =>
  cameAcross.get(person)!.has(text) || atTheEnd.get(person)!.includes(JSON.stringify(text).slice(1, -1))
const coaching = (klass: Private.Class) => klass === "P0" || klass === "P1"
/** The same text outside the coaching space: somebody brought it there. */
const broughtOut = ({ text }: Written) => written.filter((other) => !coaching(other.class) && other.text === text)
/** What nobody said outside it, not even as part of something longer. */
const inside = () =>
  written.filter(
    (one) => coaching(one.class) && !written.some((other) => !coaching(other.class) && other.text.includes(one.text))
  )

describe("a school year, read by everybody as it goes", () => {
  it("holds words of every class, and their own people find them", () => {
    for (const klass of ["P0", "P1", "P2", "P3", "P4"]) {
      const words = written.filter((one) => one.class === klass)
      expect(words.length).toBeGreaterThan(2)
      expect(words.filter((one) => one.by !== undefined && people.includes(one.by) && finds(one.by, one)).length).toBeGreaterThan(
        0
      )
    }
    expect(outside).toEqual(expect.arrayContaining([leader, stranger]))
  })

  it("[C1] gives whoever looks from outside the group no word of a person or of a group: not in a list, a history or a refusal", () => {
    expect(
      inside().flatMap((one) =>
        outside
          .filter((person) => person !== one.by && person !== one.whose && finds(person, one))
          .map((person) => [person, one.place, one.text])
      )
    ).toEqual([])
  })

  it("[C2] lets a word out of the coaching space only by the hand of the one whose it is", () => {
    const out = written.filter((one) => coaching(one.class)).flatMap((one) => broughtOut(one).map((other) => ({ one, other })))
    expect(out.length).toBeGreaterThan(3)
    expect(
      out
        .filter(({ one, other }) => ![one.whose, one.by].includes(other.by) && other.by !== Machine.system)
        .map(({ one, other }) => [one.place, one.whose, other.place, other.by, one.text])
    ).toEqual([])
  })

  it("gives private words to nobody but the one whose they are", () => {
    const owners = (text: string) => written.filter((other) => other.text === text).flatMap(({ by, whose }) => [by, whose])
    expect(
      inside()
        .filter((one) => one.class === "P0")
        .flatMap((one) =>
          people
            .filter((person) => !owners(one.text).includes(person) && finds(person, one))
            .map((person) => [person, one.place, one.text])
        )
    ).toEqual([])
  })

  it("tells who listens among others what it tells them alone, and nothing else", () => {
    expect(heardWithAll).toEqual(toldAlone)
    expect(group.every((person) => toldAlone.get(person)!.length > 50)).toBe(true)
  })

  it("hears that something is out of sight only of what they saw, and when there is nothing more of it for them", () => {
    const lost = [...lostWithAll].flatMap(([person, all]) => all.map((one) => ({ person, ...one })))
    const never = lost.filter(
      ({ id, machine, person, position }) =>
        !toldAlone
          .get(person)!
          .some((fact) => fact.machine === machine && fact.id === id && Number(fact.position) < Number(position))
    )
    expect(never).toEqual([])
    // Her leader's: what Bram opened for his talk, and took back.
    expect(lostWithAll.get("p-hilde")!.map(({ machine }) => machine)).toContain("SharedView")
  })

  it("keeps what is written in silence from everybody but its author until the step is over", () => {
    expect(inSilence.length).toBeGreaterThan(0)
    expect(inSilence.map(({ readBy }) => readBy)).toEqual(inSilence.map(({ by }) => [by]))
    // And then they are shown to all who are there.
    expect(inSilence.filter(({ text }) => people.filter((person) => cameAcross.get(person)!.has(text)).length < 4)).toEqual([])
  })

  it("tells a leader of no session who was there, who was not, and what they did not do", () => {
    expect(atTheEnd.get(leader)).not.toMatch(/"(caseGiver|attendees|absent|NotTried|SessionHeld|PapReported|PapsBrought)"/)
    expect(atTheEnd.get(group[5]!)).toMatch(/"attendees"/)
  })

  it("shows a stranger nothing at all", () => {
    expect(atTheEnd.get(stranger)).not.toMatch(/"state":|"event":/)
  })
})
