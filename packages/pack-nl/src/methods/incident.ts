import type { Method } from "@groeikring/core"

export const incident: Method.Method = {
  id: "incident",
  name: { nl: "Incidentmethode", en: "Incident method" },
  purpose: {
    nl: "Veel handelingssuggesties voor één concrete gebeurtenis, nadat de feiten compleet zijn.",
    en: "Many action suggestions for one concrete recent event, after facts are complete."
  },
  choose: [
    { nl: "Eén concrete gebeurtenis, kort geleden en afgerond.", en: "One concrete event, recent and closed." },
    { nl: "Een groep die net begint.", en: "A group that is new to it." },
    { nl: "Je zoekt praktische suggesties.", en: "You look for practical suggestions." }
  ],
  avoid: [
    { nl: "Een vaag thema, of iets wat al lang speelt.", en: "A vague theme, or one that has run for long." },
    { nl: "Een vraag over waarden of over wie je bent.", en: "A question about values or identity." }
  ],
  focus: "Solution",
  trust: "Low",
  level: "Beginner",
  group: { min: 4, ideal: 6, max: 8 },
  roles: ["CaseGiver", "Facilitator", "Peer"],
  facilitator: { nl: "Een collega, bij toerbeurt.", en: "A peer, in turn." },
  timing: {
    nl: "Gevonden, in zeven stappen. Er is ook een vorm in tien rondes.",
    en: "Found, in seven steps. There is a form in ten rounds as well."
  },
  totalMinutes: 65,
  innerMinutes: 25,
  embeddable: true,
  variant: {
    name: { nl: "Tien rondes (naar Hendriksen)", en: "Ten rounds (after Hendriksen)" },
    steps: [
      { nl: "Het incident kiezen", en: "Choose the incident" },
      { nl: "De probleemsituatie schetsen", en: "Sketch the situation" },
      { nl: "Vragen noteren", en: "Note questions" },
      { nl: "Informatieronde", en: "Round of information" },
      { nl: "Analyse", en: "Analysis" },
      { nl: "Ieder schrijft een standpunt op", en: "Everyone writes down a point of view" },
      { nl: "Standpunten delen", en: "Share the points of view" },
      { nl: "Wat deed de inbrenger?", en: "What did the case giver do?" },
      { nl: "Afsluitende discussie", en: "Closing discussion" },
      { nl: "Evaluatie", en: "Evaluation" }
    ]
  },
  licence: "common property; own words",
  sources: [
    "https://www.fotoscholing.nl/index.php/incidentmethode/",
    "https://eenmeesterinleren.nl/de-incidentmethode",
    "https://lessonup.com/en/lesson/SHruAjocfvKyGt5QK",
    "https://lessonup.com/nl/lesson/7NPcAiGFqsCLHnrWy"
  ],
  steps: [
    {
      name: { nl: "Terugblik vorige keer", en: "Look back at last time" },
      key: "PapReview",
      minutes: 5,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "PapReview",
      scope: "Self",
      rules: ["NoDiscussion"],
      source: "Found"
    },
    {
      name: { nl: "Korte inbreng van casussen", en: "Brief offers of cases" },
      key: "Case",
      minutes: 10,
      floor: ["All"],
      caseGiver: "Speaks",
      capture: "CaseQuestion",
      scope: "Group",
      rules: ["VoluntaryCase", "FactsOnly", "NoOutcomeYet"],
      source: "Found"
    },
    {
      name: { nl: "Casus kiezen", en: "Choose the case" },
      key: "Case",
      minutes: 5,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "CaseChoice",
      scope: "Group",
      rules: ["VoluntaryCase"],
      source: "Found"
    },
    {
      name: { nl: "Informatieve vragen", en: "Information questions" },
      minutes: 15,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "Question",
      scope: "CaseGiver",
      rules: ["ClarifyingOnly", "NoAdvice", "NoJudgement", "NoOutcomeYet"],
      source: "Found"
    },
    {
      name: { nl: "Analyse zonder inbrenger", en: "Analysis without the case giver" },
      minutes: 10,
      floor: ["Peer"],
      caseGiver: "Absent",
      capture: "Hypothesis",
      scope: "Group",
      rules: ["CaseGiverAbsentOrBackTurned", "ThirdPerson"],
      source: "Found"
    },
    {
      name: { nl: "Adviesronde", en: "Advice round" },
      key: "TipParade",
      minutes: 10,
      floor: ["Peer"],
      caseGiver: "Listens",
      capture: "Tip",
      scope: "CaseGiver",
      rules: ["CaseGiverListens", "RoundRobin", "NoDiscussion"],
      source: "Found"
    },
    {
      name: { nl: "Keuze, wat deed de inbrenger echt, evaluatie", en: "Choice, what really happened, evaluation" },
      key: "Pap",
      minutes: 10,
      floor: ["CaseGiver", "All"],
      caseGiver: "Chooses",
      capture: "TipChoice",
      scope: "Self",
      rules: ["OwnChoice"],
      source: "Found"
    }
  ]
}
