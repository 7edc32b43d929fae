import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields } from "./FieldsAndSteps.ts"

export const pap: Glossary.MachineWords<Machine.Of<typeof Domain.domain.Pap.machine>> = {
  name: "PAP",
  states: {
    Draft: "in de maak",
    Committed: "voorgenomen",
    Trying: "aan het proberen",
    Reported: "verteld hoe het ging",
    Reviewed: "teruggekeken",
    Closed: "afgerond",
    Continued: "gaat verder",
    Dropped: "losgelaten",
    Forgotten: "vergeten"
  },
  commands: {
    Start: "een plan beginnen",
    StartNext: "het volgende plan beginnen",
    Commit: "je plan vastleggen",
    MarkTried: "zeggen dat je het probeerde",
    AskBuddy: "een maatje vragen",
    AcceptBuddy: "maatje worden",
    Report: "vertellen hoe het ging",
    Review: "terugkijken",
    Celebrate: "je succes vieren",
    Close: "afronden",
    Continue: "verder gaan",
    Drop: "loslaten",
    Forget: "laten vergeten",
    CarryOver: "doorschuiven"
  },
  help: {
    Start: "Een kleine proef met ander gedrag, tot de volgende bijeenkomst.",
    StartNext: "Het plan dat volgt op het vorige.",
    Commit: "Dit ga je proberen.",
    MarkTried: "Je hebt het geprobeerd. Hoe het ging, komt later.",
    AskBuddy: "Vraag een collega om mee te denken.",
    AcceptBuddy: "Je denkt mee met dit plan.",
    Report: "Vier eerlijke uitkomsten, en geen ervan is mislukt.",
    Review: "Kijk terug in de bijeenkomst. Niemand reageert, tenzij je erom vraagt.",
    Celebrate: "Sta even stil bij wat er lukte.",
    Close: "Het plan heeft gedaan wat het moest doen.",
    Continue: "Neem het mee in een nieuw plan.",
    Drop: "Laat het plan gaan. Je hoeft geen reden te geven.",
    Forget: "Het plan gaat voorgoed weg. Wat je ervan bewaarde, blijft in je portfolio.",
    CarryOver: "Het plan wacht op de volgende bijeenkomst."
  },
  events: {
    PapStarted: "begon een actieplan",
    PapCommitted: "legde het actieplan vast",
    PapTried: "probeerde het",
    BuddyAsked: "vroeg een maatje",
    BuddyAccepted: "werd maatje",
    PapReported: "vertelde hoe het ging",
    PapReviewed: "keek terug op het plan",
    SuccessCelebrated: "vierde het succes",
    PapClosed: "rondde het plan af",
    PapContinued: "gaat verder met een nieuw plan",
    PapDropped: "liet het plan los",
    PapForgotten: "liet het plan vergeten",
    PapCarriedOver: "schoof een plan door naar de volgende keer"
  },
  roles: {
    Owner: "de eigenaar",
    AskedBuddy: "het gevraagde maatje"
  },
  fields: {
    ...fields,
    reviewedAt: "teruggekeken op",
    buddy: "maatje",
    buddyAsked: "gevraagd als maatje",
    competenceRef: "competentie",
    dueSession: "terugkijken in",
    earlier: "het vorige plan",
    firstOccasion: "eerste gelegenheid",
    fromSession: "uit bijeenkomst",
    learned: "wat je leerde",
    newBehaviour: "wat je anders doet",
    next: "volgende plan",
    outcome: "hoe het ging",
    ownerId: "eigenaar",
    peer: "collega",
    popGoalRef: "doel uit je POP",
    sign: "waaraan je het merkt",
    situation: "situatie in je werk",
    tipRefs: "tips"
  },
  choices: {
    outcome: {
      DoneWorked: "gedaan, en het werkte",
      DoneDifferently: "anders gedaan",
      TriedNotWorked: "geprobeerd, en het werkte niet",
      NotTried: "niet geprobeerd"
    },
    reason: { Time: "geen tijd", Occasion: "geen gelegenheid", Courage: "niet gedurfd", ChangedMind: "van gedachten veranderd" }
  },
  refusals: {
    NotInThisGroup: "Dit is voor leden van de groep. Word eerst lid, of kies je eigen groep.",
    PapAlreadyOpen: ({ pap }) => `Je hebt in deze groep al een plan: ${pap}. Kijk daar eerst op terug.`,
    PapStepNotReached: "De bijeenkomst is nog niet bij de plannen. Schrijf het jouwe na de TIP-parade.",
    PapStepLongOver: ({ hours }) =>
      `Een plan begin je in de bijeenkomst of binnen ${hours} uur erna, en dat is voorbij. Begin er een in de volgende bijeenkomst.`,
    PapWithoutBehaviour: "Een plan is een proef met ander gedrag, en dat staat er niet. Zeg wat je anders gaat doen.",
    PapWithoutSituation: "Een plan hoort bij een situatie in je werk, en die staat er niet. Zeg wanneer je het probeert.",
    PapWithoutSign: "Zonder teken weet je straks niet of het werkt. Zeg waaraan je het merkt.",
    NoNextSession: "Op een plan kijk je terug in de volgende bijeenkomst, en die is er niet. Plan eerst een bijeenkomst.",
    PapDueAfterNextSession: ({ due, firstOccasion }) =>
      `De volgende bijeenkomst is op ${due}; op ${firstOccasion} is het te laat om het geprobeerd te hebben. Kies een eerdere dag.`,
    NotInPapReview: "Terugkijken doe je in de terugblik van een bijeenkomst, en die is er nu niet. Wacht op de volgende keer.",
    PapStillKept: ({ days }) =>
      `Een plan gaat weg ${days} dagen nadat erop is teruggekeken, of nadat je bent vertrokken. Wacht tot die dag, of laat het wissen door van wie het is.`,
    BuddyAlready: "Je zei al ja, en je bent het maatje. Je hoeft niets te doen.",
    BuddyIsOwner: "Een maatje is iemand anders. Vraag een collega uit je groep."
  }
}
