import type { Method } from "@groeikring/core"

export const sixPhases: Method.Method = {
  id: "six-phases",
  name: { nl: "Zesfasenmodel", en: "Six-phase model" },
  purpose: { nl: "Van één casus naar een thema voor de hele groep.", en: "From one case to a theme for the whole group." },
  choose: [
    { nl: "Een casus die velen herkennen.", en: "A case that many recognise." },
    { nl: "Je zoekt stof voor een groepsontwikkelingsplan.", en: "You look for matter for a group development plan." }
  ],
  avoid: [{ nl: "Iets persoonlijks.", en: "A private matter." }],
  focus: "Theme",
  trust: "Low",
  level: "Beginner",
  group: { min: 4, ideal: 6, max: 10 },
  roles: ["CaseGiver", "Facilitator", "Peer"],
  facilitator: { nl: "Een collega, bij toerbeurt.", en: "A peer, in turn." },
  timing: {
    nl: "De namen van de fasen zijn gevonden, de minuten zijn van ons.",
    en: "The names of the phases are found, the minutes are our own."
  },
  totalMinutes: 60,
  innerMinutes: 35,
  embeddable: true,
  licence: "common property; own words",
  sources: ["https://kennislab.nevi.nl/begrippen/zesfasenmodel"],
  steps: [
    {
      name: { nl: "Probleeminventarisatie", en: "Inventory of problems" },
      key: "Case",
      minutes: 10,
      floor: ["All"],
      caseGiver: "Speaks",
      capture: "CaseQuestion",
      scope: "Group",
      rules: ["VoluntaryCase"],
      source: "Own"
    },
    {
      name: { nl: "Analyse", en: "Analysis" },
      minutes: 15,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "Question",
      scope: "CaseGiver",
      rules: ["OpenQuestionsOnly", "NoAdvice"],
      source: "Own"
    },
    {
      name: { nl: "Bewustwording", en: "Awareness" },
      minutes: 10,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "Insight",
      scope: "Self",
      rules: [],
      source: "Own"
    },
    {
      name: { nl: "Advies", en: "Advice" },
      key: "TipParade",
      minutes: 10,
      floor: ["Peer"],
      caseGiver: "Listens",
      capture: "Tip",
      scope: "CaseGiver",
      rules: ["RoundRobin", "CaseGiverListens"],
      source: "Own"
    },
    {
      name: { nl: "Thema met de hele groep", en: "Theme with the whole group" },
      minutes: 10,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "GroupTheme",
      scope: "Group",
      rules: ["NoNames"],
      source: "Own"
    },
    {
      name: { nl: "Evaluatie", en: "Evaluation" },
      key: "Pap",
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
