/** A small machine to try the test kit on: a diary with a lock, and words that are somebody's own. */
import { Machine, Private, Refusal } from "@groeikring/core"
import { Schema } from "effect"

const Note = Private.text({ class: "P0", max: 140, subject: "keeper" })

export class NothingToWrite extends Refusal.refusal("NothingToWrite", "An empty page says nothing. Write a line first.") {}
export class TooFull extends Refusal.refusal(
  "TooFull",
  ({ max }) => `There are ${max} pages, and all are full. Begin a new diary.`,
  { max: Schema.Int }
) {}
export class WrongKey extends Refusal.refusal("WrongKey", "This key is of another lock. Take the right key.") {}

const diary = { keeper: Schema.NonEmptyString, friends: Schema.Array(Schema.NonEmptyString), pages: Schema.Array(Note) }

export const DiaryLifecycle = Machine.lifecycle("Diary", {
  roles: { Keeper: "keeper", Friend: "friends", Locksmith: "locksmiths" },
  needs: {
    locksmiths: Schema.Array(Schema.NonEmptyString),
    limit: Schema.Struct({ pages: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 9 })) }),
    key: Schema.NullOr(Schema.NonEmptyString)
  },
  foundBy: ["keeper", "friends"],
  seenBy: { Keeper: ["Facts", "P0"], Friend: ["Facts"] },
  states: { Open: diary, Locked: { ...diary, key: Schema.NonEmptyString }, Burnt: { keeper: Schema.NonEmptyString } },
  events: {
    DiaryBegun: { from: ["Start"], to: "Open", payload: { keeper: Schema.NonEmptyString } },
    PageWritten: { from: ["Open"], to: "Same", payload: { page: Note } },
    FriendTrusted: { from: ["Open", "Locked"], to: "Same", payload: { friend: Schema.NonEmptyString } },
    DiaryLocked: { from: ["Open"], to: "Locked", payload: { key: Schema.NonEmptyString } },
    DiaryOpened: { from: ["Locked"], to: "Open" },
    DiaryBurnt: { from: ["Locked"], to: "Burnt", forgets: true }
  },
  commands: {
    Begin: { by: ["Founder", "Keeper"], emits: ["DiaryBegun"] },
    Write: {
      by: ["Keeper"],
      emits: ["PageWritten"],
      needs: ["limit"],
      refuses: [NothingToWrite, TooFull],
      payload: { page: Note }
    },
    Trust: { by: ["Keeper"], emits: ["FriendTrusted"], payload: { friend: Schema.NonEmptyString } },
    Lock: { by: ["Keeper", "Friend"], emits: ["DiaryLocked"], payload: { key: Schema.NonEmptyString } },
    Unlock: { by: ["Keeper", "Locksmith"], emits: ["DiaryOpened"], needs: ["key"], refuses: [WrongKey] },
    LockAndBurn: { by: ["Keeper", "System"], emits: ["DiaryLocked", "DiaryBurnt"] }
  }
})

export const Diary = Machine.make(DiaryLifecycle, {
  decide: {
    Begin: (_, __, { actor }) => ({ _tag: "DiaryBegun", keeper: actor }),
    Write: ({ pages }, { page }, { limit: { pages: max } }) =>
      page.isEmpty ? new NothingToWrite() : pages.length >= max ? new TooFull({ max }) : { _tag: "PageWritten", page },
    Trust: (_, { friend }) => ({ _tag: "FriendTrusted", friend }),
    Lock: (_, { key }) => ({ _tag: "DiaryLocked", key }),
    Unlock: (diary, _, { actor, key, locksmiths }) =>
      locksmiths.includes(actor) || key === diary.key ? { _tag: "DiaryOpened" } : new WrongKey(),
    LockAndBurn: (diary) =>
      diary._tag === "Open" ? [{ _tag: "DiaryLocked", key: "a" }, { _tag: "DiaryBurnt" }] : { _tag: "DiaryBurnt" }
  },
  evolve: {
    DiaryBegun: (_, { keeper }) => ({ keeper, friends: [], pages: [] }),
    PageWritten: (diary, { page }) => ({ ...diary, pages: [...diary.pages, page] }),
    FriendTrusted: (diary, { friend }) => ({ ...diary, friends: [...diary.friends, friend] }),
    DiaryLocked: (diary, { key }) => ({ ...diary, key }),
    DiaryOpened: (diary) => diary,
    DiaryBurnt: ({ keeper }) => ({ keeper })
  }
})
