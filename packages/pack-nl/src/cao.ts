/**
 * What the collective agreements say, per sector and version. Where the first day of a number was not found, it holds here
 * from the first school year of the agreement that says it; nothing is said of the years before.
 */
import { type Elsewhere, Pack } from "@groeikring/core"

const avs = "https://avs.nl/veelgestelde-vragen/"
const poRaad = "https://www.poraad.nl/veelgestelde-vragen/"
const lessons = `${avs}kan-aan-een-voltijdleerkracht-1-000-lesuren-opgedragen-worden/`
const learning = `${poRaad}welke-rechten-heeft-een-werknemer-als-het-gaat-om-zijn-professionalisering`
const saving = { nl: "sparen van uren voor duurzame inzetbaarheid (jaren)", en: "saving hours for employability (years)" }
const choice = { nl: "individueel keuzebudget (uren)", en: "personal choice budget (hours)" }
const teaching = { nl: "maximum lesgevende uren", en: "most teaching hours" }

export const caoFacts: ReadonlyArray<Pack.CaoFact> = [
  {
    sector: "Po",
    fact: "NormHours",
    name: { nl: "normjaartaak (uren)", en: "norm year task (hours)" },
    value: 1659,
    proRata: true,
    cao: "CAO PO 2019-2020 art. 2.3",
    validFrom: "2019-08-01",
    source: { mark: "Found", at: lessons }
  },
  {
    sector: "Po",
    fact: "MaxTeachingHours",
    name: teaching,
    value: 930,
    proRata: true,
    cao: "CAO PO 2016-2017 (basismodel)",
    validFrom: "2016-08-01",
    validTo: "2019-07-31",
    source: { mark: "Found", at: "https://www.poraad.nl/ledenondersteuning/helpdesk/cao/werkdruk-40-urige-werkweek" }
  },
  {
    sector: "Po",
    fact: "MaxTeachingHours",
    name: teaching,
    value: 940,
    proRata: true,
    cao: "CAO PO 2019-2020 art. 2.3 lid 5",
    note: {
      nl: "meer mag alleen als beide kanten dat willen, schriftelijk en elk jaar opnieuw",
      en: "more only by mutual consent, in writing, every year anew"
    },
    validFrom: "2019-08-01",
    source: { mark: "Found", at: lessons }
  },
  {
    sector: "Po",
    fact: "PrepShare",
    name: { nl: "voor- en nawerk, als deel van de lestijd", en: "preparation, as a share of teaching" },
    value: 0.4,
    proRata: false,
    cao: "CAO PO 2019-2020",
    note: {
      nl: "een rekenvoorbeeld; de echte opslagfactor staat in het werkverdelingsplan",
      en: "an example; the real factor is agreed in the work distribution plan"
    },
    validFrom: "2019-08-01",
    source: { mark: "Found", at: lessons }
  },
  {
    sector: "Po",
    fact: "ProfessionalisationHours",
    name: { nl: "professionalisering (uren)", en: "professionalisation (hours)" },
    value: 83,
    proRata: true,
    cao: "CAO PO art. 9.3 lid 2",
    note: {
      nl: "twee uur per werkweek, mag bij elkaar genomen worden; 83 is de gewone som van een jaar",
      en: "two hours per working week, may be clustered; 83 is the usual sum of a year"
    },
    validFrom: "2019-08-01",
    source: { mark: "Found", at: learning }
  },
  {
    sector: "Po",
    fact: "ProfessionalisationEuros",
    name: { nl: "individueel budget voor professionalisering (euro)", en: "personal budget for learning (euros)" },
    value: 500,
    proRata: true,
    cao: "CAO PO art. 9.3",
    note: {
      nl: "in overleg drie jaar te sparen (art. 9.3 lid 4)",
      en: "may be saved for three years in consultation (art. 9.3 lid 4)"
    },
    validFrom: "2019-08-01",
    source: { mark: "Found", at: learning }
  },
  {
    sector: "Po",
    fact: "SustainableHours",
    name: { nl: "duurzame inzetbaarheid, basisbudget (uren)", en: "employability, basic budget (hours)" },
    value: 40,
    proRata: true,
    cao: "CAO PO art. 8A.3 lid 2",
    note: {
      nl: "coaching, peer review en intervisie zijn met naam genoemd als doel; zonder eigen bijdrage, achteraf verantwoord je het",
      en: "coaching, peer review and intervision are named goals; no own contribution, accounted for afterwards"
    },
    validFrom: "2019-08-01",
    source: { mark: "Found", at: "https://avs.nl/kennisbank/onderwijs-en-leerlingzorg/duurzame-inzetbaarheid/" }
  },
  {
    sector: "Po",
    fact: "SustainableStarterHours",
    name: { nl: "bijzonder budget startende leerkracht (uren)", en: "extra budget of a starting teacher (hours)" },
    value: 40,
    proRata: true,
    cao: "CAO PO h. 8A",
    note: { nl: "dat het er is, is gevonden; het getal niet", en: "that it exists is found; the number is not" },
    validFrom: "2019-08-01",
    source: { mark: "Known", at: `${poRaad}waar-bestaat-de-regeling-voor-duurzame-inzetbaarheid-uit` }
  },
  {
    sector: "Po",
    fact: "SustainableSeniorHours",
    name: { nl: "bijzonder budget vanaf 57 jaar (uren)", en: "extra budget from the age of 57 (hours)" },
    value: 130,
    proRata: true,
    cao: "CAO PO art. 8A.6",
    note: {
      nl: "als verlof met een eigen bijdrage: 40 % tot en met schaal 8, daarboven 50 %",
      en: "as leave with an own contribution: 40 % up to scale 8, 50 % above"
    },
    validFrom: "2019-08-01",
    source: { mark: "Found", at: `${avs}wat-houdt-het-bijzondere-budget-voor-oudere-werknemers-in/` }
  },
  {
    sector: "Po",
    fact: "SavingYears",
    name: saving,
    value: 3,
    proRata: false,
    cao: "CAO PO 2019-2020 art. 8A.4",
    validFrom: "2019-08-01",
    validTo: "2024-07-31",
    source: { mark: "Found", at: `${avs}mogen-de-40-uur-voor-duurzame-inzetbaarheid-worden-gespaard/` }
  },
  {
    sector: "Po",
    fact: "SavingYears",
    name: saving,
    value: 5,
    proRata: false,
    cao: "CAO PO h. 8A",
    note: {
      nl: "in een tekst van 24 juli 2024; de eerste dag is niet gevonden",
      en: "in a text of 24 July 2024; the first day was not found"
    },
    validFrom: "2024-08-01",
    source: { mark: "Found", at: `${avs}wat-houdt-het-bijzondere-budget-voor-oudere-werknemers-in/` }
  },
  {
    sector: "Po",
    fact: "PopYears",
    name: { nl: "POP maken of bijwerken, ten minste elke … jaar", en: "make or renew the POP, at least every … years" },
    value: 4,
    proRata: false,
    cao: "CAO PO 2009 art. 9.5",
    note: { nl: "elk jaar besproken", en: "discussed every year" },
    validFrom: "2009-08-01",
    source: {
      mark: "Found",
      at: "https://avs.nl/actueel/nieuws/zijn-functioneringsgesprekken-en-beoordelingen-verplicht-september-2009/"
    }
  },
  {
    sector: "Po",
    fact: "PerformanceTalksPerYear",
    name: { nl: "functioneringsgesprekken per jaar", en: "performance talks in a year" },
    value: 1,
    proRata: false,
    cao: "CAO PO 2009",
    note: {
      nl: "een advies; de cao noemt geen aantal, de regeling van de werkgever met de P(G)MR wel",
      en: "an advice; the agreement names no number, the regulation of the employer with the council does"
    },
    validFrom: "2009-08-01",
    source: { mark: "Found", at: "https://onderwijs.cnvconnectief.nl/loopbaan/ontwikkel-jezelf/pop-en-gesprekkencyclus/" }
  },
  {
    sector: "Po",
    fact: "PerformanceTalksBeforeAppraisal",
    name: { nl: "functioneringsgesprekken vóór een beoordeling", en: "performance talks before an appraisal" },
    value: 2,
    proRata: false,
    cao: "CAO PO 2009 art. 9.4",
    note: {
      nl: "volgens de cao gaan gesprekken vooraf; dat het er twee zijn, raadt de AOb aan",
      en: "the agreement says that talks precede; that there are two is the counsel of the AOb"
    },
    validFrom: "2009-08-01",
    source: { mark: "Found", at: "https://www.aobmedezeggenschap.nl/opgepaster-valt-een-beoordeling-uit-de-la/" }
  },
  {
    sector: "Vo",
    fact: "NormHours",
    name: { nl: "jaartaak (uren)", en: "year task (hours)" },
    value: 1659,
    proRata: true,
    cao: "CAO VO",
    validFrom: "2014-08-01",
    source: { mark: "Known", at: "known to the profession" }
  },
  {
    sector: "Vo",
    fact: "ProfessionalisationHours",
    name: { nl: "basisrecht professionalisering (uren)", en: "basic right to professionalisation (hours)" },
    value: 83,
    proRata: true,
    cao: "CAO VO",
    validFrom: "2014-08-01",
    source: {
      mark: "Found",
      at: "https://www.vo-raad.nl/nieuws/gezamenlijk-bericht-sociale-partners-over-professionaliseringsbudget"
    }
  },
  {
    sector: "Vo",
    fact: "ProfessionalisationEuros",
    name: { nl: "budget professionalisering (euro)", en: "budget for learning (euros)" },
    value: 600,
    proRata: true,
    cao: "CAO VO",
    validFrom: "2014-08-01",
    source: { mark: "Known", at: "known to the profession" }
  },
  {
    sector: "Vo",
    fact: "ChoiceHours",
    name: choice,
    value: 50,
    proRata: true,
    cao: "CAO VO 2014",
    validFrom: "2014-08-01",
    validTo: "2022-07-31",
    source: {
      mark: "Found",
      at: "https://scholengroepspinoza.nl/personeel/cao-wettelijke-regelingen/persoonlijk-budget/"
    }
  },
  {
    sector: "Vo",
    fact: "ChoiceHours",
    name: choice,
    value: 90,
    proRata: true,
    cao: "CAO VO 2022/2023 art. 7.4",
    validFrom: "2022-08-01",
    source: {
      mark: "Found",
      at: "https://www.wijsaccountants.nl/ned/publicaties/levensfasebewust-personeelsbeleid-cao-vo-2022-2023"
    }
  }
]

const schoolYears = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) => `${year}-${year + 1}`)

/** What a year task in primary education is measured by, per school year. */
export const cao: ReadonlyArray<Elsewhere.CaoOfYear> = schoolYears.flatMap(
  (schoolYear) => Pack.caoOfYear(caoFacts, "Po", schoolYear) ?? []
)
