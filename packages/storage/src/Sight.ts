/**
 * What somebody may see: a thing or nothing at all, and of a thing the words of the classes that are theirs.
 *
 * Words of class P0 are for the one whose they are, whatever role they hold. Words whose key is gone are left out, like
 * words that are not for this viewer. Where those of others stand in a list, the item is left out whole, and so is a
 * fact that carries them: who said something is part of it. Of what happened a viewer hears what was theirs to see when it
 * happened and is still: who comes later does not hear what was said before, and who left hears nothing. Of what is
 * written and not said yet others see that it is there, and by whom; the words come when they are said.
 */
import { Machine, Private } from "@groeikring/core"
import { Effect } from "effect"
import { NothingToSee, type Seen, type Told } from "./Answers.ts"
import { type AnyMachine, type State, tagOf } from "./AnyMachine.ts"
import type { EventStore, Fact, StreamName } from "./EventStore.ts"
import { type Lookup, roleNeeds } from "./Lookup.ts"
import type { Shelf, Thing } from "./Shelf.ts"
import type { Vault } from "./Vault.ts"
import { eventOf, openedWords, reader, type Reader } from "./Words.ts"

/** One thing through the eyes of one viewer. */
export interface Look {
  readonly machine: AnyMachine
  readonly thing: Thing
  readonly seen: ReadonlySet<Machine.Seen>
  readonly viewer: string
  readonly may: (words: Private.Words) => boolean
  readonly read: Reader
}

/** Who somebody is to a thing: what there is of it for them to see. */
export type Eyes = (viewer: Machine.Asked) => Effect.Effect<ReadonlySet<Machine.Seen>>

export const sight = (
  { answersTo, contextFor, entryOf }: Lookup,
  store: EventStore["Service"],
  shelf: Shelf,
  vault: Vault["Service"]
) => {
  /** What there is to see of a thing in one state, for one after the other: what they have in common is looked up once. */
  const eyes = (machine: AnyMachine, id: string, state: State): Eyes => {
    const needs = seeingNeeds(machine.spec, Object.keys(machine.spec.seenBy))
    const common = new Map<number, object>()
    return Effect.fnUntraced(function* ({ actor, at }) {
      let known = common.get(at)
      if (known === undefined) {
        let isTheirs = false
        const question = {
          id,
          state,
          command: undefined,
          at,
          get actor() {
            isTheirs = true
            return actor
          }
        }
        known = yield* answersTo(machine, needs, question)
        // An answer that asked who it is for is for nobody else.
        if (!isTheirs) common.set(at, known)
      }
      return Machine.seen(machine, state, { ...known, actor, at })
    })
  }
  const sees = (machine: AnyMachine, id: string, state: State, viewer: Machine.Asked) => eyes(machine, id, state)(viewer)

  /** A thing, whether or not there is anything of it that this viewer sees. */
  const look = Effect.fnUntraced(function* (machine: AnyMachine, stream: StreamName, thing: Thing, viewer: Machine.Asked) {
    const seen = yield* sees(machine, stream.id, thing.state, viewer)
    return looking(machine, thing, seen, viewer.actor, reader(vault, stream, thing.boxes))
  })

  const visible = Effect.fnUntraced(function* (name: string, id: string, viewer: Machine.Asked) {
    const { machine } = yield* entryOf(name)
    const stream = { machine: name, id }
    const looked = yield* look(machine, stream, yield* shelf.thing(machine, stream), viewer)
    // What does not exist is not there for anybody, also not for who would see it.
    return looked.seen.has("Facts") && looked.thing.version > 0
      ? looked
      : yield* Effect.fail(new NothingToSee({ machine: name, id }))
  })

  /**
   * The things of a machine that this viewer might see; none that they do see is missing. Who holds a role by a field that
   * things are found by is looked up there, and an answer that is the same for every thing is asked once.
   */
  const mayBeSeen = Effect.fnUntraced(function* (name: string, { actor, at }: Machine.Asked) {
    const { answers, machine }: { readonly answers: object; readonly machine: AnyMachine } = yield* entryOf(name)
    const { foundBy, needs, roles, seenBy } = machine.spec
    const ids = new Set<string>()
    for (const [role, sees] of Object.entries(seenBy)) {
      if (!sees.includes("Facts")) continue
      const field = roles[role]!
      if (foundBy.includes(field)) {
        for (const id of yield* store.find(name, { field, value: actor })) ids.add(id)
        continue
      }
      if (field in needs && Effect.isEffect(answers[field as never])) {
        const nowhere = { id: "", state: Machine.Start, command: undefined, actor, at }
        const seen = Machine.seen(machine, Machine.Start, yield* contextFor(machine, seeingNeeds(machine.spec, [role]), nowhere))
        if (!seen.has("Facts")) continue
      }
      return yield* store.find(name)
    }
    return [...ids]
  })

  /** The same viewer, at a moment when the thing was as it is here: they see no more of it than they do now. */
  const then = Effect.fnUntraced(function* (looked: Look, { id }: StreamName, thing: Thing, viewer: Machine.Asked) {
    if (thing.version === looked.thing.version) return looked
    const saw = yield* sees(looked.machine, id, thing.state, viewer)
    return looking(looked.machine, thing, both(looked.seen, saw), viewer.actor, looked.read)
  })

  /** These facts of one thing, in their order, as this viewer may know them. */
  const toldAll = Effect.fnUntraced(function* (looked: Look, facts: ReadonlyArray<Fact>, viewer: Machine.Asked) {
    const walk = shelf.walk()
    const all: Array<Told> = []
    for (const fact of facts) {
      walk.pass(fact)
      const thing = yield* walk.thingAfter(looked.machine, fact)
      const saw = yield* then(looked, fact.stream, thing, viewer)
      if (saw.seen.has("Facts")) all.push(...(yield* told(saw, fact)))
    }
    return all
  })

  return { eyes, look, mayBeSeen, toldAll, visible }
}

