/** The name of something that there is: chosen from what one sees, never typed where there is something to choose. */
import { useHere, useName, useSay, useStable, useWords } from "./here.tsx"
import type { Anything, MachineName } from "./school.ts"
import { useOpenThings, useThings } from "./things.ts"
import { useGroupName, useTitleOf } from "./titles.ts"
import { type Inputs, lineOf } from "./filling.ts"
import { machineOf, useListed } from "./references.ts"

type Options = ReadonlyArray<readonly [id: string, title: string]>

/** What was tried, and where somebody sat, is looked back on: also when it is over. */
const lookedBackOn: ReadonlyArray<MachineName> = ["Pap", "Intervision"]

/** A name of something that there is: chosen, never typed; typed only where nothing is known to choose from. */
export const NameInput = ({ common, field, machine: of, onChange, thing, value }: Inputs & { readonly common: object }) => {
  const { language } = useHere()
  const say = useSay()
  const titleOf = useTitleOf()
  const machine = machineOf[field.name]
  const all = useThings(machine ?? "Staff")
  const open = useOpenThings(machine ?? "Staff")
  const called = useCalled(of)
  const inside = useStable(namesIn(thing.state, field.name, called))
  const listed = useListed(field)
  const choices = (machine: MachineName): Options => {
    const things: ReadonlyArray<Anything> = (lookedBackOn.includes(machine) ? all : open) ?? []
    // A goal is inside a plan.
    if (field.name === "popGoalRef") return things.flatMap(({ state }) => namesIn(state, "goal", called))
    // A plan is known by what somebody does in it.
    return things.flatMap((one) =>
      one.id === thing.id ? [] : [[one.id, lineOf(one.state["newBehaviour"]) || titleOf(machine, one)]]
    )
  }
  const options: Options =
    listed?.map(({ id, name }) => [id, name[language]]) ?? (machine === undefined ? inside : choices(machine))
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
): Options => {
  if (state === undefined) return []
  const all: unknown =
    state[`${field}s`] ?? state[`${field.replace(/y$/, "ie")}s`] ?? (field === "text" ? state["texts"] : undefined)
  return Array.isArray(all)
    ? all.flatMap((one: Record<string, unknown>) =>
        typeof one?.["id"] === "string" ? [[one["id"], called(one) ?? one["id"]] as const] : []
      )
    : []
}
