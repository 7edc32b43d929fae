/** Every law is shown to fail on a diary that is broken on purpose, and to hold on one that is not. */
import { Machine, Refusal } from "@groeikring/core"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { laws } from "../src/index.ts"
import { broken, damaged, diary, rules } from "./broken.ts"
import { Diary, DiaryLifecycle, TooFull, WrongKey } from "./diary.ts"

it("a diary in good order keeps them all, in every run the same", () => {
  expect(laws(Diary)).toEqual([])
})

describe("who and where", () => {
  it("someone without the role is let through", () => {
    const open = damaged(() => ({
      by: [
        { who: "State", field: "keeper" },
        { who: "System", field: "" }
      ]
    }))
    expect(broken(open)).toEqual(["who", "possible"])
    expect(laws(open).join()).toMatch(/Trust is for Keeper; system holds no such role and was let through/)
  })

  it("a rule refuses someone who holds the role, in the words for a stranger", () => {
    const lifecycle = Machine.lifecycle("Diary", {
      ...DiaryLifecycle.spec,
      commands: {
        ...DiaryLifecycle.spec.commands,
        Trust: { ...DiaryLifecycle.spec.commands.Trust, refuses: [Machine.NotAllowed] }
      }
    })
    const no = new Machine.NotAllowed({ machine: "Diary", command: "Trust", by: [] })
    const shy = Machine.make(lifecycle, {
      evolve: { ...rules.evolve },
      decide: {
        ...rules.decide,
        Trust: ({ friends }, { friend }) => (friends.length > 2 ? no : { _tag: "FriendTrusted", friend })
      }
    })
    expect(broken(shy)).toEqual(["who"])
  })

  it("a command is done that is not on the menu, or refused where it is", () => {
    const { spec } = Diary
    const burnt = damaged(() => ({
      from: [...Object.keys(spec.states), "Start"],
      decide: () => ({ _tag: "FriendTrusted", friend: "x" })
    }))
    expect(broken(burnt)).toContain("where")
    const lifecycle = Machine.lifecycle("Diary", {
      ...spec,
      commands: { ...spec.commands, Trust: { ...spec.commands.Trust, refuses: [Machine.IllegalCommand] } }
    })
    const no = new Machine.IllegalCommand({ machine: "Diary", state: "Open", command: "Trust", possible: [] })
    const shy = Machine.make(lifecycle, {
      evolve: { ...rules.evolve },
      decide: {
        ...rules.decide,
        Trust: ({ friends }, { friend }) => (friends.length > 2 ? no : { _tag: "FriendTrusted", friend })
      }
    })
    expect(broken(shy)).toEqual(["where"])
  })

  it("a stranger hears other words now than before", () => {
    let times = 0
    const { commands } = Diary.spec
    const chatty = {
      ...Diary,
      spec: {
        ...Diary.spec,
        commands: {
          ...commands,
          Trust: {
            ...commands.Trust,
            get by() {
              return times++ % 5 === 0 ? (["Keeper", "Keeper"] as const) : (["Keeper"] as const)
            }
          }
        }
      }
    }
    expect(broken(chatty as unknown as typeof Diary)).toContain("stranger")
  })
})

