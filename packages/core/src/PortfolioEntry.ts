/**
 * PortfolioEntry — one thing that somebody keeps of their own growth: a success, a result, a competence as it stands.
 * It is theirs alone until they open it, and when they delete it, it is gone.
 */
import { Schema } from "effect"
import { isIn, isSame, Ref } from "./Competence.ts"
import {
  Circle, giving, Grant, type Grantee, GrantEndsInThePast, GrantExists, GrantNotOver, mayNotGive, mayNotLapse, NoSuchGrant,
  NotInYourCircle, withEnd, without
} from "./Grant.ts"
import * as Machine from "./Machine.ts"
import { seenBy } from "./Privacy.ts"
import * as Private from "./Private.ts"
import { refusal } from "./Refusal.ts"
import { Settings } from "./Settings.ts"
import { Day, Id, maybe, People, Person } from "./Vocabulary.ts"

const Name = Private.text({ class: "P0", max: 80, subject: "ownerId" })
/** As long as the situation of a plan, which may become one. */
const Title = Private.text({ class: "P0", max: 280, subject: "ownerId" })
const Text = Private.text({ class: "P0", max: 2000, subject: "ownerId" })
const ShownTitle = Private.text({ class: "P2", max: 280, subject: "ownerId" })
const ShownText = Private.text({ class: "P2", max: 2000, subject: "ownerId" })

// What it is about --------------------------------------------------------------

const Kind = Schema.Literals([
  "CompetenceSnapshot",
  "DevelopingCompetence",
  "Success",
  "PapResult",
  "Recognition",
  "Feedback",
  "Reflection",
  "Identity",
  "Certificate",
  "Artefact",
  "Career"
])
/** The file itself lies elsewhere. Of a picture its owner says that no pupils are in it. */
const Attachment = Schema.Struct({
  file: Id,
  name: Name,
  medium: Schema.Literals(["Document", "Image", "Link"]),
  withoutPupils: maybe(Schema.Boolean)
})
const content = {
  kind: Kind,
  /** The day it is about. */
  on: Day,
  title: Title,
  text: Text,
  attachments: Schema.Array(Attachment),
  competences: Schema.Array(Ref),
  popGoalRef: maybe(Id),
  papRef: maybe(Id)
}
const whose = { ownerId: Person, portfolioId: Id }
/** What an accepted suggestion was about. Nothing enters by itself. */
const Suggested = Schema.Literals(["Pap", "Recognition", "Quadrant", "Feedback"])
const kept = {
  ...whose,
  ...content,
  suggestedFrom: maybe(Suggested),
  /** Requirements that this shows something of: the view of the competence file (bekwaamheidsdossier). */
  marks: Schema.Array(Ref),
  grants: Schema.Array(Grant),
  /** Opening this to somebody with a say in the owner's work was said once, and is yet to be confirmed. */
  weighed: maybe(Grant)
}
const giveEntry = { ...giving, title: ShownTitle, text: ShownText, files: Schema.Array(Id) }
const opened = { ...Grant.fields, title: ShownTitle, text: ShownText, files: Schema.Array(Id) }

// Why not -----------------------------------------------------------------------

export class NoOpenPortfolio extends refusal(
  "NoOpenPortfolio",
  "This is not a portfolio of yours that is open. Open your portfolio first."
) {}
export class EntryWithoutTitle extends refusal("EntryWithoutTitle", "An entry without a title is hard to find again. Give it one.") {}
export class PupilsInPicture extends refusal(
  "PupilsInPicture",
  "Pictures of pupils do not belong in a portfolio. Say of each picture that no pupils are in it, or leave it out."
) {}
export class NotWeighedYet extends refusal(
  "NotWeighedYet",
  "You confirm what you said before: that you open this to them. Say that first."
) {}
export class NoSuchAttachment extends refusal(
  "NoSuchAttachment",
  "One of these files is not attached to this entry. Choose from its attachments."
) {}
export class MarkedAlready extends refusal("MarkedAlready", "This is in your competence file for that requirement already. Nothing needs to be done.") {}
export class NotMarked extends refusal("NotMarked", "This is not in your competence file for that requirement. Nothing needs to be done.") {}

// Lifecycle ---------------------------------------------------------------------

const inFolder = ["Kept", "Granted"] as const
const live = ["Draft", ...inFolder] as const
const mayNotBeGiven = [NoSuchAttachment, GrantExists, NotInYourCircle, GrantEndsInThePast] as const

