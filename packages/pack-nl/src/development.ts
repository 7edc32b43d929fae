/** Time for development and the talks about it. The source of 2003 lost its number of hours; twenty is a proposal. */
import type { Pack } from "@groeikring/core"

export const developmentBlocks: ReadonlyArray<Pack.DevelopmentBlock> = [
  {
    id: "twenty-hours",
    parts: [
      { id: "kickoff", name: { nl: "startbijeenkomst", en: "kickoff" }, purpose: "PopWork", count: 1, minutes: 120 },
      { id: "session", name: { nl: "POP-groepbijeenkomst", en: "POP-group session" }, purpose: "Session", count: 8, minutes: 60 },
      {
        id: "pap",
        name: { nl: "PAP en portfolio tussen de bijeenkomsten", en: "PAP and portfolio between the sessions" },
        purpose: "Pap",
        count: 8,
        minutes: 15
      },
      {
        id: "talk",
        name: { nl: "gesprek, met voorbereiding", en: "conversation, with preparation" },
        purpose: "Talk",
        count: 3,
        minutes: 60
      },
      { id: "pause", name: { nl: "professionele pauze", en: "professional pause" }, purpose: "Pause", count: 20, minutes: 15 }
    ],
    validFrom: "2025-08-01",
    source: { mark: "Own", at: "our own proposal; deck of 2003, slide 6 names hours without a number" }
  }
]

const deck = { mark: "Deck", at: "deck of 2003, slide 6" } as const
const usual = { mark: "Found", at: "usual in conversation cycles of Dutch schools; the season is our own" } as const

export const conversationTypes: ReadonlyArray<Pack.ConversationType> = [
  {
    id: "GoalSetting",
    name: { nl: "doelstellingengesprek / startgesprek", en: "goal-setting talk" },
    deck: false,
    equalStanding: true,
    legalEffect: false,
    months: [9, 10],
    when: { nl: "september en oktober", en: "September and October" },
    yields: { nl: "doelen en faciliteiten waar jullie het over eens zijn", en: "agreed goals and facilities" },
    validFrom: "2025-08-01",
    source: usual
  },
  {
    id: "Pop",
    name: { nl: "POP-gesprek", en: "POP talk" },
    deck: false,
    equalStanding: true,
    legalEffect: false,
    months: [10],
    when: { nl: "oktober", en: "October" },
    yields: { nl: "het afgesproken deel van het POP", en: "the agreed part of the POP" },
    validFrom: "2025-08-01",
    source: usual
  },
  {
    id: "Progress",
    name: { nl: "voortgangsgesprek", en: "progress talk" },
    deck: true,
    equalStanding: true,
    legalEffect: false,
    months: [1, 2],
    when: { nl: "januari en februari", en: "January and February" },
    yields: { nl: "bijgestelde afspraken", en: "adjusted agreements" },
    validFrom: "2025-08-01",
    source: deck
  },
  {
    id: "Performance",
    name: { nl: "functioneringsgesprek", en: "performance talk" },
    deck: true,
    equalStanding: true,
    legalEffect: false,
    months: [4, 5, 6],
    when: { nl: "april tot en met juni", en: "April to June" },
    yields: { nl: "een verslag van beide kanten, afspraken over en weer", en: "a two-sided report, agreements both ways" },
    validFrom: "2025-08-01",
    source: deck
  },
  {
    id: "Appraisal",
    name: { nl: "beoordelingsgesprek", en: "appraisal" },
    deck: false,
    equalStanding: false,
    legalEffect: true,
    months: [],
    when: { nl: "volgens de regeling", en: "as the regulation says" },
    yields: {
      nl: "een oordeel, getekend voor gezien; bezwaar is mogelijk",
      en: "a judgement, signed for seen; objection is possible"
    },
    validFrom: "2025-08-01",
    source: usual
  },
  {
    id: "Career",
    name: { nl: "loopbaangesprek (loopbaanbezinning en zingeving)", en: "career talk (reflection on career and meaning)" },
    deck: true,
    equalStanding: true,
    legalEffect: false,
    months: [],
    when: { nl: "als je erom vraagt", en: "on request" },
    yields: {
      nl: "een wens voor je loopbaan; jij beslist wat er in het dossier komt",
      en: "a wish for your career; you decide what is filed"
    },
    validFrom: "2025-08-01",
    source: deck
  }
]
