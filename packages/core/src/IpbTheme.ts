/**
 * IpbTheme — a subject for the development of the school. It comes from a policy proposal or from the team, and both are
 * of equal standing: the same discussion, and a reason when it is declined (S1.3, S1.4; domain 4.12).
 */
import { Schema } from "effect"
import { NotInThisGroup } from "./Pap.ts"
import { NoWords } from "./Pop.ts"
import * as Machine from "./Machine.ts"
import { seenBy } from "./Privacy.ts"
import * as Private from "./Private.ts"
import { refusal } from "./Refusal.ts"
import { Day, Id, maybe, People, Person } from "./Vocabulary.ts"

/** For the whole team. */
const open = (max: number) => Private.text({ class: "P4", max, subject: "stream" })

// What it is about --------------------------------------------------------------

const Origin = Schema.Literals(["Policy", "Team"])
export const Need = Schema.Literals(["Autonomy", "Relatedness", "Competence", "SelfWorth"])
/** The agreed text of a group that a theme comes from, and the goals in it. */
const FromGop = Schema.Struct({ gopText: Id, goals: Schema.Array(Id) })
/** What is said of a theme afterwards leans on agreed texts and on numbers that name nobody; there is nothing else to name. */
const Ground = Schema.Struct({ kind: Schema.Literals(["GopText", "Measurement"]), ref: Id })

const raising = { text: open(280), tags: Schema.Array(Schema.NonEmptyString), from: maybe(FromGop) }
/** What a theme brings along when it is merged into another. */
const roots = {
  origins: Schema.Array(Origin),
  raisers: People,
  /** Raisers who want to be named with it. */
  credited: People,
  gops: Schema.Array(FromGop),
  tags: Schema.Array(Schema.NonEmptyString)
}
const theme = {
  ...roots,
  text: open(280),
  needs: Schema.Array(Need),
  merged: Schema.Array(Id),
  /** With which theme it would be one, and who said yes to that. */
  merging: maybe(Schema.Struct({ other: Id, by: People })),
  consentDue: Schema.Boolean,
  consented: Schema.Boolean
}
const discussed = { ...theme, discussedOn: Day }
const evaluated = { ...discussed, evaluation: open(1000), grounds: Schema.Array(Ground) }
const Roots = Schema.Struct(roots)

// Why not -----------------------------------------------------------------------

export class PolicyComesFromLeaders extends refusal(
  "PolicyComesFromLeaders",
  "A policy proposal comes from a leader or from human resources. Raise it from the team: it counts as much."
) {}
export class GopNotAgreed extends refusal(
  "GopNotAgreed",
  "A theme comes from what a group agreed, and this text or goal was not agreed. Let everybody whose it is say yes first."
) {}
export class NoSuchTheme extends refusal("NoSuchTheme", "There is no other theme that can be merged with this one. Choose one that is still open.") {}
export class MergeAgreedAlready extends refusal("MergeAgreedAlready", "You said yes to this already. Wait for the others.") {}
export class DeclineWithoutReason extends refusal(
  "DeclineWithoutReason",
  "Whoever raised a theme hears why it does not go on, and there is no reason here. Write it in a sentence."
) {}
export class CouncilConsentMissing extends refusal(
  "CouncilConsentMissing",
  "The council has a say in this theme, and it has yet to consent. Ask it first."
) {}
export class ConsentGivenAlready extends refusal("ConsentGivenAlready", "The council consented already. Nothing needs to be done.") {}
export class NeedLinkedAlready extends refusal("NeedLinkedAlready", "The theme is linked to this need already. Nothing needs to be done.") {}
export class GroundUnknown extends refusal(
  "GroundUnknown",
  ({ refs }) => `What is said of a theme leans on texts that were agreed and numbers that were reported, and these are not: ${refs.join(", ")}. Name others, or leave them out.`,
  { refs: Schema.Array(Id) }
) {}
export class NotMergedThere extends refusal("NotMergedThere", "The other theme has not taken this one in. Merge them there first.") {}

// Lifecycle ---------------------------------------------------------------------

const before = ["Raised", "UnderDiscussion"] as const
const live = [...before, "Adopted", "Active"] as const

