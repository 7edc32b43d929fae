import type { Method } from "@groeikring/core"

export const caseClinic: Method.Method = {
  id: "case-clinic",
  name: { nl: "Case clinic (Theory U)", en: "Case Clinic" },
  purpose: {
    nl: "Diep luisteren: beelden, gevoelens en gebaren in plaats van advies.",
    en: "Deep listening: images, feelings and gestures instead of advice."
  },
  choose: [
    { nl: "Leidinggevenden, IB’ers of directeuren.", en: "Leaders, internal coaches or directors." },
    {
      nl: "De inbrenger heeft een sleutelrol in iets wat nog open is.",
      en: "The case giver is a key player in an open challenge."
    }
  ],
  avoid: [{ nl: "Je zoekt praktische tips.", en: "You look for practical tips." }],
  focus: "Reflection",
  trust: "High",
  level: "Some",
  group: { min: 4, ideal: 5, max: 6 },
  roles: ["CaseGiver", "Peer", "Guardian"],
  facilitator: { nl: "Eén iemand bewaakt de tijd.", en: "One person keeps the time." },
  timing: {
    nl: "De 60 tot 75 minuten, de rollen en de eerste vier stappen zijn gevonden, de laatste drie zijn bekend uit de praktijk.",
    en: "The 60 to 75 minutes, the roles and the first four steps are found, the last three are known to the profession."
  },
  totalMinutes: 60,
  innerMinutes: 50,
  embeddable: true,
  licence: "own words; the case clinic of the Presencing Institute is CC BY-SA 3.0: name it, and share alike",
  credit: "Case Clinic, Presencing Institute (u-school.org), CC BY-SA 3.0",
  sources: [
    "https://www.sessionlab.com/methods/case-clinic",
    "https://www.u-school.org/case-clinic",
    "https://www.microsolidarity.cc/articles/case-clinic"
  ],
  steps: [
    {
      name: { nl: "Rollen", en: "Roles" },
      key: "Open",
      minutes: 2,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "RoleAssignment",
      scope: "Group",
      rules: [],
      source: "Found"
    },
    {
      name: { nl: "Intentie van de inbrenger", en: "Intention statement" },
      minutes: 15,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "CaseSummary",
      scope: "CaseGiver",
      rules: ["NoAdvice"],
      source: "Found"
    },
    {
      name: { nl: "Stilte", en: "Stillness" },
      minutes: 3,
      floor: ["None"],
      caseGiver: "Listens",
      capture: "Association",
      scope: "Self",
      rules: ["Silence"],
      source: "Found"
    },
    {
      name: { nl: "Spiegelen: ik zie, ik voel, ik merk", en: "Mirroring: images, feelings, gestures" },
      minutes: 10,
      floor: ["Peer"],
      caseGiver: "Listens",
      capture: "Association",
      scope: "CaseGiver",
      rules: ["CaseGiverListens", "NoAdvice", "IMessages"],
      source: "Found"
    },
    {
      name: { nl: "Generatieve dialoog", en: "Generative dialogue" },
      minutes: 20,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "Insight",
      scope: "CaseGiver",
      rules: ["NoFixing"],
      source: "Known"
    },
    {
      name: { nl: "Slotwoorden en dank", en: "Closing words and thanks" },
      key: "Pap",
      minutes: 8,
      floor: ["All"],
      caseGiver: "Speaks",
      capture: "Insight",
      scope: "Self",
      rules: [],
      source: "Known"
    },
    {
      name: { nl: "Eigen notities", en: "Journaling" },
      minutes: 2,
      floor: ["None"],
      caseGiver: "Writes",
      capture: "Insight",
      scope: "Self",
      rules: ["Silence"],
      source: "Known"
    }
  ]
}
