import type { Method } from "@groeikring/core"

export const tuning: Method.Method = {
  id: "tuning",
  name: { nl: "Tuning-protocol", en: "Tuning protocol" },
  purpose: {
    nl: "Een stuk werk aanscherpen met warme en koele feedback.",
    en: "Sharpen a piece of work (lesson, task, plan, POP) with warm and cool feedback."
  },
  choose: [
    { nl: "Er ligt iets op tafel.", en: "There is something on the table." },
    { nl: "Een POP of een lesontwerp dat beter kan.", en: "A POP or a lesson design to improve." }
  ],
  avoid: [
    { nl: "Er is geen werk om naar te kijken.", en: "There is no work to look at." },
    { nl: "Een vraag over jezelf of over een relatie.", en: "A personal question, or one about a relation." }
  ],
  focus: "Artefact",
  trust: "Low",
  level: "Beginner",
  group: { min: 5, ideal: 8, max: 10 },
  roles: ["CaseGiver", "Facilitator", "Peer"],
  facilitator: { nl: "Nodig, en streng op de tijd.", en: "Required, and strict on time." },
  timing: { nl: "Gevonden.", en: "Found." },
  totalMinutes: 78,
  innerMinutes: 38,
  embeddable: true,
  licence: "own words, after Allen and McDonald (Coalition of Essential Schools)",
  credit: "David Allen, Joseph McDonald",
  sources: [
    "http://essentialschools.org/horace-issues/the-tuning-protocol-a-process-for-reflection-on-teacher-and-student-work/",
    "https://www.oregonednet.org/strategies/tuning-protocol"
  ],
  steps: [
    {
      name: { nl: "Inleiding", en: "Introduction" },
      minutes: 10,
      floor: ["Facilitator"],
      caseGiver: "Joins",
      capture: "None",
      scope: "Group",
      rules: [],
      source: "Found"
    },
    {
      name: { nl: "Presentatie van het werk", en: "Presentation of the work" },
      minutes: 20,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "CaseSummary",
      scope: "CaseGiver",
      rules: ["NoInterruption", "ArtefactAnonymised"],
      source: "Found"
    },
    {
      name: { nl: "Verhelderende vragen", en: "Clarifying questions" },
      minutes: 5,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "Question",
      scope: "CaseGiver",
      rules: ["ClarifyingOnly"],
      source: "Found"
    },
    {
      name: { nl: "Stil nadenken over warme en koele feedback", en: "Silent pause for warm and cool feedback" },
      minutes: 3,
      floor: ["None"],
      caseGiver: "Listens",
      capture: "None",
      scope: "Self",
      rules: ["WriteSilentlyFirst"],
      source: "Found"
    },
    {
      name: { nl: "Warme en koele feedback", en: "Warm and cool feedback" },
      key: "TipParade",
      minutes: 15,
      floor: ["Peer"],
      caseGiver: "Listens",
      capture: "WarmCoolFeedback",
      scope: "CaseGiver",
      rules: ["CaseGiverListens", "WarmBeforeCool"],
      source: "Found"
    },
    {
      name: { nl: "Reactie inbrenger", en: "Presenter reflects and responds" },
      key: "Pap",
      minutes: 15,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "TipChoice",
      scope: "Self",
      rules: ["PeersSilent", "OwnChoice"],
      source: "Found"
    },
    {
      name: { nl: "Nabespreking", en: "Debrief" },
      key: "Evaluation",
      minutes: 10,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "Evaluation",
      scope: "Group",
      rules: [],
      source: "Found"
    }
  ]
}
