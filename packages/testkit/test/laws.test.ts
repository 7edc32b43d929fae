/** Every law is shown to fail on a diary that is broken on purpose, and to hold on one that is not. */
import { Machine, Private, Refusal, Upcast } from "@groeikring/core"
import { Schema, SchemaTransformation } from "effect"
import { describe, expect, it } from "vitest"
import { coverage, laws, promises, tell, type Walks } from "../src/index.ts"
import { Diary, DiaryLifecycle, TooFull, WrongKey } from "./diary.ts"

type Promise = keyof typeof promises
const { rules } = Diary

/** The promises that are broken, each once. */
const broken = <L extends Machine.Spec>(machine: Machine.Machine<L>, walks?: Walks<L>): ReadonlyArray<Promise> => {
  const said = laws(machine, walks)
  return (Object.keys(promises) as ReadonlyArray<Promise>).filter((key) =>
    said.some((one) => one.startsWith(`${machine.name}: ${promises[key]}. `))
  )
}
/** A diary with some clauses replaced. What its types forbid is smuggled in. */
const diary = (changed: { readonly decide?: object; readonly evolve?: object }) =>
  Machine.make(DiaryLifecycle, {
    decide: { ...rules.decide, ...changed.decide },
    evolve: { ...rules.evolve, ...changed.evolve }
  })
/** A diary that the kernel would run wrongly: one row of its index is damaged. */
const damaged = (change: (run: typeof Diary.run) => Partial<(typeof Diary.run)["commands"][string]>) => ({
  ...Diary,
  run: {
    ...Diary.run,
    commands: { ...Diary.run.commands, Trust: { ...Diary.run.commands["Trust"]!, ...change(Diary.run) } }
  }
})

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

/** A shelf: one state, one event, and whatever is to be broken about them. */
const shelf = <const F extends Schema.Struct.Fields>(fields: F) => {
  const lifecycle = Machine.lifecycle("Shelf", {
    states: { Standing: fields },
    events: { ShelfBuilt: { from: ["Start"], to: "Standing", payload: fields } },
    commands: { Build: { by: ["Founder"], emits: ["ShelfBuilt"], payload: fields } }
  })
  return Machine.make(lifecycle, {
    decide: { Build: (_: unknown, shelf: object) => ({ ...shelf, _tag: "ShelfBuilt" }) } as never,
    evolve: { ShelfBuilt: (_: unknown, shelf: object) => shelf } as never
  })
}

