import type { Pack } from "@groeikring/core"

export const bekwaamheidseisen2017Po: Pack.Framework = {
  id: "bekwaamheidseisen-2017-po",
  name: { nl: "Bekwaamheidseisen leraar primair onderwijs (herijkt)", en: "Legal competence requirements, primary teacher" },
  basis: { nl: "Besluit van 16 maart 2017, Stb. 2017, 148", en: "Decree of 16 March 2017, Stb. 2017, 148" },
  status: {
    nl: "van kracht toen dit werd nagegaan; op 24 september 2025 kreeg de minister een nieuw advies",
    en: "in force when checked; a new advice was handed to the ministry on 24 September 2025"
  },
  validFrom: "2017-08-01",
  source: { mark: "Found", at: "https://zoek.officielebekendmakingen.nl/stb-2017-148.html; the behaviours are paraphrased" },
  competences: [
    {
      id: "bke-0",
      kind: "Functional",
      name: { nl: "Brede professionele basis", en: "Broad professional base" },
      core: { nl: "werkt als professional, samen met collega’s", en: "works as a professional, with colleagues" },
      behaviours: [
        {
          nl: "geeft het eigen onderwijs vorm, voert het uit, evalueert het en stelt het bij",
          en: "shapes, tunes, carries out, evaluates and adjusts own teaching"
        },
        { nl: "werkt samen binnen en buiten de school", en: "works together inside and outside the school" },
        { nl: "draagt bij aan de ontwikkeling van het onderwijs", en: "contributes to educational development" },
        { nl: "doet mee aan onderzoek in de eigen praktijk", en: "takes part in practice research" },
        { nl: "geeft de eigen professionele ontwikkeling zelf vorm", en: "shapes own professional development independently" }
      ],
      functions: ["teacher"],
      resembles: ["sbl-5", "sbl-7"]
    },
    {
      id: "bke-1",
      kind: "Functional",
      name: { nl: "Vakinhoudelijk bekwaam", en: "Subject knowledge" },
      core: { nl: "beheerst de leerstof en staat erboven", en: "masters the content and stands above it" },
      behaviours: [
        { nl: "kan leerstof samenstellen, kiezen en bewerken", en: "can compose, choose or adapt content" },
        { nl: "legt verband met het dagelijks leven, werk en wetenschap", en: "links with daily life, work and science" },
        { nl: "draagt bij aan de algemene vorming", en: "contributes to general formation" },
        { nl: "houdt de eigen kennis bij", en: "keeps knowledge up to date" }
      ],
      functions: ["teacher"],
      resembles: ["sbl-3"]
    },
    {
      id: "bke-2",
      kind: "Functional",
      name: { nl: "Vakdidactisch bekwaam", en: "Subject didactics" },
      core: {
        nl: "maakt de leerstof leerbaar, samen met collega’s en binnen het beleid van de school",
        en: "makes content learnable, together with colleagues and within school policy"
      },
      behaviours: [
        { nl: "vertaalt leerstof in plannen en leerlijnen", en: "translates content into plans and trajectories" },
        {
          nl: "laat doelen, niveau, leerlingen, inhoud en middelen bij elkaar passen",
          en: "clear relation of goals, level, pupils, content and means"
        },
        { nl: "geeft helder, taakgericht en gedifferentieerd les", en: "carries out: clear, task-directed, differentiated" },
        { nl: "evalueert en stelt bij", en: "evaluates and adjusts" },
        { nl: "werkt planmatig en gericht op ontwikkeling", en: "methodical, development-directed way of working" }
      ],
      functions: ["teacher"],
      resembles: ["sbl-3", "sbl-4"]
    },
    {
      id: "bke-3",
      kind: "Functional",
      name: { nl: "Pedagogisch bekwaam", en: "Pedagogics" },
      core: {
        nl: "een veilig, steunend en stimulerend leerklimaat",
        en: "safe, supporting and stimulating learning climate"
      },
      behaviours: [
        { nl: "volgt de ontwikkeling van leerlingen", en: "follows development of pupils" },
        { nl: "begeleidt groepsprocessen en gedrag", en: "guides group processes and behaviour" },
        { nl: "werkt samen met ouders en anderen", en: "works together with parents and others" },
        { nl: "draagt bij aan burgerschap en zelfstandigheid", en: "contributes to citizenship and independence" }
      ],
      functions: ["teacher"],
      resembles: ["sbl-1", "sbl-2", "sbl-6"]
    }
  ]
}