export const IpbThemeLifecycle = Machine.lifecycle("IpbTheme", {
  roles: {
    Colleague: "staff",
    Leader: "leaders",
    Hr: "hr",
    Council: "pmr",
    Raiser: "raisers",
    OtherRaiser: "otherRaisers"
  },
  foundBy: ["tags", "raisers"],
  seenBy: seenBy("IpbTheme"),
  needs: {
    staff: People,
    leaders: People,
    hr: People,
    pmr: People,
    /** The agreed goals of the text it would come from, and who is in the group; nothing when it was not agreed. */
    agreedGop: Schema.NullOr(Schema.Struct({ goals: Schema.Array(Id), members: People })),
    otherRaisers: People,
    /** The theme that it would be merged with, while that is still open. */
    otherTheme: Schema.NullOr(Roots),
    /** Has the other theme taken this one in? */
    takenIn: Schema.Boolean,
    /** Texts that groups agreed, and pulses of the school that were reported. */
    knownGrounds: Schema.Array(Ground)
  },
  states: {
    Raised: theme,
    UnderDiscussion: discussed,
    Adopted: discussed,
    Active: discussed,
    Evaluated: evaluated,
    Closed: evaluated,
    Declined: { ...discussed, reason: open(280) },
    Merged: { ...roots, into: Id }
  },
  events: {
    ThemeRaised: { from: ["Start"], to: "Raised", payload: { ...raising, origin: Origin, by: Person, credit: Schema.Boolean } },
    MergeAgreed: { from: live, to: "Same", payload: { other: Id, by: Person } },
    ThemesMerged: { from: live, to: "Same", payload: { other: Id, ...roots } },
    ThemeTakenIn: { from: before, to: "Merged", payload: { into: Id } },
    ThemeDiscussed: { from: before, to: "UnderDiscussion", payload: { on: Day } },
    ThemeConsentAsked: { from: before, to: "Same" },
    ThemeConsentGiven: { from: before, to: "Same" },
    ThemeAdopted: { from: ["UnderDiscussion"], to: "Adopted" },
    ThemeDeclined: { from: ["UnderDiscussion"], to: "Declined", payload: { reason: open(280) } },
    ThemeNeedLinked: { from: live, to: "Same", payload: { need: Need } },
    ThemeActivated: { from: ["Adopted"], to: "Active" },
    ThemeEvaluated: { from: ["Active"], to: "Evaluated", payload: { evaluation: open(1000), grounds: Schema.Array(Ground) } },
    ThemeClosed: { from: ["Evaluated"], to: "Closed" }
  },
  commands: {
    /** From above or from the team; from a group with its agreed text alone. */
    Raise: {
      by: ["Colleague", "Leader", "Hr"],
      emits: ["ThemeRaised"],
      needs: ["leaders", "hr", "agreedGop"],
      refuses: [PolicyComesFromLeaders, NoWords, GopNotAgreed, NotInThisGroup],
      payload: { ...raising, origin: Origin, credit: Schema.Boolean }
    },
    /** Two themes become one when a leader and somebody who raised each of them say so. */
    Merge: {
      by: ["Leader", "Raiser", "OtherRaiser"],
      emits: ["MergeAgreed", "ThemesMerged"],
      needs: ["leaders", "otherTheme"],
      refuses: [NoSuchTheme, MergeAgreedAlready],
      payload: { other: Id }
    },
    /** Goes on in the theme that took it in. */
    TakeIn: {
      by: ["System"],
      emits: ["ThemeTakenIn"],
      needs: ["takenIn"],
      refuses: [NotMergedThere],
      payload: { into: Id }
    },
    /** The same step for both origins. */
    Discuss: { by: ["Colleague"], emits: ["ThemeDiscussed"], payload: { on: Day } },
    AskConsent: { by: ["Leader", "Council"], emits: ["ThemeConsentAsked"] },
    GiveConsent: { by: ["Council"], emits: ["ThemeConsentGiven"], refuses: [ConsentGivenAlready] },
    Adopt: { by: ["Leader"], emits: ["ThemeAdopted"], refuses: [CouncilConsentMissing] },
    Decline: {
      by: ["Leader"],
      emits: ["ThemeDeclined"],
      refuses: [DeclineWithoutReason],
      payload: { reason: open(280) }
    },
    LinkNeed: { by: ["Colleague"], emits: ["ThemeNeedLinked"], refuses: [NeedLinkedAlready], payload: { need: Need } },
    Activate: { by: ["Colleague"], emits: ["ThemeActivated"] },
    Evaluate: {
      by: ["Colleague"],
      emits: ["ThemeEvaluated"],
      needs: ["knownGrounds"],
      refuses: [NoWords, GroundUnknown],
      payload: { evaluation: open(1000), grounds: Schema.Array(Ground) }
    },
    Close: { by: ["Colleague"], emits: ["ThemeClosed"] }
  }
})

// Rules -------------------------------------------------------------------------

const union = <A>(...lists: ReadonlyArray<ReadonlyArray<A>>) => [...new Set(lists.flat())]
type Need = (typeof Need)["Type"]

/**
 * Which themes address each need, for the report that shows whether staff policy knows them (S5.7). A need that no theme
 * addresses stands there with none.
 */
