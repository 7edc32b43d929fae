/**
 * CompetenceFramework — one version of a set of competences. Once it is published it never changes; the version that
 * follows it says what was replaced by what, so that a rating keeps its meaning for ever.
 */
import { Schema } from "effect"
import { FrameworkVersion, Version } from "./Competence.ts"
import * as Machine from "./Machine.ts"
import { Competence } from "./Pack.ts"
import { seenBy } from "./Privacy.ts"
import { refusal } from "./Refusal.ts"
import { Settings } from "./Settings.ts"
import { Both, Day, day, Id, Instant, maybe, People, Person } from "./Vocabulary.ts"

const Lines = Schema.Array(Both)

// What it is about --------------------------------------------------------------

/** A competence in as many layers as its framework tells apart (S3.1): behaviour, personality, knowledge and insight. */
const Described = Schema.Struct({
  ...Competence.fields,
  personalityAspects: maybe(Lines),
  insights: maybe(Lines),
  /** Where it holds, when it is not everywhere. */
  place: maybe(Schema.NonEmptyString)
})
/** As in CASE: what became of a competence of the version before. An empty list says that it was dropped. */
const Replacement = Schema.Struct({ competence: Id, by: Schema.Array(Id) })
const Proposal = Schema.Struct({ described: Described, by: Person })
const Consent = Schema.Struct({ by: Person, document: Schema.NonEmptyString, on: Day })

const content = {
  name: Both,
  basis: Both,
  /** Personal competences stand here as examples only: a person's own are in their own words. */
  kind: Schema.Literals(["Functional", "PersonalExamples", "Mixed"]),
  competences: Schema.Array(Described),
  validFrom: Day,
  validTo: maybe(Day),
  source: Schema.NonEmptyString,
  usedForAppraisal: Schema.Boolean,
  predecessor: maybe(FrameworkVersion),
  replacedBy: Schema.Array(Replacement)
}
const draft = { ...FrameworkVersion.fields, ...content, proposals: Schema.Array(Proposal) }
const consulted = { ...draft, consent: Schema.NullOr(Consent) }
const superseded = { ...consulted, successor: FrameworkVersion }

// Why not -----------------------------------------------------------------------

export class FrameworkFrozen extends refusal(
  "FrameworkFrozen",
  ({ framework, version }) => `Version ${version} of ${framework} is there already, and a version never changes. Draft the next version.`,
  { framework: Id, version: Version }
) {}
export class NoCompetencesYet extends refusal(
  "NoCompetencesYet",
  "There is nothing in this framework to talk about. Add a competence first."
) {}
export class FunctionMissing extends refusal(
  "FunctionMissing",
  ({ competences }) => `A functional competence is for a function, and these name none: ${competences.join(", ")}. Say for which function they are.`,
  { competences: Schema.Array(Id) }
) {}
export class ReplacementMissing extends refusal(
  "ReplacementMissing",
  ({ competences }) =>
    `The version before had competences that are gone here: ${competences.join(", ")}. Say what replaced each of them, or that it was dropped.`,
  { competences: Schema.Array(Id) }
) {}
export class ReplacementUnknown extends refusal(
  "ReplacementUnknown",
  ({ competences }) => `Something is replaced by what is not in this framework: ${competences.join(", ")}. Choose competences of this version.`,
  { competences: Schema.Array(Id) }
) {}
export class RegulationNotConsented extends refusal(
  "RegulationNotConsented",
  "What people are appraised by needs the consent of the staff part of the council, and it is not recorded. Ask them first."
) {}
export class NoSuccessor extends refusal(
  "NoSuccessor",
  "No published version says that it follows this one. Publish the next version first."
) {}
export class RatedRecently extends refusal(
  "RatedRecently",
  ({ days }) => `Somebody rated themselves by this framework in the last ${days} days. Let it stand until nobody does.`,
  { days: Schema.Int }
) {}

// Lifecycle ---------------------------------------------------------------------

