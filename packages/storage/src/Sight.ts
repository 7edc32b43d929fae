/**
 * What somebody may see: a thing or nothing at all, and of a thing the words of the classes that are theirs.
 *
 * Words of class P0 are for the one whose they are, whatever role they hold. Words whose key is gone are left out, like
 * words that are not for this viewer. Where those of others stand in a list, the item is left out whole, and so is a
 * fact that carries them: who said something is part of it.
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
  readonly may: (words: Private.Words) => boolean
  readonly read: Reader
}

export const sight = ({ contextFor, entryOf }: Lookup, store: EventStore["Service"], shelf: Shelf, vault: Vault["Service"]) => {
  const sees = Effect.fnUntraced(function* (machine: AnyMachine, id: string, state: State, { actor, at }: Machine.Asked) {
    const needs = roleNeeds(machine.spec, Object.keys(machine.spec.seenBy))
    return Machine.seen(machine, state, yield* contextFor(machine, needs, { id, state, command: undefined, actor, at }))
  })

  /** A thing, whether or not there is anything of it that this viewer sees. */
  const look = Effect.fnUntraced(function* (machine: AnyMachine, stream: StreamName, thing: Thing, viewer: Machine.Asked) {
    const seen = yield* sees(machine, stream.id, thing.state, viewer)
    const looked: Look = { machine, thing, seen, may: mayRead(seen, viewer.actor), read: reader(vault, stream, thing.boxes) }
    return looked
  })

  const visible = Effect.fnUntraced(function* (name: string, id: string, viewer: Machine.Asked) {
    const { machine } = yield* entryOf(name)
    const stream = { machine: name, id }
    const looked = yield* look(machine, stream, yield* shelf.thing(machine, stream), viewer)
    return looked.seen.has("Facts") ? looked : yield* Effect.fail(new NothingToSee({ machine: name, id }))
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
        const seen = Machine.seen(machine, Machine.Start, yield* contextFor(machine, roleNeeds(machine.spec, [role]), nowhere))
        if (!seen.has("Facts")) continue
      }
      return yield* store.find(name)
    }
    return [...ids]
  })

  return { look, mayBeSeen, visible }
}

const mayRead = (seen: ReadonlySet<Machine.Seen>, viewer: string) => (words: Private.Words) => {
  const inside = Private.Words.inside(words)
  return words.class === "P0" ? typeof inside !== "string" && inside.subject === viewer : seen.has(words.class)
}

/** The state of a thing. A field that holds words of a class this viewer does not see is left out whole. */
export const shownState = ({ machine, may, read, seen, thing: { state } }: Look): Effect.Effect<Seen> =>
  view(read, may, withoutUnseen(machine.spec.states[tagOf(state)] ?? {}, seen, state))

const withoutUnseen = (fields: object, seen: ReadonlySet<Machine.Seen>, value: object) =>
  Object.fromEntries(
    Object.entries(value).filter(([field]) => {
      const schema: Parameters<typeof Private.classesIn>[0] | undefined = fields[field as never]
      return schema === undefined || Private.classesIn(schema).every((klass) => klass === "P0" || seen.has(klass))
    })
  )

/** One fact for one viewer; nothing when it carries words that are not for them. */
export const told = Effect.fnUntraced(function* ({ machine, may, read }: Look, fact: Fact) {
  const event = eventOf(machine, fact)
  let mine = true
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
    event: yield* view(read, may, event),
    ...(actor !== undefined && { actor })
  }
  return [seen]
})

const view = Effect.fnUntraced(function* (read: Reader, may: Look["may"], value: unknown) {
  const hidden = Symbol()
  const said = yield* openedWords((words) => (may(words) ? read(words) : Effect.undefined), value)
  const walk = (value: unknown): unknown => {
    if (value instanceof Private.Words) return may(value) ? said.get(value) : hidden
    if (Array.isArray(value)) return value.map(walk).filter((item) => item !== hidden)
    if (typeof value !== "object" || value === null) return value
    const entries = Object.entries(value).map(([field, inner]) => [field, walk(inner)] as const)
    return entries.some(([, inner]) => inner === hidden)
      ? hidden
      : Object.fromEntries(entries.filter(([, inner]) => inner !== undefined))
  }
  return Object.fromEntries(
    Object.entries(value as object).flatMap(([field, inner]) => {
      const shown = walk(inner)
      return shown === hidden || shown === undefined ? [] : [[field, shown]]
    })
  ) as Seen
})
