import type { Method } from "@groeikring/core"

export const troika: Method.Method = {
  id: "troika",
  name: { nl: "Troika Consulting", en: "Troika Consulting" },
  purpose: {
    nl: "Heel snel advies van collega’s; iedereen is één keer inbrenger.",
    en: "Very quick peer advice; everyone is case giver once."
  },
  choose: [
    { nl: "Een professionele pauze van een half uur.", en: "A professional pause of half an hour." },
    { nl: "Een grote groep in drietallen.", en: "A large group in threes." },
    { nl: "Iedereen gaat met iets naar huis.", en: "Everybody leaves with something." }
  ],
  avoid: [{ nl: "Een diep of gevoelig onderwerp.", en: "A deep or emotional theme." }],
  focus: "Solution",
  trust: "Low",
  level: "Beginner",
  group: { min: 3, ideal: 3, max: 4 },
  roles: ["CaseGiver", "Peer"],
  facilitator: {
    nl: "In het drietal niemand; één iemand let voor iedereen op de tijd.",
    en: "Nobody inside the trio; one timekeeper for the room."
  },
  timing: { nl: "Gevonden, als marges binnen een half uur.", en: "Found, as ranges within half an hour." },
  totalMinutes: 30,
  innerMinutes: 4,
  embeddable: false,
  repeat: { block: "round", times: 3 },
  licence: "own words; the text of Liberating Structures is CC BY-NC and is not used",
  credit: "Liberating Structures (Lipmanowicz, McCandless)",
  sources: [
    "https://www.liberatingstructures-uncovered.com/troika-consulting",
    "https://leanstorydesign.com/en/troika-consulting"
  ],
  steps: [
    {
      name: { nl: "Stil nadenken: welke vraag, welke hulp", en: "Reflect: which challenge, which help" },
      minutes: 1,
      floor: ["None"],
      caseGiver: "Writes",
      capture: "CaseQuestion",
      scope: "Self",
      rules: ["Silence"],
      source: "Found"
    },
    {
      name: { nl: "Vraag delen", en: "Share the question" },
      minutes: 2,
      floor: ["CaseGiver"],
      caseGiver: "Speaks",
      capture: "CaseQuestion",
      scope: "CaseGiver",
      rules: ["NoInterruption"],
      source: "Found",
      block: "round"
    },
    {
      name: { nl: "Verhelderende vragen", en: "Clarifying questions" },
      minutes: 1,
      floor: ["Peer", "CaseGiver"],
      caseGiver: "Answers",
      capture: "Question",
      scope: "CaseGiver",
      rules: ["ClarifyingOnly"],
      source: "Found",
      block: "round"
    },
    {
      name: { nl: "Omdraaien; consultants denken hardop", en: "Turn around; consultants think aloud" },
      key: "TipParade",
      minutes: 5,
      floor: ["Peer"],
      caseGiver: "Listens",
      capture: "Tip",
      scope: "CaseGiver",
      rules: ["CaseGiverBackTurned", "CaseGiverListens"],
      source: "Found",
      block: "round"
    },
    {
      name: { nl: "Terugdraaien: wat was waardevol", en: "Turn back: what was valuable" },
      key: "Pap",
      minutes: 1,
      floor: ["CaseGiver"],
      caseGiver: "Chooses",
      capture: "TipChoice",
      scope: "Self",
      rules: ["OwnChoice"],
      source: "Found",
      block: "round"
    },
    {
      name: { nl: "Slot", en: "Close" },
      key: "Evaluation",
      minutes: 2,
      floor: ["All"],
      caseGiver: "Joins",
      capture: "Evaluation",
      scope: "Group",
      rules: [],
      source: "Own"
    }
  ]
}
