import type { Method } from "@groeikring/core"

export const socraticQuestions: Method.Method = {
  id: "socratic-questions",
  name: { nl: "Socratische methode (warme en koude vragen)", en: "Socratic questions (warm/cold)" },
  purpose: {
    nl: "De aannames onder de vraag onderzoeken; de inbrenger stuurt met warm en koud.",
    en: "Examine the assumptions behind the question; case giver steers by temperature of questions."
  },
  choose: [
    { nl: "Een dilemma met meer lagen.", en: "A layered dilemma." },
    {
      nl: "De inbrenger vraagt wat te doen, en lijkt vast te zitten in een aanname.",
      en: "The case giver asks what to do, and seems stuck in a premise."
    }
  ],
  avoid: [{ nl: "Er zijn snel tips nodig.", en: "Tips are needed quickly." }],
  focus: "Assumptions",
  trust: "Medium",
  level: "Some",
  group: { min: 4, ideal: 6, max: 8 },
  roles: ["CaseGiver", "Facilitator", "Peer"],
  facilitator: { nl: "Een collega die geoefend is in open vragen.", en: "A peer who is trained in open questions." },
  timing: {
    nl: "De stappen zijn gevonden, en ook de minuten van stap 1, 2 en 4. Voor het sorteren werd één minuut gevonden; dat zijn er hier vijf. De rest is van ons.",
    en: "The steps are found, and so are the minutes of steps 1, 2 and 4. For the sorting one minute was found, here it is five. The rest is our own."
  },
  totalMinutes: 55,
  innerMinutes: 50,
  embeddable: true,
  licence: "common property; own words",
  sources: [
    "https://www.hrdacademy.be/nl/blog/1282/coaching/reflectieve-intervisie-methoden",
    "https://me-we-elearning.com/les/3-07-de-socratische-dialoog-2-2/"
  ],
  steps: [
    {
      name: { nl: "Vraag in maximaal drie zinnen", en: "Question in at most three sentences" },
      minutes: 5,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "CaseQuestion",
      scope: "CaseGiver",
      rules: ["NoInterruption"],
      source: "Found"
    },
    {
      name: { nl: "Hoogstens drie open vragen, elk op een kaart", en: "Up to three open questions, one per card" },
      minutes: 10,
      floor: ["None"],
      caseGiver: "Listens",
      capture: "Question",
      scope: "Group",
      rules: ["WriteSilentlyFirst", "OpenQuestionsOnly"],
      source: "Found"
    },
    {
      name: { nl: "Koud / neutraal / warm sorteren, hardop", en: "Sort aloud: cold / neutral / warm" },
      minutes: 5,
      floor: ["CaseGiver"],
      caseGiver: "Chooses",
      capture: "QuestionRating",
      scope: "CaseGiver",
      rules: ["NoDiscussion"],
      source: "Own"
    },
    {
      name: { nl: "Warme (en neutrale) vragen beantwoorden", en: "Answer the warm (and neutral) ones" },
      minutes: 10,
      floor: ["CaseGiver"],
      caseGiver: "Answers",
      capture: "AnswerNote",
      scope: "CaseGiver",
      rules: ["NoAdvice"],
      source: "Found"
    },
    {
      name: { nl: "Vraag herformuleren", en: "Reformulate the question" },
      minutes: 5,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "ReformulatedQuestion",
      scope: "Self",
      rules: [],
      source: "Own"
    },
    {
      name: { nl: "Krachten en principes onderzoeken", en: "Examine strengths and principles" },
      minutes: 15,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "Principle",
      scope: "CaseGiver",
      rules: ["OpenQuestionsOnly"],
      source: "Own"
    },
    {
      name: { nl: "Eerstvolgende actie", en: "Next action" },
      key: "Pap",
      minutes: 5,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "TipChoice",
      scope: "Self",
      rules: ["OwnChoice"],
      source: "Own"
    }
  ]
}
