import type { Method } from "@groeikring/core"

export const problemCore: Method.Method = {
  id: "problem-core",
  name: { nl: "Probleemkernmethode", en: "Problem-core method" },
  purpose: {
    nl: "Eerst de ene zin vinden die het echte probleem benoemt, dan pas ideeën.",
    en: "Find the one sentence that names the real problem before any idea is spoken."
  },
  choose: [
    { nl: "De inbrenger vertelt veel tegelijk.", en: "The case giver tells many things at once." },
    { nl: "Eerdere adviezen hielpen niet.", en: "Earlier advice did not help." }
  ],
  avoid: [{ nl: "Een heldere, praktische vraag.", en: "A clear, practical question." }],
  focus: "ProblemDefinition",
  trust: "Medium",
  level: "Some",
  group: { min: 4, ideal: 6, max: 8 },
  roles: ["CaseGiver", "Facilitator", "Peer"],
  facilitator: { nl: "Een collega, bij toerbeurt.", en: "A peer, in turn." },
  timing: {
    nl: "Van ons; de stappen zijn afgeleid uit het formuleren van de kern in de vijf- en de tienstappenmethode.",
    en: "Our own; the steps are inferred from formulating the core in the five-step and the ten-step method."
  },
  totalMinutes: 60,
  innerMinutes: 50,
  embeddable: true,
  licence: "own reconstruction: nothing published was found under this name",
  sources: ["nothing found under this name; see step 3 of five-steps and step 6 of ten-steps"],
  steps: [
    {
      name: { nl: "Inbreng", en: "Case in five minutes" },
      minutes: 5,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "CaseSummary",
      scope: "CaseGiver",
      rules: ["NoInterruption"],
      source: "Own"
    },
    {
      name: { nl: "Informatieve vragen", en: "Information questions" },
      minutes: 10,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "Question",
      scope: "CaseGiver",
      rules: ["ClarifyingOnly", "NoAdvice"],
      source: "Own"
    },
    {
      name: { nl: "Stil schrijven: de kern in één zin", en: "Write silently: the core in one sentence" },
      minutes: 5,
      floor: ["None"],
      caseGiver: "Writes",
      capture: "CoreFormulation",
      scope: "Self",
      rules: ["WriteSilentlyFirst"],
      source: "Own"
    },
    {
      name: { nl: "Kernronde", en: "Round of cores" },
      minutes: 10,
      floor: ["Peer"],
      caseGiver: "Listens",
      capture: "CoreFormulation",
      scope: "CaseGiver",
      rules: ["RoundRobin", "CaseGiverListens", "NoDiscussion"],
      source: "Own"
    },
    {
      name: { nl: "Inbrenger kiest of herschrijft de kern", en: "Case giver chooses or rewrites the core" },
      minutes: 10,
      floor: ["CaseGiver"],
      caseGiver: "Chooses",
      capture: "ReformulatedQuestion",
      scope: "Self",
      rules: ["OwnChoice"],
      source: "Own"
    },
    {
      name: { nl: "Toets: wat volgt als dit de kern is?", en: "Test: what follows if this is the core?" },
      minutes: 10,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "Question",
      scope: "CaseGiver",
      rules: ["OpenQuestionsOnly"],
      source: "Own"
    },
    {
      name: { nl: "Eerste stap", en: "First step" },
      key: "Pap",
      minutes: 5,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "TipChoice",
      scope: "Self",
      rules: ["OwnChoice"],
      source: "Own"
    },
    {
      name: { nl: "Evaluatie", en: "Evaluation" },
      key: "Evaluation",
      minutes: 5,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "Evaluation",
      scope: "Group",
      rules: [],
      source: "Own"
    }
  ]
}
