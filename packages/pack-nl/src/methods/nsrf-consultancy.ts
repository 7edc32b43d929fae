import type { Method } from "@groeikring/core"

export const nsrfConsultancy: Method.Method = {
  id: "nsrf-consultancy",
  name: { nl: "Dilemma-consultatie", en: "Dilemma consultancy" },
  purpose: {
    nl: "Ruimer leren denken over één concreet dilemma; een oplossing hoeft niet.",
    en: "Think more widely about one concrete dilemma; no solution needed."
  },
  choose: [
    { nl: "Een dilemma uit de praktijk.", en: "A dilemma about practice." },
    { nl: "Je kunt werk of aantekeningen meenemen.", en: "You can bring work or notes." }
  ],
  avoid: [{ nl: "Je wilt alleen tips.", en: "You want tips only." }],
  focus: "Reflection",
  trust: "Medium",
  level: "Some",
  group: { min: 4, ideal: 6, max: 10 },
  roles: ["CaseGiver", "Facilitator", "Peer"],
  facilitator: { nl: "Nodig; mag in een kleine groep meedoen.", en: "Required; may take part in a small group." },
  timing: {
    nl: "De 50 minuten en de eerste vier stappen zijn gevonden, de laatste twee zijn bekend uit de praktijk.",
    en: "The 50 minutes and the first four steps are found, the last two are known to the profession."
  },
  totalMinutes: 50,
  innerMinutes: 40,
  embeddable: true,
  licence: "own words under a neutral name; the consultancy protocol of NSRF is copyrighted and recommends a certified coach",
  credit: "National School Reform Faculty, consultancy protocol",
  sources: [
    "https://docsbay.net/doc/514092/roles-presenter-whose-work-is-being-discussed-by-the-group",
    "http://pbutz.blogspot.com/2013/11/consultancy.html",
    "http://www.nsrfharmony.org/free-resources/protocols/dilemma"
  ],
  steps: [
    {
      name: { nl: "Dilemma en kernvraag", en: "Dilemma and focus question" },
      minutes: 10,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "CaseQuestion",
      scope: "CaseGiver",
      rules: ["NoInterruption"],
      source: "Found"
    },
    {
      name: { nl: "Verhelderende vragen", en: "Clarifying questions (brief, factual)" },
      minutes: 5,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "Question",
      scope: "CaseGiver",
      rules: ["ClarifyingOnly"],
      source: "Found"
    },
    {
      name: { nl: "Verdiepende vragen; vraag opnieuw formuleren", en: "Probing questions; restate the question" },
      minutes: 10,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "ReformulatedQuestion",
      scope: "CaseGiver",
      rules: ["OpenQuestionsOnly", "NoDiscussion"],
      source: "Found"
    },
    {
      name: { nl: "Groep bespreekt onderling", en: "Group talks among itself" },
      minutes: 15,
      floor: ["Peer"],
      caseGiver: "Listens",
      capture: "Hypothesis",
      scope: "CaseGiver",
      rules: ["CaseGiverListens", "CaseGiverTakesNotes", "ThirdPerson"],
      source: "Found"
    },
    {
      name: { nl: "Terugblik inbrenger", en: "Presenter reflects" },
      key: "Pap",
      minutes: 5,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "Insight",
      scope: "Self",
      rules: ["NoDiscussion"],
      source: "Known"
    },
    {
      name: { nl: "Nabespreking van het proces", en: "Debrief the process" },
      key: "Evaluation",
      minutes: 5,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "Evaluation",
      scope: "Group",
      rules: [],
      source: "Known"
    }
  ]
}
