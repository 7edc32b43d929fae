import type { Method } from "@groeikring/core"

export const gossip: Method.Method = {
  id: "gossip",
  name: { nl: "Roddelmethode", en: "Respectful gossip method" },
  purpose: {
    nl: "De inbrenger hoort van een afstand hoe anderen naar de situatie kijken.",
    en: "New viewpoints by overhearing the group talk freely about the case."
  },
  choose: [
    { nl: "De inbrenger zegt steeds: “ja, maar …”", en: "The case giver keeps answering “yes, but …”" },
    { nl: "De groep kent elkaar en voelt zich veilig.", en: "The group knows each other and feels safe." }
  ],
  avoid: [
    { nl: "Een nieuwe groep.", en: "A new group." },
    { nl: "Een conflict in de groep.", en: "A conflict in the group." },
    { nl: "De inbrenger voelt zich beoordeeld.", en: "The case giver feels judged." }
  ],
  focus: "Perspective",
  trust: "High",
  level: "Some",
  group: { min: 4, ideal: 6, max: 8 },
  roles: ["CaseGiver", "Facilitator", "Peer"],
  facilitator: { nl: "Een collega, die het respect bewaakt.", en: "A peer, who guards the respect." },
  timing: {
    nl: "De stappen en de drie open vragen per persoon zijn gevonden, de minuten zijn van ons.",
    en: "The steps and the three open questions each are found, the minutes are our own."
  },
  totalMinutes: 45,
  innerMinutes: 40,
  embeddable: true,
  licence: "common property; own words",
  sources: [
    "https://www.lancelots.nl/ontwikkelen/samenwerken/intervisie/voor-gevorderden",
    "https://www.bpopleidingen.nl/e-learning-methodiek-intervisie-roddelmethode/",
    "https://unik-tc.nl/intervisie/"
  ],
  steps: [
    {
      name: { nl: "Vraag introduceren", en: "Introduce the question" },
      minutes: 5,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "CaseQuestion",
      scope: "CaseGiver",
      rules: ["NoInterruption"],
      source: "Own"
    },
    {
      name: { nl: "Verkennen: drie open vragen per persoon", en: "Explore: three open questions each" },
      minutes: 10,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "Question",
      scope: "CaseGiver",
      rules: ["OpenQuestionsOnly", "NoAdvice"],
      source: "Own"
    },
    {
      name: { nl: "Respectvol roddelen", en: "Respectful gossip" },
      minutes: 15,
      floor: ["Peer"],
      caseGiver: "Listens",
      capture: "Hypothesis",
      scope: "CaseGiver",
      rules: ["CaseGiverBackTurned", "ThirdPerson", "Respect", "CaseGiverListens"],
      source: "Own"
    },
    {
      name: { nl: "Terug in de kring: wat raakte, wat klopt", en: "Back in the circle: what touched, what fits" },
      minutes: 10,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "Insight",
      scope: "Self",
      rules: ["NoDiscussion"],
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