export const CompetenceFrameworkLifecycle = Machine.lifecycle("CompetenceFramework", {
  roles: { Colleague: "staff", Leader: "leaders", Hr: "hr", Pmr: "pmr" },
  foundBy: ["framework"],
  // Open configuration: everybody may know by which words people speak about work.
  seenBy: seenBy("CompetenceFramework"),
  needs: {
    staff: People,
    leaders: People,
    hr: People,
    pmr: People,
    /** Another thing holds this version of this framework. */
    versionExists: Schema.Boolean,
    /** The competences of the version before; none when there is none. */
    predecessorCompetences: Schema.Array(Id),
    successor: Schema.NullOr(FrameworkVersion),
    lastRatedAt: Schema.NullOr(Instant),
    settings: Settings
  },
  states: {
    Draft: draft,
    Consulted: consulted,
    Published: consulted,
    Superseded: superseded,
    Withdrawn: draft
  },
  events: {
    FrameworkDrafted: { from: ["Start"], to: "Draft", payload: { ...FrameworkVersion.fields, ...content } },
    FrameworkEdited: { from: ["Draft"], to: "Same", payload: content },
    CompetenceProposed: { from: ["Draft"], to: "Same", payload: Proposal.fields },
    FrameworkSubmitted: { from: ["Draft"], to: "Consulted" },
    FrameworkConsented: { from: ["Consulted"], to: "Same", payload: Consent.fields },
    FrameworkReturned: { from: ["Consulted"], to: "Draft" },
    FrameworkPublished: { from: ["Consulted"], to: "Published" },
    FrameworkSuperseded: { from: ["Published"], to: "Superseded", payload: { successor: FrameworkVersion } },
    FrameworkWithdrawn: { from: ["Draft", "Consulted", "Superseded"], to: "Withdrawn" }
  },
  commands: {
    Draft: {
      by: ["Hr", "Leader"],
      emits: ["FrameworkDrafted"],
      needs: ["versionExists"],
      refuses: [FrameworkFrozen],
      payload: { ...FrameworkVersion.fields, ...content }
    },
    /** Takes in, or leaves, what colleagues proposed. */
    Edit: { by: ["Hr", "Leader"], emits: ["FrameworkEdited"], payload: content },
    Propose: { by: ["Colleague"], emits: ["CompetenceProposed"], payload: { described: Described } },
    Submit: {
      by: ["Hr"],
      emits: ["FrameworkSubmitted"],
      needs: ["predecessorCompetences"],
      refuses: [NoCompetencesYet, FunctionMissing, ReplacementMissing, ReplacementUnknown]
    },
    /** The council says yes: what they said yes to is in the document. */
    Consent: { by: ["Pmr"], emits: ["FrameworkConsented"], payload: { document: Schema.NonEmptyString, on: Day } },
    /** The consultation brought changes; a consent was for the text as it was, so it does not come along. */
    Return: { by: ["Hr"], emits: ["FrameworkReturned"] },
    Publish: {
      by: ["Hr"],
      emits: ["FrameworkPublished"],
      needs: ["versionExists"],
      refuses: [RegulationNotConsented, FrameworkFrozen]
    },
    Supersede: { by: ["System"], emits: ["FrameworkSuperseded"], needs: ["successor"], refuses: [NoSuccessor] },
    Withdraw: { by: ["Hr"], emits: ["FrameworkWithdrawn"], needs: ["lastRatedAt", "settings"], refuses: [RatedRecently] }
  }
})

// Rules -------------------------------------------------------------------------

export const CompetenceFramework = Machine.make(CompetenceFrameworkLifecycle, {
  decide: {
    Draft: (_, draft, { versionExists }) =>
      versionExists
        ? new FrameworkFrozen({ framework: draft.framework, version: draft.version })
        : { ...draft, _tag: "FrameworkDrafted" },
    Edit: (_, content) => ({ ...content, _tag: "FrameworkEdited" }),
    Propose: (_, { described }, { actor }) => ({ _tag: "CompetenceProposed", described, by: actor }),
    Submit: ({ competences, replacedBy }, _, { predecessorCompetences }) => {
      const here = competences.map(({ id }) => id)
      const nowhere = competences.flatMap(({ functions = [], id, kind }) =>
        kind === "Functional" && functions.length === 0 ? [id] : [])
      const gone = predecessorCompetences.filter(
        (id) => !here.includes(id) && !replacedBy.some(({ competence }) => competence === id)
      )
      const unknown = replacedBy.flatMap(({ by }) => by).filter((id) => !here.includes(id))
      return here.length === 0 ? new NoCompetencesYet()
        : nowhere.length > 0 ? new FunctionMissing({ competences: nowhere })
        : gone.length > 0 ? new ReplacementMissing({ competences: gone })
        : unknown.length > 0 ? new ReplacementUnknown({ competences: unknown })
        : { _tag: "FrameworkSubmitted" }
    },
    Consent: (_, consent, { actor }) => ({ ...consent, _tag: "FrameworkConsented", by: actor }),
    Return: () => ({ _tag: "FrameworkReturned" }),
    Publish: ({ consent, framework, usedForAppraisal, version }, _, { versionExists }) =>
      usedForAppraisal && consent === null ? new RegulationNotConsented()
        : versionExists ? new FrameworkFrozen({ framework, version })
        : { _tag: "FrameworkPublished" },
    Supersede: (_, __, { successor }) => (successor === null ? new NoSuccessor() : { _tag: "FrameworkSuperseded", successor }),
    Withdraw: (_, __, { at, lastRatedAt, settings: { ratedRecentlyDays: days } }) =>
      lastRatedAt !== null && at < lastRatedAt + days * day ? new RatedRecently({ days }) : { _tag: "FrameworkWithdrawn" }
  },
  evolve: {
    FrameworkDrafted: (_, draft) => ({ ...draft, proposals: [] }),
    // What may be left out is gone when the new text does not say it.
    FrameworkEdited: ({ framework, proposals, version }, { _tag, ...content }) => ({ framework, version, proposals, ...content }),
    CompetenceProposed: (draft, { by, described }) => ({ ...draft, proposals: [...draft.proposals, { described, by }] }),
    FrameworkSubmitted: (draft) => ({ ...draft, consent: null }),
    FrameworkConsented: (framework, { by, document, on }) => ({ ...framework, consent: { by, document, on } }),
    FrameworkReturned: (framework) => framework,
    FrameworkPublished: (framework) => framework,
    FrameworkSuperseded: (framework, { successor }) => ({ ...framework, successor }),
    FrameworkWithdrawn: (framework) => framework
  }
})
