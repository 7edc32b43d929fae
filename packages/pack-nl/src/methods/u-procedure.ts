import type { Method } from "@groeikring/core"

export const uProcedure: Method.Method = {
  id: "u-procedure",
  name: { nl: "U-procedure", en: "U-procedure" },
  purpose: {
    nl: "Van wat er gebeurt omlaag naar overtuigingen, en weer omhoog naar nieuw gedrag.",
    en: "From what happens, down to convictions, and up again to new behaviour."
  },
  choose: [
    { nl: "Een patroon dat steeds terugkomt.", en: "A pattern that keeps coming back." },
    {
      nl: "Een vraag over wat je gelooft, wat je waard vindt of wie je bent.",
      en: "A question about conviction, value or identity."
    }
  ],
  avoid: [
    { nl: "Een incident dat één keer gebeurde.", en: "An incident that happened once." },
    { nl: "Een nieuwe groep.", en: "A new group." }
  ],
  focus: "Conviction",
  trust: "High",
  level: "Advanced",
  group: { min: 4, ideal: 6, max: 8 },
  roles: ["CaseGiver", "Facilitator", "Peer"],
  facilitator: { nl: "Een collega met ervaring.", en: "An experienced peer." },
  timing: { nl: "Van ons.", en: "Our own." },
  totalMinutes: 90,
  innerMinutes: 75,
  embeddable: true,
  licence: "own words, after the U-procedure of the NPI (Glasl and Lemson), known to the profession",
  credit: "NPI (Glasl, Lemson)",
  sources: ["no published steps found"],
  steps: [
    {
      name: { nl: "Inbreng van het patroon", en: "Bring in the pattern" },
      minutes: 10,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "CaseSummary",
      scope: "CaseGiver",
      rules: ["NoInterruption"],
      source: "Own"
    },
    {
      name: { nl: "Wat gebeurt er feitelijk?", en: "What happens in fact?" },
      minutes: 10,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "AnswerNote",
      scope: "CaseGiver",
      rules: ["FactsOnly"],
      source: "Own"
    },
    {
      name: { nl: "Wie doet wat, welke rollen?", en: "Who does what, which roles?" },
      minutes: 10,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "AnswerNote",
      scope: "CaseGiver",
      rules: ["OpenQuestionsOnly"],
      source: "Own"
    },
    {
      name: { nl: "Welke overtuiging of ongeschreven regel stuurt dit?", en: "Which conviction or unwritten rule drives this?" },
      minutes: 15,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "Belief",
      scope: "CaseGiver",
      rules: ["OpenQuestionsOnly", "NoJudgement"],
      source: "Own"
    },
    {
      name: { nl: "Stilte: wil ik dit zo?", en: "Silence: is this what I want?" },
      minutes: 5,
      floor: ["None"],
      caseGiver: "Writes",
      capture: "Insight",
      scope: "Self",
      rules: ["Silence"],
      source: "Own"
    },
    {
      name: { nl: "Welke overtuiging wil ik daarvoor in de plaats?", en: "Which conviction do I want instead?" },
      minutes: 15,
      floor: ["CaseGiver", "Peer"],
      caseGiver: "Speaks",
      capture: "Belief",
      scope: "Self",
      rules: ["NoAdvice"],
      source: "Own"
    },
    {
      name: { nl: "Welke rol past daarbij?", en: "Which role fits that?" },
      minutes: 10,
      floor: ["CaseGiver", "Peer"],
      caseGiver: "Speaks",
      capture: "Insight",
      scope: "Self",
      rules: [],
      source: "Own"
    },
    {
      name: { nl: "Welk ander gedrag probeer ik?", en: "Which other behaviour will I try?" },
      key: "Pap",
      minutes: 10,
      floor: ["CaseGiver", "Peer"],
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
