import type { Pack } from "@groeikring/core"

export const ibDefault: Pack.Framework = {
  id: "ib-default",
  name: { nl: "Startset intern begeleider", en: "Starter set internal coach (IB’er)" },
  basis: { nl: "de eerste twee naar de LBIB, de rest van ons", en: "the first two after the LBIB, the rest our own" },
  status: {
    nl: "een begin van onszelf; de LBIB kent zeven competenties, waarvan er twee gevonden zijn",
    en: "a start of our own; the LBIB publishes seven competences, of which two were found"
  },
  validFrom: "2025-08-01",
  source: {
    mark: "Own",
    at: "https://ctmeter.nl/assessments/functieprofielen/intern-begeleider-primair-onderwijs/ for the first two"
  },
  competences: [
    {
      id: "ib-1",
      kind: "Functional",
      name: { nl: "Andragogisch competent", en: "Andragogical" },
      core: {
        nl: "begeleidt leerkrachten; heeft oog voor verschillen in het team; adviseert de directeur",
        en: "guides teachers; respects differences in the team; advises the director"
      },
      behaviours: [
        { nl: "kiest een manier van communiceren die werkt", en: "uses effective communication styles" },
        { nl: "steunt de ontwikkeling van het team", en: "supports team development" }
      ],
      functions: ["ib"]
    },
    {
      id: "ib-2",
      kind: "Functional",
      name: { nl: "Methodologisch competent", en: "Methodological" },
      core: {
        nl: "weet hoe je leeropbrengsten en ontwikkeling onderzoekt",
        en: "knows ways to study learning results and development"
      },
      behaviours: [{ nl: "leest gegevens en legt ze uit", en: "reads and explains data" }],
      functions: ["ib"]
    },
    {
      id: "ib-3",
      kind: "Functional",
      name: { nl: "Coördineren van ondersteuning", en: "Coordinating support" },
      core: { nl: "zorgt dat de hulp aan leerlingen klopt en doorloopt", en: "sees that the support of pupils fits and goes on" },
      behaviours: [],
      functions: ["ib"]
    },
    {
      id: "ib-4",
      kind: "Functional",
      name: { nl: "Samenwerken met ouders en partners", en: "Working with parents and partners" },
      core: { nl: "brengt ouders, school en hulpverlening bij elkaar", en: "brings parents, school and support together" },
      behaviours: [],
      functions: ["ib"],
      resembles: ["sbl-6"]
    },
    {
      id: "ib-5",
      kind: "Functional",
      name: { nl: "Reflectie en ontwikkeling", en: "Reflection and development" },
      core: { nl: "werkt aan zichzelf, samen met andere IB’ers", en: "works on oneself, together with other internal coaches" },
      behaviours: [{ nl: "doet mee in een POP-groep van IB’ers", en: "takes part in a POP-group of internal coaches" }],
      functions: ["ib"],
      resembles: ["sbl-7"]
    }
  ]
}