describe("storage", () => {
  it("a field comes back in other letters", () => {
    const shouted = (change: { readonly decode: (text: string) => string; readonly encode: (text: string) => string }) =>
      broken(shelf({ name: Schema.String.pipe(Schema.decodeTo(Schema.String, SchemaTransformation.transform(change))) }))
    const [same, loud] = [(text: string) => text, (text: string) => text.toUpperCase()]
    expect([
      shouted({ decode: same, encode: same }),
      shouted({ decode: loud, encode: same }),
      shouted({ decode: same, encode: loud })
    ]).toEqual([[], ["stored"], ["stored"]])
  })

  it("sealed words come back as plain text: a reference is not tidied up", () => {
    const Note = Private.text({ class: "P0", max: 140, subject: "stream" })
    const tidied = (tidy: (text: string) => string) =>
      shelf({
        note: Schema.String.pipe(
          Schema.decodeTo(Note, SchemaTransformation.transform({ decode: tidy, encode: (text: string) => text }))
        )
      })
    expect(broken(tidied((text) => text))).toEqual([])
    expect(broken(tidied((text) => (text.startsWith("\u0001P0") ? text.slice(1) : text)))).toEqual(["stored"])
  })

  it("an old fact is not read as it means", () => {
    const reading = (was: Schema.Struct.Fields, is: (old: { readonly [field: string]: unknown }) => unknown) =>
      laws({ ...Diary, rules: { ...rules, upcasts: [{ tag: "DiaryLocked", was, is: is as never }] } }).join()
    const code = { code: Schema.Int }
    expect(reading(code, ({ code }) => ({ _tag: "DiaryLocked", key: `k${String(code)}` }))).toBe("")
    expect(reading(code, ({ code }) => ({ _tag: "DiaryLocked", key: code }))).toContain("answers no event of today")
    expect(reading(code, () => ({ _tag: "DiaryShut" }))).toContain("there is no DiaryShut")
    expect(
      reading(code, () => {
        throw new Error("lost")
      })
    ).toContain("throws: it threw Error: lost")
    expect(
      reading({ key: Schema.NonEmptyString, code: Schema.Int }, ({ code, key }) => ({
        _tag: "DiaryLocked",
        key: `${String(key)}${String(code)}`
      }))
    ).toContain("is passed by: today's DiaryLocked takes")
  })

  it("the table of old facts is tried as it is written", () => {
    const upcasts = Upcast.table(DiaryLifecycle)({
      DiaryShut: { was: { code: Schema.Int }, is: ({ code }) => ({ _tag: "DiaryLocked", key: `k${code}` }) }
    })
    expect(laws(Machine.make(DiaryLifecycle, { ...rules, upcasts }))).toEqual([])
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

describe("walks", () => {
  const lost = Machine.lifecycle("Diary", {
    ...DiaryLifecycle.spec,
    states: { ...DiaryLifecycle.spec.states, Lost: { keeper: Schema.NonEmptyString } },
    events: {
      ...DiaryLifecycle.spec.events,
      DiaryLost: { from: ["Open"], to: "Lost" },
      DiaryFound: { from: ["Lost"], to: "Burnt" }
    },
    commands: { ...DiaryLifecycle.spec.commands, Find: { by: ["System"], emits: ["DiaryFound"] } }
  })
  const losing = Machine.make(lost, {
    decide: { ...rules.decide, Find: () => ({ _tag: "DiaryFound" }) },
    evolve: { ...rules.evolve, DiaryLost: (diary) => diary, DiaryFound: (diary) => diary }
  })

  it("tell what no command causes, and where nobody came", () => {
    expect(laws(losing)).toEqual([
      "Diary: every command can be done, and every arrow is walked. No command emits DiaryLost.",
      "Diary: every command can be done, and every arrow is walked. No walk ever came to Lost, so nobody walked Lost -> Find / DiaryFound. Tell a story in `starts` that comes to it, or `facts` that let it through."
    ])
  })

  it("go on from the stories they are told", () => {
    expect(laws(losing, { starts: [[{ _tag: "DiaryBegun", keeper: "p-bram" }, { _tag: "DiaryLost" }]] })).toEqual([
      "Diary: every command can be done, and every arrow is walked. No command emits DiaryLost."
    ])
  })

  it("walk the stories they are told, and tell which is none", () => {
    const story = tell(Diary)
    story.does({ _tag: "Begin" }, { actor: "anne", at: 0 })
    const { told } = story
    expect(told.map(({ command }) => command._tag)).toEqual(["Begin"])
    expect(laws(Diary, { stories: [told] })).toEqual([])
    expect(laws(Diary, { stories: [[...told, ...told]] })).toEqual([
      "Diary: every command can be done, and every arrow is walked. In `stories[0]` Begin was refused."
    ])
  })

  it("count their arrows, and name those that only a story without commands came by", () => {
    expect(coverage(Diary)).toMatchObject({ unwalked: [] })
    expect(
      coverage(losing, { starts: [[{ _tag: "DiaryBegun", keeper: "p-bram" }, { _tag: "DiaryLost" }]], steps: 0 }).unwalked
    ).toContain("Lost -> Find / DiaryFound")
  })

  it("tell what was in the way of a command that nobody could do", () => {
    const stubborn = diary({ decide: { Unlock: () => new WrongKey() } })
    expect(laws(stubborn).join()).toMatch(/Nobody could ever Unlock: it was refused with WrongKey \d+×/)
  })

  it("take facts, examples and the last word from whoever knows the machine", () => {
    const guarded = diary({
      decide: {
        Unlock: (_: unknown, __: unknown, { key }: { key: string }) =>
          key === "sesame" ? { _tag: "DiaryOpened" } : new WrongKey()
      }
    })
    expect(broken(guarded)).toEqual(["walked"])
    expect(laws(guarded, { facts: { key: "sesame" } })).toEqual([])
    expect(laws(guarded, { examples: { key: ["sesame"] } })).toEqual([])
    expect(laws(guarded, { retell: ({ command, context }) => ({ command, context: { ...context, key: "sesame" } }) })).toEqual([])
  })

  it("say so when no example of a field can be made", () => {
    const rare = { year: Schema.String.check(Schema.makeFilter((text: string) => text === "2025-2026" || "the year")) }
    expect(laws(shelf(rare)).join()).toContain("No example can be made of the field year")
    expect(laws(shelf(rare), { examples: { year: ["2025-2026"] } })).toEqual([])
  })

  it("are told as short as they can be", () => {
    const growing = diary({
      evolve: {
        FriendTrusted: (state: { friends: ReadonlyArray<string> }, { friend }: { friend: string }) => ({
          ...state,
          friends: state.friends.length === 2 ? "full" : [...state.friends, friend]
        })
      }
    })
    const told = laws(growing).find((one) => one.startsWith(`Diary: ${promises.state}`))
    expect(told?.match(/Begin by|Trust by|Write by|"_tag":"Trust"/g)).toEqual([
      "Begin by",
      "Trust by",
      "Trust by",
      `"_tag":"Trust"`
    ])
  })
})
