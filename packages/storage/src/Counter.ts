/** The counter of a school: what is asked of it, handed to whoever knows. */
import { Elsewhere, Machine, Private } from "@groeikring/core"
import type { Refusal } from "@groeikring/core"
import { Effect, Result } from "effect"
import {
  type Counter,
  NoSuchSuggestion,
  type Options,
  type Possible,
  ReservedActor,
  type Sent,
  type Suggestion
} from "./Answers.ts"
import { type AnyMachine, tagOf } from "./AnyMachine.ts"
import { EventStore, type StreamName } from "./EventStore.ts"
import { following } from "./Following.ts"
import { hearing } from "./Hearing.ts"
import { lookup } from "./Lookup.ts"
import { rowsNow } from "./Projecting.ts"
import { type Performed, reacting } from "./Reacting.ts"
import { readings } from "./Readings.ts"
import { Rows } from "./Rows.ts"
import { Shelf } from "./Shelf.ts"
import { shownState, sight, told } from "./Sight.ts"
import { Vault } from "./Vault.ts"
import { writing } from "./Writing.ts"

export const counter = Effect.fnUntraced(function* (options: Options) {
  const store = yield* EventStore
  const rows = yield* Rows
  const vault = yield* Vault
  const shelf = new Shelf(store)
  const knowing = lookup(options, store, shelf, vault)
  const { contextFor, entryOf } = knowing
  const looks = sight(knowing, store, shelf, vault)
  const { look, mayBeSeen, toldAll, visible } = looks
  const log = readings(rows, options.packs.settings.accessLogMonths)
  const wrote = writing(store, vault, shelf, knowing)
  const { due, opened, perform, standsOpen, suggestedTo, tend } = reacting(options, store, rows, vault, shelf, knowing, wrote)

  /** What the one who sent it hears: what they caused, and of the thing what they may see. */
  const answered = Effect.fnUntraced(function* (
    machine: AnyMachine,
    stream: StreamName,
    { facts, reactions, repeated, thing }: Performed,
    asked: Machine.Asked
  ): Effect.fn.Return<Sent> {
    const looked = yield* look(machine, stream, thing, asked)
    const events = (yield* Effect.forEach(facts, (fact) => told(looked, fact))).flat().map(({ event }) => event)
    const state = looked.seen.has("Facts") ? yield* shownState(looked) : { _tag: tagOf(thing.state) }
    const { position, version } = facts.at(-1) ?? facts[0]
    return { version, position, repeated, events, state, reactions }
  })

  const hears = () => hearing(knowing, looks, shelf, vault, log.note)
  const follow = following(store, hears)

  const school: Counter = {
    send: Effect.fn("School.send")(function* (name, id, input, asked) {
      const { machine } = yield* entryOf(name)
      if (asked.actor === Machine.system) return yield* Effect.fail(new ReservedActor({ actor: asked.actor }))
      const command = yield* Effect.fromResult(Machine.commandFrom(machine as AnyMachine, input))
      const stream = { machine: name, id }
      return yield* answered(machine, stream, yield* perform(machine, stream, command, asked), asked)
    }),
    show: Effect.fn("School.show")(function* (name, id, viewer) {
      const looked = yield* visible(name, id, viewer)
      yield* log.note(looked.machine, id, looked.thing.state, viewer)
      return { version: looked.thing.version, state: yield* shownState(looked) }
    }),
    possible: Effect.fn("School.possible")(function* (name, id, viewer) {
      const { machine } = yield* entryOf(name)
      const { state } = yield* shelf.thing(machine, { machine: name, id })
      const { actor, at } = viewer
      const context = yield* contextFor(machine, Object.keys(machine.spec.needs), { id, state, command: undefined, actor, at })
      return Object.fromEntries(
        Object.entries(Machine.possible(machine as AnyMachine, state, context)).map(([command, can]): [string, Possible] => [
          command,
          Array.isArray(can)
            ? { can: true, events: can.map(tagOf), asks: [] }
            : can instanceof Machine.NeedsInput
              ? { can: true, events: machine.spec.commands[command].emits, asks: can.fields }
              : { can: false, because: can as Refusal.Refusal }
        ])
      )
    }),
    history: Effect.fn("School.history")(function* (name, id, viewer) {
      const looked = yield* visible(name, id, viewer)
      yield* log.note(looked.machine, id, looked.thing.state, viewer)
      return yield* toldAll(looked, yield* store.read({ machine: name, id }), viewer)
    }),
    list: Effect.fn("School.list")(function* (name, viewer, by = {}) {
      let ids = yield* mayBeSeen(name, viewer)
      const wanted = Object.entries(by)
      for (const [field, value] of wanted) {
        const found = new Set(yield* store.find(name, { field, value }))
        ids = ids.filter((id) => found.has(id))
      }
      const isListed = Effect.fnUntraced(function* (id: string) {
        const looked = yield* visible(name, id, viewer)
        if (wanted.length === 0) return true
        // Nobody finds a thing by what they do not see of it.
        const state = yield* shownState(looked)
        return wanted.every(([field, value]) => [state[field]].flat().includes(value))
      })
      return yield* Effect.filter(ids, (id) => Effect.orElseSucceed(isListed(id), () => false))
    }),
    query: Effect.fn("School.query")(function* (projection, viewer, by) {
      const all = yield* rowsNow(projection, store, rows, by)
      return yield* Effect.filter(all, ({ key, row }) => {
        const { id, machine } = projection.of(key, row)
        return visible(machine, id, viewer).pipe(
          Effect.tap((looked) => log.note(looked.machine, id, looked.thing.state, viewer)),
          Effect.result,
          Effect.map(Result.isSuccess)
        )
      })
    }),
    overview: Effect.fn("School.overview")(function* (overview, id, viewer) {
      const { thing } = yield* visible(overview.of, id, viewer)
      // That this is a state of the machine it is beside, is known because it was replayed by it.
      const asked = overview.read({ id, state: thing.state as never }, viewer.at)
      return yield* Effect.provideService(asked, Elsewhere.Elsewhere, knowing.elsewhere)
    }),
    follow,
    told: Effect.fn("School.told")(function* (viewer, after, limit) {
      const facts = yield* store.readAll(after, limit)
      const hear = hears()
      const heard = yield* Effect.forEach(facts, (fact) => Effect.flatMap(hear(fact), ({ told }) => told(viewer)))
      return { facts: heard.filter((told) => told !== undefined), upTo: facts.at(-1)?.position ?? after }
    }),
    isCheckpoint: store.isCheckpoint,
    suggestions: Effect.fn("School.suggestions")(function* (person) {
      const open = yield* Effect.filter(yield* suggestedTo(person), (suggested) => standsOpen(suggested, person))
      const all = yield* Effect.forEach(
        open,
        Effect.fnUntraced(function* ({ asked, fact, machine: from }) {
          const { key, rule } = asked
          const said = { key, rule, ...("from" in asked && { from: asked.from }) }
          if (asked._tag !== "Suggest") {
            const at = (asked._tag === "Tell" ? asked.at : undefined) ?? fact.stream
            const card: Suggestion = { ...said, ...at, ...(asked._tag === "Tell" && { card: asked.card }) }
            return card
          }
          const command = yield* opened(from, fact, asked.command)
          const { id, machine } = asked
          const suggestion: Suggestion = { ...said, machine, id, command: Private.mapWords(command, Private.Words.inside) }
          return suggestion
        })
      )
      // Two facts may suggest the very same; once is enough.
      const said = all.map(({ key: _, ...suggestion }) => JSON.stringify(suggestion))
      return all.filter((_, n) => said.indexOf(said[n]!) === n)
    }),
    accept: Effect.fn("School.accept")(function* (key, asked) {
      const suggested = (yield* suggestedTo(asked)).find((one) => one.asked.key === key)
      if (suggested?.asked._tag !== "Suggest") return yield* Effect.fail(new NoSuchSuggestion({ key }))
      const { command, id, machine: name } = suggested.asked
      const { machine } = yield* entryOf(name)
      const stream = { machine: name, id }
      // By the same door as what anybody sends: some of it may be for this person alone to say.
      const said = Private.mapWords(yield* opened(suggested.machine, suggested.fact, command), Private.Words.inside)
      const input = yield* Effect.fromResult(Machine.commandFrom(machine as AnyMachine, said))
      return yield* answered(machine, stream, yield* perform(machine, stream, input, { ...asked, command: key }), asked)
    }),
    wasSent: Effect.fn("School.wasSent")(function* (name, id, command, actor) {
      const entry = yield* Effect.result(entryOf(name))
      const stream = { machine: name, id }
      return Result.isSuccess(entry) && (yield* wrote.wasSent(entry.success.machine, stream, command, actor))
    }),
    due: Effect.fn("School.due")(due),
    tend: Effect.fn("School.tend")((at) => Effect.andThen(log.clean(at), tend(at))),
    readings: Effect.fn("School.readings")(({ actor }) => log.of(actor))
  }
  return school
})