describe("what a rule answers", () => {
  it("a refusal that is not declared", () => {
    expect(broken(diary({ decide: { Trust: () => new WrongKey() } }))).toEqual(["declared", "walked"])
    expect(laws(diary({ decide: { Trust: () => new WrongKey() } })).join()).toContain(
      "Diary.decide.Trust answers WrongKey, which Trust does not declare."
    )
  })

  it("a refusal that borrows a name", () => {
    class Borrowed extends Refusal.refusal("WrongKey", "This looks like another refusal. It is not.") {}
    expect(
      broken(
        diary({
          decide: {
            Unlock: (state: { key: string }, _: unknown, { key }: { key: string }) =>
              key === state.key ? { _tag: "DiaryOpened" } : new Borrowed()
          }
        })
      )
    ).toEqual(["declared"])
  })

  it("a refusal without the fields it declares", () => {
    class Bare extends Refusal.refusal("Bare", "There is no more room. Begin a new diary.", { max: Schema.Int }) {}
    const lifecycle = Machine.lifecycle("Diary", {
      ...DiaryLifecycle.spec,
      commands: { ...DiaryLifecycle.spec.commands, Trust: { ...DiaryLifecycle.spec.commands.Trust, refuses: [Bare] } }
    })
    const said = (max: unknown) =>
      broken(
        Machine.make(lifecycle, {
          evolve: { ...rules.evolve },
          decide: {
            ...rules.decide,
            Trust: ({ friends }, { friend }) =>
              friends.length > 2 ? new Bare({ max: max as number }) : { _tag: "FriendTrusted" as const, friend }
          }
        })
      )
    expect([said(3), said("three"), said(undefined)]).toEqual([[], ["declared"], ["declared"]])
  })

  it("a fact that cannot follow", () => {
    expect(broken(diary({ decide: { LockAndBurn: () => [{ _tag: "DiaryBurnt" }, { _tag: "DiaryLocked", key: "a" }] } }))).toEqual(
      ["declared", "walked"]
    )
  })

  it("nothing at all, because it throws", () => {
    const careless = diary({
      decide: {
        Trust: ({ friends }: { friends: ReadonlyArray<string> }, { friend }: { friend: string }) =>
          friends[2]!.length > 0 && { _tag: "FriendTrusted", friend }
      }
    })
    expect(broken(careless)).toContain("answers")
  })

  it("something else when it is asked again", () => {
    let times = 0
    expect(broken(diary({ decide: { Lock: () => ({ _tag: "DiaryLocked", key: `${times++}` }) } }))).toEqual(["answers"])
  })

  it("by changing what it was given", () => {
    const pushing = diary({
      evolve: {
        FriendTrusted: (state: { friends: Array<string> }, { friend }: { friend: string }) => {
          state.friends.push(friend)
          return state
        }
      }
    })
    expect(broken(pushing)).toEqual(["untouched", "walked"])
    const tidying = diary({
      decide: {
        Lock: (state: { friends: Array<string> }, { key }: { key: string }) => {
          state.friends.sort()
          return { _tag: "DiaryLocked", key }
        }
      }
    })
    expect(broken(tidying)).toContain("untouched")
  })
})

describe("facts and states", () => {
  it("a fact carries more than it declares, or something else", () => {
    const answering = (fact: object) => broken(diary({ decide: { Lock: () => ({ _tag: "DiaryLocked", key: "a", ...fact }) } }))
    expect([answering({}), answering({ by: "anne" }), answering({ key: 4 })]).toEqual([[], ["fact"], ["fact", "state"]])
  })

  it("a state misses a field, or carries more inside one", () => {
    const opened = (state: object) =>
      broken(diary({ evolve: { DiaryBegun: () => ({ keeper: "p-bram", friends: [], pages: [], ...state }) } }))
    expect([opened({}), opened({ friends: undefined }), opened({ pages: ["plain text"] })]).toEqual([
      [],
      ["answers", "state", "walked"],
      ["state"]
    ])
  })

  it("the same history leads elsewhere when it is told again", () => {
    let times = 0
    expect(broken(diary({ evolve: { DiaryLocked: (state: object) => ({ ...state, key: `${times++}` }) } }))).toContain("history")
  })

  it("a story that cannot be told", () => {
    expect(broken(Diary, { starts: [[{ _tag: "DiaryOpened" }]] })).toEqual(["history"])
  })
})

describe("what is read off the lifecycle", () => {
  it("the menu forgets a command, or a role", () => {
    const { index } = Diary
    const guarded = (full: number) =>
      Machine.make(DiaryLifecycle, {
        ...rules,
        guard: {
          Write: ({ pages }, { limit: { pages: max } }) => (pages.length >= max + full ? new TooFull({ max }) : undefined)
        }
      })
    expect(broken(guarded(0))).toEqual([])
    // It bars who could have done it.
    expect(broken(guarded(-1))).toEqual(["possible"])
    expect(laws(guarded(-1)).join()).toMatch(/Write was said to meet TooFull in Open, and it was done/)
    expect(broken({ ...Diary, index: { ...index, menus: { ...index.menus, Open: ["Write"] } } })).toContain("possible")
    expect(broken({ ...Diary, index: { ...index, by: { ...index.by, Lock: [] } } })).toContain("possible")
  })

  it("a thing is found by something that is no text", () => {
    const lifecycle = Machine.lifecycle("Shelf", {
      states: { Standing: { room: Schema.NonEmptyString, books: Schema.Array(Schema.String), width: Schema.Int } },
      foundBy: ["room", "books", "width"],
      events: { ShelfBuilt: { from: ["Start"], to: "Standing" } },
      commands: { Build: { by: ["Founder"], emits: ["ShelfBuilt"] } }
    })
    const found = Machine.make(lifecycle, {
      decide: { Build: () => ({ _tag: "ShelfBuilt" }) },
      evolve: { ShelfBuilt: () => ({ room: "a", books: [], width: 1 }) }
    })
    expect(laws(found)).toHaveLength(1)
    expect(laws(found)[0]).toMatch(
      /^Shelf: a thing is found by text. `foundBy` names width, which is no text or list of texts in Standing: -?\d+\.$/
    )
  })
})
