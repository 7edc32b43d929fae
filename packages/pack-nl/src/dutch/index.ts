/** De woorden van het domein in het Nederlands, zoals een leerkracht ze zegt. */
import type { Glossary } from "@groeikring/core"
import { competenceFramework } from "./CompetenceFramework.ts"
import { competenceProfile } from "./CompetenceProfile.ts"
import { conversation } from "./Conversation.ts"
import { conversationCycle } from "./ConversationCycle.ts"
import { employeeCycle } from "./EmployeeCycle.ts"
import { functionProfile } from "./FunctionProfile.ts"
import { gop } from "./Gop.ts"
import { gopText } from "./GopText.ts"
import { intervision } from "./Intervision.ts"
import { ipbTheme } from "./IpbTheme.ts"
import { otherView } from "./OtherView.ts"
import { pap } from "./Pap.ts"
import { pop } from "./Pop.ts"
import { popAgreement } from "./PopAgreement.ts"
import { popGroup } from "./PopGroup.ts"
import { portfolio } from "./Portfolio.ts"
import { portfolioEntry } from "./PortfolioEntry.ts"
import { programme } from "./Programme.ts"
import { pulse } from "./Pulse.ts"
import { pulseAnswers } from "./PulseAnswers.ts"
import { rosteredMoment } from "./RosteredMoment.ts"
import { sharedView } from "./SharedView.ts"
import { staff } from "./Staff.ts"
import { timeBudget } from "./TimeBudget.ts"
import { wrong } from "./Wrong.ts"

