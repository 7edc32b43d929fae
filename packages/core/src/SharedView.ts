/**
 * SharedView — what somebody opened to others, word for word as they opened it, until a moment. It is a thing of its
 * own, so that who may read it sees this and nothing else; when it is taken back its words can never be read again.
 */
import { Schema } from "effect"
import { rating } from "./Competence.ts"
import { Grantee } from "./Grant.ts"
import * as Machine from "./Machine.ts"
import * as Private from "./Private.ts"
import { Id, Instant, maybe, People, Person } from "./Vocabulary.ts"

const shownWords = (max: number) => Private.text({ class: "P2", max, subject: "ownerId" })

// What it is about --------------------------------------------------------------

const Row = Schema.Struct({ ...rating, name: maybe(shownWords(80)) })
const shown = {
  rows: Schema.Array(Row),
  title: maybe(shownWords(280)),
  text: maybe(shownWords(2000)),
  /** Attachments that come along. */
  files: Schema.Array(Id)
}
const view = {
  /** The machine and the thing that this is a view of, and the grant by which it was opened. */
  sourceType: Schema.Literals(["CompetenceProfile", "PortfolioEntry", "Pop"]),
  sourceId: Id,
  /** Which part of it, where it has parts: the goal of a plan. */
  part: maybe(Id),
  grant: Id,
  to: Grantee,
  until: Instant,
  ...shown
}
const whose = { ownerId: Person, sourceId: Id, part: maybe(Id), granteeId: Id }

// Lifecycle ---------------------------------------------------------------------

export const SharedViewLifecycle = Machine.lifecycle("SharedView", {
  roles: { Owner: "ownerId", SourceOwner: "sourceOwner", Reader: "readers" },
  foundBy: ["ownerId", "sourceId", "granteeId"],
  seenBy: { Owner: ["Facts", "P2"], Reader: ["Facts", "P2"] },
  needs: {
    /** Whose the thing is that this would be a view of. */
    sourceOwner: Schema.NullOr(Person),
    /** Who may read it at this moment; nobody once its end has come. */
    readers: People
  },
  states: { Open: { ...whose, ...view }, Closed: whose },
  events: {
    ViewOpened: { from: ["Start"], to: "Open", payload: { ownerId: Person, ...view } },
    ViewClosed: { from: ["Open"], to: "Closed", forgets: true }
  },
  commands: {
    /** Follows from a grant of its owner, and is sent in their name. */
    Open: { by: ["SourceOwner"], emits: ["ViewOpened"], payload: view },
    /** Follows when its owner takes the grant back, when its end comes, or when what it is a view of is gone. */
    Close: { by: ["System"], emits: ["ViewClosed"] }
  }
})

// Rules -------------------------------------------------------------------------

export const SharedView = Machine.make(SharedViewLifecycle, {
  decide: {
    Open: (_, view, { actor }) => ({ ...view, _tag: "ViewOpened", ownerId: actor }),
    Close: () => ({ _tag: "ViewClosed" })
  },
  evolve: {
    ViewOpened: (_, view) => ({ ...view, granteeId: view.to.id }),
    ViewClosed: (view) => view
  }
})
