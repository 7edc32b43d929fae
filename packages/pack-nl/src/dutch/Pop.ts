import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields, refusals } from "./FieldsAndSteps.ts"

export const pop: Glossary.MachineWords<Machine.Of<typeof Domain.domain.Pop.machine>> = {
  name: "POP",
  states: {
    Draft: "in de maak",
    Active: "loopt",
    InReview: "je kijkt terug",
    Renewed: "gaat verder in een nieuw plan",
    Completed: "afgerond",
    Stopped: "gestopt",
    Closed: "gesloten",
    Erased: "gewist"
  },
  commands: {
    Start: "een plan beginnen",
    StartNext: "het volgende plan beginnen",
    WriteIntro: "schrijven wie je bent als professional",
    AddGoal: "een doel toevoegen",
    EditGoal: "een doel bewerken",
    Activate: "aan de slag gaan",
    ShareGoal: "een doel delen",
    UnshareGoal: "niet langer delen",
    Lapse: "sluiten wat een tijd gedeeld was",
    AskFeedback: "je groep om feedback vragen",
    GiveFeedback: "feedback geven",
    SetProgress: "zeggen hoe ver je bent",
    AchieveGoal: "zeggen dat het gelukt is",
    DropGoal: "een doel loslaten",
    DeferGoal: "een doel uitstellen",
    ResumeGoal: "een doel weer oppakken",
    OpenReview: "beginnen met terugkijken",
    CloseReview: "doorgaan met het plan",
    Renew: "verder gaan in een nieuw plan",
    Complete: "afronden",
    Stop: "stoppen",
    Close: "sluiten",
    Erase: "wissen"
  },
  help: {
    Start: "Wat je de komende jaren wilt. Niemand anders schrijft erin.",
    StartNext: "De doelen die nog open stonden gaan hier verder.",
    WriteIntro: "Wie ben ik als professional? Dat mag veranderen.",
    AddGoal: "Wat je wilt, en vooral waarom.",
    EditGoal: "Zeg het anders.",
    Activate: "Een paar doelen tegelijk: dan leeft het.",
    ShareGoal: "In de woorden die jij kiest: met je groep, je leidinggevende of een gesprek.",
    UnshareGoal: "Vanaf nu kan niemand het meer zien.",
    Lapse: "De afgesproken dag is er.",
    AskFeedback: "De groep waarmee je dit doel deelt.",
    GiveFeedback: "Een zin die helpt. Daarna is hij van de ander.",
    SetProgress: "Van nog niet begonnen tot deel van mij. Jij zegt het, er wordt niets uitgerekend.",
    AchieveGoal: "Sta even stil bij wat je bereikte.",
    DropGoal: "Je hoeft geen reden te geven.",
    DeferGoal: "Later. Het blijft in je plan staan.",
    ResumeGoal: "Werk er weer aan.",
    OpenReview: "Hoe staat het ervoor, en wat wil je ermee?",
    CloseReview: "Het is nog steeds wat je wilt.",
    Renew: "Wat open staat gaat verder in het plan voor de komende jaren.",
    Complete: "Dit plan heeft gedaan wat het moest doen. Wat komt hierna?",
    Stop: "Op elk moment, zonder reden.",
    Close: "De eigenaar is weg.",
    Erase: "Alles erin gaat voorgoed weg."
  },
  events: {
    PopStarted: "begon een POP",
    IntroWritten: "schreef wie die is als professional",
    GoalAdded: "voegde een doel toe",
    GoalEdited: "bewerkte een doel",
    PopActivated: "ging aan de slag met het POP",
    GoalShared: "deelde een doel",
    GoalUnshared: "deelt een doel niet meer",
    GoalShareLapsed: "sloot wat een tijd gedeeld was",
    FeedbackAsked: "vroeg de groep om feedback",
    FeedbackGiven: "gaf feedback op een doel",
    GoalProgressSet: "zei hoe ver een doel is",
    GoalAchieved: "bereikte een doel",
    GoalDropped: "liet een doel los",
    GoalDeferred: "stelde een doel uit",
    GoalResumed: "pakte een doel weer op",
    PopReviewOpened: "begon terug te kijken op het POP",
    PopReviewClosed: "gaat door met het POP",
    PopRenewed: "gaat verder in een nieuw POP",
    PopCompleted: "rondde het POP af",
    PopStopped: "stopte het POP",
    PopClosed: "sloot het POP",
    PopErased: "wiste het POP"
  },
  roles: {
    Owner: "de eigenaar",
    Peer: "een groepslid met wie het gedeeld is"
  },
  fields: {
    ...fields,
    activatedAt: "aan de slag sinds",
    feedback: "feedback",
    from: "van",
    horizon: "tegen wanneer",
    intro: "wie je bent als professional",
    next: "volgende plan",
    nextPeriod: "periode van het volgende plan",
    period: "periode",
    progress: "hoe ver",
    progressAt: "hoe ver, gezegd op",
    renews: "gaat verder op",
    reviewedAt: "teruggekeken op",
    shares: "gedeeld met",
    signs: "waaraan je het merkt",
    standing: "hoe het ervoor staat",
    support: "wat helpt",
    why: "waarom je het wilt"
  },
  choices: {
    kind: {
      Competence: "competentie",
      Task: "taak",
      Career: "loopbaan",
      Wellbeing: "welbevinden",
      Person: "een persoon",
      Group: "een groep",
      Conversation: "een gesprek"
    },
    standing: {
      Active: "mee bezig",
      Deferred: "later",
      Achieved: "bereikt",
      Dropped: "losgelaten"
    }
  },
  refusals: {
    PopExists: ({ pop }) => `Je hebt al een plan dat loopt: ${pop}. Ga daar eerst mee verder in een nieuw plan, of stop ermee.`,
    PeriodTooLong: ({ years }) =>
      `Een plan is voor hooguit ${years} jaar, en het eind komt na het begin. Kies een andere periode; daarna kun je het verlengen.`,
    GoalWithoutMotivation:
      "Bij een doel hoort meer dan iets om te leren, en er staat niet wat je drijft. Schrijf waarom je het wilt.",
    GoalWithoutText: "Een doel zegt waar het over gaat, en hier staat niets. Schrijf het in een zin.",
    GoalExists: "Er staat al een doel met deze naam in je plan. Kies een andere naam.",
    NoSuchGoal: "Dit doel staat niet in je plan, of het is al klaar. Kies een doel dat nog open staat.",
    TooManyActiveGoals: ({ max }) =>
      `Aan meer dan ${max} doelen tegelijk werken lukt zelden. Stel er een uit, of laat er een los; daar hoort geen reden bij.`,
    NoActiveGoal: ({ min }) =>
      `Een plan begint met ten minste ${min} doel om aan te werken. Voeg een doel toe, of pak er weer een op.`,
    NotYourLeader: "Een doel deel je met een groep van jou, je leidinggevende of een gesprek. Kies een van die drie.",
    NoWords: "Er staat niets in. Schrijf een zin.",
    ReviewNotDue: ({ days }) =>
      `Op een plan kijk je eens in de ${days} dagen terug, of als de eigenaar het wil. Wacht tot die dag.`,
    GrantMissing: refusals.GrantMissing,
    GrantExists: refusals.GrantExists,
    NotInYourCircle: refusals.NotInYourCircle,
    GrantEndsInThePast: refusals.GrantEndsInThePast,
    NoSuchGrant: refusals.NoSuchGrant,
    GrantNotOver: refusals.GrantNotOver,
    StillWorksHere: refusals.StillWorksHere,
    StillKept: refusals.StillKept
  }
}
