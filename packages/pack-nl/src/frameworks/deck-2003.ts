import type { Pack } from "@groeikring/core"

export const deck2003: Pack.Framework = {
  id: "deck-2003",
  name: { nl: "Voorbeelden uit de presentatie", en: "Examples named in the deck" },
  basis: { nl: "presentatie van 2003, dia 2", en: "deck of 2003, slide 2" },
  status: { nl: "voorbeelden om mee te beginnen, nooit verplicht", en: "examples to begin with, never required" },
  validFrom: "2003-09-01",
  source: { mark: "Deck", at: "deck of the Regionaal OnderwijsBureau Beerta, 2003-2004, slide 2" },
  competences: [
    { id: "d-p1", kind: "Personal", name: { nl: "muziek maken", en: "making music" }, behaviours: [] },
    { id: "d-p2", kind: "Personal", name: { nl: "autonoom zijn", en: "being autonomous" }, behaviours: [] },
    { id: "d-p3", kind: "Personal", name: { nl: "experimenteren", en: "experimenting" }, behaviours: [] },
    {
      id: "d-f1",
      kind: "Functional",
      name: { nl: "organiseren", en: "organising" },
      behaviours: [],
      functions: ["teacher"],
      resembles: ["sbl-4"]
    },
    {
      id: "d-f2",
      kind: "Functional",
      name: { nl: "leiding geven", en: "leading" },
      behaviours: [],
      functions: ["teacher"],
      resembles: ["sbl-1"]
    },
    {
      id: "d-f3",
      kind: "Functional",
      name: { nl: "begeleiden", en: "guiding" },
      behaviours: [],
      functions: ["teacher"],
      resembles: ["sbl-2", "sbl-3"]
    },
    { id: "d-f4", kind: "Functional", name: { nl: "structureren", en: "structuring" }, behaviours: [], functions: ["admin"] },
    { id: "d-f5", kind: "Functional", name: { nl: "plannen", en: "planning" }, behaviours: [], functions: ["admin"] },
    {
      id: "d-f6",
      kind: "Functional",
      name: { nl: "externe contacten", en: "external contacts" },
      behaviours: [],
      functions: ["admin"]
    }
  ]
}
