import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields, refusals } from "./FieldsAndSteps.ts"

const lines = {
  Teaching: "lesgeven",
  Prep: "voor- en nawerk",
  Professionalisation: "professionalisering",
  Sustainable: "duurzame inzetbaarheid",
  Other: "overige taken"
}
const purposes = {
  Session: "bijeenkomsten",
  Pap: "actieplannen",
  Talk: "gesprekken",
  Pause: "professionele pauzes",
  PopWork: "werken aan je POP"
}

export const timeBudget: Glossary.MachineWords<Machine.Of<typeof Domain.domain.TimeBudget.machine>> = {
  name: "Jaartaak",
  states: {
    Draft: "concept",
    Proposed: "voorgelegd",
    Disputed: "niet mee eens",
    Agreed: "afgesproken",
    InYear: "loopt",
    Settling: "wordt verrekend",
    Settled: "verrekend",
    Closed: "afgesloten",
    WagesOnly: "alleen nog voor het loon",
    Destroyed: "vernietigd"
  },
  commands: {
    Draft: "een jaartaak opstellen",
    Propose: "voorleggen",
    Agree: "ermee instemmen",
    BeginYear: "het jaar beginnen",
    Dispute: "zeggen dat je het er niet mee eens bent",
    Book: "tijd boeken",
    ReserveMoney: "geld apart houden",
    ProposeReallocation: "voorstellen om minuten te verschuiven",
    AcceptReallocation: "de verschuiving aannemen",
    ProposeSettlement: "een verrekening voorstellen",
    AcceptSettlement: "de verrekening aannemen",
    Close: "afsluiten",
    BeginRetention: "de termijn laten ingaan",
    Reduce: "bewaren wat voor het loon telt",
    Destroy: "vernietigen"
  },
  help: {
    Draft: "De uren van één collega in één schooljaar, regel voor regel.",
    Propose: "Leg hem voor aan de collega van wie het jaar is.",
    Agree: "Dit zijn de uren van jouw jaar.",
    BeginYear: "Vanaf nu wordt er tijd op geboekt.",
    Dispute: "Zeg wat er niet klopt. Daarna praten jullie erover.",
    Book: "Noteer tijd die is besteed.",
    ReserveMoney: "Houd euro’s apart voor wat is toegezegd.",
    ProposeReallocation: "Andere minuten voor andere dingen, binnen hetzelfde geheel. De ander beslist.",
    AcceptReallocation: "Stem in met de minuten die de ander voorstelde.",
    ProposeSettlement: "Wat er niet gebruikt is: sparen, of laten gaan.",
    AcceptSettlement: "Stem in met wat de ander voorstelde voor het eind van het jaar.",
    Close: "Hierna verandert er niets meer.",
    BeginRetention: "Wie het was, is vertrokken. Vanaf nu wordt dit nog een tijd bewaard.",
    Reduce: "Wat voor het loon telt blijft; de rest gaat voorgoed weg.",
    Destroy: "De termijn voor het loon is voorbij."
  },
  events: {
    BudgetDrafted: "stelde een jaartaak op",
    BudgetProposed: "legde de jaartaak voor",
    BudgetAgreed: "stemde in met de jaartaak",
    BudgetDisputed: "was het niet eens met de jaartaak",
    YearBegun: "begon het jaar",
    TimeBooked: "boekte tijd in de jaartaak",
    MoneyReserved: "hield geld apart voor wat is toegezegd",
    ReallocationProposed: "stelde voor om minuten te verschuiven",
    TimeReallocated: "verschoof minuten",
    SettlementProposed: "stelde een verrekening voor",
    BudgetSettled: "verrekende de jaartaak",
    BudgetClosed: "sloot de jaartaak af",
    BudgetRetentionBegun: "liet de termijn van de jaartaak ingaan",
    BudgetReduced: "bewaarde van de jaartaak wat voor het loon telt",
    BudgetDestroyed: "vernietigde de jaartaak"
  },
  roles: {
    Owner: "de medewerker zelf",
    Leader: "de leidinggevende",
    AnyLeader: "een leidinggevende",
    Hr: "personeelszaken"
  },
  fields: {
    ...fields,
    attendance: "aanwezigheid van deeltijders",
    booked: "geboekt",
    cao: "cao",
    earmarks: "opzijgezet voor",
    fte: "werktijdfactor",
    line: "regel",
    lines: "regels",
    keepUntil: "bewaard tot",
    euros: "euro’s",
    reserved: "euro’s apart gehouden",
    money: "euro’s om te leren",
    normMinutes: "minuten van de jaartaak",
    objection: "wat er niet klopt",
    personId: "medewerker",
    proposed: "voorstel",
    purpose: "waarvoor",
    ref: "waarbij het hoort",
    saved: "gespaard",
    writtenConsent: "schriftelijke instemming met meer lessen"
  },
  choices: {
    attendance: { Full: "elke bijeenkomst helemaal", ProRata: "naar rato" },
    line: lines,
    purpose: purposes
  },
  refusals: {
    NoCaoForYear: ({ schoolYear }) => `Er zijn geen cao-gegevens voor ${schoolYear}. Laad eerst de gegevens van dat jaar.`,
    BudgetNotBalanced: ({ expected, sum }) =>
      `De regels tellen op tot ${sum} minuten, en de jaartaak is ${expected}. Verschuif tot het klopt.`,
    TeachingOverMax: ({ max }) =>
      `Er staat meer lestijd dan de ${max} minuten die mogen. Verlaag die, of leg de schriftelijke instemming van dit jaar vast.`,
    NoTimeForDevelopment:
      "Er is geen tijd opzijgezet voor bijeenkomsten, plannen, gesprekken of pauzes. Reserveer eerst een blok voor ontwikkeling.",
    EarmarkOverLine: ({ line }) =>
      `Bij ${lines[line]} is meer opzijgezet dan er staat. Zet minder opzij, of maak de regel langer.`,
    BudgetExceeded: ({ left, purpose }) =>
      `Voor ${purposes[purpose]} zijn nog ${left} minuten over. Spreek eerst af om er tijd bij te zetten.`,
    BookedAlready: ({ ref }) => `De tijd van ${ref} is al geboekt. Je hoeft niets te doen.`,
    StillWorksHere: refusals.StillWorksHere,
    KeptInFile:
      "Het dossier bewaart dit zolang iemand er werkt, en een termijn daarna. Wacht tot het einde daarvan, of weeg de belangen af.",
    MoneyExceeded: ({ left }) => `Er is nog maar ${left} euro over om van te leren. Spreek minder af, of een ander jaar.`,
    ReservedAlready: ({ ref }) => `Het geld voor ${ref} is al apart gehouden. Je hoeft niets te doen.`,
    BookedMoreThanThat: ({ purpose }) =>
      `Voor ${purposes[purpose]} is al meer geboekt dan dit overlaat. Laat ten minste staan wat geboekt is.`,
    OwnProposal: refusals.OwnProposal,
    NothingProposed: "Niemand heeft dit voorgesteld. Doe eerst een voorstel.",
    SavingTooLong: ({ years }) => `Uren sparen kan hooguit ${years} jaar. Kies minder jaren, of laat ze gaan.`,
    SavingTooMuch: ({ line }) => `Je spaart meer van ${lines[line]} dan er over is. Spaar minder.`
  }
}