export const needsAddressed = (
  themes: ReadonlyArray<{ readonly id: string; readonly needs: ReadonlyArray<Need> }>
): ReadonlyArray<{ readonly need: Need; readonly themes: ReadonlyArray<string> }> =>
  Need.literals.map((need) => ({ need, themes: themes.flatMap(({ id, needs }) => (needs.includes(need) ? [id] : [])) }))

export const IpbTheme = Machine.make(IpbThemeLifecycle, {
  decide: {
    Raise: (_, raised, { actor, agreedGop, hr, leaders }) => {
      const { from, origin, text } = raised
      return origin === "Policy" && !leaders.includes(actor) && !hr.includes(actor) ? new PolicyComesFromLeaders()
        : text.isEmpty ? new NoWords()
        : from !== undefined && (agreedGop === null || !from.goals.every((goal) => agreedGop.goals.includes(goal)))
        ? new GopNotAgreed()
        : from !== undefined && agreedGop !== null && !agreedGop.members.includes(actor) ? new NotInThisGroup()
        : { ...raised, _tag: "ThemeRaised", by: actor }
    },
    Merge: ({ merging, raisers }, { other }, { actor, leaders, otherTheme }) => {
      const earlier = merging?.other === other ? merging.by : []
      const said = union(earlier, [actor])
      const agreed = { _tag: "MergeAgreed", other, by: actor } as const
      if (otherTheme === null) return new NoSuchTheme()
      return earlier.includes(actor) ? new MergeAgreedAlready()
        : [leaders, raisers, otherTheme.raisers].every((side) => side.some((person) => said.includes(person)))
        ? [agreed, { ...otherTheme, _tag: "ThemesMerged", other }]
        : agreed
    },
    TakeIn: (_, { into }, { takenIn }) => takenIn ? { _tag: "ThemeTakenIn", into } : new NotMergedThere(),
    Discuss: (_, { on }) => ({ _tag: "ThemeDiscussed", on }),
    AskConsent: () => ({ _tag: "ThemeConsentAsked" }),
    GiveConsent: ({ consented }) => consented ? new ConsentGivenAlready() : { _tag: "ThemeConsentGiven" },
    Adopt: ({ consentDue, consented }) => consentDue && !consented ? new CouncilConsentMissing() : { _tag: "ThemeAdopted" },
    Decline: (_, { reason }) => reason.isEmpty ? new DeclineWithoutReason() : { _tag: "ThemeDeclined", reason },
    LinkNeed: ({ needs }, { need }) => needs.includes(need) ? new NeedLinkedAlready() : { _tag: "ThemeNeedLinked", need },
    Activate: () => ({ _tag: "ThemeActivated" }),
    Evaluate: (_, said, { knownGrounds }) => {
      const unknown = said.grounds.filter(({ kind, ref }) => !knownGrounds.some((one) => one.kind === kind && one.ref === ref))
      return said.evaluation.isEmpty ? new NoWords()
        : unknown.length > 0 ? new GroundUnknown({ refs: unknown.map(({ ref }) => ref) })
        : { ...said, _tag: "ThemeEvaluated" }
    },
    Close: () => ({ _tag: "ThemeClosed" })
  },
  evolve: {
    ThemeRaised: (_, { by, credit, from, origin, tags, text }) => ({
      text,
      tags,
      origins: [origin],
      raisers: [by],
      credited: credit ? [by] : [],
      gops: from === undefined ? [] : [from],
      needs: [],
      merged: [],
      consentDue: false,
      consented: false
    }),
    MergeAgreed: (theme, { by, other }) => ({
      ...theme,
      merging: { other, by: theme.merging?.other === other ? union(theme.merging.by, [by]) : [by] }
    }),
    ThemesMerged: ({ merging: _merging, ...theme }, { credited, gops, origins, other, raisers, tags }) => ({
      ...theme,
      origins: union(theme.origins, origins),
      raisers: union(theme.raisers, raisers),
      credited: union(theme.credited, credited),
      gops: [...theme.gops, ...gops],
      tags: union(theme.tags, tags),
      merged: [...theme.merged, other]
    }),
    ThemeTakenIn: (theme, { into }) => ({ ...theme, into }),
    ThemeDiscussed: (theme, { on }) => ({ ...theme, discussedOn: on }),
    ThemeConsentAsked: (theme) => ({ ...theme, consentDue: true }),
    ThemeConsentGiven: (theme) => ({ ...theme, consented: true }),
    ThemeAdopted: (theme) => theme,
    ThemeDeclined: (theme, { reason }) => ({ ...theme, reason }),
    ThemeNeedLinked: (theme, { need }) => ({ ...theme, needs: [...theme.needs, need] }),
    ThemeActivated: (theme) => theme,
    ThemeEvaluated: (theme, { evaluation, grounds }) => ({ ...theme, evaluation, grounds }),
    ThemeClosed: (theme) => theme
  }
})
