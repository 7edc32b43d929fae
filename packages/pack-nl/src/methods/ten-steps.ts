import type { Method } from "@groeikring/core"

export const tenSteps: Method.Method = {
  id: "ten-steps",
  name: { nl: "Tienstappenmethode", en: "Ten-step method" },
  purpose: {
    nl: "Rustig en in vaste stappen het probleem opnieuw omschrijven, tot de inbrenger het eigen aandeel ziet.",
    en: "Slow, structured redefinition of the problem; the case giver sees the own share in it."
  },
  choose: [
    { nl: "Een nieuwe groep die wil leren vragen stellen.", en: "A new group that wants to learn to ask." },
    { nl: "Het is nog niet helder wat het probleem is.", en: "It is not clear yet what the problem is." },
    { nl: "Er zijn twee uur.", en: "There are two hours." }
  ],
  avoid: [
    { nl: "Er is weinig tijd.", en: "There is little time." },
    { nl: "De vraag is alleen praktisch.", en: "The question is only practical." }
  ],
  focus: "ProblemDefinition",
  trust: "Medium",
  level: "Beginner",
  group: { min: 4, ideal: 6, max: 8 },
  roles: ["CaseGiver", "Facilitator", "Peer"],
  facilitator: { nl: "Een collega, of een geschoolde begeleider.", en: "A peer, or a trained facilitator." },
  timing: {
    nl: "De stappen zijn gevonden, en ook het geheel: 120 tot 150 minuten met zes mensen. De verdeling over de stappen is van ons.",
    en: "The steps are found, and the whole: 120 to 150 minutes with six people. The split over the steps is our own."
  },
  totalMinutes: 120,
  innerMinutes: 105,
  embeddable: true,
  licence: "common property; own words",
  sources: ["https://www.bpopleidingen.nl/e-learning-intervisie-10-stappen-methode/", "http://guidetocoach.com/methode-2"],
  steps: [
    {
      name: { nl: "Probleemsituatie schetsen", en: "Describe the situation and own part" },
      minutes: 10,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "CaseSummary",
      scope: "CaseGiver",
      rules: ["NoInterruption"],
      source: "Own"
    },
    {
      name: { nl: "Vragen formuleren (schriftelijk)", en: "Write questions" },
      minutes: 10,
      floor: ["None"],
      caseGiver: "Listens",
      capture: "Question",
      scope: "Group",
      rules: ["WriteSilentlyFirst", "OpenQuestionsOnly"],
      source: "Own"
    },
    {
      name: { nl: "Vragen waarderen (dichtbij/veraf)", en: "Rate the questions (near/far)" },
      minutes: 10,
      floor: ["CaseGiver"],
      caseGiver: "Chooses",
      capture: "QuestionRating",
      scope: "CaseGiver",
      rules: ["NoDiscussion"],
      source: "Own"
    },
    {
      name: { nl: "Vragen beantwoorden", en: "Answer the questions" },
      minutes: 20,
      floor: ["CaseGiver"],
      caseGiver: "Answers",
      capture: "AnswerNote",
      scope: "CaseGiver",
      rules: ["NoAdvice"],
      source: "Own"
    },
    {
      name: { nl: "Laatste vragenronde", en: "Last question round" },
      minutes: 10,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "Question",
      scope: "CaseGiver",
      rules: ["OpenQuestionsOnly", "NoAdvice"],
      source: "Own"
    },
    {
      name: { nl: "Kern van het probleem formuleren", en: "Each peer formulates the core (as if I were you)" },
      minutes: 10,
      floor: ["Peer"],
      caseGiver: "Listens",
      capture: "CoreFormulation",
      scope: "CaseGiver",
      rules: ["WriteSilentlyFirst", "CaseGiverListens", "NoDiscussion"],
      source: "Own"
    },
    {
      name: { nl: "Formuleringen waarderen", en: "Rate the formulations" },
      minutes: 10,
      floor: ["CaseGiver"],
      caseGiver: "Chooses",
      capture: "FormulationRating",
      scope: "CaseGiver",
      rules: ["NoDiscussion"],
      source: "Own"
    },
    {
      name: { nl: "Rekening opmaken: probleem herformuleren", en: "Draw the balance: redefine the problem" },
      minutes: 10,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "ReformulatedQuestion",
      scope: "Self",
      rules: [],
      source: "Own"
    },
    {
      name: { nl: "Krachten die het probleem in stand houden", en: "Forces that keep the problem alive" },
      minutes: 15,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "Hypothesis",
      scope: "Group",
      rules: ["NoAdvice"],
      source: "Own"
    },
    {
      name: { nl: "Wat ga je doen; tips en eigen inzichten", en: "What will you do; tips and own insights" },
      key: "Pap",
      minutes: 15,
      floor: ["CaseGiver", "Peer"],
      caseGiver: "Chooses",
      capture: "TipChoice",
      scope: "Self",
      rules: ["RoundRobin", "OwnChoice"],
      source: "Own"
    }
  ]
}
