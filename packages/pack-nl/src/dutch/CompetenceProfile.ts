import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields, refusals } from "./FieldsAndSteps.ts"

export const competenceProfile: Glossary.MachineWords<Machine.Of<typeof Domain.domain.CompetenceProfile.machine>> = {
  name: "Competentieprofiel",
  states: {
    Empty: "nog leeg",
    Active: "alleen van jou",
    Shared: "deels open voor anderen",
    Closed: "gesloten",
    Erased: "gewist"
  },
  commands: {
    Open: "een profiel beginnen",
    Rate: "een competentie inschalen",
    AddPersonalCompetence: "er een toevoegen in je eigen woorden",
    RemovePersonalCompetence: "een eigen competentie weghalen",
    WriteReflection: "een reflectie schrijven",
    OfferRecognition: "zeggen waaraan je iemand herkent",
    AcceptRecognition: "een herkenning aannemen",
    DeclineRecognition: "een herkenning laten liggen",
    GrantView: "een deel openen voor iemand",
    RevokeView: "dat weer sluiten",
    Lapse: "sluiten wat een tijd open was",
    Close: "sluiten",
    Erase: "wissen"
  },
  help: {
    Open: "Een plek van jezelf. Niemand ziet het, tenzij jij het opent.",
    Rate: "Hoe leuk je het vindt, hoe goed het gaat, en of je het in je werk doet. Je mag alles openlaten.",
    AddPersonalCompetence: "Iets wat je goed kunt en graag doet, ook uit het dagelijks leven.",
    RemovePersonalCompetence: "Het gaat weg, met wat je erover invulde.",
    WriteReflection: "Wat je wilt en durft, wat je drijft. Dit kan voor niemand open.",
    OfferRecognition: "Daaraan herken ik jou: één goede zin. Wat ermee gebeurt, hoor je niet.",
    AcceptRecognition: "Vanaf nu staat het in jouw profiel.",
    DeclineRecognition: "Het verdwijnt zonder spoor. Niemand hoort ervan.",
    GrantView: "Wat jij kiest, voor wie jij kiest, tot een dag. Nooit je reflecties.",
    RevokeView: "Vanaf nu kan niemand het meer zien.",
    Lapse: "De afgesproken dag is er.",
    Close: "De eigenaar is weg.",
    Erase: "Alles erin gaat voorgoed weg."
  },
  events: {
    ProfileOpened: "begon een profiel",
    ProfileBegun: "zette het eerste in het profiel",
    CompetenceRated: "schaalde een competentie in",
    PersonalCompetenceAdded: "voegde een eigen competentie toe",
    PersonalCompetenceRemoved: "haalde een eigen competentie weg",
    ReflectionWritten: "schreef een reflectie",
    RecognitionOffered: "zei waaraan een collega te herkennen is",
    RecognitionAccepted: "nam een herkenning aan",
    RecognitionDeclined: "liet een herkenning liggen",
    ViewGranted: "opende een deel van het profiel",
    ViewRevoked: "sloot wat open was",
    ViewLapsed: "sloot wat een tijd open was",
    SharingEnded: "heeft niets meer open",
    ProfileClosed: "sloot het profiel",
    ProfileErased: "wiste het profiel"
  },
  roles: {
    Owner: "de eigenaar",
    Peer: "een groepsgenoot"
  },
  fields: {
    ...fields,
    accepted: "aangenomen",
    applied: "gedaan in je werk",
    dare: "wat je durft",
    evidence: "waaruit het blijkt",
    fun: "hoe leuk",
    kind: "soort",
    learned: "geleerd",
    motives: "wat je drijft",
    personal: "in je eigen woorden",
    ratings: "inschalingen",
    recognition: "herkenning",
    recognitionNames: "herkenningen tot nu toe",
    recognitions: "herkenningen",
    reflections: "reflecties",
    rows: "wat te zien is",
    selfConcept: "hoe je jezelf ziet",
    shows: "wat je laat zien",
    skill: "hoe goed",
    values: "wat je waard vindt",
    want: "wat je wilt",
    warmFor: "waar je warm voor loopt"
  },
  choices: {
    applied: {
      None: "nog niet",
      Tried: "geprobeerd",
      Practised: "geoefend",
      Regular: "gewoon in het werk"
    },
    kind: {
      Person: "een persoon",
      Group: "een groep",
      Conversation: "een gesprek"
    }
  },
  refusals: {
    ProfileExists: ({ profile }) => `Je hebt al een profiel: ${profile}. Ga daarmee verder.`,
    CompetenceNotPublished:
      "Deze competentie staat niet in een vastgesteld raamwerk. Kies er een die daar wel in staat, of zeg het in je eigen woorden.",
    NoSuchPersonalCompetence: "Deze competentie heb je niet toegevoegd. Zet hem er eerst in je eigen woorden bij.",
    PersonalCompetenceExists: "Onder deze naam heb je al een competentie. Kies een andere naam.",
    NothingWritten: "Er staat niets in. Schrijf een paar woorden, of laat het.",
    OwnRecognition: "Een herkenning komt van een ander. Bewaar in je portfolio waar je trots op bent.",
    RecognitionExists: "Onder deze naam is er al een herkenning. Kies een andere naam.",
    NoSuchRecognition: "Er ligt geen herkenning met deze naam voor je klaar. Kies er een die je kreeg.",
    NothingToShow: "Je koos niets om te openen, of iets wat je niet hebt ingeschaald. Kies uit wat je hebt ingevuld.",
    PersonalWithoutName: "Een competentie van jezelf zegt een ander niets zonder naam. Zeg hoe je hem voor hen noemt.",
    GrantExists: refusals.GrantExists,
    NotInYourCircle: refusals.NotInYourCircle,
    GrantEndsInThePast: refusals.GrantEndsInThePast,
    NoSuchGrant: refusals.NoSuchGrant,
    GrantNotOver: refusals.GrantNotOver,
    StillWorksHere: refusals.StillWorksHere,
    StillKept: refusals.StillKept
  }
}
