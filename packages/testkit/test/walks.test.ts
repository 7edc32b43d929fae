/** The walks by which the laws are tried: where they come, what they are told, and how they tell what they found. */
import { Machine } from "@groeikring/core"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { coverage, laws, promises, tell } from "../src/index.ts"
import { broken, diary, rules, shelf } from "./broken.ts"
import { Diary, DiaryLifecycle, WrongKey } from "./diary.ts"

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
