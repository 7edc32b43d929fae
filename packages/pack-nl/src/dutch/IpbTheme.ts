import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields } from "./FieldsAndSteps.ts"

export const ipbTheme: Glossary.MachineWords<Machine.Of<typeof Domain.domain.IpbTheme.machine>> = {
  name: "IPB-thema",
  states: {
    Raised: "ingebracht",
    UnderDiscussion: "in bespreking",
    Adopted: "aangenomen",
    Active: "loopt",
    Evaluated: "besproken achteraf",
    Closed: "afgesloten",
    Declined: "gaat niet door",
    Merged: "opgegaan in een ander thema"
  },
  commands: {
    Raise: "een thema inbrengen",
    Merge: "met een ander thema samenvoegen",
    TakeIn: "laten opgaan in het andere",
    Discuss: "in het team bespreken",
    AskConsent: "de MR om instemming vragen",
    GiveConsent: "instemmen",
    Adopt: "aannemen",
    Decline: "laten weten dat het niet doorgaat",
    LinkNeed: "aan een basisbehoefte koppelen",
    Activate: "aan de slag gaan",
    Evaluate: "terugkijken",
    Close: "afsluiten"
  },
  help: {
    Raise: "Vanuit een beleidsvoorstel of vanuit het team: allebei telt even zwaar.",
    Merge: "Een leidinggevende en van allebei iemand die het inbracht, zeggen ja.",
    TakeIn: "Het andere thema heeft dit opgenomen.",
    Discuss: "Het hele team praat mee, waar het thema ook vandaan komt.",
    AskConsent: "Hier gaat de personeelsgeleding mede over.",
    GiveConsent: "De personeelsgeleding is akkoord.",
    Adopt: "De school gaat hiermee aan de slag.",
    Decline: "Met een reden, voor wie het inbracht.",
    LinkNeed: "Autonomie, relatie, competentie of eigenwaarde: wat doet dit thema voor mensen?",
    Activate: "Het team begint ermee.",
    Evaluate: "Wat is ervan gekomen, naar afgesproken teksten en cijfers zonder namen?",
    Close: "Dit thema is klaar."
  },
  events: {
    ThemeRaised: "bracht een thema in",
    MergeAgreed: "wil twee thema’s samenvoegen",
    ThemesMerged: "voegde twee thema’s samen",
    ThemeTakenIn: "liet het thema opgaan in een ander",
    ThemeDiscussed: "besprak het thema in het team",
    ThemeConsentAsked: "vroeg de MR om instemming",
    ThemeConsentGiven: "stemde in namens de MR",
    ThemeAdopted: "nam het thema aan",
    ThemeDeclined: "liet weten dat het thema niet doorgaat",
    ThemeNeedLinked: "koppelde het thema aan een basisbehoefte",
    ThemeActivated: "ging met het thema aan de slag",
    ThemeEvaluated: "keek terug op het thema",
    ThemeClosed: "sloot het thema af"
  },
  roles: {
    Colleague: "een collega",
    Leader: "een leidinggevende",
    Hr: "personeelszaken",
    Council: "de personeelsgeleding van de MR",
    Raiser: "wie het inbracht",
    OtherRaiser: "wie het andere inbracht"
  },
  fields: {
    ...fields,
    consentDue: "de MR gaat erover",
    consented: "de MR stemde in",
    credit: "met je naam erbij",
    credited: "wie erbij genoemd wordt",
    discussedOn: "besproken op",
    evaluation: "wat ervan kwam",
    from: "afgesproken tekst van een groep",
    gopText: "afgesproken tekst",
    gops: "vanuit groepen",
    grounds: "gebaseerd op",
    into: "opgegaan in",
    merged: "samengevoegd met",
    merging: "samen te voegen met",
    need: "basisbehoefte",
    needs: "basisbehoeften",
    origin: "herkomst",
    origins: "herkomst",
    other: "ander thema",
    raisers: "ingebracht door",
    tags: "trefwoorden"
  },
  choices: {
    origin: { Policy: "een beleidsvoorstel", Team: "het team" },
    origins: { Policy: "een beleidsvoorstel", Team: "het team" },
    need: { Autonomy: "autonomie", Relatedness: "relatie", Competence: "competentie", SelfWorth: "eigenwaarde" },
    needs: { Autonomy: "autonomie", Relatedness: "relatie", Competence: "competentie", SelfWorth: "eigenwaarde" },
    kind: { GopText: "afgesproken tekst van een groep", Measurement: "cijfers zonder namen" }
  },
  refusals: {
    PolicyComesFromLeaders:
      "Een beleidsvoorstel komt van een leidinggevende of van personeelszaken. Breng het in vanuit het team: dat telt even zwaar.",
    NoWords: "Er staan nog geen woorden in. Schrijf een zin.",
    GopNotAgreed:
      "Een thema komt uit wat een groep heeft afgesproken, en dit is niet afgesproken. Laat eerst iedereen van wie het is ja zeggen.",
    NotInThisGroup: "Dit is voor een lid van de groep. Word eerst lid, of kies je eigen groep.",
    NoSuchTheme: "Er is geen ander thema waarmee dit samen kan. Kies er een dat nog openstaat.",
    MergeAgreedAlready: "Je hebt hier al ja op gezegd. Wacht op de anderen.",
    GroundUnknown: ({ refs }) =>
      `Wat je over een thema zegt steunt op afgesproken teksten en gemeten getallen, en deze zijn dat niet: ${refs.join(", ")}. Noem andere, of laat ze weg.`,
    NotMergedThere: "Het andere thema heeft dit nog niet opgenomen. Voeg ze daar eerst samen.",
    ConsentGivenAlready: "De MR heeft al ingestemd. Je hoeft niets te doen.",
    CouncilConsentMissing: "De MR gaat hier mede over, en heeft nog niet ingestemd. Vraag dat eerst.",
    DeclineWithoutReason:
      "Wie een thema inbracht hoort waarom het niet doorgaat, en er staat geen reden. Schrijf er een zin bij.",
    NeedLinkedAlready: "Het thema is al aan deze behoefte gekoppeld. Je hoeft niets te doen."
  }
}
