import { type MachineWords, said } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { CompetenceFramework } from "../CompetenceFramework.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const competenceFramework: MachineWords<Machine.Of<typeof CompetenceFramework>> = {
  name: "Framework of competences",
  states: {
    Draft: "draft",
    Consulted: "being talked about",
    Published: "published",
    Superseded: "followed by a newer version",
    Withdrawn: "withdrawn"
  },
  commands: {
    Draft: "draft a version",
    Edit: "edit it",
    Propose: "propose a competence",
    Submit: "submit it for consultation",
    Consent: "give consent",
    Return: "take it back",
    Publish: "publish it",
    Supersede: "note the newer version",
    Withdraw: "withdraw it"
  },
  help: {
    Draft: "The competences of one version, and where they come from.",
    Edit: "Change the text, with or without what colleagues proposed.",
    Propose: "Something that is missing, in your own words.",
    Submit: "From here on it is talked about, and no longer edited.",
    Consent: "The staff part of the council says yes, and to which document.",
    Return: "The talk brought changes: edit it again.",
    Publish: "From here on this version never changes.",
    Supersede: "A newer version takes its place. Ratings keep their meaning.",
    Withdraw: "It is no longer used."
  },
  events: {
    FrameworkDrafted: "drafted a framework",
    FrameworkEdited: "edited the framework",
    CompetenceProposed: "proposed a competence",
    FrameworkSubmitted: "submitted the framework for consultation",
    FrameworkConsented: "gave consent to the framework",
    FrameworkReturned: "took the framework back",
    FrameworkPublished: "published the framework",
    FrameworkSuperseded: "noted the newer version of the framework",
    FrameworkWithdrawn: "withdrew the framework"
  },
  roles: {
    Colleague: "colleague",
    Leader: "a leader",
    Hr: "human resources",
    Pmr: "the staff part of the council"
  },
  fields: {
    ...shared,
    attitudes: "attitudes",
    basis: "basis in law or agreement",
    behaviours: "visible behaviour",
    consent: "consent of the council",
    core: "in short",
    described: "description",
    document: "document",
    functions: "for which function",
    insights: "insights",
    kind: "kind",
    knowledge: "knowledge",
    personalityAspects: "aspects of personality",
    place: "place",
    predecessor: "version before",
    proposals: "proposals",
    replacedBy: "what replaced what",
    resembles: "resembles",
    skills: "skills",
    successor: "newer version",
    usedForAppraisal: "used for appraisal"
  },
  choices: {
    kind: {
      Functional: "functional",
      PersonalExamples: "personal examples",
      Mixed: "both",
      Personal: "personal"
    }
  },
  refusals: {
    FrameworkFrozen: said,
    NoCompetencesYet: said,
    FunctionMissing: said,
    ReplacementMissing: said,
    ReplacementUnknown: said,
    RegulationNotConsented: said,
    NoSuccessor: said,
    RatedRecently: said
  }
}
