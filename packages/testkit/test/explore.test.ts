import type { Machine } from "@groeikring/core"
import { describe, expect, it } from "vitest"
import { explore, type Told, wayOf, words } from "../src/index.ts"
import { Diary } from "./diary.ts"

type L = Machine.Of<typeof Diary>
const needs = { locksmiths: [] as ReadonlyArray<string>, limit: { pages: 1 }, key: "a" as string | null }
const tell = (command: Machine.Command<L>, actor = "anne"): Told<L> => ({
  command,
  context: { actor, at: 0, ...needs }
})
const all = [
  tell({ _tag: "Begin" }),
  tell({ _tag: "Write", page: words("P0", "lief dagboek") }),
  tell({ _tag: "Trust", friend: "kitty" }),
  tell({ _tag: "Lock", key: "a" }),
  tell({ _tag: "Unlock" }),
  tell({ _tag: "LockAndBurn" })
]
const without = (...tags: ReadonlyArray<string>) => all.filter(({ command }) => !tags.includes(command._tag))

describe("explore", () => {
  it("comes everywhere, once, and says when there is no more", () => {
    const small = explore(Diary, { depth: 6, tries: () => without("Trust") })
    // Nothing, empty or full, each of those two locked, and burnt.
    expect(small).toMatchObject({ places: 6, complete: true, deadEnds: [], violations: [] })
    expect(explore(Diary, { depth: 2, tries: () => without("Trust") })).toMatchObject({ places: 5, complete: false })
  })

  it("finds where nobody can go on", () => {
    const lost = explore(Diary, {
      depth: 6,
      tries: () =>
        without("Trust", "LockAndBurn").map(({ command, context }) => ({ command, context: { ...context, key: null } }))
    })
    expect(lost.deadEnds.map(wayOf)).toEqual(["DiaryBegun > DiaryLocked", "DiaryBegun > PageWritten > DiaryLocked"])
  })

  it("finds the shortest way to what must not be", () => {
    const unread = explore(Diary, {
      depth: 6,
      tries: () => all,
      holds: (_, state) => state._tag !== "Locked" || state.pages.length === 0 || state.friends.length < 2
    })
    expect(unread.violations.map(wayOf)[0]?.split(" > ").toSorted()).toEqual([
      "DiaryBegun",
      "DiaryLocked",
      "FriendTrusted",
      "FriendTrusted",
      "PageWritten"
    ])
  })

  it("minds the past where it is told to", () => {
    const twice = (history: ReadonlyArray<Machine.Event<L>>) => history.filter(({ _tag }) => _tag === "DiaryLocked").length
    const looking = {
      depth: 6,
      tries: () => without("Trust", "Write", "LockAndBurn"),
      holds: (history: ReadonlyArray<Machine.Event<L>>) => twice(history) < 2
    }
    expect(explore(Diary, looking).violations).toEqual([])
    expect(explore(Diary, { ...looking, minding: twice }).violations.map(wayOf)[0]).toBe(
      "DiaryBegun > DiaryLocked > DiaryOpened > DiaryLocked"
    )
  })

  it("goes on from a history", () => {
    const [begun, locked] = [
      { _tag: "DiaryBegun", keeper: "anne" },
      { _tag: "DiaryLocked", key: "a" }
    ] as const
    expect(explore(Diary, { depth: 1, from: [begun, locked], tries: () => without("Trust") })).toMatchObject({
      places: 3,
      deadEnds: []
    })
  })
})
