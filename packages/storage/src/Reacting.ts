/**
 * The process rules at work: what they ask for is sent as soon as a fact is there, and again by `tend`. Doing it twice
 * does it once, because everything is sent under a key that the fact decides.
 */
import { Elsewhere, Machine, Private, Process, type Refusal } from "@groeikring/core"
import { Effect, Result } from "effect"
import { type Entry, agenda, type Place } from "./Agenda.ts"
import { type Asked, type Due, type Options, type Reacted, RulesGoRound } from "./Answers.ts"
import { type AnyMachine, type Command, tagOf } from "./AnyMachine.ts"
import { erasedBy } from "./Erasing.ts"
import type { EventStore, Fact, StreamName } from "./EventStore.ts"
import { type Lookup, roleNeeds } from "./Lookup.ts"
import type { Rows } from "./Rows.ts"
import type { Shelf, Thing } from "./Shelf.ts"
import type { Vault } from "./Vault.ts"
import { eventOf, openedWords, reader } from "./Words.ts"
import type { OnItsWay, writing, Written } from "./Writing.ts"

/** So long is the longest chain of rules that one command sets off. */
const longest = 32

/** So many keys of what was sent here are remembered; the oldest makes room. */
const room = 100_000

export interface Performed extends Written {
  /** The thing right after the command. */
  readonly thing: Thing
  readonly reactions: ReadonlyArray<Reacted>
}

