import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields } from "./FieldsAndSteps.ts"

export const popGroup: Glossary.MachineWords<Machine.Of<typeof Domain.domain.PopGroup.machine>> = {
  name: "POP-groep",
  states: {
    Forming: "in oprichting",
    Contracting: "maakt afspraken",
    Active: "actief",
    Paused: "pauzeert",
    Closing: "rondt af",
    Dissolved: "opgeheven"
  },
  commands: {
    Form: "een groep beginnen",
    Join: "erbij komen",
    Invite: "iemand uitnodigen",
    DraftAgreement: "een samenwerkingsafspraak opstellen",
    Sign: "tekenen",
    GrantTime: "uren toekennen",
    Activate: "van start gaan",
    ChangeAgreement: "de afspraak wijzigen",
    ReplaceSponsor: "een andere opdrachtgever aanwijzen",
    Leave: "de groep verlaten",
    AgreeRemoval: "instemmen met een afscheid",
    Pause: "pauzeren",
    Resume: "weer verder gaan",
    StartClosing: "gaan afronden",
    Dissolve: "opheffen"
  },
  help: {
    Form: "Begin een groep, met een leidinggevende die de uren geeft.",
    Join: "Word lid.",
    Invite: "Vraag een collega erbij.",
    DraftAgreement: "Vertrouwelijkheid, ritme, minuten en rollen, op papier.",
    Sign: "Dit is de afspraak waar jullie mee werken.",
    GrantTime: "De uren die elk lid in de jaartaak krijgt.",
    Activate: "Iedereen tekende en de uren zijn er: begin maar.",
    ChangeAgreement: "Een nieuwe versie. Iedereen tekent opnieuw.",
    ReplaceSponsor: "Een andere leidinggevende neemt de uren over.",
    Leave: "Je hoeft geen reden te geven. Het blad van de groep kun je daarna niet meer lezen.",
    AgreeRemoval: "Het kan alleen als alle anderen het willen, en na een gesprek.",
    Pause: "Even geen bijeenkomsten.",
    Resume: "Ga verder waar jullie gebleven waren.",
    StartClosing: "Maak af wat open staat, en stop dan.",
    Dissolve: "De groep is klaar."
  },
  events: {
    GroupFormed: "begon een POP-groep",
    MemberInvited: "nodigde een collega uit",
    MemberJoined: "kwam erbij",
    AgreementDrafted: "stelde de samenwerkingsafspraak op",
    AgreementRedrafted: "schreef de afspraak opnieuw",
    AgreementSigned: "tekende de afspraak",
    TimeGranted: "kende uren toe",
    GroupActivated: "liet de groep van start gaan",
    AgreementChanged: "wijzigde de afspraak; iedereen tekent opnieuw",
    SponsorReplaced: "wees een andere opdrachtgever aan",
    MemberLeft: "verliet de groep",
    RemovalAgreed: "stemde in met een afscheid",
    MemberRemoved: "nam met de anderen afscheid van een lid",
    GroupPaused: "zette de groep op pauze",
    GroupResumed: "liet de groep weer verder gaan",
    GroupClosing: "begon de groep af te ronden",
    GroupDissolved: "hief de groep op"
  },
  roles: {
    Member: "een groepslid",
    Colleague: "een collega",
    Leader: "een leidinggevende",
    Sponsor: "de opdrachtgever"
  },
  fields: {
    ...fields,
    absenceRule: "als iemand er niet is",
    agreement: "samenwerkingsafspraak",
    confidentiality: "vertrouwelijkheid",
    enough: "genoeg leden",
    grantedHours: "toegekende uren",
    intervisionMinutes: "minuten intervisie",
    invitations: "uitnodigingen",
    members: "leden",
    papScope: "wie een plan maakt",
    removals: "afgesproken afscheid",
    rhythm: "ritme",
    rituals: "wat jullie elke keer doen",
    opening: "zo beginnen jullie",
    celebration: "zo vieren jullie een succes",
    closing: "zo sluiten jullie af",
    rotation: "wie leidt",
    sessionMinutes: "minuten per bijeenkomst",
    sessions: "bijeenkomsten in een jaar",
    signedBy: "getekend door",
    smallSince: "te klein sinds",
    talkHeldOn: "dag van het gesprek",
    version: "versie"
  },
  choices: {
    type: { Team: "team", Bouw: "bouwgroep", Ib: "IB’ers", CrossSchool: "van meer scholen", Other: "anders" },
    papScope: {
      CaseGiver: "de inbrenger",
      EveryoneOptional: "de inbrenger, en wie nog meer wil",
      Everyone: "iedereen"
    },
    rotation: { Alphabet: "om de beurt", Draw: "door loting", Volunteer: "wie wil" },
    absenceRule: { CarryOver: "het plan schuift door naar de volgende keer", ByPhone: "telefonisch" }
  },
  refusals: {
    GroupTooLarge: ({ max }) =>
      `Een groep heeft hooguit ${max} leden, en deze is vol. Begin een tweede groep, of kies een andere.`,
    GroupTooSmall: ({ min }) => `Een groep heeft ten minste ${min} leden, en dit zijn er minder. Nodig eerst een collega uit.`,
    HierarchyInGroup:
      "In een POP-groep beoordeelt niemand een ander, legt niemand aan een ander verantwoording af, en zit niemand die de groep haar uren geeft. Kies een groep van gelijken.",
    SponsorIsNoLeader: "De opdrachtgever kent de uren toe, en is dus iemand die leiding geeft. Noem een leidinggevende.",
    MemberAlready: "Deze collega zit al in de groep. Je hoeft niets te doen.",
    NotInGroup: "Deze collega zit niet in de groep. Controleer de naam.",
    NotWelcomedByAll: "Een lopende groep krijgt er iemand bij als alle leden dat willen. Vraag de anderen om ook uit te nodigen.",
    IntervisionMinutesUnset:
      "In de afspraak staat niet hoeveel minuten intervisie duurt; het aantal minuten ontbreekt in de bron, dus dat kiezen jullie zelf. Spreek eerst een aantal af.",
    IntervisionMinutesOutOfRange: ({ max, min }) =>
      `Intervisie duurt tussen de ${min} en ${max} minuten en past in de bijeenkomst. Kies een aantal daartussen.`,
    SignedAlready: "Je hebt deze versie al getekend. Wacht op de anderen.",
    AgreementNotSigned: ({ missing }) => `Nog niet iedereen heeft getekend: ${missing.join(", ")}. Vraag hun eerst te tekenen.`,
    NoTimeAgreed: ({ missing }) =>
      `In de jaartaak is geen tijd voor de bijeenkomsten afgesproken bij: ${missing.join(", ")}. Spreek die uren eerst af.`,
    NoMomentRostered:
      "In het rooster staat nog geen bijeenkomst van deze groep, en zonder tijd voor elkaar is er geen groep. Stel een moment voor, en laat je leidinggevende het inroosteren.",
    RemovalOfYourself: "Over je eigen afscheid stem je niet. Je kunt de groep verlaten; daar hoort geen reden bij.",
    StillLargeEnough: ({ weeks }) =>
      `Alleen leden ronden een groep af die de laatste ${weeks} weken groot genoeg was. Wacht, of laat een lid het doen.`,
    PapsStillOpen: ({ paps }) =>
      `Van deze plannen weet nog niemand hoe het ging: ${paps.join(", ")}. Laat wie ze maakte dat eerst zeggen, in een woord, of ze loslaten.`
  }
}
