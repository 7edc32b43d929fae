/** What many viewers hear of one fact: worked out once for all who hear the same. */
import type { Machine } from "@groeikring/core"
import { Effect, Result } from "effect"
import type { OutOfSight, Told } from "./Answers.ts"
import type { AnyMachine, State } from "./AnyMachine.ts"
import type { Fact } from "./EventStore.ts"
import type { Lookup } from "./Lookup.ts"
import type { Shelf } from "./Shelf.ts"
import { both, looking, type sight, told } from "./Sight.ts"
import type { Vault } from "./Vault.ts"
import { reader } from "./Words.ts"

/** What one viewer hears of a fact, if anything. */
export interface Hears {
  readonly told: (viewer: Machine.Asked) => Effect.Effect<Told | undefined>
  /** What it takes out of the sight of who is not told of it. */
  readonly lost: (viewer: Machine.Asked) => Effect.Effect<OutOfSight | undefined>
}
/** Goes along with facts in their order. What is heard of one is asked before the next. */
export type Hearing = (fact: Fact) => Effect.Effect<Hears>

const nobody: Hears = { told: () => Effect.undefined, lost: () => Effect.undefined }
const nothing: Effect.Effect<ReadonlySet<Machine.Seen>> = Effect.succeed(new Set())

/** `note` is told of every thing that somebody heard of. */
export const hearing = (
  { entryOf }: Lookup,
  { eyes }: ReturnType<typeof sight>,
  shelf: Shelf,
  vault: Vault["Service"],
  note: (machine: AnyMachine, id: string, state: State, viewer: Machine.Asked) => Effect.Effect<void>
): Hearing => {
  const walk = shelf.walk()
  return Effect.fnUntraced(function* (fact) {
    const { id, machine: name } = fact.stream
    const entry = yield* Effect.result(entryOf(name))
    if (Result.isFailure(entry)) return nobody
    const machine: AnyMachine = entry.success.machine
    const before = yield* walk.thingBefore(machine, fact)
    walk.pass(fact)
    const now = yield* shelf.thing(machine, fact.stream)
    const then = yield* walk.thingAfter(machine, fact)
    const seesNow = eyes(machine, id, now.state)
    const sawThen = then.version === now.version ? undefined : eyes(machine, id, then.state)
    // What is not there yet is not there for anybody.
    const sawBefore = before.version === 0 ? () => nothing : eyes(machine, id, before.state)
    const lost: OutOfSight = { machine: name, id, position: fact.position, outOfSight: true }
    const read = reader(vault, fact.stream, now.boxes)
    const named = namesIn(fact)
    const heard = new Map<string, Told | undefined>()
    const toldTo = Effect.fnUntraced(function* (viewer: Machine.Asked) {
      const { actor } = viewer
      const sees = yield* seesNow(viewer)
      if (!sees.has("Facts")) return undefined
      const seen = sawThen === undefined ? sees : both(sees, yield* sawThen(viewer))
      if (!seen.has("Facts")) return undefined
      // Who is not named in a fact is no one in particular to it: whatever is theirs alone in there is not this viewer's.
      const who = JSON.stringify([...seen].toSorted()) + (named.has(actor) ? actor : "")
      if (!heard.has(who)) heard.set(who, (yield* told(looking(machine, then, seen, actor, read), fact))[0])
      const mine = heard.get(who)
      if (mine !== undefined) yield* note(machine, id, now.state, viewer)
      return mine
    })
    const lostBy = Effect.fnUntraced(function* (viewer: Machine.Asked) {
      const saw = yield* sawBefore(viewer)
      if (!saw.has("Facts")) return undefined
      const sees = yield* seesNow(viewer)
      const seen = sawThen === undefined ? sees : new Set([...sees, ...(yield* sawThen(viewer))])
      return [...saw].every((kind) => seen.has(kind)) ? undefined : lost
    })
    return { told: toldTo, lost: lostBy }
  })
}

/** Every text in a fact that may be somebody. */
const namesIn = ({ boxes, data }: Fact): ReadonlySet<string> => {
  const names = new Set(Object.keys(boxes))
  const look = (value: unknown): void => {
    if (typeof value === "string") names.add(value)
    else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) look(names.add(key) && inner)
  }
  look(data)
  return names
}
