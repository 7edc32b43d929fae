/** A thing in words: every field by its label, people by their names, days and moments as one says them. */
import { useHere, useName, useSay, useWords } from "./here.tsx"
import type { Field } from "./house.ts"
import { dayYear, momentLong, number } from "./moments.ts"
import { isBoth, isCompetence, isPointer, useKnownBy } from "./references.ts"

type Group = Readonly<Record<string, unknown>>

/** A value by what it is declared to be; nothing where there is nothing in it that people read. */
const useTelling = (machine: string) => {
  const { language } = useHere()
  const say = useSay()
  const name = useName()
  const words = useWords(machine)
  const knownBy = useKnownBy()
  const tell = (field: Field, value: unknown): string | undefined => {
    if (value === null || value === undefined || value === "") return say("niets", "nothing")
    if (typeof value === "boolean") return value ? say("ja", "yes") : say("nee", "no")
    const { kind } = field
    switch (kind.is) {
      case "person":
        return name(String(value))
      case "day":
        return dayYear(String(value), language)
      case "moment":
        return momentLong(Number(value), language)
      case "number":
        return number(Number(value), language, 4)
      case "name":
        return knownBy(value, field)
      case "choice":
        return words.choice(field.name, String(value))
      case "list": {
        const items = value as ReadonlyArray<unknown>
        const told = items.flatMap((item) => tell(kind.of, item) ?? [])
        return items.length === 0 ? say("niets", "nothing") : told.length === 0 ? undefined : told.join(", ")
      }
      case "group": {
        const group = value as Group
        if (isBoth(kind.of)) return String(group[language])
        if (isPointer(kind.of)) {
          const which = group[kind.of.find((inner) => inner.name !== "kind")!.name]
          return group["kind"] === "Person"
            ? name(String(which))
            : (knownBy(which) ?? words.choice("kind", String(group["kind"])))
        }
        if (isCompetence(kind.of))
          return tell(
            kind.of.find((inner) => inner.name === "competence")!,
            group["competence"]
          )
        // Its own name says nothing beside what it is.
        const told = kind.of.flatMap((inner) => {
          if (inner.name === "id") return []
          const part = group[inner.name]
          const isEmpty = part === undefined || part === null || (Array.isArray(part) && part.length === 0)
          const told = isEmpty ? undefined : tell(inner, part)
          if (told === undefined) return []
          return inner.kind.is === "group" ? [told] : [`${words.field(inner.name).toLowerCase()}: ${told}`]
        })
        return told.length === 0 ? undefined : told.join("; ")
      }
      case "record": {
        const by: Field = { name: field.name, kind: kind.by }
        const told = Object.entries(value).map(([key, one]) => `${tell(by, key) ?? key}: ${tell(kind.of, one) ?? ""}`)
        return told.length === 0 ? say("niets", "nothing") : told.join("; ")
      }
      case "text":
        // What a person wrote stands as they wrote it.
        return words.isChoice(field.name, String(value)) ? words.choice(field.name, String(value)) : String(value)
      default:
        return String(value)
    }
  }
  return tell
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

export const Facts = ({ machine, of }: { readonly machine: string; readonly of: object }) => {
  const { house } = useHere()
  const words = useWords(machine)
  const tell = useTelling(machine)
  const holds = house.forms[machine]?.holds ?? []
  return (
    <dl className="facts">
      {Object.entries(of).map(([name, value]) => {
        const field = holds.find((one) => one.name === name)
        const told = field === undefined ? undefined : tell(field, value)
        if (field === undefined || told === undefined) return null
        const { kind } = field
        return (
          <div key={name} style={{ display: "contents" }}>
            <dt>{words.field(name)}</dt>
            <dd>
              {kind.is === "list" && kind.of.kind.is === "group" && Array.isArray(value) && value.length > 0 ? (
                <Lines lines={value.flatMap((one) => tell(kind.of, one) ?? [])} />
              ) : (
                told
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
