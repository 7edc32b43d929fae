import type { Pack } from "@groeikring/core"

export const schoolleiderPoBasis: Pack.Framework = {
  id: "schoolleider-po-basis",
  name: { nl: "Basiscompetenties schoolleider primair onderwijs", en: "Base competences of primary school leaders" },
  basis: { nl: "Schoolleidersregister PO", en: "Register of school leaders PO" },
  status: {
    nl: "uit de beroepsstandaard; er is ook een herijkt profiel (2020)",
    en: "from the professional standard; there is a re-set profile as well (2020)"
  },
  validFrom: "2013-01-01",
  source: { mark: "Found", at: "https://schoolleidersregisterpo.nl/beroepsstandaard; the fifth is known, not found" },
  competences: [
    {
      id: "sl-1",
      kind: "Functional",
      name: { nl: "Visiegestuurd werken", en: "Vision-led working" },
      core: { nl: "een gedeelde visie concreet maken", en: "shared vision made concrete" },
      behaviours: [],
      functions: ["director"]
    },
    {
      id: "sl-2",
      kind: "Functional",
      name: { nl: "In relatie staan tot de omgeving", en: "Relating to the environment" },
      core: { nl: "ontwikkelingen zien aankomen en beïnvloeden", en: "anticipates and influences developments" },
      behaviours: [],
      functions: ["director"]
    },
    {
      id: "sl-3",
      kind: "Functional",
      name: {
        nl: "Vormgeven aan organisatiekenmerken vanuit een onderwijskundige gerichtheid",
        en: "Shaping the organisation from educational purpose"
      },
      core: { nl: "structuur, cultuur, personeel en middelen", en: "structure, culture, staff, facilities" },
      behaviours: [{ nl: "maakt ruimte voor gesprekken en ontwikkeling", en: "gives room for conversations and development" }],
      functions: ["director"]
    },
    {
      id: "sl-4",
      kind: "Functional",
      name: {
        nl: "Strategieën voor samenwerken, leren en onderzoeken op alle niveaus",
        en: "Strategies for collaboration, learning and inquiry"
      },
      core: { nl: "geeft leiding aan het leren van leerkrachten", en: "leads learning of teachers" },
      behaviours: [{ nl: "roostert intervisie en professionele pauzes in", en: "rosters intervision and professional pauses" }],
      functions: ["director"]
    },
    {
      id: "sl-5",
      kind: "Functional",
      name: { nl: "Hogere-ordedenken", en: "Higher-order thinking" },
      core: { nl: "analyseert en legt verband voordat er besloten wordt", en: "analyses and connects before deciding" },
      behaviours: [],
      functions: ["director"]
    }
  ]
}
