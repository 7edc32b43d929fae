/**
 * ConversationCycle — the regulation by which a school holds its conversations in one school year: which talks everybody
 * has, and on what terms. It runs with the consent of the staff part of the council, and not without.
 */
import { Schema } from "effect"
import { isAboutWork, Terms, YearlyTalk } from "./conversation/Kinds.ts"
import { AppraisalNotInRegulation } from "./conversation/Refusals.ts"
import * as Machine from "./Machine.ts"
import { seenBy } from "./Privacy.ts"
import { refusal } from "./Refusal.ts"
import { Settings } from "./Settings.ts"
import { endOf, Id, Instant, maybe, People, SchoolYear } from "./Vocabulary.ts"

const Talks = Schema.Array(YearlyTalk)

// What it is about --------------------------------------------------------------

const regulation = {
  schoolYear: SchoolYear,
  /** Where the whole text lies: what the council said yes or no to. */
  document: Schema.NonEmptyString,
  appraisals: Schema.Boolean,
  terms: Terms,
  talks: Talks
}
const consented = { ...regulation, consent: Schema.NonEmptyString }
const evaluated = { ...consented, evaluation: Schema.NonEmptyString }

// Why not -----------------------------------------------------------------------

export class RegulationExists extends refusal(
  "RegulationExists",
  ({ regulation, schoolYear }) => `There is a regulation for ${schoolYear} already: ${regulation}. Propose your changes there.`,
  { regulation: Id, schoolYear: SchoolYear }
) {}
export class NoTalkAboutWork extends refusal(
  "NoTalkAboutWork",
  "Everybody has a progress or a performance talk in a year, and this regulation has neither. Add one."
) {}
export class YearNotOver extends refusal(
  "YearNotOver",
  ({ schoolYear }) => `The school year ${schoolYear} is not over. Wait until the first of August.`,
  { schoolYear: SchoolYear, until: Instant }
) {}

// Lifecycle ---------------------------------------------------------------------

export const ConversationCycleLifecycle = Machine.lifecycle("ConversationCycle", {
  roles: { Colleague: "staff", Leader: "leaders", Hr: "hr", Pmr: "pmr" },
  foundBy: ["schoolYear"],
  // A regulation is for everybody whose talks it regulates.
  seenBy: seenBy("ConversationCycle"),
  needs: {
    staff: People,
    leaders: People,
    hr: People,
    pmr: People,
    /** Another regulation for the same school year, proposed or in force. */
    otherRegulation: Schema.NullOr(Id),
    settings: Settings
  },
  states: {
    Proposed: regulation,
    /** The council said no, in a letter; HR may propose another text. */
    Withheld: { ...regulation, letter: Schema.NonEmptyString },
    Consented: consented,
    Running: consented,
    Evaluated: evaluated,
    Closed: evaluated
  },
  events: {
    RegulationProposed: { from: ["Start", "Proposed", "Withheld"], to: "Proposed", payload: regulation },
    RegulationConsented: { from: ["Proposed"], to: "Consented", payload: { document: Schema.NonEmptyString } },
    ConsentWithheld: { from: ["Proposed"], to: "Withheld", payload: { document: Schema.NonEmptyString } },
    CycleStarted: { from: ["Consented"], to: "Running" },
    CycleEvaluated: { from: ["Running"], to: "Evaluated", payload: { document: Schema.NonEmptyString } },
    CycleClosed: { from: ["Evaluated"], to: "Closed" }
  },
  commands: {
    /** What it does not say is as the settings of the school have it. */
    Propose: {
      by: ["Hr"],
      emits: ["RegulationProposed"],
      needs: ["otherRegulation", "settings"],
      refuses: [RegulationExists, NoTalkAboutWork, AppraisalNotInRegulation],
      payload: { schoolYear: SchoolYear, document: Schema.NonEmptyString, appraisals: Schema.Boolean, terms: maybe(Terms), talks: maybe(Talks) }
    },
    Consent: { by: ["Pmr"], emits: ["RegulationConsented"], payload: { document: Schema.NonEmptyString } },
    WithholdConsent: { by: ["Pmr"], emits: ["ConsentWithheld"], payload: { document: Schema.NonEmptyString } },
    Start: { by: ["Leader"], emits: ["CycleStarted"] },
    Evaluate: { by: ["Leader", "Hr"], emits: ["CycleEvaluated"], payload: { document: Schema.NonEmptyString } },
    Close: { by: ["System", "Hr"], emits: ["CycleClosed"], refuses: [YearNotOver] }
  }
})

// Rules -------------------------------------------------------------------------

export const ConversationCycle = Machine.make(ConversationCycleLifecycle, {
  decide: {
    Propose: (_, { appraisals, document, schoolYear, ...asked }, { otherRegulation, settings }) => {
      const { talks = settings.yearlyTalks, terms = settings.conversationTerms } = asked
      return otherRegulation !== null ? new RegulationExists({ regulation: otherRegulation, schoolYear })
        : !talks.some(({ type }) => isAboutWork(type)) ? new NoTalkAboutWork()
        : !appraisals && talks.some(({ type }) => type === "Appraisal") ? new AppraisalNotInRegulation()
        : { _tag: "RegulationProposed", schoolYear, document, appraisals, terms, talks }
    },
    Consent: (_, { document }) => ({ _tag: "RegulationConsented", document }),
    WithholdConsent: (_, { document }) => ({ _tag: "ConsentWithheld", document }),
    Start: () => ({ _tag: "CycleStarted" }),
    Evaluate: (_, { document }) => ({ _tag: "CycleEvaluated", document }),
    Close: ({ schoolYear }, _, { at }) =>
      at < endOf(schoolYear) ? new YearNotOver({ schoolYear, until: endOf(schoolYear) }) : { _tag: "CycleClosed" }
  },
  evolve: {
    RegulationProposed: (_, regulation) => regulation,
    RegulationConsented: (regulation, { document }) => ({ ...regulation, consent: document }),
    ConsentWithheld: (regulation, { document }) => ({ ...regulation, letter: document }),
    CycleStarted: (regulation) => regulation,
    CycleEvaluated: (regulation, { document }) => ({ ...regulation, evaluation: document }),
    CycleClosed: (regulation) => regulation
  }
})
