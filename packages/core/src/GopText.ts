/**
 * GopText — what a group agreed to learn together, for its leader and its team: the words alone. Who brought it, who
 * offered help and who objected stays with the group (domain 5.2, and C9: the consent gate for every sentence).
 */
import { Schema } from "effect"
import { GroupGoal } from "./Gop.ts"
import * as Machine from "./Machine.ts"
import { Id, Minutes, People, SchoolYear } from "./Vocabulary.ts"

// What it is about --------------------------------------------------------------

const text = { gopId: Id, groupId: Id, schoolYear: SchoolYear, version: Minutes, goals: Schema.Array(GroupGoal) }

// Lifecycle ---------------------------------------------------------------------

export const GopTextLifecycle = Machine.lifecycle("GopText", {
  roles: { Colleague: "staff" },
  foundBy: ["gopId", "groupId", "schoolYear"],
  seenBy: { Colleague: ["Facts", "P4"] },
  needs: { staff: People },
  states: { Standing: text, Past: text },
  events: {
    /** A later version takes the place of the one before, which stays in the history. */
    GopTextShared: { from: ["Start", "Standing"], to: "Standing", payload: text },
    GopTextEnded: { from: ["Standing"], to: "Past" }
  },
  commands: {
    /** Follows when everybody whose it is said yes, and not before. */
    Share: { by: ["System"], emits: ["GopTextShared"], payload: text },
    /** The group closed its plan. What was agreed can still be read. */
    End: { by: ["System"], emits: ["GopTextEnded"] }
  }
})

// Rules -------------------------------------------------------------------------

export const GopText = Machine.make(GopTextLifecycle, {
  decide: {
    Share: (_, text) => ({ ...text, _tag: "GopTextShared" }),
    End: () => ({ _tag: "GopTextEnded" })
  },
  evolve: {
    GopTextShared: (_, text) => text,
    GopTextEnded: (text) => text
  }
})