export const looking = (
  machine: AnyMachine,
  thing: Thing,
  seen: ReadonlySet<Machine.Seen>,
  viewer: string,
  read: Reader
): Look => ({ machine, thing, seen, viewer, may: mayRead(seen, viewer), read })

/** What there is to see at both moments. */
export const both = (one: ReadonlySet<Machine.Seen>, other: ReadonlySet<Machine.Seen>): ReadonlySet<Machine.Seen> =>
  new Set([...one].filter((kind) => other.has(kind)))

/** The needs that say whether one of these roles sees something. */
const seeingNeeds = (spec: Machine.Spec, roles: ReadonlyArray<string>) =>
  roleNeeds(spec, spec.among === undefined ? roles : [...roles, spec.among])

const mayRead = (seen: ReadonlySet<Machine.Seen>, viewer: string) => (words: Private.Words) => {
  const inside = Private.Words.inside(words)
  return words.class === "P0" ? typeof inside !== "string" && inside.subject === viewer : seen.has(words.class)
}

/** The state of a thing. A field that is not this viewer's, or holds words of a class they do not see, is left out whole. */
export const shownState = (looked: Look): Effect.Effect<Seen> => {
  const {
    machine: { spec },
    seen,
    thing: { state }
  } = looked
  return view(looked, withoutUnseen(spec.states[tagOf(state)] ?? {}, seen.has("Own") ? [] : spec.own, seen, state))
}

const withoutUnseen = (fields: object, own: ReadonlyArray<string>, seen: ReadonlySet<Machine.Seen>, value: object) =>
  Object.fromEntries(
    Object.entries(value).filter(([field]) => {
      const schema: Parameters<typeof Private.classesIn>[0] | undefined = fields[field as never]
      return (
        !own.includes(field) &&
        (schema === undefined || Private.classesIn(schema).every((klass) => klass === "P0" || seen.has(klass)))
      )
    })
  )

/** One fact for one viewer; nothing when it, or a word in it, is not for them. */
export const told = Effect.fnUntraced(function* (looked: Look, fact: Fact) {
  const { machine, may, seen: sees } = looked
  const event = eventOf(machine, fact)
  let mine = sees.has("Own") || machine.spec.events[tagOf(event)]?.own !== true
  Private.mapWords(event, (words) => {
    mine &&= may(words)
    return words
  })
  if (!mine) return []
  const { actor, at, position, stream, version } = fact
  const seen: Told = {
    ...stream,
    version,
    position,
    at,
    event: yield* view(looked, event),
    ...(actor !== undefined && { actor })
  }
  return [seen]
})

const view = Effect.fnUntraced(function* (
  {
    machine: {
      spec: { unsaid }
    },
    may,
    read,
    viewer
  }: Look,
  whole: object
) {
  const hidden = Symbol()
  const isUnsaid = (value: object) =>
    unsaid !== undefined && value[unsaid.while as never] === true && value[unsaid.by as never] !== viewer
  const said = yield* openedWords((words) => (may(words) ? read(words) : Effect.undefined), whole)
  const walk = (value: unknown): unknown => {
    if (value instanceof Private.Words) return may(value) ? said.get(value) : hidden
    if (Array.isArray(value)) return value.map(walk).filter((item) => item !== hidden)
    if (typeof value !== "object" || value === null) return value
    const entries = fieldsOf(value)
    return entries.some(([, inner]) => inner === hidden)
      ? hidden
      : Object.fromEntries(entries.filter(([, inner]) => inner !== undefined))
  }
  const fieldsOf = (value: object) =>
    Object.entries(value)
      .filter(([, inner]) => !(inner instanceof Private.Words && isUnsaid(value)))
      .map(([field, inner]) => [field, walk(inner)] as const)
  return Object.fromEntries(fieldsOf(whole).filter(([, shown]) => shown !== hidden && shown !== undefined)) as Seen
})
