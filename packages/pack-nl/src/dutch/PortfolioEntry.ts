import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields, refusals } from "./FieldsAndSteps.ts"

export const portfolioEntry: Glossary.MachineWords<Machine.Of<typeof Domain.domain.PortfolioEntry.machine>> = {
  name: "Portfoliostuk",
  states: {
    Draft: "in de maak",
    Kept: "bewaard, alleen van jou",
    Granted: "open voor anderen",
    Deleted: "weg"
  },
  commands: {
    Draft: "een stuk beginnen",
    Keep: "bewaren",
    AcceptSuggestion: "in je map bewaren",
    Edit: "bewerken",
    Grant: "openen voor iemand",
    ConfirmGrant: "bevestigen dat je het opent",
    RevokeGrant: "weer sluiten",
    Lapse: "sluiten wat een tijd open was",
    MarkForCompetenceFile: "in je bekwaamheidsdossier zetten",
    Unmark: "uit je bekwaamheidsdossier halen",
    Delete: "weggooien"
  },
  help: {
    Draft: "Begin maar. Afmaken kan later.",
    Keep: "Het zit in je map, alleen voor jou.",
    AcceptSuggestion: "Niets komt er vanzelf in: jij kiest wat blijft.",
    Edit: "Verander wat er staat.",
    Grant: "In de woorden die jij kiest, tot een dag.",
    ConfirmGrant: "Een tweede ja, want dit gaat naar iemand die over je werk gaat.",
    RevokeGrant: "Vanaf nu kan niemand het meer zien.",
    Lapse: "De afgesproken dag is er.",
    MarkForCompetenceFile: "Het laat iets zien van een bekwaamheidseis.",
    Unmark: "Het laat dat niet meer zien.",
    Delete: "Het gaat voorgoed weg. Wat in een getekend verslag in eigen woorden staat, blijft daar."
  },
  events: {
    EntryDrafted: "begon een stuk in het portfolio",
    EntryKept: "bewaarde iets in het portfolio",
    EntryEdited: "bewerkte een stuk",
    EntryGrantWeighed: "overwoog een stuk te openen",
    EntryGranted: "opende een stuk",
    GrantRevoked: "sloot wat open was",
    GrantLapsed: "sloot wat een tijd open was",
    EntryUngranted: "heeft het stuk weer voor zichzelf",
    EntryMarked: "zette een stuk in het bekwaamheidsdossier",
    EntryUnmarked: "haalde een stuk uit het bekwaamheidsdossier",
    EntryDeleted: "gooide een stuk weg"
  },
  roles: {
    Owner: "de eigenaar"
  },
  fields: {
    ...fields,
    attachments: "bijlagen",
    file: "bestand",
    marks: "in het bekwaamheidsdossier voor",
    medium: "soort bijlage",
    on: "dag waar het over gaat",
    papRef: "actieplan",
    popGoalRef: "doel uit je POP",
    portfolioId: "portfolio",
    requirement: "bekwaamheidseis",
    suggestedFrom: "voorgesteld vanuit",
    weighed: "nog te bevestigen",
    withoutPupils: "zonder leerlingen erop"
  },
  choices: {
    kind: {
      CompetenceSnapshot: "wat ik nu kan",
      DevelopingCompetence: "wat ik aan het leren ben",
      Success: "een succes",
      PapResult: "wat een plan opleverde",
      Recognition: "waaraan anderen me herkennen",
      Feedback: "feedback",
      Reflection: "een reflectie",
      Identity: "wie ik ben als professional",
      Certificate: "een certificaat",
      Artefact: "een stuk werk",
      Career: "mijn loopbaan",
      Person: "een persoon",
      Group: "een groep",
      Conversation: "een gesprek"
    },
    medium: {
      Document: "document",
      Image: "foto of afbeelding",
      Link: "link"
    },
    suggestedFrom: {
      Pap: "een actieplan",
      Recognition: "een herkenning",
      Quadrant: "je profiel",
      Feedback: "feedback"
    }
  },
  refusals: {
    NoOpenPortfolio: "Dit is geen open portfolio van jou. Begin eerst je portfolio.",
    EntryWithoutTitle: "Zonder titel vind je een stuk slecht terug. Geef het een titel.",
    PupilsInPicture:
      "Foto’s van leerlingen horen niet in een portfolio. Zeg van elke foto dat er geen leerlingen op staan, of laat hem weg.",
    NotWeighedYet: "Je bevestigt wat je eerder zei: dat je dit voor hen opent. Zeg dat eerst.",
    NoSuchAttachment: "Een van deze bestanden zit niet bij dit stuk. Kies uit de bijlagen.",
    MarkedAlready: "Dit staat al in je bekwaamheidsdossier bij die eis. Je hoeft niets te doen.",
    NotMarked: "Dit staat niet in je bekwaamheidsdossier bij die eis. Je hoeft niets te doen.",
    GrantExists: refusals.GrantExists,
    NotInYourCircle: refusals.NotInYourCircle,
    GrantEndsInThePast: refusals.GrantEndsInThePast,
    NoSuchGrant: refusals.NoSuchGrant,
    GrantNotOver: refusals.GrantNotOver
  }
}
