/** The way of a command to the disk: read, decide, seal, append; and what a command that went that way before came to. */
import { Machine, type Refusal } from "@groeikring/core"
import { Effect, Result } from "effect"
import { type Asked, ClockWentBack, CommandIdTaken } from "./Answers.ts"
import { type AnyMachine, type Command, type Event, type State, tagOf } from "./AnyMachine.ts"
import { Conflict, type EventStore, type Fact, nameOf, type StreamName } from "./EventStore.ts"
import { type Lookup, roleNeeds } from "./Lookup.ts"
import { Shelf, type Thing } from "./Shelf.ts"
import type { Vault } from "./Vault.ts"
import { eventOf, sealed } from "./Words.ts"

/** After so many lost races the last conflict is the answer. */
const tries = 8

/** A command on its way: its id is chosen, and it is known which chain it is part of. */
export interface OnItsWay extends Asked {
  readonly command: string
  readonly correlation: string
  /** The command whose facts made a process rule ask for this one. */
  readonly causation?: string
}

/** The facts of a command, and whether they were there before. */
export interface Written {
  readonly repeated: boolean
  readonly facts: readonly [Fact, ...Array<Fact>]
}

/** Somebody else wrote first. */
interface Lost {
  readonly lost: Conflict
}

export const writing = (store: EventStore["Service"], vault: Vault["Service"], shelf: Shelf, { contextFor }: Lookup) => {
  /**
   * The id under which the store keeps a command. Where its facts have no author, whoever reads the store must not learn
   * one from an id that somebody chose, so a pseudonym stands in its place; it is theirs alone, so that nobody finds out
   * by trying the ids of others.
   */
  const idFor = ({ spec }: AnyMachine, { id, machine }: StreamName, command: string, actor: string, asked: string) =>
    hidesAuthor(spec, command) ? vault.pseudonym(machine, id, actor, asked) : Effect.succeed(asked)

  /** The facts of this command of this person; `"Taken"` when something else was asked under its id. */
  const writtenBefore = Effect.fnUntraced(function* (
    machine: AnyMachine,
    stream: StreamName,
    tag: string,
    id: string,
    actor: string
  ) {
    const facts = yield* store.writtenBy(stream, id)
    const { emits } = machine.spec.commands[tag]!
    return !isSome(facts)
      ? undefined
      : facts.every((fact) => (fact.actor ?? actor) === actor && emits.includes(tagOf(eventOf(machine, fact))))
        ? facts
        : "Taken"
  })

  const write = Effect.fnUntraced(function* (
    machine: AnyMachine,
    stream: StreamName,
    command: Command,
    asked: OnItsWay,
    mayBeRepeated: boolean
  ): Effect.fn.Return<Written, Refusal.Refusal> {
    const tag = tagOf(command)
    const row = machine.spec.commands[tag]!
    const id = yield* idFor(machine, stream, tag, asked.actor, asked.command)
    const known = mayBeRepeated ? yield* writtenBefore(machine, stream, tag, id, asked.actor) : undefined
    if (known === "Taken" && asked.causation !== undefined) {
      // Nobody stops a process rule by using its key first.
      return yield* write(machine, stream, command, { ...asked, command: `${asked.command}, again` }, true)
    }
    if (known !== undefined && known !== "Taken") return { repeated: true, facts: known }
    const needs = [...(row.needs ?? []), ...roleNeeds(machine.spec, row.by)]
    /** One try at a thing as it is here. A race that is lost is a value: who tries knows what to do then. */
    const attempt = Effect.fnUntraced(function* (before: Thing): Effect.fn.Return<Written | Lost, Refusal.Refusal> {
      // A process rule acts when its fact happened, or when the thing it acts on last changed.
      const at = asked.causation === undefined ? asked.at : Math.max(asked.at, before.at)
      const context = yield* contextFor(machine, needs, { id: stream.id, state: before.state, command, actor: asked.actor, at })
      // Who may not ask hears that first, and nothing else: not even that there is something.
      if (
        asked.expected !== undefined &&
        asked.expected !== before.version &&
        Machine.isFor(machine, before.state, tag, context)
      ) {
        return yield* Effect.fail(new Conflict({ stream: nameOf(stream), expected: asked.expected, actual: before.version }))
      }
      const stepped: Result.Result<{ readonly events: ReadonlyArray<Event>; readonly state: State }, Refusal.Refusal> =
        Machine.step(machine, before.state, command, context)
      if (Result.isFailure(stepped)) return yield* Effect.fail(stepped.failure)
      const { events, state } = stepped.success
      if (known === "Taken") return yield* Effect.fail(new CommandIdTaken({ command: asked.command }))
      if (at < before.at) return yield* Effect.fail(new ClockWentBack({ at, last: before.at }))
      const facts = yield* Effect.forEach(events, (event, n) =>
        sealed(vault, machine, event, {
          stream,
          version: before.version + n + 1,
          subjects: { ...before.state, ...state, ...event, actor: asked.actor },
          actor: machine.spec.events[tagOf(event)]!.anonymous ? undefined : asked.actor
        })
      )
      const chain = chainOf(machine.spec, tag, id, asked)
      const written = yield* Effect.result(
        store.append({
          stream,
          expected: before.version,
          // A machine answers with at least one fact.
          facts: facts.map(({ fact }) => fact) as never,
          at,
          command: id,
          ...chain,
          links: linksOf(machine.spec, state)
        })
      )
      if (Result.isFailure(written)) return { lost: written.failure }
      const { position, repeated } = written.success
      // Somebody may have used the id between our looking and our writing.
      const now = repeated
        ? yield* writtenBefore(machine, stream, tag, id, asked.actor)
        : facts.length === 1
          ? [{ ...facts[0]!.fact, stream, version: before.version + 1, position, at, command: id, ...chain }]
          : // Where each of several stands in the order of all, only the store knows.
            (yield* store.read(stream, before.version)).slice(0, facts.length)
      if (now === undefined || now === "Taken" || !isSome(now)) {
        return yield* Effect.fail(new CommandIdTaken({ command: asked.command }))
      }
      if (!repeated) shelf.grew(machine, stream, before, now)
      return { repeated, facts: now }
    })

    // What is at hand is most often how it is, and the store writes nothing when it is not: then a look was saved. A no is
    // never said of what is at hand.
    const guess = shelf.atHand(stream) ?? (Machine.commandsFrom(machine, Machine.Start).includes(tag) ? Shelf.nothing : undefined)
    if (guess !== undefined) {
      const came = yield* Effect.result(attempt(guess))
      if (Result.isSuccess(came) && !("lost" in came.success)) return came.success
    }
    for (let left = tries; ; left--) {
      const before = yield* shelf.thing(machine, stream)
      const came = yield* Effect.result(attempt(before))
      if (Result.isFailure(came)) {
        const { failure } = came
        return yield* Effect.fail(
          failure._tag === "IllegalCommand" ? yield* withWholeMenu(machine, stream.id, before, command, asked) : failure
        )
      }
      if (!("lost" in came.success)) return came.success
      if (left === 1 || asked.expected !== undefined) return yield* Effect.fail(came.success.lost)
    }
  })

  /** Not from here, but what then? To name every other command for this actor takes all facts that say who is who. */
  const withWholeMenu = Effect.fnUntraced(function* (
    machine: AnyMachine,
    id: string,
    { at: last, state }: Thing,
    command: Command,
    { actor, at: asked, causation }: OnItsWay
  ) {
    const at = causation === undefined ? asked : Math.max(asked, last)
    const context = yield* contextFor(machine, Object.keys(machine.spec.needs), { id, state, command, actor, at })
    return Result.merge(Machine.decide(machine, state, command as never, context)) as unknown as Refusal.Refusal
  })

  /** Was something sent to this thing under this id, by this person if it matters who? */
  const wasSent = Effect.fnUntraced(function* (
    machine: AnyMachine,
    stream: StreamName,
    asked: string,
    actor: string | undefined
  ) {
    const facts = yield* store.writtenBy(stream, asked)
    if (facts.some((fact) => actor === undefined || fact.actor === actor)) return true
    if (actor === undefined || !Object.values(machine.spec.events).some(({ anonymous }) => anonymous)) return false
    return (yield* store.writtenBy(stream, yield* vault.pseudonym(stream.machine, stream.id, actor, asked))).length > 0
  })

  return { write, wasSent }
}

const isSome = (facts: ReadonlyArray<Fact>): facts is readonly [Fact, ...Array<Fact>] => facts.length > 0

const hidesAuthor = ({ commands, events }: Machine.Spec, command: string) =>
  commands[command]!.emits.some((event) => events[event]!.anonymous)

/** The chain a command is part of. Where a fact has no author its chain begins with it: what came before could tell. */
const chainOf = (spec: Machine.Spec, tag: string, id: string, { causation, correlation }: OnItsWay) =>
  hidesAuthor(spec, tag) ? { correlation: id } : { correlation, ...(causation !== undefined && { causation }) }

/** By what a thing in this state is found. */
export const linksOf = ({ foundBy }: Machine.Spec, state: State) =>
  Object.fromEntries(
    foundBy.flatMap((field) => {
      const value: unknown = state[field as never]
      return typeof value === "string" ? [[field, [value]]] : Array.isArray(value) ? [[field, value]] : []
    })
  )
