/** All walks of a machine, and everything that came of them. */
import type { Machine } from "@groeikring/core"
import { dice, examples, frozen } from "../Examples.ts"
import { judging, type Step } from "./Answer.ts"
import { emptyJournal, remember } from "./Journal.ts"
import { type Breach, promises } from "./Promises.ts"
import { unreached } from "./Reach.ts"
import type { AnyMachine, Tagged } from "./SecondReading.ts"
import { asShortStory } from "./Shortest.ts"
import { standing } from "./Standing.ts"
import { teller } from "./Teller.ts"
import { beginning, walkFacts, wander, type Walker, walkStory } from "./Walker.ts"
import type { Walks } from "./Walks.ts"

export interface AllWalks {
  /** What is wrong, each in a sentence. */
  readonly problems: ReadonlyArray<string>
  /** The shortest history that was seen with each event. */
  readonly shortest: ReadonlyMap<string, ReadonlyArray<Tagged>>
  /** Of what was let through, a few of each command in each state. */
  readonly told: ReadonlyArray<Step>
  /** The arrows that no command walked. */
  readonly unwalked: ReadonlyArray<string>
}

export const walkAll = (machine: AnyMachine, options: Walks<Machine.Spec>): AllWalks => {
  const { spec } = machine
  const starts = frozen(options.starts ?? [])
  const roll = dice(machine.name)
  const make = examples({ named: namedIn(options.examples ?? {}, starts), roll, seed: machine.name })
  const journal = emptyJournal(spec)
  const judge = judging(machine)
  const walker: Walker = { machine, judge, journal, tell: teller(spec, options, journal, make, roll), roll }

  const begin = beginning(options.at ?? 29_290_530)
  remember(journal, begin, roll)
  const alongStories: ReadonlyArray<Breach> = [
    ...starts.flatMap((facts, n) => walkFacts(walker, begin, facts, `starts[${n}]`)),
    ...(options.stories ?? []).flatMap((story, n) => walkStory(walker, begin, story, `stories[${n}]`))
  ]
  wander(walker, options.steps ?? 9000)

  const onTheWay = [...journal.broken].map(([law, found]) => asShortStory(machine, judge, law, found))
  const neverCome = unreached(spec, journal).map((detail): Breach => ["walked", detail])
  const asItStands = standing(machine, make).filter(([law]) => law !== "stored" || !journal.broken.has("stored"))
  return {
    problems: [...alongStories, ...onTheWay, ...neverCome, ...asItStands].map(
      ([law, detail]) => `${machine.name}: ${promises[law]}. ${detail}`
    ),
    shortest: journal.shortest,
    told: [...journal.done.values()].flat(),
    unwalked: [...journal.unwalked]
  }
}

/** Values by the name of a field: those that are given, and those in the stories. */
const namedIn = (given: Readonly<Record<string, ReadonlyArray<unknown>>>, stories: ReadonlyArray<ReadonlyArray<Tagged>>) => {
  const named = Object.create(null) as Record<string, Array<unknown>>
  for (const [name, values] of Object.entries(given)) named[name] = [...values]
  for (const event of stories.flat()) {
    for (const [name, value] of Object.entries(event)) if (name !== "_tag") (named[name] ??= []).push(value)
  }
  return named
}
