import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields, refusals } from "./FieldsAndSteps.ts"

export const popAgreement: Glossary.MachineWords<Machine.Of<typeof Domain.domain.PopAgreement.machine>> = {
  name: "Afspraak bij een POP",
  states: {
    Proposed: "voorgesteld",
    Agreed: "afgesproken",
    Breached: "een toezegging is niet nagekomen",
    Met: "alles is nagekomen",
    Withdrawn: "ingetrokken",
    Destroyed: "vernietigd"
  },
  commands: {
    Propose: "een afspraak voorstellen",
    Accept: "aannemen",
    Withdraw: "intrekken",
    TakeOver: "overnemen",
    ConfirmDelivered: "zeggen dat je het kreeg",
    ReportFacilityMissed: "zeggen dat het er niet kwam",
    BeginRetention: "de bewaartermijn laten ingaan",
    Destroy: "vernietigen"
  },
  help: {
    Propose: "Welke doelen, en welke uren, geld of ruimte ervoor nodig zijn. Nog een keer is een tegenvoorstel.",
    Accept: "Wat de ander voorstelde is afgesproken.",
    Withdraw: "Er is geen afspraak.",
    TakeOver: "Een nieuwe leidinggevende houdt zich aan wat de vorige toezegde.",
    ConfirmDelivered: "Wat beloofd was, kwam.",
    ReportFacilityMissed: "De dag is voorbij en het is er niet. Jullie zien dat allebei.",
    BeginRetention: "De medewerker is vertrokken, en de bewaartermijn van het dossier gaat in.",
    Destroy: "De bewaartermijn van het dossier is voorbij."
  },
  events: {
    AgreementProposed: "stelde een afspraak bij het POP voor",
    AgreementReached: "nam de afspraak aan",
    AgreementWithdrawn: "trok de afspraak in",
    AgreementTakenOver: "nam de afspraak over",
    FacilityDelivered: "kreeg wat was toegezegd",
    FacilityBreached: "meldde dat een toezegging niet is nagekomen",
    AgreementMet: "kreeg alles wat was toegezegd",
    AgreementRetentionBegun: "vertrok, en de bewaartermijn ging in",
    AgreementDestroyed: "vernietigde de afspraak"
  },
  roles: {
    Owner: "de medewerker",
    Leader: "de leidinggevende",
    PopOwner: "de eigenaar van het POP",
    InvitedLeader: "een leidinggevende met wie een doel gedeeld is",
    OwnersLeader: "de huidige leidinggevende van de medewerker",
    Hr: "personeelszaken"
  },
  fields: {
    ...fields,
    agreedAt: "afgesproken op",
    amount: "hoeveel",
    before: "vóór",
    breached: "niet nagekomen",
    delivered: "nagekomen",
    keepUntil: "bewaard tot",
    ownerId: "medewerker",
    proposedBy: "voorgesteld door"
  },
  choices: {
    kind: {
      Minutes: "minuten",
      Money: "euro’s",
      Room: "ruimte ervoor"
    }
  },
  refusals: {
    NothingAgreed: "Een afspraak gaat over een doel en zegt wat ervoor nodig is. Noem een doel, en wat dat doel vraagt.",
    OtherPop: "Deze afspraak gaat over een ander plan, of tussen anderen. Maak hiervoor een nieuwe.",
    NoSuchFacility: "Dat is hier niet toegezegd. Kies iets wat is afgesproken.",
    DeliveredAlready: "Deze toezegging is al nagekomen. Je hoeft niets te doen.",
    BreachedAlready: "Dat dit er niet kwam is al bekend. Praat erover, of zeg het als het toch komt.",
    NotDueYet: ({ before }) =>
      `Dit is toegezegd voor ${before}, en die dag is er nog niet. Wacht tot dan, of vraag het je leidinggevende.`,
    GrantMissing: refusals.GrantMissing,
    OwnProposal: refusals.OwnProposal,
    StillWorksHere: refusals.StillWorksHere,
    KeptInFile:
      "Het dossier bewaart dit zolang iemand er werkt, en een termijn daarna. Wacht tot het einde daarvan, of weeg de belangen af."
  }
}
