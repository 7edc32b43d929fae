import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { Erasing, EventStore, Vault } from "../src/index.ts"
import { anne, at, bram, domain, inSchool, written } from "./school.ts"

describe("words on which somebody's right hangs", () => {
  it("are not erased until that is over, and whoever asks hears where they are", () =>
    inSchool((school, store, vault) =>
      Effect.gen(function* () {
        yield* school.send("Letter", "a", written, anne)
        yield* school.send("Letter", "b", written, anne)
        yield* school.send("Letter", "c", written, bram)
        yield* school.send("Letter", "a", { _tag: "Close" }, anne)
        const refused = yield* Effect.flip(Erasing.erase(domain, "p-anne", { actor: "p-officer", at }))
        expect(refused).toEqual(new Vault.WordsHeld({ person: "p-anne", by: [{ machine: "Letter", id: "a", state: "Sealed" }] }))
        expect(refused.message).toMatchInlineSnapshot(
          `"The words of p-anne are held by Letter a, which is Sealed. Erase them when that is over."`
        )
        const shown = (id: string, viewer = anne) => Effect.map(school.show("Letter", id, viewer), ({ state }) => state["words"])
        expect(yield* shown("b")).toBe(written.words)
        yield* school.send("Letter", "a", { _tag: "Burn" }, anne)
        const erased = yield* Erasing.erase(domain, "p-anne", { actor: "p-officer", at })
        expect(erased.things.map(({ facts, id }) => [id, facts])).toEqual([
          ["a", 1],
          ["b", 1]
        ])
        expect(yield* shown("b")).toBeUndefined()
        expect(yield* shown("c", bram)).toBe(written.words)
        expect(yield* Erasing.plan(domain, "p-nobody")).toEqual({ person: "p-nobody", things: [], held: [] })
      }).pipe(Effect.provideService(EventStore, store), Effect.provideService(Vault.Vault, vault))
    ))
})
