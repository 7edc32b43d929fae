/** Things as they are now, kept at hand: a thing is read once, and from then on only what happened since. */
import { Machine } from "@groeikring/core"
import { Effect, Result } from "effect"
import { type AnyMachine, type Event, type State, tagOf } from "./AnyMachine.ts"
import { type EventStore, type Fact, nameOf, type StreamName } from "./EventStore.ts"
import { type Boxes, eventOf } from "./Words.ts"

export interface Thing {
  readonly state: State
  readonly version: number
  /** When it last changed. */
  readonly at: number
  readonly boxes: Boxes
}
/** A reading of all facts, one by one. */
export interface Walk {
  readonly pass: (fact: Fact) => void
  /** The thing right before a fact that was not passed yet. */
  readonly thingBefore: (machine: AnyMachine, fact: Fact) => Effect.Effect<Thing>
  /** The thing right after the fact that was passed last in its stream. */
  readonly thingAfter: (machine: AnyMachine, fact: Fact) => Effect.Effect<Thing>
}
const nothing: Thing = { state: Machine.Start, version: 0, at: 0, boxes: new Map() }

/** How many things are kept at hand; what was used longest ago makes room. */
const room = 2_000

export class Shelf {
  /** What there is of a thing before it began. */
  static readonly nothing = nothing
  readonly #things = new Map<string, Thing>()
  readonly #store: EventStore["Service"]
  constructor(store: EventStore["Service"]) {
    this.#store = store
  }

  /** The thing as it is now. A history that contradicts its machine is a defect: the store is damaged or of another version. */
  thing(machine: AnyMachine, stream: StreamName): Effect.Effect<Thing> {
    const name = nameOf(stream)
    const known = this.#things.get(name) ?? nothing
    return Effect.map(this.#store.read(stream, known.version), (facts) =>
      this.#kept(name, facts.length === 0 ? known : after(machine, known, facts))
    )
  }

  /** The thing as it was when somebody last looked, if it is at hand: it may have changed since. */
  atHand(stream: StreamName): Thing | undefined {
    return this.#things.get(nameOf(stream))
  }

  /** These facts were just written behind a thing that was read here, so that nobody has to read them again. */
  grew(machine: AnyMachine, stream: StreamName, before: Thing, facts: ReadonlyArray<Fact>): void {
    this.#kept(nameOf(stream), after(machine, before, facts))
  }

  #kept(name: string, thing: Thing): Thing {
    this.#things.delete(name)
    if (thing.version > 0) this.#things.set(name, thing)
    if (this.#things.size > room) this.#things.delete(this.#things.keys().next().value!)
    return thing
  }

  /** The thing as it was right after one of its facts. */
  thingAt(machine: AnyMachine, stream: StreamName, version: number): Effect.Effect<Thing> {
    const known = this.#things.get(nameOf(stream)) ?? nothing
    if (known.version === version) return Effect.succeed(known)
    const from = known.version < version ? known : nothing
    return Effect.map(this.#store.read(stream, from.version), (facts) =>
      after(machine, from, facts.slice(0, version - from.version))
    )
  }

  /** Goes along with facts in their order, so that each is replayed at most once, however many of them are looked at. */
  walk(): Walk {
    const passed = new Map<string, { at: Thing; readonly waiting: Array<Fact> }>()
    return {
      pass: (fact) => {
        const name = nameOf(fact.stream)
        const along = passed.get(name) ?? { at: nothing, waiting: [] }
        along.waiting.push(fact)
        passed.delete(name)
        passed.set(name, along)
        if (passed.size > room) passed.delete(passed.keys().next().value!)
      },
      thingBefore: (machine, fact) => {
        const name = nameOf(fact.stream)
        const along = passed.get(name)
        const isNext = along !== undefined && along.at.version + along.waiting.length === fact.version - 1
        const before = isNext
          ? Effect.sync(() => after(machine, along.at, along.waiting))
          : this.thingAt(machine, fact.stream, fact.version - 1)
        return Effect.map(before, (at) => {
          passed.set(name, { at, waiting: [] })
          return at
        })
      },
      thingAfter: (machine, fact) => {
        const along = passed.get(nameOf(fact.stream))!
        const [first] = along.waiting
        if (first === undefined) return Effect.succeed(along.at)
        // A walk that began in the middle has not seen what came before.
        const before =
          first.version === along.at.version + 1
            ? Effect.succeed(along.at)
            : this.thingAt(machine, fact.stream, first.version - 1)
        return Effect.map(before, (thing) => (along.at = after(machine, thing, along.waiting.splice(0))))
      }
    }
  }
}

const after = (machine: AnyMachine, before: Thing, facts: ReadonlyArray<Fact>): Thing => {
  const boxes = new Map(before.boxes)
  const events = facts.map((fact) => eventOf(machine, fact))
  facts.forEach(({ boxes: sealed, type, version }, n) => {
    const event = events[n]!
    if (Object.keys(sealed).length > 0) boxes.set(version, { type, boxes: sealed, of: event })
    for (const taken of takenBack(machine, event, boxes)) boxes.delete(taken)
  })
  const { at, version } = facts.at(-1) ?? before
  return { state: Result.getOrThrow(Machine.replay(machine, events, before.state)), version, at, boxes }
}

/** The versions of the facts that this one takes back: their words are at hand for nobody any more. */
const takenBack = ({ spec: { events } }: AnyMachine, event: Event, boxes: Boxes): ReadonlyArray<number> => {
  const taking = events[tagOf(event)]?.takesBack
  return taking === undefined
    ? []
    : [...boxes].flatMap(([version, { of }]) =>
        tagOf(of) === taking.event && of[taking.named as never] === event[taking.by as never] ? [version] : []
      )
}
