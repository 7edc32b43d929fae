import type { Method } from "@groeikring/core"

export const fiveSteps: Method.Method = {
  id: "five-steps",
  name: { nl: "Vijfstappenmethode", en: "Five-step method" },
  purpose: {
    nl: "Kort en rond: van vraag naar één kernzin en dan naar ideeën.",
    en: "Short all-round problem solving with one core formulation."
  },
  choose: [
    { nl: "De eerste bijeenkomsten.", en: "The first sessions." },
    { nl: "Bijna elke vraag.", en: "Almost any question." },
    { nl: "Er is een uur.", en: "There is one hour." }
  ],
  avoid: [{ nl: "Er zit veel emotie in.", en: "There is a heavy emotional load." }],
  focus: "Solution",
  trust: "Low",
  level: "Beginner",
  group: { min: 4, ideal: 6, max: 8 },
  roles: ["CaseGiver", "Facilitator", "Peer"],
  facilitator: { nl: "Een collega, bij toerbeurt.", en: "A peer, in turn." },
  timing: { nl: "De stappen zijn gevonden, de minuten zijn van ons.", en: "The steps are found, the minutes are our own." },
  totalMinutes: 60,
  innerMinutes: 35,
  embeddable: true,
  licence: "common property; own words",
  sources: [
    "https://lessonup.com/en/lesson/dncGB5TdsSNqQXH7C",
    "https://www.bpopleidingen.nl/e-learning-methodiek-intervisiemethode/"
  ],
  steps: [
    {
      name: { nl: "Vraagintroductie", en: "Introduce the question" },
      minutes: 5,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "CaseQuestion",
      scope: "CaseGiver",
      rules: ["NoInterruption"],
      source: "Own"
    },
    {
      name: { nl: "Probleemverkenning", en: "Explore the problem" },
      minutes: 20,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "Question",
      scope: "CaseGiver",
      rules: ["OpenQuestionsOnly", "NoAdvice"],
      source: "Own"
    },
    {
      name: { nl: "Kern formuleren", en: "Formulate the core" },
      minutes: 10,
      floor: ["Peer"],
      caseGiver: "Listens",
      capture: "CoreFormulation",
      scope: "CaseGiver",
      rules: ["WriteSilentlyFirst", "NoAdvice"],
      source: "Own"
    },
    {
      name: { nl: "Adviesronde", en: "Advice round, at least one each" },
      key: "TipParade",
      minutes: 10,
      floor: ["Peer"],
      caseGiver: "Listens",
      capture: "Tip",
      scope: "CaseGiver",
      rules: ["RoundRobin", "OneTipPerTurn", "CaseGiverListens"],
      source: "Own"
    },
    {
      name: { nl: "Reactie: wat spreekt aan", en: "Reaction: what appeals" },
      key: "Pap",
      minutes: 5,
      floor: ["CaseGiver"],
      caseGiver: "Chooses",
      capture: "TipChoice",
      scope: "Self",
      rules: ["OwnChoice"],
      source: "Own"
    },
    {
      name: { nl: "Evaluatie", en: "Evaluation" },
      key: "Evaluation",
      minutes: 10,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "Evaluation",
      scope: "Group",
      rules: [],
      source: "Own"
    }
  ]
}
