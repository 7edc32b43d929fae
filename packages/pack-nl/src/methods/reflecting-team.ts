import type { Method } from "@groeikring/core"

export const reflectingTeam: Method.Method = {
  id: "reflecting-team",
  name: { nl: "Reflecting team", en: "Reflecting team" },
  purpose: {
    nl: "De inbrenger hoort meerdere blikken op het eigen verhaal, zonder te hoeven antwoorden.",
    en: "Case giver hears several views on the own story without having to answer."
  },
  choose: [
    { nl: "Een gevoelige casus.", en: "A sensitive case." },
    { nl: "Er is iemand die kan interviewen.", en: "A trained interviewer is there." }
  ],
  avoid: [{ nl: "Wie interviewt, doet dat voor het eerst.", en: "The interviewer does it for the first time." }],
  focus: "Perspective",
  trust: "Medium",
  level: "Advanced",
  group: { min: 5, ideal: 7, max: 9 },
  roles: ["CaseGiver", "Facilitator", "Peer", "Observer"],
  facilitator: { nl: "Degene die interviewt.", en: "The interviewer." },
  timing: { nl: "Van ons.", en: "Our own." },
  totalMinutes: 45,
  innerMinutes: 35,
  embeddable: true,
  licence: "own words, after Andersen, known to the profession",
  credit: "Tom Andersen",
  sources: [
    "named, without steps, in https://www.hrdacademy.be/fr/blog/1282/coaching/reflectieve-intervisie-methoden",
    "named, without steps, in http://jeroenhendriksen.nl/author/jeroenhendriksen/page/2/"
  ],
  steps: [
    {
      name: { nl: "Interview", en: "Interview" },
      minutes: 15,
      floor: ["Facilitator", "CaseGiver"],
      caseGiver: "Answers",
      capture: "CaseSummary",
      scope: "CaseGiver",
      rules: ["PeersSilent"],
      source: "Own"
    },
    {
      name: { nl: "Team reflecteert onderling", en: "Team reflects among itself" },
      minutes: 10,
      floor: ["Peer"],
      caseGiver: "Listens",
      capture: "Hypothesis",
      scope: "CaseGiver",
      rules: ["CaseGiverListens", "TentativeLanguage", "NoAdvice"],
      source: "Own"
    },
    {
      name: { nl: "Interviewer en inbrenger kijken terug", en: "Interviewer and case giver look back" },
      minutes: 10,
      floor: ["Facilitator", "CaseGiver"],
      caseGiver: "Speaks",
      capture: "Insight",
      scope: "Self",
      rules: ["PeersSilent"],
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
