/** Frameworks of competences, and what a function asks of them. A framework that changes is a new one beside the old. */
import type { Pack } from "@groeikring/core"
import { bekwaamheidseisen2017Po } from "./bekwaamheidseisen-2017-po.ts"
import { deck2003 } from "./deck-2003.ts"
import { ibDefault } from "./ib-default.ts"
import { sbl2006Po } from "./sbl-2006-po.ts"
import { schoolleiderPoBasis } from "./schoolleider-po-basis.ts"

export const frameworks: ReadonlyArray<Pack.Framework> = [
  bekwaamheidseisen2017Po,
  sbl2006Po,
  schoolleiderPoBasis,
  ibDefault,
  deck2003
]

const own = { mark: "Own", at: "our own choice of frameworks" } as const

export const functionProfiles: ReadonlyArray<Pack.FunctionProfile> = [
  {
    id: "teacher",
    name: { nl: "leerkracht", en: "teacher" },
    frameworks: ["bekwaamheidseisen-2017-po", "sbl-2006-po", "deck-2003"],
    own: [],
    validFrom: "2017-08-01",
    source: { mark: "Deck", at: "deck of 2003, slide 2, beside the law" }
  },
  {
    id: "ib",
    name: { nl: "intern begeleider (IB’er)", en: "internal coach (IB’er)" },
    frameworks: ["ib-default", "sbl-2006-po"],
    own: [],
    validFrom: "2025-08-01",
    source: own
  },
  {
    id: "admin",
    name: { nl: "administratief medewerker", en: "administrative worker" },
    frameworks: ["deck-2003"],
    own: [
      { id: "admin-discretion", kind: "Functional", name: { nl: "discretie", en: "discretion" }, behaviours: [] },
      { id: "admin-digital", kind: "Functional", name: { nl: "digitaal werken", en: "digital work" }, behaviours: [] },
      { id: "admin-hospitality", kind: "Functional", name: { nl: "gastvrijheid", en: "hospitality" }, behaviours: [] }
    ],
    validFrom: "2003-09-01",
    source: { mark: "Deck", at: "deck of 2003, slide 2; the last three are our own" }
  },
  {
    id: "director",
    name: { nl: "directeur", en: "director" },
    frameworks: ["schoolleider-po-basis"],
    own: [],
    validFrom: "2013-01-01",
    source: own
  }
]
