/** Machines for the counter's harder promises: a box of ideas without authors, and bells that ring each other. */
import { Domain, Elsewhere, Machine, Private, Process, Vocabulary } from "@groeikring/core"
import { pack } from "@groeikring/pack-nl"
import { Effect, Layer, Schema } from "effect"
import { type Counter, EventStore, MemoryStore, Rows, School, Vault } from "../src/index.ts"

const Idea = Private.text({ class: "P1", max: 100, subject: "stream" })
const Signed = Private.text({ class: "P1", max: 100, subject: "actor" })
const box = { keeper: Vocabulary.Person, members: Vocabulary.People, ideas: Schema.Int }

export const BoxLifecycle = Machine.lifecycle("Box", {
  roles: { Keeper: "keeper", Member: "members" },
  foundBy: ["members"],
  seenBy: { Keeper: ["Facts"], Member: ["Facts", "P1"] },
  states: { Hanging: box, Emptied: box },
  events: {
    BoxHung: { from: ["Start"], to: "Hanging", payload: { keeper: Vocabulary.Person, members: Vocabulary.People } },
    IdeaDropped: { from: ["Hanging"], to: "Same", payload: { idea: Idea }, anonymous: true },
    IdeaSigned: { from: ["Hanging"], to: "Same", payload: { idea: Signed }, anonymous: true },
    MemberJoined: { from: ["Hanging"], to: "Same", payload: { member: Vocabulary.Person } },
    MemberLeft: { from: ["Hanging"], to: "Same", payload: { member: Vocabulary.Person } },
    BoxEmptied: { from: ["Hanging"], to: "Emptied", forgets: true }
  },
  commands: {
    Hang: { by: ["Founder", "Keeper"], emits: ["BoxHung"], payload: { members: Vocabulary.People } },
    Drop: { by: ["Member", "System"], emits: ["IdeaDropped"], payload: { idea: Idea } },
    Sign: { by: ["Member"], emits: ["IdeaSigned"], payload: { idea: Signed } },
    Invite: { by: ["Keeper"], emits: ["MemberJoined"], payload: { member: Vocabulary.Person } },
    Leave: { by: ["Member"], emits: ["MemberLeft"] },
    Empty: { by: ["Keeper", "System"], emits: ["BoxEmptied"] }
  }
})
export const Box = Machine.make(BoxLifecycle, {
  decide: {
    Hang: (_, { members }, { actor }) => ({ _tag: "BoxHung", keeper: actor, members }),
    Drop: (_, { idea }) => ({ _tag: "IdeaDropped", idea }),
    Sign: (_, { idea }) => ({ _tag: "IdeaSigned", idea }),
    Invite: (_, { member }) => ({ _tag: "MemberJoined", member }),
    Leave: (_, __, { actor }) => ({ _tag: "MemberLeft", member: actor }),
    Empty: () => ({ _tag: "BoxEmptied" })
  },
  evolve: {
    BoxHung: (_, hung) => ({ ...hung, ideas: 0 }),
    IdeaDropped: (box) => ({ ...box, ideas: box.ideas + 1 }),
    IdeaSigned: (box) => ({ ...box, ideas: box.ideas + 1 }),
    MemberJoined: (box, { member }) => ({ ...box, members: [...box.members, member] }),
    MemberLeft: (box, { member }) => ({ ...box, members: box.members.filter((one) => one !== member) }),
    BoxEmptied: (box) => box
  }
})

export const BellLifecycle = Machine.lifecycle("Bell", {
  roles: { Ringer: "ringer" },
  seenBy: { Ringer: ["Facts"] },
  states: { Ringing: { ringer: Schema.String, times: Schema.Int } },
  events: { BellRang: { from: ["Start", "Ringing"], to: "Ringing", payload: { ringer: Schema.String } } },
  commands: { Ring: { by: ["Founder", "Ringer", "System"], emits: ["BellRang"] } }
})
export const Bell = Machine.make(BellLifecycle, {
  decide: {
    Ring: (bell, _, { actor }) => ({ _tag: "BellRang", ringer: bell._tag === "Start" ? actor : bell.ringer })
  },
  evolve: { BellRang: (bell, { ringer }) => ({ ringer, times: bell._tag === "Start" ? 1 : bell.times + 1 }) }
})

export const domain = {
  ...Domain.domain,
  Box: Domain.entry(Box, Elsewhere.answers(BoxLifecycle, {})),
  Bell: Domain.entry(Bell, Elsewhere.answers(BellLifecycle, {}))
}

/** A bell rings for every idea; a hung box asks its first member for one. */
export const rules = [
  Process.on("an idea rings the bell", Box, "IdeaDropped", [Process.sends(Bell, "Ring")], (_, { id }) => [
    Process.command(Bell, `bell of ${id}`, { _tag: "Ring" })
  ]),
  Process.on("a box asks for a first idea", Box, "BoxHung", [Process.suggests(Box, "Drop")], ({ members: [first] }, { id }) =>
    first === undefined
      ? []
      : [
          Process.suggestion(Box, id, first, {
            _tag: "Drop",
            idea: new Private.Words({ class: "P1", subject: "stream" }, "koffie")
          })
        ]
  )
]

export const at = 29_290_000
export const keeper = { actor: "p-keeper", at }
export const anne = { actor: "p-anne", at }
export const bram = { actor: "p-bram", at }
export const stranger = { actor: "p-stranger", at }
export const hang = { _tag: "Hang", members: ["p-anne", "p-bram"] }
export const idea = { _tag: "Drop", idea: "minder vergaderen" }

/** One store and one vault, and as many schools over them as there are processes on a machine. */
export interface Building {
  readonly school: Counter
  readonly store: EventStore["Service"]
  readonly rows: Rows["Service"]
  readonly vault: Vault.Vault["Service"]
  /** Another process: nothing in its memory, perhaps with other rules, or with a store or keys of its own. */
  readonly other: (change?: {
    readonly processes?: ReadonlyArray<Process.Reaction>
    readonly store?: EventStore["Service"]
    readonly vault?: Vault.Vault["Service"]
  }) => Effect.Effect<Counter>
}
export const inBuilding = <A>(
  ask: (building: Building) => Effect.Effect<A, unknown>,
  processes: ReadonlyArray<Process.Reaction> = rules
): Promise<A> =>
  Effect.runPromise(
    Effect.gen(function* () {
      const store = yield* EventStore
      const rows = yield* Rows
      const vault = yield* Vault.Vault
      const other: Building["other"] = (change = {}) =>
        Effect.service(School).pipe(
          Effect.provide(
            School.layer({ domain, packs: pack, processes: change.processes ?? processes }).pipe(
              Layer.provide([
                Layer.succeed(EventStore, change.store ?? store),
                Layer.succeed(Rows, rows),
                Layer.succeed(Vault.Vault, change.vault ?? vault)
              ])
            )
          )
        )
      return yield* ask({ school: yield* other(), store, rows, vault, other })
    }).pipe(Effect.provide(Layer.merge(MemoryStore.layer, Vault.layerMemory)), Effect.orDie)
  )

/** The tag of the refusal of something that must be refused. */
export const refusedWith = <A>(effect: Effect.Effect<A, { readonly _tag: string }>): Effect.Effect<string, A> =>
  Effect.map(Effect.flip(effect), ({ _tag }) => _tag)