export const PortfolioEntryLifecycle = Machine.lifecycle("PortfolioEntry", {
  roles: { Owner: "ownerId" },
  foundBy: ["ownerId", "portfolioId"],
  // What is opened to others is a thing of its own (SharedView).
  seenBy: seenBy("PortfolioEntry"),
  needs: {
    ownPortfolioIsOpen: Schema.Boolean,
    leaders: People,
    hr: People,
    circle: Circle,
    settings: Settings
  },
  states: {
    Draft: { ...whose, ...content },
    Kept: kept,
    Granted: kept,
    Deleted: whose
  },
  events: {
    EntryDrafted: { from: ["Start"], to: "Draft", payload: { ...whose, ...content } },
    EntryKept: { from: ["Start", "Draft"], to: "Kept", payload: { ...whose, ...content, suggestedFrom: maybe(Suggested) } },
    EntryEdited: { from: live, to: "Same", payload: content },
    EntryGrantWeighed: { from: inFolder, to: "Same", payload: Grant.fields },
    EntryGranted: { from: inFolder, to: "Granted", payload: opened },
    GrantRevoked: { from: ["Granted"], to: "Same", payload: { grant: Id } },
    GrantLapsed: { from: ["Granted"], to: "Same", payload: { grant: Id } },
    /** The last grant ended. */
    EntryUngranted: { from: ["Granted"], to: "Kept" },
    EntryMarked: { from: inFolder, to: "Same", payload: { requirement: Ref } },
    EntryUnmarked: { from: inFolder, to: "Same", payload: { requirement: Ref } },
    EntryDeleted: { from: live, to: "Deleted", forgets: true }
  },
  commands: {
    Draft: {
      by: ["Founder", "Owner"],
      emits: ["EntryDrafted"],
      needs: ["ownPortfolioIsOpen"],
      refuses: [NoOpenPortfolio, PupilsInPicture],
      payload: { portfolioId: Id, ...content }
    },
    /** A warning about names comes before this, where the words are still readable: see Names. */
    Keep: {
      by: ["Founder", "Owner"],
      emits: ["EntryKept"],
      needs: ["ownPortfolioIsOpen"],
      refuses: [NoOpenPortfolio, EntryWithoutTitle, PupilsInPicture],
      payload: { portfolioId: Id, ...content }
    },
    AcceptSuggestion: {
      by: ["Founder", "Owner"],
      emits: ["EntryKept"],
      needs: ["ownPortfolioIsOpen"],
      refuses: [NoOpenPortfolio, EntryWithoutTitle, PupilsInPicture],
      payload: { portfolioId: Id, ...content, suggestedFrom: Suggested }
    },
    Edit: { by: ["Owner"], emits: ["EntryEdited"], refuses: [EntryWithoutTitle, PupilsInPicture], payload: content },
    /** The owner says which words go out. A reflection or an identity goes to a leader or HR only after a second yes. */
    Grant: {
      by: ["Owner"],
      emits: ["EntryGranted", "EntryGrantWeighed"],
      needs: ["circle", "leaders", "hr", "settings"],
      refuses: mayNotBeGiven,
      payload: giveEntry
    },
    ConfirmGrant: {
      by: ["Owner"],
      emits: ["EntryGranted"],
      needs: ["circle", "settings"],
      refuses: [NotWeighedYet, ...mayNotBeGiven],
      payload: giveEntry
    },
    RevokeGrant: {
      by: ["Owner"],
      emits: ["GrantRevoked", "EntryUngranted"],
      refuses: [NoSuchGrant],
      payload: { grant: Id }
    },
    Lapse: {
      by: ["System"],
      emits: ["GrantLapsed", "EntryUngranted"],
      refuses: [NoSuchGrant, GrantNotOver],
      payload: { grant: Id }
    },
    MarkForCompetenceFile: {
      by: ["Owner"],
      emits: ["EntryMarked"],
      refuses: [MarkedAlready],
      payload: { requirement: Ref }
    },
    Unmark: { by: ["Owner"], emits: ["EntryUnmarked"], refuses: [NotMarked], payload: { requirement: Ref } },
    /** What a signed report says in its own words stays there; the entry goes. By the system with the whole folder. */
    Delete: { by: ["Owner", "System"], emits: ["EntryDeleted"] }
  }
})

// Rules -------------------------------------------------------------------------

type Attached = { readonly attachments: ReadonlyArray<(typeof Attachment)["Type"]> }

const showsPupils = ({ attachments }: Attached) =>
  attachments.some(({ medium, withoutPupils }) => medium === "Image" && withoutPupils !== true)
const mayNotKeep = (content: Attached & { readonly title: { readonly isEmpty: boolean } }, isOpen: boolean) =>
  !isOpen ? new NoOpenPortfolio()
    : content.title.isEmpty ? new EntryWithoutTitle()
    : showsPupils(content) ? new PupilsInPicture()
    : undefined
const hasSay = ({ id, kind }: Grantee, leaders: ReadonlyArray<string>, hr: ReadonlyArray<string>) =>
  kind === "Conversation" || (kind === "Person" && (leaders.includes(id) || hr.includes(id)))
