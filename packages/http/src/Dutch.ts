/** What only a server can say, in Dutch. What the school itself says stands in the glossary of its pack. */
import type { Glossary, Refusal } from "@groeikring/core"

/** What is wrong with a field, said behind its name. */
type Wrong = Glossary.AnyGlossary["wrong"]

interface Said<R> {
  readonly title: string
  readonly tell: string | ((refusal: R, wrong: Wrong) => string)
}
interface Unreadable {
  readonly problems: ReadonlyArray<{ readonly path: string; readonly problem: string }>
}
const said = <R>(title: string, tell: Said<R>["tell"]): Said<never> => ({ title, tell })

/** What kind of no it is, by its status, where a machine or a store says no. Which one it is stands in the `code`. */
const kinds: Readonly<Record<number, string>> = {
  400: "Klopt nog niet",
  403: "Niet aan jou",
  404: "Niets te zien",
  409: "Kan nu niet",
  410: "Gewist",
  412: "Net veranderd",
  422: "Mag zo niet",
  500: "Hier ging iets mis"
}

const targets = {
  NotAnAddress:
    "Dat is geen adres om iets naartoe te sturen. Geef een heel adres, zoals https://school.example/hook, zonder naam en wachtwoord erin.",
  NotSecure: "Wat daarheen gaat kan onderweg worden gelezen. Geef een adres dat met https begint.",
  NotPublic: "Dat adres kan niet iedereen bereiken. Geef er een dat op internet staat."
}

export const dutch = {
  NoSuchPage: said("Geen pagina", "Op dit adres is niets. Kijk in /v1/openapi.json wat er is."),
  InvalidRequest: said<Unreadable>(
    "Vraag klopt niet",
    ({ problems }, wrong) =>
      `Deze vraag is zo niet te lezen: ${problems.map(({ path, problem }) => `${path || "het geheel"} ${wrong(problem)}`).join("; ")}. Verbeter het en stuur het opnieuw.`
  ),
  Unauthenticated: said(
    "Wie ben je?",
    "Het is niet duidelijk wie dit vraagt. Stuur een token mee dat nu geldig is, in de header Authorization."
  ),
  ForeignPage: said(
    "Pagina van een ander",
    "Een pagina van een andere server vraagt dit met wat jouw browser weet. Vraag het vanaf een pagina van deze server, of laat die server op de lijst zetten."
  ),
  TooMuch: said<{ readonly bytes: number }>(
    "Te veel ineens",
    ({ bytes }) => `Dit is meer dan ${bytes} bytes. Stuur minder tegelijk.`
  ),
  TooOften: said<{ readonly seconds: number }>(
    "Te vaak",
    ({ seconds }) =>
      `Dat is meer dan deze server één persoon beantwoordt. Wacht ${seconds} ${seconds === 1 ? "seconde" : "seconden"} en ga dan verder.`
  ),
  OutOfOrder: said(
    "Hier ging iets mis",
    "Hier ging iets mis, en dat ligt niet aan wat je stuurde. Probeer het later nog eens; het is opgeschreven voor wie deze server beheert."
  ),
  NotReady: said("Even niet beschikbaar", "De server kan nu niet antwoorden. Probeer het over een paar seconden nog eens."),
  NoSuchReport: said<{ readonly kind: string; readonly known: ReadonlyArray<string> }>(
    "Geen rapport",
    ({ kind, known }) => `Er is geen rapport ${kind}. Kies uit: ${known.join(", ")}.`
  ),
  NotAcceptable: said<{ readonly types: ReadonlyArray<string> }>(
    "Niet in deze vorm",
    ({ types }) => `Dit wordt niet gemaakt in een vorm die jij aanneemt. Vraag om: ${types.join(", ")}.`
  ),
  NoSuchWebhook: said<{ readonly id: string }>(
    "Geen webhook",
    ({ id }) => `Jij hebt geen webhook ${id}. Vraag de lijst van je webhooks op.`
  ),
  NoSuchPosition: said<{ readonly after: string }>(
    "Geen plek",
    ({ after }) =>
      `Een plek "${after}" is er niet in deze opslag. Geef er een zoals die bij een feit staat, of laat het weg en begin vooraan.`
  ),
  TargetNotAllowed: said<{ readonly reason: "NotAnAddress" | "NotSecure" | "NotPublic" }>(
    "Adres mag niet",
    ({ reason }) => targets[reason]
  ),
  TooManyWebhooks: said<{ readonly most: number }>(
    "Te veel webhooks",
    ({ most }) => `Je hebt ${most} webhooks, en meer kunnen het er niet zijn. Haal er eerst een weg.`
  )
} satisfies Readonly<Record<string, Said<never>>>

const phrases: Readonly<Record<string, string>> = {
  "is not JSON": "is geen JSON",
  "should be an object": "moet een object zijn",
  "is said by the address, not in the body": "staat in het adres, niet in de inhoud",
  "should be one ETag as it was given": "moet één ETag zijn, zoals je hem kreeg",
  "should be *": "moet * zijn",
  "is not one that was given out": "is er geen die is uitgegeven",
  "is not something to find this by": "is niet iets waarop je hier kunt zoeken",
  "has a parameter that does not fit": "heeft een gegeven dat niet past",
  "should be the key of a suggestion": "moet de sleutel van een suggestie zijn",
  "is no machine": "is geen onderdeel van het domein",
  "should be a position as it was given": "moet een plek zijn, zoals je hem kreeg"
}

/** What is wrong with a field, where the server says so itself; else as the glossary has it. */
export const wrongIn =
  (words: Glossary.AnyGlossary): Wrong =>
  (problem) =>
    (words.language === "nl" ? phrases[problem] : undefined) ?? words.wrong(problem)

const own = (tag: string): Said<never> | undefined => (Object.hasOwn(dutch, tag) ? dutch[tag as keyof typeof dutch] : undefined)

/** The title of a problem. */
export const titleFor = (tag: string, status: number): string => own(tag)?.title ?? kinds[status]!

/** The words for a refusal of the server itself; nothing when it is not one. */
export const dutchFor = (refusal: Refusal.Refusal, wrong: Wrong): string | undefined => {
  const tell = own(refusal._tag)?.tell
  return typeof tell === "function" ? tell(refusal as never, wrong) : tell
}