export const dutch: Glossary.Glossary = {
  language: "nl",
  machines: {
    Staff: staff,
    TimeBudget: timeBudget,
    RosteredMoment: rosteredMoment,
    PopGroup: popGroup,
    Intervision: intervision,
    Pap: pap,
    CompetenceFramework: competenceFramework,
    FunctionProfile: functionProfile,
    CompetenceProfile: competenceProfile,
    OtherView: otherView,
    Portfolio: portfolio,
    PortfolioEntry: portfolioEntry,
    Pop: pop,
    PopAgreement: popAgreement,
    SharedView: sharedView,
    Gop: gop,
    GopText: gopText,
    IpbTheme: ipbTheme,
    ConversationCycle: conversationCycle,
    EmployeeCycle: employeeCycle,
    Conversation: conversation,
    Pulse: pulse,
    PulseAnswers: pulseAnswers,
    Programme: programme
  },
  roles: { Founder: "wie het begint", System: "de procesregels" },
  refusals: {
    NotAllowed: ({ by, machine }) => {
      const people = by.filter((role) => role !== "System").map((role) => roleOf(machine, role))
      return people.length === 0
        ? "Dit gebeurt vanzelf, dus niemand hoeft het te doen. Wacht er even op."
        : `Dit is niet aan jou, maar aan ${either(people)}. Vraag het daar.`
    },
    IllegalCommand: ({ command, machine, possible, state }) =>
      `${capital(wordOf(machine, "commands", command))} kan nu niet, want dit ${
        state === "Start" ? "bestaat nog niet" : `staat op “${wordOf(machine, "states", state)}”`
      }. Wat nu wel kan: ${possible.map((one) => wordOf(machine, "commands", one)).join(", ") || "niets"}.`,
    InvalidCommand: ({ problems }) =>
      `Dit klopt nog niet: ${problems.map(({ path, problem }) => `${path || "het geheel"} ${wrong(problem)}`).join("; ")}. Verbeter het en stuur het opnieuw.`,
    ImpossibleEvent:
      "Dit kan hier niet gebeurd zijn: de geschiedenis is beschadigd, of van een andere versie. Zet een kopie terug.",
    NeedsInput: ({ fields }, machine = "") =>
      `Dit kan nu. Vertel erbij: ${fields.map((field) => wordOf(machine, "fields", field)).join(", ")}.`,
    Conflict: ({ expected }) =>
      expected === "Something"
        ? "Dit is er nog niet. Begin er eerst aan."
        : "Iemand anders was je net voor. Kijk hoe het er nu voor staat, en doe het dan opnieuw.",
    UnknownMachine: ({ known }) => `Dat onderdeel is er niet. Kies uit: ${known.join(", ")}.`,
    NothingToSee: ({ id }) => `Er is niets met de naam ${id} dat jij mag zien. Controleer de naam, of vraag het aan wie het is.`,
    ReservedActor: "Niemand handelt uit naam van de procesregels. Doe het als persoon.",
    ClockWentBack: "Er gebeurde al iets na het moment dat je noemt. Noem een later moment.",
    CommandIdTaken: ({ command }) =>
      `Onder de naam ${command} is al iets anders gevraagd. Kies een andere, en houd die bij een herhaling.`,
    RulesGoRound: ({ rule }) =>
      `De procesregels blijven elkaar aan het werk zetten, en “${rule}” was er een te veel. Haal de kring uit de regels.`,
    NoSuchSuggestion: "Er staat voor jou geen suggestie open met die sleutel. Vraag je suggesties opnieuw op.",
    Unreadable: ({ subject }) =>
      `De woorden van ${subject} zijn niet meer te lezen, want de sleutel is weg. Niets brengt ze terug.`,
    Forgotten: ({ subject }) =>
      `De woorden van ${subject} zijn hier gewist, dus nieuwe worden niet bewaard. Begin op een nieuwe plek.`,
    WordsHeld: ({ by, person }) =>
      `De woorden van ${person} kunnen nog niet weg, want er loopt iets: ${by
        .map(({ id, machine, state }) => `${machine} ${id} staat op “${wordOf(machine, "states", state)}”`)
        .join(" en ")}. Wis ze als dat voorbij is.`,
    DamagedExport: ({ line }) =>
      `Regel ${line} van dit bestand klopt niet, of het bestand houdt te vroeg op. Haal een heel bestand en lees het opnieuw in: het gaat verder waar het bleef.`,
    OtherFacts: ({ tenant }) => `In de opslag van ${tenant} staan al andere feiten. Lees in een nieuwe opslag in.`,
    NoSuchSchoolYear: ({ given }: { readonly given: string }) =>
      `${given || "Niets"} is geen schooljaar. Schrijf het als 2025-2026.`,
    StoreDamaged: ({ stream, version }) =>
      `Feit ${version} van ${stream} klopt niet met wat ervoor kwam, of is niet te lezen. Zet eerst een kopie terug.`,
    NoSuchWebhook: "Je hebt geen webhook met die id. Vraag je lijst met webhooks op.",
    NoSuchPosition: ({ after }: { readonly after: string }) =>
      `Een plek "${after}" is er niet in deze opslag. Geef er een zoals die bij een feit staat, of laat het weg en begin vooraan.`,
    TooManyWebhooks: "Meer webhooks kun je niet hebben. Haal er eerst een weg.",
    TargetNotAllowed: ({ reason }: { readonly reason: "NotAnAddress" | "NotSecure" | "NotPublic" }) =>
      ({
        NotAnAddress:
          "Dat is geen adres om iets heen te sturen. Geef een heel adres, zoals https://school.example/hook, zonder naam en wachtwoord erin.",
        NotSecure: "Wat daarheen gaat, is onderweg te lezen. Geef een adres dat met https begint.",
        NotPublic: "Dat adres kan niet iedereen bereiken. Geef er een dat op internet staat."
      })[reason]
  },
  wrong,
  cards: {
    Confidant:
      "Er is een bijeenkomst gestopt. Wil je erover praten? De vertrouwenspersoon van je school luistert, buiten de groep om. Is er iemand in gevaar, een kind of jijzelf? Dan houdt de vertrouwelijkheid op: volg de meldcode van je school. Dat doe je niet hier.",
    TryYourPlan: "De eerste gelegenheid voor je plan is er. Succes!",
    LookBackSoon: "Binnenkort kijk je met de groep terug op je plan. Hoe ging het?",
    GiveRecognition:
      "In je groep is een succes gevierd. Wat zag jij dat goed ging? Laat het weten, in het profiel van je collega.",
    KeepQuadrant:
      "Je kijkt terug op je plan. Bewaar je kwadrant van vandaag in je map? Dan leg je het volgend jaar naast het nieuwe.",
    TryAnotherMethod:
      "Jullie kozen de laatste keren steeds deze methode. Dat mag. Zin in iets anders? Er passen er meer in jullie tijd."
  },
  unfit: {
    StandsAlone: "staat op zichzelf, past niet in een bijeenkomst",
    TooLong: "past niet in zo veel minuten",
    TooFewPeople: "vraagt meer mensen",
    TooManyPeople: "is voor minder mensen",
    NeedsTrust: "vraagt een groep die al vaker bij elkaar was",
    SafetyStopOpen: "wacht tot de groep na een stop weer een keer goed bij elkaar was",
    NotKnown: "vraagt een gespreksleider die hem kent"
  }
}

const words = (machine: string): Glossary.AnyGlossary["machines"][string] =>
  (dutch.machines as Glossary.AnyGlossary["machines"])[machine]
const wordOf = (machine: string, part: "states" | "commands" | "fields", tag: string) => {
  const all: Readonly<Record<string, string>> | undefined = words(machine)?.[part]
  return all?.[tag] ?? tag
}
const roleOf = (machine: string, role: string) => words(machine)?.roles[role] ?? dutch.roles[role as "Founder"] ?? role
const either = (people: ReadonlyArray<string>) => [...people.slice(0, -2), people.slice(-2).join(" of ")].join(", ")
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
