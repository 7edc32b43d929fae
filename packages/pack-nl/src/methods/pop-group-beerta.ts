import type { Method } from "@groeikring/core"

export const popGroupBeerta: Method.Method = {
  id: "pop-group-beerta",
  name: { nl: "POP-groep-flow (Beerta 2003)", en: "POP-group flow (the deck)" },
  purpose: {
    nl: "In één lesuur maakt de groep van één werkvraag een kort persoonlijk actieplan, dat in het portfolio terechtkomt.",
    en: "Turn one work problem of one colleague into a short personal action plan, in one school hour, and feed the portfolio."
  },
  choose: [
    { nl: "De gewone gang van zaken in elke POP-groep.", en: "The default for every POP-group." },
    { nl: "Er is weinig tijd: een uur.", en: "There is little time: one hour." },
    { nl: "De groep wil een volgende stap, niet alleen inzicht.", en: "The group wants a next step, not only insight." }
  ],
  avoid: [
    { nl: "Een conflict in de groep zelf.", en: "A conflict inside the group itself." },
    { nl: "Iets over veiligheid dat niet kan wachten.", en: "A matter of safety that cannot wait." }
  ],
  focus: "Action",
  trust: "Low",
  level: "Beginner",
  group: { min: 3, ideal: 6, max: 8 },
  roles: ["CaseGiver", "Facilitator", "Peer", "Guardian"],
  facilitator: { nl: "Een collega bij toerbeurt, nooit de inbrenger.", en: "A peer in turn, never the case giver." },
  timing: {
    nl: "De vijf minuten voor het PAP staan in de presentatie. De minuten voor intervisie zijn in de bron verloren gegaan: dertig is een voorstel dat de groep bevestigt. De rest is van ons.",
    en: "The five minutes for the PAP are in the deck. The minutes for intervision are lost in the source: thirty is a proposal that the group confirms. The rest is our own."
  },
  totalMinutes: 60,
  innerMinutes: 30,
  embeddable: false,
  licence: "own words; the order of the parts is that of the deck of 2003",
  sources: ["deck of the Regionaal OnderwijsBureau Beerta, 2003-2004, slide 7"],
  steps: [
    {
      name: { nl: "Openen, rollen verdelen", en: "Open, assign roles" },
      key: "Open",
      minutes: 3,
      floor: ["Facilitator"],
      caseGiver: "Joins",
      capture: "RoleAssignment",
      scope: "Group",
      rules: ["ConfidentialityReminder", "OptOutAllowed"],
      source: "Own"
    },
    {
      name: { nl: "Successen en terugblik op de PAP’s", en: "Celebrate successes and review last PAPs" },
      key: "PapReview",
      minutes: 7,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "PapReview",
      scope: "Self",
      rules: ["RoundRobin", "NoDiscussion", "NoJudgement", "SuccessFirst"],
      source: "Own"
    },
    {
      name: { nl: "Inbrengen en kiezen van de casus", en: "Offer and choose the case" },
      key: "Case",
      minutes: 5,
      floor: ["All"],
      caseGiver: "Speaks",
      capture: "CaseQuestion",
      scope: "Group",
      rules: ["VoluntaryCase", "NoAdvice"],
      source: "Own"
    },
    {
      name: { nl: "Intervisie (gekozen methode, ingebed)", en: "Intervision (embedded method)" },
      key: "Intervision",
      minutes: 30,
      floor: ["All"],
      caseGiver: "Answers",
      capture: "Question",
      scope: "CaseGiver",
      rules: ["NoAdvice", "OpenQuestionsOnly"],
      source: "Deck"
    },
    {
      name: { nl: "TIP-parade", en: "Tip parade" },
      key: "TipParade",
      minutes: 10,
      floor: ["Peer"],
      caseGiver: "Listens",
      capture: "Tip",
      scope: "CaseGiver",
      rules: ["RoundRobin", "OneTipPerTurn", "CaseGiverListens", "NoDiscussion", "PassAllowed"],
      source: "Own"
    },
    {
      name: { nl: "PAP schrijven", en: "Write the personal action plan" },
      key: "Pap",
      minutes: 5,
      floor: ["None"],
      caseGiver: "Writes",
      capture: "Pap",
      scope: "Self",
      rules: ["WriteSilentlyFirst", "OwnChoice"],
      source: "Deck"
    },
    {
      name: {
        nl: "Opbrengst naar het portfolio (na afloop, eigenaar)",
        en: "Take the yield to the portfolio (async, owner only)"
      },
      key: "Portfolio",
      minutes: 0,
      floor: ["None"],
      caseGiver: "Writes",
      capture: "PortfolioEntry",
      scope: "Self",
      rules: ["OwnChoice"],
      source: "Deck"
    }
  ]
}
