/**
 * OtherView — how a colleague sees a competence of somebody who asked for it, to lay beside how they see it themselves.
 * In words, never in a number: nobody but the owner rates. It is its author's until the author shares it.
 */
import { Schema } from "effect"
import { Ref } from "./Competence.ts"
import * as Machine from "./Machine.ts"
import { seenBy } from "./Privacy.ts"
import * as Private from "./Private.ts"
import { refusal } from "./Refusal.ts"
import { maybe, People, Person } from "./Vocabulary.ts"

const Noted = Private.text({ class: "P0", max: 280, subject: "authorId" })
const Shared = Private.text({ class: "P2", max: 280, subject: "authorId" })

// What it is about --------------------------------------------------------------

const whose = { ownerId: Person, authorId: Person, ref: Ref }
/** What the author sees them do, and what they would like to see more of. */
const noted = { sees: Noted, wishes: Noted }
const shared = { seesYou: Shared, wishesYou: Shared }
const asked = { ...whose, noted: maybe(Schema.Struct(noted)) }

// Why not -----------------------------------------------------------------------

export class NotYourPeer extends refusal(
  "NotYourPeer",
  "A view is asked of somebody who is in a group with you. Ask a colleague of your group."
) {}
export class NothingSeen extends refusal("NothingSeen", "It does not say what you see. Write a sentence, or let it lie; that is fine.") {}

// Lifecycle ---------------------------------------------------------------------

export const OtherViewLifecycle = Machine.lifecycle("OtherView", {
  roles: { Author: "authorId", Owner: "ownerId", SharedWith: "sharedWith" },
  foundBy: ["ownerId", "authorId", "sharedWith"],
  // Who asked sees nothing before it is shared: not whether it was written, nor that it was not.
  seenBy: seenBy("OtherView"),
  needs: { peersOfAsker: People },
  states: {
    Asked: asked,
    Shared: { ...whose, ...shared, sharedWith: Person },
    TakenBack: whose
  },
  events: {
    OtherViewAsked: { from: ["Start"], to: "Asked", payload: whose },
    OtherViewNoted: { from: ["Asked"], to: "Same", payload: noted },
    OtherViewShared: { from: ["Asked"], to: "Shared", payload: shared },
    OtherViewTakenBack: { from: ["Asked", "Shared"], to: "TakenBack", forgets: true }
  },
  commands: {
    Ask: {
      by: ["Founder", "Owner"],
      emits: ["OtherViewAsked"],
      needs: ["peersOfAsker"],
      refuses: [NotYourPeer],
      payload: { authorId: Person, ref: Ref }
    },
    /** To yourself, to think it over. An ask that lies unanswered leaves no trace. */
    Note: { by: ["Author"], emits: ["OtherViewNoted"], payload: noted },
    Share: { by: ["Author"], emits: ["OtherViewShared"], refuses: [NothingSeen], payload: shared },
    /** By the author at any time; by the system when the profile it is about was erased. */
    TakeBack: { by: ["Author", "System"], emits: ["OtherViewTakenBack"] }
  }
})

// Rules -------------------------------------------------------------------------

export const OtherView = Machine.make(OtherViewLifecycle, {
  decide: {
    Ask: (_, { authorId, ref }, { actor, peersOfAsker }) =>
      authorId !== actor && peersOfAsker.includes(authorId)
        ? { _tag: "OtherViewAsked", ownerId: actor, authorId, ref }
        : new NotYourPeer(),
    Note: (_, note) => ({ ...note, _tag: "OtherViewNoted" }),
    Share: (_, view) => (view.seesYou.isEmpty ? new NothingSeen() : { ...view, _tag: "OtherViewShared" }),
    TakeBack: () => ({ _tag: "OtherViewTakenBack" })
  },
  evolve: {
    OtherViewAsked: (_, ask) => ask,
    OtherViewNoted: (view, { sees, wishes }) => ({ ...view, noted: { sees, wishes } }),
    OtherViewShared: (view, shared) => ({ ...view, ...shared, sharedWith: view.ownerId }),
    OtherViewTakenBack: (view) => view
  }
})
