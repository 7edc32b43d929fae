import type { Method } from "@groeikring/core"

export const learningFromSuccess: Method.Method = {
  id: "learning-from-success",
  name: { nl: "Leren van successen (successenmethode)", en: "Learning from successes" },
  purpose: {
    nl: "Zichtbaar maken welke kwaliteiten en omstandigheden iets lieten lukken.",
    en: "Make visible which qualities and conditions made something work; pride and celebration (deck result 1)."
  },
  choose: [
    { nl: "Het begin of het eind van het jaar.", en: "The start or the end of the year." },
    { nl: "De energie is laag.", en: "Energy is low." },
    { nl: "Er is iets te vieren.", en: "There is something to celebrate." },
    { nl: "Je wilt je talenten in beeld krijgen.", en: "You want to see your talents." }
  ],
  avoid: [{ nl: "Iemand heeft nu hulp nodig.", en: "Somebody needs help now." }],
  focus: "Strength",
  trust: "Low",
  level: "Beginner",
  group: { min: 3, ideal: 6, max: 8 },
  roles: ["CaseGiver", "Facilitator", "Peer", "Scribe"],
  facilitator: { nl: "Een collega, bij toerbeurt.", en: "A peer, in turn." },
  timing: {
    nl: "De stappen zijn gevonden, en ook de eerste 15 en 20 minuten. De rest is van ons.",
    en: "The steps are found, and so are the first 15 and 20 minutes. The rest is our own."
  },
  totalMinutes: 60,
  innerMinutes: 50,
  embeddable: true,
  licence: "own words, after De Haan (2001) and appreciative inquiry",
  credit: "Erik de Haan (2001), appreciative inquiry",
  sources: [
    "https://bertiedebeuze.nl/intervisiemethodiek-leren-van-successen/",
    "https://palliaweb.nl/patz/peper-voor-de-patz/werkvormen/hoe-kan-ik-leren-van-successen",
    "https://www.managementimpact.nl/persoonlijke-groei/artikel/2018/02/intervisie-leren-van-successen-10114357",
    "https://www.takeastep.nl/blog/2014/10/02/intervisie-leren-van-successen"
  ],
  steps: [
    {
      name: { nl: "Succeservaring vertellen", en: "Tell the success" },
      minutes: 15,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "CaseSummary",
      scope: "CaseGiver",
      rules: ["NoInterruption"],
      source: "Found"
    },
    {
      name: { nl: "Succesfactoren en context in twee kolommen", en: "Success factors and context, two columns" },
      minutes: 20,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Joins",
      capture: "SuccessFactor",
      scope: "Group",
      rules: ["NoProblemTalk"],
      source: "Found"
    },
    {
      name: { nl: "Verdieping: verborgen factoren, waarden, talenten", en: "Deepening: hidden factors, values, talents" },
      minutes: 15,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "SuccessFactor",
      scope: "CaseGiver",
      rules: ["OpenQuestionsOnly"],
      source: "Own"
    },
    {
      name: { nl: "Wat leren wij hiervan, waar willen we mee verder", en: "What do we learn, what do we carry on" },
      key: "Pap",
      minutes: 10,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "Insight",
      scope: "Self",
      rules: [],
      source: "Own"
    }
  ]
}
