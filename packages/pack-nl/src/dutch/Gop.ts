import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields, refusals } from "./FieldsAndSteps.ts"

export const gop: Glossary.MachineWords<Machine.Of<typeof Domain.domain.Gop.machine>> = {
  name: "Groepsontwikkelingsplan (GOP)",
  states: {
    Draft: "in de maak",
    Proposed: "voorgesteld",
    Agreed: "afgesproken",
    Active: "loopt",
    Evaluated: "besproken achteraf",
    Closed: "afgesloten",
    Rejected: "van de baan"
  },
  commands: {
    Open: "een GOP beginnen",
    Contribute: "iets inbrengen",
    WithdrawContribution: "je inbreng terugnemen",
    OfferQuality: "hulp aanbieden",
    WithdrawOffer: "je aanbod terugnemen",
    BuildHaveNeedBoard: "het bord van hebben en nodig hebben maken",
    ProposeText: "een tekst voorstellen",
    Consent: "ja zeggen",
    Object: "bezwaar maken",
    Reject: "het plan laten vallen",
    Agree: "het plan vaststellen",
    DiscussWithLeader: "met de leidinggevende bespreken",
    Activate: "aan de slag gaan",
    Reopen: "een nieuwe versie maken",
    Evaluate: "terugkijken",
    Close: "afsluiten",
    LetGo: "loslaten wat een vertrekker inbracht"
  },
  help: {
    Open: "Wat willen we dit jaar samen leren?",
    Contribute:
      "Een doel dat je deelt, een thema, een rij van het bord, of iets wat goed ging. Alleen wat je hier noemt, telt mee.",
    WithdrawContribution: "Het is weg, zonder reden. Een voorstel dat erop steunde, wordt opnieuw geschreven.",
    OfferQuality: "Waar mogen collega’s bij jou voor aankloppen?",
    WithdrawOffer: "Niemand rekent er meer op.",
    BuildHaveNeedBoard: "Uit wat jullie met de groep delen; een rij met te weinig mensen zie je niet.",
    ProposeText: "De zinnen die de groep uit mogen als iedereen ja zegt. Niemand staat erin die dat niet zelf aanbood.",
    Consent: "Wat jou betreft mag deze tekst naar buiten.",
    Object: "Zo niet. Waarom hoef je niet te zeggen.",
    Reject: "Iemand heeft bezwaar, en jullie laten het erbij.",
    Agree: "Iedereen van wie het is, zei ja.",
    DiscussWithLeader: "Je leidinggevende leest wat is afgesproken, en verder niets.",
    Activate: "Met een datum voor elk doel.",
    Reopen: "Wat is afgesproken geldt tot de nieuwe versie er is.",
    Evaluate: "Wat is ervan gekomen, in een paar zinnen?",
    Close: "Dit plan is klaar.",
    LetGo: "Iemand ging uit de groep, en neemt mee wat nog niet was afgesproken."
  },
  events: {
    GopOpened: "begon een GOP",
    GoalContributed: "bracht iets in voor het GOP",
    ContributionWithdrawn: "nam iets terug",
    QualityOffered: "bood hulp aan",
    QualityWithdrawn: "nam een aanbod terug",
    HaveNeedBoardBuilt: "maakte het bord opnieuw",
    GopProposed: "stelde een tekst voor het GOP voor",
    ProposalLapsed: "liet het voorstel vervallen",
    GopConsented: "zei ja",
    GopObjected: "maakte bezwaar",
    GopRejected: "liet het GOP vallen",
    GopAgreed: "stelde het GOP vast",
    GopDiscussed: "besprak het GOP met de leidinggevende",
    GopActivated: "ging met het GOP aan de slag",
    GopReopened: "begon een nieuwe versie van het GOP",
    GopEvaluated: "keek terug op het GOP",
    GopClosed: "sloot het GOP af"
  },
  roles: {
    Member: "een lid van de groep",
    Contributor: "wie iets inbracht",
    Leader: "de sponsor van de groep"
  },
  fields: {
    ...fields,
    actions: "wat jullie ervoor doen",
    before: "vóór",
    board: "hebben en nodig hebben",
    consented: "zeiden ja",
    contributors: "van wie het is",
    deadlines: "een datum per doel",
    discussedOn: "besproken op",
    evaluation: "wat ervan kwam",
    have: "kunnen dit goed",
    names: "wie erin genoemd wordt",
    need: "willen hierin groeien",
    objections: "bezwaren",
    offer: "aanbod",
    offers: "aanbod",
    rows: "rijen",
    sharers: "delen dit",
    sign: "waaraan jullie zien dat het lukt",
    sources: "waar het vandaan komt",
    talent: "doen dit goed en graag",
    themes: "thema’s"
  },
  choices: {
    kind: { PopGoal: "een doel uit een POP", Theme: "een thema", HaveNeed: "een rij van het bord", Success: "iets wat goed ging" }
  },
  refusals: {
    GopGroupNotActive: "Samen een plan maken doet een groep die loopt, en deze loopt niet. Start de groep eerst.",
    GopExists: ({ gop }) => `Jullie hebben al een plan voor dit schooljaar: ${gop}. Ga daarmee verder.`,
    SourceExists: "Onder deze naam is al iets ingebracht. Kies een andere naam.",
    GrantMissing: refusals.GrantMissing,
    NoSuchThemeYet: "Dat thema is er niet, of het gaat niet door. Kies een thema dat openstaat.",
    RowNotShown: "Dit staat niet op het bord. Kies een rij die er staat, of breng het in je eigen woorden in.",
    NothingBrought: "Er zit nog niets in. Noem een competentie, of schrijf een zin.",
    NoSuchSource: "Dit heb je niet ingebracht, of al teruggenomen. Je hoeft niets te doen.",
    OfferExists: "Onder deze naam is al iets aangeboden. Kies een andere naam.",
    NotYourTalent:
      "Zoals je jezelf hebt ingeschat is dit geen talent van je. Pas dat eerst aan, of zeg in je eigen woorden waarmee je kunt helpen.",
    NoSuchOfferOfYours: "Dit heb je niet aangeboden, of al teruggenomen. Je hoeft niets te doen.",
    NoWords: "Er staan nog geen woorden in. Schrijf een zin.",
    GoalWithoutSource: ({ goals }) => `Elk doel komt ergens vandaan, en deze niet: ${goals.join(", ")}. Zeg wie wat inbracht.`,
    OfferNotMade: "Een doel steunt op hulp die niemand aanbood. Kies een aanbod dat er is.",
    NamedByAnother: ({ people }) =>
      `Een naam staat er alleen in als iemand zich zelf aanbood, en dat deden niet: ${people.join(", ")}. Laat de naam weg, of laat diegene het aanbieden.`,
    ConsentedAlready: "Je hebt hier al ja op gezegd. Wacht op de anderen.",
    NobodyObjects: "Een plan laten vallen doe je als iemand bezwaar heeft, en dat is niet zo. Zeg ja, of maak eerst bezwaar.",
    ConsentIncomplete: ({ missing }) =>
      `De tekst gaat pas naar buiten als iedereen van wie het is ja zegt, en dat is nog niet zo: ${missing.join(", ")}. Luister naar hen, en verander zo nodig de tekst.`,
    DeadlineMissing: ({ goals }) => `Elk doel heeft een datum, en deze nog niet: ${goals.join(", ")}. Noem er voor elk een.`,
    GopNotEvaluated: "Afsluiten doe je nadat je hebt teruggekeken, en dat is nog niet gebeurd. Kijk eerst samen terug.",
    YearNotOver: refusals.YearNotOver,
    StillInGroup: "Deze collega zit nog in de groep. Laat die het zelf terugnemen."
  }
}
