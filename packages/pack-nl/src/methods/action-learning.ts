import type { Method } from "@groeikring/core"

export const actionLearning: Method.Method = {
  id: "action-learning",
  name: { nl: "Action learning", en: "Action learning set" },
  purpose: {
    nl: "Leren en oplossen door alleen vragen te stellen.",
    en: "Solve and learn through questions only; learning review by a coach."
  },
  choose: [
    { nl: "Een echt probleem waar je zelf iets aan kunt doen.", en: "A real problem that you have the power to act on." },
    { nl: "De groep wil leren vragen stellen.", en: "The group wants to learn to ask." }
  ],
  avoid: [{ nl: "Er is inbreng van een deskundige nodig.", en: "Expert input is needed." }],
  focus: "Solution",
  trust: "Medium",
  level: "Some",
  group: { min: 4, ideal: 6, max: 8 },
  roles: ["CaseGiver", "Facilitator", "Peer"],
  facilitator: { nl: "Een leercoach, die niet over de inhoud meepraat.", en: "A learning coach, who does not discuss content." },
  timing: {
    nl: "De grondregel is gevonden, een groep van vier tot acht is bekend uit de praktijk, de minuten zijn van ons.",
    en: "The ground rule is found, a group of four to eight is known to the profession, the minutes are our own."
  },
  totalMinutes: 65,
  innerMinutes: 50,
  embeddable: true,
  licence: "own words; WIAL holds marks on its certificates, not on the ground rule",
  credit: "World Institute for Action Learning",
  sources: ["https://wial.org/fresh-look-ground-rule-1-call-apply-strictly-coach/"],
  steps: [
    {
      name: { nl: "Probleem in twee minuten, daarna vragen", en: "Problem in two minutes, then questions" },
      minutes: 5,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "CaseQuestion",
      scope: "CaseGiver",
      rules: ["NoInterruption"],
      source: "Own"
    },
    {
      name: { nl: "Vragenronde", en: "Question round" },
      minutes: 20,
      floor: ["All"],
      caseGiver: "Answers",
      capture: "Question",
      scope: "CaseGiver",
      rules: ["StatementsOnlyAsAnswer", "OpenQuestionsOnly"],
      source: "Own"
    },
    {
      name: { nl: "Iedereen schrijft het probleem op; overeenstemming", en: "Everyone writes the problem; consensus" },
      minutes: 10,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "CoreFormulation",
      scope: "Group",
      rules: ["WriteSilentlyFirst"],
      source: "Own"
    },
    {
      name: { nl: "Doelen en opties via vragen", en: "Goals and options through questions" },
      minutes: 15,
      floor: ["All"],
      caseGiver: "Answers",
      capture: "Hypothesis",
      scope: "CaseGiver",
      rules: ["StatementsOnlyAsAnswer"],
      source: "Own"
    },
    {
      name: { nl: "Acties", en: "Actions" },
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
      name: { nl: "Leerreview door de coach", en: "Learning review by the coach" },
      key: "Evaluation",
      minutes: 10,
      floor: ["Facilitator", "All"],
      caseGiver: "Joins",
      capture: "Evaluation",
      scope: "Group",
      rules: [],
      source: "Own"
    }
  ]
}
