import type { Method } from "@groeikring/core"

export const tietze: Method.Method = {
  id: "tietze",
  name: { nl: "Kollegiale Beratung volgens Tietze", en: "Tietze peer consultation" },
  purpose: {
    nl: "Een sleutelvraag, beantwoord met één werkvorm uit een vaste keuze.",
    en: "A key question answered with one consulting module chosen from a pool."
  },
  choose: [
    { nl: "Een groep die afwisseling wil.", en: "A group that wants variation." },
    { nl: "Je wilt een heldere sleutelvraag.", en: "You want a clear key question." },
    { nl: "Er zijn drie kwartier.", en: "There are three quarters of an hour." }
  ],
  avoid: [{ nl: "Minder dan vijf mensen.", en: "Fewer than five people." }],
  focus: "Solution",
  trust: "Low",
  level: "Some",
  group: { min: 5, ideal: 7, max: 10 },
  roles: ["CaseGiver", "Facilitator", "Peer", "Scribe"],
  facilitator: { nl: "Een collega als moderator.", en: "A peer as moderator." },
  timing: {
    nl: "De fasen, de rollen en de minuten zijn gevonden; elders duurt het geheel 45 tot 50 minuten. De minuten van de afsluiting zijn van ons.",
    en: "The phases, the roles and the minutes are found; elsewhere the whole takes 45 to 50 minutes. The minutes of the closing are our own."
  },
  totalMinutes: 40,
  innerMinutes: 20,
  embeddable: true,
  modules: [
    { nl: "Brainstorm", en: "Brainstorming" },
    { nl: "Omgekeerde brainstorm: hoe wordt het erger?", en: "Headstand brainstorming: how does it get worse?" },
    { nl: "Resonantieronde: wat roept het bij je op?", en: "Resonance round: what does it stir in you?" },
    { nl: "De sleutelvraag zoeken", en: "Find the key question" },
    { nl: "Een verrassing bedenken", en: "Invent surprises" },
    { nl: "Je verplaatsen in wie erbij betrokken is", en: "Identification with those involved" },
    { nl: "Kruisverhoor", en: "Cross-examination" },
    { nl: "Uitspelen wat je zou kunnen doen", en: "Actstorming: act out what could be done" },
    { nl: "Hypothesen maken", en: "Develop hypotheses" }
  ],
  licence: "own words, after the book of Tietze (2003, 2010)",
  credit: "Kim-Oliver Tietze",
  sources: [
    "http://kollegiale-beratung.de/Ebene2/ablauf.html",
    "http://kollegiale-beratung.de/Ebene3/5methodu.html",
    "https://www.leibniz-fuehrungskraefte.de/mainnavigation/fuehrung/leadership-toolbox/fallberatung",
    "https://oer.fh-joanneum.at/zml/good-practice/kollegiale-beratung/"
  ],
  steps: [
    {
      name: { nl: "Casting", en: "Casting of roles and case" },
      key: "Open",
      minutes: 5,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "RoleAssignment",
      scope: "Group",
      rules: ["VoluntaryCase"],
      source: "Found"
    },
    {
      name: { nl: "Spontaan verhaal", en: "Spontaneous account (moderator helps, then comprehension questions)" },
      minutes: 10,
      floor: ["CaseGiver", "Facilitator", "Peer"],
      caseGiver: "Speaks",
      capture: "CaseSummary",
      scope: "CaseGiver",
      rules: ["ClarifyingOnly"],
      source: "Found"
    },
    {
      name: { nl: "Sleutelvraag", en: "Key question" },
      minutes: 5,
      floor: ["CaseGiver", "Facilitator"],
      caseGiver: "Speaks",
      capture: "CaseQuestion",
      scope: "Group",
      rules: [],
      source: "Found"
    },
    {
      name: { nl: "Methodekeuze", en: "Choice of consulting module" },
      minutes: 5,
      floor: ["All"],
      caseGiver: "Chooses",
      capture: "ModuleChoice",
      scope: "Group",
      rules: [],
      source: "Found"
    },
    {
      name: { nl: "Beraad", en: "Consultation" },
      key: "TipParade",
      minutes: 10,
      floor: ["Peer"],
      caseGiver: "Listens",
      capture: "Tip",
      scope: "CaseGiver",
      rules: ["CaseGiverListens", "OneTipPerTurn", "ScribeWrites"],
      source: "Found"
    },
    {
      name: { nl: "Afsluiting: wat was waardevol", en: "Closing: what was valuable" },
      key: "Pap",
      minutes: 5,
      floor: ["CaseGiver"],
      caseGiver: "Chooses",
      capture: "TipChoice",
      scope: "Self",
      rules: ["OwnChoice", "NoDiscussion"],
      source: "Own"
    }
  ]
}
