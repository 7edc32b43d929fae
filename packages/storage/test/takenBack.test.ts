/** What somebody takes back is read by nobody any more: not where things stand, and not in what happened before. */
import { Domain, Elsewhere, Machine, Private, Vocabulary } from "@groeikring/core"
import { pack } from "@groeikring/pack-nl"
import { Effect, Layer, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { EventStore, MemoryStore, School, Vault } from "../src/index.ts"
import { anne, bram } from "./ideas.ts"

const Note = Private.text({ class: "P1", max: 100, subject: "by" })
const note = { id: Vocabulary.Id, words: Note, by: Vocabulary.Person }
const board = { members: Vocabulary.People, notes: Schema.Array(Schema.Struct(note)) }

const BoardLifecycle = Machine.lifecycle("Board", {
  roles: { Member: "members" },
  foundBy: ["members"],
  seenBy: { Member: ["Facts", "P1"] },
  states: { Hanging: board },
  events: {
    BoardHung: { from: ["Start"], to: "Hanging", payload: { members: Vocabulary.People } },
    NotePinned: { from: ["Hanging"], to: "Same", payload: note },
    NoteTaken: {
      from: ["Hanging"],
      to: "Same",
      payload: { note: Vocabulary.Id },
      takesBack: { event: "NotePinned", named: "id", by: "note" }
    }
  },
  commands: {
    Hang: { by: ["Founder", "Member"], emits: ["BoardHung"], payload: { members: Vocabulary.People } },
    Pin: { by: ["Member"], emits: ["NotePinned"], payload: { note: Vocabulary.Id, words: Note } },
    Take: { by: ["Member"], emits: ["NoteTaken"], payload: { note: Vocabulary.Id } }
  }
})
const Board = Machine.make(BoardLifecycle, {
  decide: {
    Hang: (_, { members }) => ({ _tag: "BoardHung", members }),
    Pin: (_, { note: id, words }, { actor }) => ({ _tag: "NotePinned", id, words, by: actor }),
    Take: (_, { note }) => ({ _tag: "NoteTaken", note })
  },
  evolve: {
    BoardHung: (_, { members }) => ({ members, notes: [] }),
    NotePinned: (board, { _tag, ...note }) => ({ ...board, notes: [...board.notes, note] }),
    NoteTaken: (board, { note }) => ({ ...board, notes: board.notes.filter(({ id }) => id !== note) })
  }
})
const domain = { ...Domain.domain, Board: Domain.entry(Board, Elsewhere.answers(BoardLifecycle, {})) }

describe("what is taken back", () => {
  it("is told to nobody any more, by a school that was there and by one that reads it all anew; what was said beside it is", () =>
    Effect.runPromise(
      Effect.gen(function* () {
        const store = yield* EventStore
        const vault = yield* Vault.Vault
        const opened = Effect.service(School).pipe(
          Effect.provide(
            School.layer({ domain, packs: pack, processes: [] }).pipe(
              Layer.provide([Layer.succeed(EventStore, store), MemoryStore.layer, Layer.succeed(Vault.Vault, vault)])
            )
          )
        )
        const school = yield* opened
        const pin = (words: string, id: string, by = anne) => school.send("Board", "b", { _tag: "Pin", note: id, words }, by)
        yield* school.send("Board", "b", { _tag: "Hang", members: ["p-anne", "p-bram"] }, anne)
        yield* pin("ik durf niet", "n1")
        yield* pin("samen kijken", "n2")
        yield* pin("ook ik niet", "n1", bram)
        const heard = yield* school.history("Board", "b", bram)
        expect(JSON.stringify(heard)).toContain("ik durf niet")
        yield* school.send("Board", "b", { _tag: "Take", note: "n1" }, anne)
        // Under a name that is free again something else can be said.
        yield* pin("wel dit", "n1")
        for (const one of [school, yield* opened]) {
          for (const viewer of [anne, bram]) {
            const told = yield* one.history("Board", "b", viewer)
            expect(told.map(({ event }) => event["words"])).toEqual([
              undefined,
              undefined,
              "samen kijken",
              undefined,
              undefined,
              "wel dit"
            ])
            // That something was said stays a fact.
            expect(told[1]).toMatchObject({ event: { _tag: "NotePinned", id: "n1", by: "p-anne" } })
            expect((yield* one.show("Board", "b", viewer)).state).toMatchObject({
              notes: [{ words: "samen kijken" }, { words: "wel dit" }]
            })
            expect(JSON.stringify((yield* one.told(viewer, "", 100)).facts)).not.toMatch(/ik durf niet|ook ik niet/)
          }
        }
      }).pipe(Effect.provide(Layer.merge(MemoryStore.layer, Vault.layerMemory)))
    ))
})
