/** A thing in words: every field by its label, people by their names, days and moments as one says them. */
import { useHere, useName, useSay, useWords } from "./here.tsx"
import type { Both } from "./house.ts"
import { clockTime, dayYear, momentLong, number } from "./moments.ts"

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)
/** A moment in minutes since 1970: no year task or purse of this world is that large. */
const isMoment = (value: number) => value > 10_000_000
/** Names of things mean nothing to a reader. */
const isNameOf = (field: string, value: unknown) =>
  !(field === "ref" && typeof value === "object") &&
  /^(id|ref|grant|goal|item|tip|note|source|next|gopText)$|(Id|Ref|Refs)$/.test(field)

/** Names of parts, in which a part says where it comes from. */
const areNamesOf = (field: string, inner: unknown) =>
  /^(goals|sources|offers|themes|files|tips)$/.test(field) &&
  Array.isArray(inner) &&
  inner.every((one) => typeof one === "string")

export const useTelling = (machine: string) => {
  const { house, language } = useHere()
  const say = useSay()
  const name = useName()
  const words = useWords(machine)
  const people = new Set(house.people.map(({ id }) => id))
  const tell = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return say("niets", "nothing")
    if (typeof value === "boolean") return value ? say("ja", "yes") : say("nee", "no")
    if (typeof value === "number") return isMoment(value) ? momentLong(value, language) : number(value, language, 4)
    if (typeof value === "string") {
      if (people.has(value)) return name(value)
      if (isDay(value)) return dayYear(value, language)
      const method = field.startsWith("method") ? house.methods.find(({ id }) => id === value) : undefined
      if (method !== undefined) return method.name[language]
      const competence = house.frameworks.flatMap(({ competences }) => competences).find(({ id }) => id === value)
      if (competence !== undefined) return competence.name[language]
      const term = field === "terms" ? house.terms.find(({ id }) => id === value) : undefined
      if (term !== undefined) return term.term[language]
      const framework = house.frameworks.find(({ id }) => id === value)
      if (framework !== undefined) return framework.name[language]
      // What a person wrote stands as they wrote it.
      return words.isChoice(field, value) ? words.choice(field, value) : value
    }
    if (Array.isArray(value))
      return value.length === 0 ? say("niets", "nothing") : value.map((one) => tell(field, one)).join(", ")
    const { en, nl } = value as Partial<Both>
    if (nl !== undefined && en !== undefined) return language === "nl" ? nl : en
    const { competence, of } = value as Readonly<Record<string, unknown>>
    if (typeof competence === "string" && typeof of === "object") return tell("competence", competence)
    return Object.entries(value)
      .filter(
        ([field, inner]) =>
          !isNameOf(field, inner) &&
          !areNamesOf(field, inner) &&
          inner !== undefined &&
          !(Array.isArray(inner) && inner.length === 0)
      )
      .map(([field, inner]) =>
        typeof inner === "object" && inner !== null && !Array.isArray(inner)
          ? tell(field, inner)
          : `${people.has(field) ? name(field) : words.field(field).toLowerCase()}: ${tell(field, inner)}`
      )
      .join("; ")
  }
  return { tell, clock: (minutes: number) => clockTime(minutes, language) }
}

/** So many are read at a glance; the others are behind a fold. */
const few = 6

const Lines = ({ lines }: { readonly lines: ReadonlyArray<string> }) => {
  const say = useSay()
  const list = (some: ReadonlyArray<string>) => (
    <ul>
      {some.map((line, n) => (
        // Lines have no name of their own.
        <li key={n}>{line}</li>
      ))}
    </ul>
  )
  return (
    <>
      {list(lines.slice(0, few))}
      {lines.length > few && (
        <details>
          <summary>{say(`Nog ${lines.length - few}`, `${lines.length - few} more`)}</summary>
          {list(lines.slice(few))}
        </details>
      )}
    </>
  )
}

export const Facts = ({
  leave = [],
  machine,
  of
}: {
  readonly machine: string
  readonly of: object
  readonly leave?: ReadonlyArray<string>
}) => {
  const words = useWords(machine)
  const { tell } = useTelling(machine)
  return (
    <dl className="facts">
      {Object.entries(of)
        .filter(([field, value]) => field !== "_tag" && !isNameOf(field, value) && !leave.includes(field))
        .map(([field, value]) => (
          <div key={field} style={{ display: "contents" }}>
            <dt>{words.field(field)}</dt>
            <dd>
              {Array.isArray(value) && value.some((one) => typeof one === "object") ? (
                <Lines lines={value.map((one) => tell(field, one))} />
              ) : (
                tell(field, value)
              )}
            </dd>
          </div>
        ))}
    </dl>
  )
}