export const reacting = (
  { domain, packs: { settings }, processes }: Options,
  store: EventStore["Service"],
  rows: Rows["Service"],
  vault: Vault["Service"],
  shelf: Shelf,
  { contextFor, elsewhere, entryOf }: Lookup,
  { wasSent, write }: ReturnType<typeof writing>
) => {
  const { catchUp, dueAt, suggesting, tick } = agenda(
    rows,
    store,
    JSON.stringify([processes.map(({ event, machine, rule }) => [rule, machine, event]), settings])
  )

  const perform = Effect.fnUntraced(function* (
    machine: AnyMachine,
    stream: StreamName,
    command: Command,
    asked: Asked & Partial<OnItsWay>,
    /** How long the chain of rules is that led to it. */
    depth = 0
  ): Effect.fn.Return<Performed, Refusal.Refusal> {
    const id = asked.command ?? crypto.randomUUID()
    const onItsWay = { ...asked, command: id, correlation: asked.correlation ?? id }
    const { facts, repeated } = yield* write(machine, stream, command, onItsWay, asked.command !== undefined)
    yield* forgetting(machine, stream, facts)
    const thing = yield* shelf.thingAt(machine, stream, facts.at(-1)!.version)
    // What was written before may still wait for its rules.
    return { facts, repeated, thing, reactions: repeated ? [] : yield* react(machine, facts, asked.at, depth) }
  })

  const forgetting = (machine: AnyMachine, stream: StreamName, facts: ReadonlyArray<Fact>) =>
    facts.some(({ type }) => machine.spec.events[type]?.forgets) ? vault.forget({ stream }) : Effect.void

  /** The facts that any rule is about. */
  const ruled = new Set(processes.map(({ event, machine }) => `${machine} ${event}`))

  /** What the process rules ask for because of one fact. */
  const askedBy = Effect.fnUntraced(function* (
    machine: AnyMachine,
    fact: Fact,
    thingAfter: (machine: AnyMachine, fact: Fact) => Effect.Effect<Thing>
  ) {
    if (!ruled.has(`${machine.name} ${fact.type}`)) return []
    const { state } = yield* thingAfter(machine, fact)
    const happened = { id: fact.stream.id, version: fact.version, at: fact.at, state, settings }
    return yield* Effect.provideService(
      Process.reactions(processes, machine, eventOf(machine, fact), happened as never),
      Elsewhere.Elsewhere,
      elsewhere
    )
  })

  const react = Effect.fnUntraced(function* (
    machine: AnyMachine,
    facts: ReadonlyArray<Fact>,
    at: number,
    depth: number
  ): Effect.fn.Return<ReadonlyArray<Reacted>> {
    const done: Array<Reacted> = []
    for (const fact of facts) {
      for (const asked of yield* askedBy(machine, fact, thingAt)) {
        if (asked._tag === "Send" && isDue(asked, at)) done.push(...(yield* sendNow(machine, fact, asked, at, depth)))
      }
    }
    return done
  })
  const thingAt = (machine: AnyMachine, { stream, version }: Fact) => shelf.thingAt(machine, stream, version)

  /** The keys of what was sent here and written, until the agenda has it: whoever ticks need not send it again to know that. */
  const sent = new Set<string>()
  const remember = (key: string) => {
    sent.add(key)
    if (sent.size > room) sent.delete(sent.keys().next().value!)
  }

  const sendNow = Effect.fnUntraced(function* (
    from: AnyMachine,
    fact: Fact,
    asked: Sending,
    at: number,
    depth: number
  ): Effect.fn.Return<ReadonlyArray<Reacted>> {
    const { as: actor, command, id, key, machine: name, rule } = asked
    const outcome = yield* Effect.result(
      Effect.gen(function* () {
        if (depth >= longest) return yield* Effect.fail<Refusal.Refusal>(new RulesGoRound({ rule }))
        const { machine } = yield* entryOf(name)
        const moment = Math.max(at, fact.at)
        const { correlation, command: causation } = fact
        const onItsWay = { actor, at: moment, command: key, correlation, causation }
        const input = yield* opened(from, fact, command)
        return yield* perform(machine, { machine: name, id }, input, onItsWay, depth + 1)
      })
    )
    const about = { rule, machine: name, id, command: tagOf(command) }
    if (Result.isFailure(outcome)) return [{ ...about, events: [], refusal: outcome.failure }]
    remember(key)
    const { facts, reactions, repeated } = outcome.success
    return repeated ? [] : [{ ...about, events: facts.map(({ type }) => type) }, ...reactions]
  })

  /** A rule that passes words on to another stream speaks for their owner: they are opened here and sealed anew there. */
  const opened = Effect.fnUntraced(function* (machine: AnyMachine, { stream }: Fact, command: Machine.Tagged<string>) {
    const { boxes } = yield* shelf.thing(machine, stream)
    const said = yield* openedWords(reader(vault, stream, boxes), command)
    return Private.mapWords(command, (words) => new Private.Words(words, said.get(words) ?? ""))
  })

  /** What a fact asks for, by who it is for and when it is due; `send` says whether something is still to be done. */
  const entryFor = Effect.fnUntraced(function* (
    machine: AnyMachine,
    fact: Fact,
    thingAfter: (machine: AnyMachine, fact: Fact) => Effect.Effect<Thing>,
    send: (send: Sending) => Effect.Effect<"Done" | "Waiting">
  ): Effect.fn.Return<Entry> {
    const to: Array<string> = []
    const waiting: Array<number> = []
    for (const asked of yield* askedBy(machine, fact, thingAfter)) {
      if (asked._tag !== "Send") to.push(asked.to)
      else if ((yield* send(asked)) === "Waiting") waiting.push(asked.notBefore ?? fact.at)
    }
    return { to, waiting }
  })
  const asksNothing: Entry = { to: [], waiting: [] }

  /** Brings the agenda up to the last fact. */
  const lookAtAll = (send: (machine: AnyMachine, fact: Fact, send: Sending) => Effect.Effect<"Done" | "Waiting">) =>
    catchUp(() => {
      const walk = shelf.walk()
      return Effect.fnUntraced(function* (fact, isDone) {
        const erased = erasedBy(fact)
        if (erased !== undefined) yield* vault.forget({ subject: erased })
        const entry = domain[fact.stream.machine]
        if (entry === undefined) return asksNothing
        const machine: AnyMachine = entry.machine
        walk.pass(fact)
        yield* forgetting(machine, fact.stream, [fact])
        return yield* entryFor(machine, fact, walk.thingAfter, (asked) =>
          sent.delete(asked.key) || isDone(asked) ? Effect.succeed("Done") : send(machine, fact, asked)
        )
      })
    })
  const factAt = ({ version, ...stream }: Place) => Effect.map(store.read(stream, version - 1), ([fact]) => fact!)

  /** Does what was left by a crash and what is due by now. */
  const tend = Effect.fnUntraced(function* (at: number) {
    const done: Array<Reacted> = []
    const sendIfDue = Effect.fnUntraced(function* (machine: AnyMachine, fact: Fact, asked: Sending) {
      if (!isDue(asked, at)) return "Waiting"
      const reacted = yield* sendNow(machine, fact, asked, at, 0)
      done.push(...reacted)
      // To lose a race is no reason not to do it next time.
      return reacted.some(({ refusal }) => refusal?._tag === "Conflict") ? "Waiting" : "Done"
    })
    yield* lookAtAll(sendIfDue)
    yield* tick(at, factAt, (fact) => {
      const entry = domain[fact.stream.machine]
      return entry === undefined
        ? Effect.succeed(asksNothing)
        : entryFor(entry.machine, fact, thingAt, (asked) => sendIfDue(entry.machine, fact, asked))
    })
    return done
  })

  /** What `tend` would send at this moment. */
  const due = Effect.fnUntraced(function* (at: number) {
    yield* lookAtAll(() => Effect.succeed("Waiting"))
    const all: Array<Due> = []
    for (const place of yield* dueAt(at)) {
      const entry = domain[place.machine]
      if (entry === undefined) continue
      for (const asked of yield* askedBy(entry.machine, yield* factAt(place), thingAt)) {
        if (asked._tag !== "Send" || !isDue(asked, at)) continue
        const { command, id, key, machine, rule } = asked
        if ((yield* store.writtenBy({ machine, id }, key)).length === 0) all.push({ rule, machine, id, command: tagOf(command) })
      }
    }
    return all
  })

  /** What is suggested to a person at this moment, with the fact it comes from; also what they took already. */
  const suggestedTo = Effect.fnUntraced(function* ({ actor, at }: Machine.Asked) {
    yield* lookAtAll(() => Effect.succeed("Waiting"))
    const open: Array<Suggested> = []
    for (const place of yield* suggesting(actor)) {
      const entry = domain[place.machine]
      if (entry === undefined) continue
      const machine: AnyMachine = entry.machine
      const fact = yield* factAt(place)
      for (const asked of yield* askedBy(machine, fact, thingAt)) {
        if (asked._tag === "Send" || asked.to !== actor || !isDue(asked, at) || (asked.notAfter ?? at) < at) continue
        if (asked.whileIn !== undefined && !asked.whileIn.includes(tagOf((yield* shelf.thing(machine, fact.stream)).state)))
          continue
        open.push({ machine, fact, asked })
      }
    }
    return open.toSorted((one, other) => one.fact.at - other.fact.at)
  })

  /** Can this person still do what is suggested, and did they not do so? */
  const standsOpen = Effect.fnUntraced(function* ({ asked }: Suggested, { actor, at }: Machine.Asked) {
    if (asked._tag !== "Suggest") return true
    const entry = domain[asked.machine]
    if (entry === undefined) return false
    const machine: AnyMachine = entry.machine
    const stream = { machine: asked.machine, id: asked.id }
    const tag = asked.command._tag
    const { state } = yield* shelf.thing(machine, stream)
    const menu: ReadonlyArray<string> = Machine.commandsFrom(machine, state)
    if (!menu.includes(tag)) return false
    const { by, needs: asks = [] } = machine.spec.commands[tag]!
    const guard: ((state: never, context: never) => unknown) | undefined = machine.rules.guard?.[tag]
    const needs = [...roleNeeds(machine.spec, by), ...(guard === undefined ? [] : asks)]
    const context = yield* contextFor(machine, needs, { id: asked.id, state, command: asked.command, actor, at })
    if (!Machine.isFor(machine, state, tag, context) || guard?.(state as never, context) !== undefined) return false
    return !(yield* wasSent(machine, stream, asked.key, actor))
  })

  return { perform, tend, due, suggestedTo, standsOpen, opened }
}

/** Something a rule wants to be sent. */
type Sending = Process.Send & { readonly key: string; readonly rule: string }

/** Something a rule showed to a person, and the fact that made it do so. */
export interface Suggested {
  readonly machine: AnyMachine
  readonly fact: Fact
  readonly asked: Process.Keyed
}

const isDue = ({ notBefore = 0 }: { readonly notBefore?: number }, at: number) => notBefore <= at
