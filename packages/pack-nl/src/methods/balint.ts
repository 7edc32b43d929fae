import type { Method } from "@groeikring/core"

export const balint: Method.Method = {
  id: "balint",
  name: { nl: "Balintmethode", en: "Balint method (adapted)" },
  purpose: {
    nl: "Kijken naar de relatie die jou raakt: wat gebeurt er tussen jou en de ander?",
    en: "Understand the relation between professional and the other person, and blind spots."
  },
  choose: [
    {
      nl: "Sterke gevoelens over een leerling, ouder of collega.",
      en: "Strong feelings about a pupil, a parent or a colleague."
    },
    { nl: "Een ervaren groep die elkaar vertrouwt.", en: "An experienced group that trusts each other." }
  ],
  avoid: [
    { nl: "Een technische vraag.", en: "A technical question." },
    { nl: "Een nieuwe groep.", en: "A new group." },
    { nl: "Minder dan een uur.", en: "Less than an hour." }
  ],
  focus: "Relation",
  trust: "High",
  level: "Advanced",
  group: { min: 5, ideal: 8, max: 10 },
  roles: ["CaseGiver", "Facilitator", "Peer"],
  facilitator: {
    nl: "Iemand met ervaring, liefst van buiten de groep.",
    en: "Somebody experienced, preferably from outside the group."
  },
  timing: {
    nl: "De elf stappen, ten minste vijf mensen en 60 tot 120 minuten zijn gevonden, en ook de minuten van stap 1, 3, 5 en 6. De rest is van ons.",
    en: "The eleven steps, at least five people and 60 to 120 minutes are found, and so are the minutes of steps 1, 3, 5 and 6. The rest is our own."
  },
  totalMinutes: 90,
  innerMinutes: 60,
  embeddable: true,
  variant: {
    name: { nl: "Klassieke Balintgroep", en: "Classic Balint group" },
    steps: [
      {
        nl: "Zes tot tien mensen met een opgeleide begeleider, anderhalf uur, ongeveer drie kwartier per casus",
        en: "Six to ten people with a trained leader, an hour and a half, about three quarters of an hour for a case"
      },
      { nl: "De inbrenger vertelt en wordt niet ondervraagd", en: "The case giver tells, and is not interrogated" },
      { nl: "De groep zoekt mee, zonder advies of oplossing", en: "The group searches along, without advice or solution" }
    ]
  },
  licence: "common property; own words. Elsewhere a Balint leader is somebody with a certificate",
  credit: "Michael Balint",
  sources: [
    "https://www.movisie.nl/tool/balint-methode-intervisie",
    "https://www.hrdacademy.be/fr/blog/1280/coaching/oplossingsgerichte-intervisie-methoden",
    "https://www.bpopleidingen.nl/e-learning-werkvorm-de-balint-methode/",
    "http://www.balintaustralianewzealand.org/what-happens-in-a-balint-group/"
  ],
  steps: [
    {
      name: { nl: "Casussen verzamelen", en: "Collect cases" },
      key: "Case",
      minutes: 5,
      floor: ["All"],
      caseGiver: "Speaks",
      capture: "CaseQuestion",
      scope: "Group",
      rules: ["VoluntaryCase"],
      source: "Found"
    },
    {
      name: { nl: "Interesse wekken (max. 3 zinnen)", en: "Raise interest (max. 3 sentences)" },
      minutes: 5,
      floor: ["All"],
      caseGiver: "Speaks",
      capture: "CaseSummary",
      scope: "Group",
      rules: [],
      source: "Own"
    },
    {
      name: { nl: "Keuze", en: "Choice" },
      key: "Case",
      minutes: 5,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "CaseChoice",
      scope: "Group",
      rules: [],
      source: "Found"
    },
    {
      name: { nl: "Procesbegeleider kiezen", en: "Choose process guide" },
      key: "Open",
      minutes: 2,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "RoleAssignment",
      scope: "Group",
      rules: [],
      source: "Own"
    },
    {
      name: { nl: "Casus uitgebreid vertellen, met gevoelens", en: "Tell the case in full, with feelings" },
      minutes: 10,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "CaseSummary",
      scope: "CaseGiver",
      rules: ["NoInterruption"],
      source: "Found"
    },
    {
      name: { nl: "Associëren (schriftelijk)", en: "Write first associations" },
      minutes: 5,
      floor: ["None"],
      caseGiver: "Listens",
      capture: "Association",
      scope: "Self",
      rules: ["WriteSilentlyFirst"],
      source: "Found"
    },
    {
      name: { nl: "Beeldvorming", en: "Form an image: questions, short answers" },
      minutes: 15,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "Question",
      scope: "CaseGiver",
      rules: ["ClarifyingOnly", "NoAdvice"],
      source: "Own"
    },
    {
      name: { nl: "Oordeel individueel (schriftelijk)", en: "Individual judgement (written)" },
      minutes: 5,
      floor: ["None"],
      caseGiver: "Listens",
      capture: "Hypothesis",
      scope: "Self",
      rules: ["WriteSilentlyFirst"],
      source: "Own"
    },
    {
      name: { nl: "Oordeelsvorming in de groep", en: "Group judgement" },
      minutes: 20,
      floor: ["Peer"],
      caseGiver: "Listens",
      capture: "Hypothesis",
      scope: "CaseGiver",
      rules: ["CaseGiverListens", "IMessages", "NoJudgement"],
      source: "Own"
    },
    {
      name: { nl: "Besluit van de inbrenger", en: "Decision of the case giver" },
      key: "Pap",
      minutes: 10,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "Insight",
      scope: "Self",
      rules: ["OwnChoice"],
      source: "Own"
    },
    {
      name: { nl: "Evaluatie", en: "Evaluation" },
      key: "Evaluation",
      minutes: 8,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "Evaluation",
      scope: "Group",
      rules: [],
      source: "Own"
    }
  ]
}
