/** The few words that writers say themselves, and how days, hours and numbers are written in each language. */
import type { Cell, Document, Language } from "./Document.ts"

/** A language as it is spoken here. */
export const locale = { nl: "nl-NL", en: "en-GB" } as const
/** A way of writing in each language, made once: to make one takes longer than to use it. */
export const perLanguage = <A>(made: (locale: string) => A): Readonly<Record<Language, A>> => ({
  nl: made(locale.nl),
  en: made(locale.en)
})
const days = perLanguage((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }))
const numbers = perLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }))

/** A calendar day as people write it: `9 september 2025`. */
export const day = (language: Language, date: string): string => days[language].format(new Date(`${date}T00:00:00Z`))
/** The day of a moment (whole minutes since 1970, UTC). */
export const dayOf = (language: Language, instant: number): string => days[language].format(new Date(instant * 60_000))
const short = perLanguage((locale) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" }))
/** A day where there is little room: `9 sep`. */
export const shortDay = (language: Language, date: string): string => short[language].format(new Date(`${date}T00:00:00Z`))
export const number = (language: Language, value: number): string => numbers[language].format(value)
const currencies = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { style: "currency", currency: "EUR", trailingZeroDisplay: "stripIfInteger" })
)
/** An amount of money: `€ 250`, and `€ 12,50` where there are cents. */
export const euros = (language: Language, amount: number): string => currencies[language].format(amount)
const shares = perLanguage((locale) => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }))
/** A part of a whole: `62,5%`. */
export const percent = (language: Language, share: number): string => shares[language].format(share)
/** Minutes as hours: `24,9 uur`. */
export const hours = (language: Language, minutes: number): string =>
  `${number(language, minutes / 60)} ${language === "nl" ? "uur" : "hours"}`

/** A cell of a table as people read it. */
export const inCell = (language: Language, cell: Cell): string => (typeof cell === "number" ? number(language, cell) : cell)

/** A number in a cell that a spreadsheet reckons with: finer than a hundredth tells nobody anything. */
export const reckoned = (value: number): number => Math.round(value * 100) / 100

/** Something said in both languages, chosen by one of them. The compiler sees to it that nothing is missing in either. */
export const inBoth =
  <W>(said: { readonly nl: W; readonly en: NoInfer<W> }) =>
  (language: Language): W =>
    said[language]

export const signLine = { nl: "Datum en handtekening", en: "Date and signature" } as const
export const logoOf = (language: Language, school: string): string =>
  language === "nl" ? `Logo van ${school}` : `Logo of ${school}`
export const page = { nl: "Pagina", en: "Page" } as const
export const foot = ({ date, language, school }: Pick<Document, "date" | "language" | "school">): string =>
  `${school}, ${day(language, date)}`
/** The head above the numbers behind a drawing, where the drawing is not beside them: in a sheet, or heard by itself. */
export const inFigures = (language: Language, caption: string): string => `${caption} (${figures[language].toLowerCase()})`
/** The same under the drawing, which has just said what it is. */
export const figures = { nl: "In cijfers", en: "In figures" } as const
