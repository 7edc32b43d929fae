/** How long things are kept. The law gives no terms; a board may choose others, and a running objection holds what it is about. */
import type { Pack } from "@groeikring/core"

const from = "2025-08-01"
const own = { mark: "Own", at: "our own choice: no longer than needed" } as const
const employee = { nl: "de medewerker", en: "the employee" }
const file = {
  nl: "het dossier van de werkgever, met een kopie voor de medewerker",
  en: "the employer's file, with a copy for the employee"
}
const organisation = { nl: "de organisatie", en: "the organisation" }
const guideline = {
  mark: "Found",
  at: "rendement.nl, vnpf.nl, rwv.nl: two years after leaving is a guideline; aanpakibp.kennisnet.nl/bewaartermijnen"
} as const

export const retention: ReadonlyArray<Pack.Retention> = [
  {
    id: "session-items",
    what: {
      nl: "wat er in een bijeenkomst op het blad kwam: vragen, hypothesen, tips die niet gekozen zijn",
      en: "what was captured in a session: questions, hypotheses, tips not chosen"
    },
    owner: { nl: "de inbrenger, en wie het zei", en: "the case giver, and its author" },
    says: {
      nl: "weg 14 dagen na de volgende bijeenkomst, uiterlijk na 90 dagen",
      en: "deleted 14 days after the next session, at the latest after 90 days"
    },
    basis: { nl: "niet langer bewaren dan nodig", en: "storage limitation" },
    terms: [
      { after: "NextSession", count: 14, unit: "Days" },
      { after: "SessionHeld", count: 90, unit: "Days" }
    ],
    validFrom: from,
    source: own
  },
  {
    id: "case-text",
    what: { nl: "de tekst van een casus, en namen van anderen", en: "the text of a case, and names of third parties" },
    owner: { nl: "de inbrenger", en: "the case giver" },
    says: {
      nl: "nooit met namen bewaard; weg met de rest van het blad",
      en: "never stored with names; deleted with the rest of the sheet"
    },
    basis: { nl: "zo min mogelijk gegevens van leerlingen en ouders", en: "data minimisation for pupils and parents" },
    terms: [
      { after: "NextSession", count: 14, unit: "Days" },
      { after: "SessionHeld", count: 90, unit: "Days" }
    ],
    validFrom: from,
    source: own
  },
  {
    id: "pap",
    what: { nl: "PAP", en: "PAP" },
    owner: employee,
    says: {
      nl: "tot erop is teruggekeken; daarna bewaar jij het in je portfolio, of het gaat na 12 maanden weg",
      en: "until looked back on; then its owner keeps it in the portfolio, or it goes after 12 months"
    },
    basis: { nl: "het is van de medewerker", en: "it is the employee's" },
    terms: [{ after: "Reviewed", count: 12, unit: "Months" }],
    validFrom: from,
    source: own
  },
  {
    id: "own-space",
    what: {
      nl: "portfolio, eigen inschaling van competenties, het eigen deel van het POP",
      en: "portfolio, own rating of competences, the private part of the POP"
    },
    owner: employee,
    says: {
      nl: "zo lang je wilt; meegenomen bij vertrek, en 30 dagen daarna gewist",
      en: "as long as the owner wants; exported on leaving, and erased 30 days after"
    },
    basis: { nl: "het is van de medewerker", en: "it is the employee's" },
    terms: [{ after: "Leaving", count: 30, unit: "Days" }],
    validFrom: from,
    source: own
  },
  {
    id: "conversation-reports",
    what: {
      nl: "het afgesproken deel van het POP, verslagen van gesprekken",
      en: "the agreed part of the POP, conversation reports"
    },
    owner: file,
    says: { nl: "zolang je er werkt, en hooguit 2 jaar daarna", en: "employment and at most 2 years after" },
    basis: {
      nl: "een richtlijn, geen wet; een bestuur kan een andere selectielijst hebben",
      en: "a guideline, not a law; the schedule of a board may differ"
    },
    terms: [{ after: "Leaving", count: 2, unit: "Years" }],
    validFrom: from,
    source: guideline
  },
  {
    id: "appraisals",
    what: { nl: "beoordelingen en bezwaren", en: "appraisals and objections" },
    owner: file,
    says: {
      nl: "zolang je er werkt, en hooguit 2 jaar daarna; oude beoordelingen worden tussentijds gewogen",
      en: "employment and at most 2 years after; old appraisals are weighed while employed"
    },
    basis: { nl: "een richtlijn, en een afweging van belangen", en: "a guideline, and a weighing of interests" },
    terms: [{ after: "Leaving", count: 2, unit: "Years" }],
    validFrom: from,
    source: guideline
  },
  {
    id: "year-task",
    what: { nl: "de afspraak over de jaartaak", en: "the agreement on the year task" },
    owner: file,
    says: {
      nl: "zolang je er werkt, en 2 jaar daarna; wat voor het loon telt 7 jaar",
      en: "employment and 2 years after; what counts for wages 7 years"
    },
    basis: { nl: "de fiscale bewaarplicht is 7 jaar", en: "fiscal law keeps for 7 years" },
    terms: [{ after: "Leaving", count: 2, unit: "Years" }],
    validFrom: from,
    source: guideline
  },
  {
    id: "year-task-wages",
    what: { nl: "wat in de jaartaak voor het loon telt", en: "what counts for wages in the year task" },
    owner: file,
    says: { nl: "7 jaar", en: "7 years" },
    basis: { nl: "de fiscale bewaarplicht", en: "fiscal law" },
    terms: [{ after: "Written", count: 7, unit: "Years" }],
    validFrom: from,
    source: { mark: "Found", at: "rwv.nl" }
  },
  {
    id: "pulse-answers",
    what: { nl: "antwoorden op de puls", en: "answers to the pulse" },
    owner: { nl: "niemand: ze zijn anoniem", en: "nobody: they are anonymous" },
    says: { nl: "weg 30 dagen na het verslag", en: "deleted 30 days after the report" },
    basis: { nl: "niet langer bewaren dan nodig", en: "storage limitation" },
    terms: [{ after: "Reported", count: 30, unit: "Days" }],
    validFrom: from,
    source: own
  },
  {
    id: "aggregates",
    what: { nl: "getallen die niemand laten zien", en: "numbers that show no person" },
    owner: organisation,
    says: { nl: "8 jaar, twee keer een schoolplan", en: "8 years, two school plans" },
    basis: { nl: "geen persoonsgegevens", en: "no personal data" },
    terms: [{ after: "Written", count: 8, unit: "Years" }],
    validFrom: from,
    source: own
  },
  {
    id: "key-copies",
    what: {
      nl: "kopieën van de sleutels van ieders woorden, voor als de schijf stukgaat",
      en: "copies of the keys to everybody's words, for when the disk breaks"
    },
    owner: organisation,
    says: {
      nl: "14 dagen: zo lang openen ze nog wat intussen gewist is",
      en: "14 days: for so long they still open what was erased since"
    },
    basis: { nl: "wissen moet in elke kopie waar worden", en: "erasing has to become true in every copy" },
    terms: [{ after: "Written", count: 14, unit: "Days" }],
    validFrom: from,
    source: own
  },
  {
    id: "access-log",
    what: { nl: "wie wat heeft ingezien", en: "who looked at what" },
    owner: organisation,
    says: { nl: "12 maanden", en: "12 months" },
    basis: { nl: "kunnen verantwoorden", en: "accountability" },
    terms: [{ after: "Written", count: 12, unit: "Months" }],
    validFrom: from,
    source: own
  }
]
