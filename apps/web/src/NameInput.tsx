/** The name of something that there is: chosen from what one sees, never typed where there is something to choose. */
import { useHere, useName, useSay, useStable, useWords } from "./here.tsx"
import type { Anything, MachineName } from "./school.ts"
import { useThings } from "./things.ts"
import { useGroupName, useTitleOf } from "./titles.ts"
import type { Field } from "./house.ts"
import { type Inputs, lineOf } from "./filling.ts"

/** The machine whose things a field names, by how the domain calls them. */
const machineOf: Readonly<Record<string, MachineName>> = {
  groupId: "PopGroup",
  group: "PopGroup",
  themeId: "IpbTheme",
  theme: "IpbTheme",
  momentId: "RosteredMoment",
  fromSession: "Intervision",
  session: "Intervision",
  pap: "Pap",
  pop: "Pop",
  conversation: "Conversation",
  gop: "Gop"
}

export const isReference = ({ name }: Field) =>
  name in machineOf || name === "method" || name === "competence" || name === "framework"

/** A name of something that there is: chosen, never typed; typed only where nothing is known to choose from. */
export const NameInput = ({ common, field, machine: of, onChange, thing, value }: Inputs & { readonly common: object }) => {
  const { house, language } = useHere()
  const say = useSay()
  const titleOf = useTitleOf()
  const machine = machineOf[field.name] ?? "Staff"
  const things = useThings(machine)
  const inside = useStable(namesIn(thing.state, field.name, useCalled(of)))
  const options: ReadonlyArray<readonly [string, string]> =
    field.name === "method"
      ? house.methods.map(({ id, name }) => [id, name[language]])
      : field.name === "competence"
        ? house.frameworks.flatMap(({ competences }) => competences.map(({ id, name }) => [id, name[language]] as const))
        : field.name === "framework"
          ? house.frameworks.map(({ id, name }) => [id, name[language]])
          : field.name in machineOf
            ? (things ?? []).map((one) => [one.id, titleOf(machine, one)])
            : inside
  return options.length === 0 ? (
    <input {...common} value={lineOf(value)} maxLength={100} onChange={(event) => onChange(event.target.value)} />
  ) : (
    <select {...common} value={lineOf(value)} onChange={(event) => onChange(event.target.value)}>
      <option value="">{say("Kies …", "Choose …")}</option>
      {options.map(([id, title]) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  )
}

/** What a thing inside another is called: by its words, for whom it is, or what kind it is of. */
const useCalled = (machine: string) => {
  const say = useSay()
  const name = useName()
  const groupName = useGroupName()
  const words = useWords(machine)
  return ({ name: named, text, title, to, type, what, words: said }: Readonly<Record<string, unknown>>): string | undefined => {
    const written = text ?? said ?? named ?? what ?? title
    if (typeof written === "string") return written
    if (typeof to === "object" && to !== null && "kind" in to && "id" in to) {
      const whose = to.kind === "Group" ? groupName(String(to.id)) : to.kind === "Person" ? name(String(to.id)) : undefined
      return `${say("open voor", "open to")} ${whose ?? say("een gesprek", "a conversation")}`
    }
    return typeof type === "string" ? words.choice("type", type) : undefined
  }
}

/** The things with a name inside a thing, of the kind that a field points at: `goal` is one of `goals`. */
const namesIn = (
  state: Anything["state"] | undefined,
  field: string,
  called: (one: Readonly<Record<string, unknown>>) => string | undefined
): ReadonlyArray<readonly [string, string]> => {
  if (state === undefined) return []
  const all: unknown =
    state[`${field}s`] ?? state[`${field.replace(/y$/, "ie")}s`] ?? (field === "text" ? state["texts"] : undefined)
  return Array.isArray(all)
    ? all.flatMap((one: Record<string, unknown>) =>
        typeof one?.["id"] === "string" ? [[one["id"], called(one) ?? one["id"]] as const] : []
      )
    : []
}
