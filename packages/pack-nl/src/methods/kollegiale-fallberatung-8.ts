import type { Method } from "@groeikring/core"

export const kollegialeFallberatung8: Method.Method = {
  id: "kollegiale-fallberatung-8",
  name: { nl: "Collegiale casusbespreking in acht stappen", en: "Peer case consultation in eight steps" },
  purpose: {
    nl: "Begrijpen en oplossen strikt gescheiden, helemaal geleid door collega’s.",
    en: "Strict split between understanding and solving, entirely peer led."
  },
  choose: [
    { nl: "Een groep zonder vaste begeleider.", en: "A group without a facilitator." },
    { nl: "Jullie springen snel naar oplossingen.", en: "You tend to jump to solutions." }
  ],
  avoid: [{ nl: "Jullie willen vrij verkennen.", en: "You want to explore freely." }],
  focus: "Solution",
  trust: "Medium",
  level: "Beginner",
  group: { min: 4, ideal: 6, max: 9 },
  roles: ["CaseGiver", "Facilitator", "Peer"],
  facilitator: { nl: "Een collega, die ook meedenkt.", en: "A peer, who also consults." },
  timing: { nl: "Gevonden.", en: "Found." },
  totalMinutes: 65,
  innerMinutes: 35,
  embeddable: true,
  licence: "own words under a neutral name; the time scheme was published by Haug-Benien in 1998",
  credit: "Haug-Benien (1998)",
  sources: ["https://vornheder.de/?p=192"],
  steps: [
    {
      name: { nl: "Rollen verdelen", en: "Assign roles" },
      key: "Open",
      minutes: 5,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "RoleAssignment",
      scope: "Group",
      rules: [],
      source: "Found"
    },
    {
      name: { nl: "Casus vertellen en vraag stellen", en: "Present case and question" },
      minutes: 5,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "CaseQuestion",
      scope: "CaseGiver",
      rules: ["NoInterruption"],
      source: "Found"
    },
    {
      name: { nl: "Bevragen", en: "Interview" },
      minutes: 15,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "Question",
      scope: "CaseGiver",
      rules: ["ClarifyingOnly", "NoJudgement"],
      source: "Found"
    },
    {
      name: { nl: "Hypothesen", en: "Hypotheses" },
      minutes: 10,
      floor: ["Peer"],
      caseGiver: "Listens",
      capture: "Hypothesis",
      scope: "CaseGiver",
      rules: ["CaseGiverOutsideCircle", "CaseGiverListens", "NoAdvice"],
      source: "Found"
    },
    {
      name: { nl: "Reactie inbrenger", en: "Response of the case giver" },
      minutes: 5,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "Insight",
      scope: "Self",
      rules: ["NoDiscussion"],
      source: "Found"
    },
    {
      name: { nl: "Oplossingen: ik zou in jouw plaats …", en: "Solutions: in your place I would …" },
      key: "TipParade",
      minutes: 10,
      floor: ["Peer"],
      caseGiver: "Listens",
      capture: "Tip",
      scope: "CaseGiver",
      rules: ["CaseGiverOutsideCircle", "CaseGiverListens", "NoDiscussion", "RoundRobin"],
      source: "Found"
    },
    {
      name: { nl: "Besluit met reden", en: "Decision with reason" },
      key: "Pap",
      minutes: 10,
      floor: ["CaseGiver"],
      caseGiver: "Chooses",
      capture: "TipChoice",
      scope: "Self",
      rules: ["NoDiscussion", "OwnChoice"],
      source: "Found"
    },
    {
      name: { nl: "Uitwisseling", en: "Sharing" },
      key: "Evaluation",
      minutes: 5,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "Evaluation",
      scope: "Group",
      rules: [],
      source: "Found"
    }
  ]
}