const isInner = (kind: (typeof Kind)["Type"]) => kind === "Reflection" || kind === "Identity"
const mayNotOpen = (
  { attachments, grants }: Attached & { readonly grants: ReadonlyArray<Grant> },
  asked: { readonly grant: string; readonly to: Grantee; readonly until: number; readonly files: ReadonlyArray<string> },
  circle: Circle,
  at: number
) =>
  asked.files.every((file) => attachments.some((one) => one.file === file))
    ? mayNotGive(asked, grants, circle, at)
    : new NoSuchAttachment()

export const PortfolioEntry = Machine.make(PortfolioEntryLifecycle, {
  decide: {
    Draft: (_, entry, { actor, ownPortfolioIsOpen }) =>
      !ownPortfolioIsOpen ? new NoOpenPortfolio()
        : showsPupils(entry) ? new PupilsInPicture()
        : { ...entry, _tag: "EntryDrafted", ownerId: actor },
    Keep: (_, entry, { actor, ownPortfolioIsOpen }) =>
      mayNotKeep(entry, ownPortfolioIsOpen) ?? { ...entry, _tag: "EntryKept", ownerId: actor },
    AcceptSuggestion: (_, entry, { actor, ownPortfolioIsOpen }) =>
      mayNotKeep(entry, ownPortfolioIsOpen) ?? { ...entry, _tag: "EntryKept", ownerId: actor },
    Edit: ({ _tag }, content) =>
      _tag !== "Draft" && content.title.isEmpty ? new EntryWithoutTitle()
        : showsPupils(content) ? new PupilsInPicture()
        : { ...content, _tag: "EntryEdited" },
    Grant: (entry, asked, { at, circle, hr, leaders, settings }) => {
      const { grant: id, to, until, ...words } = withEnd(asked, circle, at, settings)
      return mayNotOpen(entry, { ...asked, until }, circle, at)
        ?? (isInner(entry.kind) && hasSay(to, leaders, hr)
          ? { _tag: "EntryGrantWeighed", id, to, until }
          : { ...words, _tag: "EntryGranted", id, to, until })
    },
    ConfirmGrant: (entry, asked, { at, circle, settings }) => {
      const { grant: id, to, until, ...words } = withEnd(asked, circle, at, settings)
      const said = entry.weighed
      return said === undefined || said.id !== id || said.to.kind !== to.kind || said.to.id !== to.id
        ? new NotWeighedYet()
        : mayNotOpen(entry, { ...asked, until }, circle, at) ?? { ...words, _tag: "EntryGranted", id, to, until }
    },
    RevokeGrant: ({ grants }, { grant }) =>
      !grants.some(({ id }) => id === grant) ? new NoSuchGrant()
        : grants.length > 1 ? { _tag: "GrantRevoked", grant }
        : [{ _tag: "GrantRevoked", grant }, { _tag: "EntryUngranted" }],
    Lapse: ({ grants }, { grant }, { at }) =>
      mayNotLapse(grants, grant, at)
        ?? (grants.length > 1 ? { _tag: "GrantLapsed", grant } : [{ _tag: "GrantLapsed", grant }, { _tag: "EntryUngranted" }]),
    MarkForCompetenceFile: ({ marks }, { requirement }) =>
      isIn(marks, requirement) ? new MarkedAlready() : { _tag: "EntryMarked", requirement },
    Unmark: ({ marks }, { requirement }) =>
      isIn(marks, requirement) ? { _tag: "EntryUnmarked", requirement } : new NotMarked(),
    Delete: () => ({ _tag: "EntryDeleted" })
  },
  evolve: {
    EntryDrafted: (_, entry) => entry,
    EntryKept: (_, entry) => ({ ...entry, marks: [], grants: [] }),
    EntryEdited: (entry, { _tag, ...content }) => {
      const { papRef: _pap, popGoalRef: _goal, ...rest } = entry
      return { ...rest, ...content }
    },
    EntryGrantWeighed: (entry, { id, to, until }) => ({ ...entry, weighed: { id, to, until } }),
    EntryGranted: ({ weighed: _said, ...entry }, { id, to, until }) => ({ ...entry, grants: [...entry.grants, { id, to, until }] }),
    GrantRevoked: (entry, { grant }) => ({ ...entry, grants: without(entry.grants, grant) }),
    GrantLapsed: (entry, { grant }) => ({ ...entry, grants: without(entry.grants, grant) }),
    EntryUngranted: (entry) => entry,
    EntryMarked: (entry, { requirement }) => ({ ...entry, marks: [...entry.marks, requirement] }),
    EntryUnmarked: (entry, { requirement }) =>
      ({ ...entry, marks: entry.marks.filter((mark) => !isSame(mark, requirement)) }),
    EntryDeleted: (entry) => entry
  }
})
