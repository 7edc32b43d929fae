import type { Method } from "@groeikring/core"

export const socraticDialogue: Method.Method = {
  id: "socratic-dialogue",
  name: { nl: "Socratisch gesprek / socratische intervisie", en: "Socratic dialogue" },
  purpose: {
    nl: "Samen zoeken naar de principes achter hoe jullie werken; ieders vakmanschap doet mee.",
    en: "Shared principles behind how the whole group works; vision development; everyone’s professionalism is the subject."
  },
  choose: [
    {
      nl: "Een thema van iedereen, bijvoorbeeld uit het personeelsbeleid.",
      en: "A theme that all share, for example one of staff policy."
    },
    {
      nl: "Samen een visie maken voor een groepsontwikkelingsplan.",
      en: "Making a vision together for a group development plan."
    }
  ],
  avoid: [
    { nl: "Een dringende vraag van één persoon.", en: "An urgent question of one person." },
    { nl: "Minder dan een dagdeel.", en: "Less than half a day." }
  ],
  focus: "Vision",
  trust: "Medium",
  level: "Advanced",
  group: { min: 5, ideal: 8, max: 12 },
  roles: ["CaseGiver", "Facilitator", "Peer"],
  facilitator: { nl: "Iemand met ervaring.", en: "Somebody experienced." },
  timing: {
    nl: "De fasen en de ongeveer zes uur, of drie keer twee uur, zijn gevonden. De verdeling is van ons.",
    en: "The phases and the six hours or so, or three times two hours, are found. The split is our own."
  },
  totalMinutes: 360,
  innerMinutes: 285,
  embeddable: false,
  meetings: 3,
  licence: "own words, after the methods in the books of Boers and Kessels, and of Hoek",
  credit: "Boers, Kessels, Hoek",
  sources: [
    "https://www.transitiepraktijk.nl/nl/programma/method/socratische-intervisie-methode",
    "https://mens-en-samenleving.infonu.nl/communicatie/14351-socratische-intervisie-bruikbaar-bij-visieontwikkeling.html"
  ],
  steps: [
    {
      name: { nl: "Uitgangsvraag en voorbeeld kiezen (strategiegesprek)", en: "Choose the question and example (strategy talk)" },
      minutes: 30,
      floor: ["All"],
      caseGiver: "Speaks",
      capture: "CaseQuestion",
      scope: "Group",
      rules: [],
      source: "Own"
    },
    {
      name: { nl: "Reconstructie", en: "Reconstruction" },
      minutes: 75,
      floor: ["CaseGiver", "Peer"],
      caseGiver: "Answers",
      capture: "CaseSummary",
      scope: "Group",
      rules: ["FactsOnly", "ClarifyingOnly"],
      source: "Own"
    },
    {
      name: { nl: "Reflectie: wat is hier de essentie?", en: "Reflection: what is essential here?" },
      minutes: 60,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "CoreFormulation",
      scope: "Group",
      rules: ["NoAdvice"],
      source: "Own"
    },
    {
      name: { nl: "Analyse: regels en principes", en: "Analysis: rules and principles" },
      minutes: 75,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "Principle",
      scope: "Group",
      rules: [],
      source: "Own"
    },
    {
      name: { nl: "Oplossing", en: "Solution" },
      minutes: 45,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "Insight",
      scope: "Group",
      rules: [],
      source: "Own"
    },
    {
      name: { nl: "Toepassing in eigen werk", en: "Application in own work" },
      key: "Pap",
      minutes: 45,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "Pap",
      scope: "Self",
      rules: ["OwnChoice"],
      source: "Own"
    },
    {
      name: { nl: "Metagesprek", en: "Meta talk about the process" },
      key: "Evaluation",
      minutes: 30,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "Evaluation",
      scope: "Group",
      rules: [],
      source: "Own"
    }
  ]
}
