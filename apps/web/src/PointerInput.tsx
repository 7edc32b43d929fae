/** What something is about, or for whom it is: of several kinds, each chosen by its words. */
import { capital, useHere, useSay, useWords } from "./here.tsx"
import type { Field } from "./house.ts"
import { lineOf } from "./filling.ts"
import { dayLong, dayYear } from "./moments.ts"
import { useOpenThings, useThings } from "./things.ts"
import { useGroupName, useTitleOf } from "./titles.ts"

type Named = ReadonlyArray<readonly [name: string, title: string]>

/** What there is of each kind, as far as this person sees it. */
const useKinds = (): Readonly<Record<string, Named>> => {
  const { house, language, person } = useHere()
  const say = useSay()
  const groupName = useGroupName()
  const titleOf = useTitleOf()
  const talkWords = useWords("Conversation")
  const groups = useOpenThings("PopGroup")?.filter(({ state }) => state.members.includes(person))
  return {
    Group: (groups ?? []).map(({ id }) => [id, capital(groupName(id))]),
    Person: house.people.flatMap(({ id, name }) => (id === person ? [] : [[id, name]])),
    Conversation: (useOpenThings("Conversation") ?? []).map(({ id, state: { on, type } }) => [
      id,
      `${capital(talkWords.choice("type", type))}, ${dayLong(on, language)}`
    ]),
    Pap: (useThings("Pap") ?? []).map((pap) => [pap.id, pap.state.newBehaviour ?? titleOf("Pap", pap)]),
    Session: (useThings("Intervision") ?? []).map((session) => [session.id, titleOf("Intervision", session)]),
    Portfolio: (useThings("PortfolioEntry") ?? []).flatMap(({ id, state }) =>
      state.title === undefined ? [] : [[id, state.title]]
    ),
    PopGoal: (useThings("Pop") ?? []).flatMap(({ state }) =>
      (state.goals ?? []).flatMap(({ id, text }) => (text === undefined ? [] : [[id, text] as const]))
    ),
    IpbTheme: (useOpenThings("IpbTheme") ?? []).map((theme) => [theme.id, titleOf("IpbTheme", theme)]),
    YearTask: (useThings("TimeBudget") ?? []).map((task) => [task.id, titleOf("TimeBudget", task)]),
    GopText: (useThings("GopText") ?? []).map((text) => [text.id, titleOf("GopText", text)]),
    Measurement: (useThings("Pulse") ?? []).flatMap(({ id, state: { reportedOn } }) =>
      reportedOn === undefined
        ? []
        : [[id, say(`de puls van ${dayYear(reportedOn, language)}`, `the pulse of ${dayYear(reportedOn, language)}`)]]
    )
  }
}

export const PointerInput = ({
  machine,
  of,
  onChange,
  value,
  ...common
}: {
  readonly id: string
  readonly machine: string
  /** What kind of thing it is, and which. */
  readonly of: ReadonlyArray<Field>
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}) => {
  const say = useSay()
  const words = useWords(machine)
  const all = useKinds()
  const which = of.find(({ name }) => name !== "kind")!.name
  const kind = of.find(({ name }) => name === "kind")?.kind
  const kinds = kind?.is === "choice" ? kind.of.filter((one) => (all[one]?.length ?? 0) > 0) : []
  const pointed = (value ?? {}) as Readonly<Record<string, unknown>>
  const keyOf = (kind: string, name: string) => JSON.stringify({ kind, [which]: name })
  return (
    <select
      {...common}
      value={keyOf(lineOf(pointed["kind"]), lineOf(pointed[which]))}
      onChange={({ target }) => onChange(target.value === "" ? undefined : JSON.parse(target.value))}
    >
      <option value="">{say("Kies …", "Choose …")}</option>
      {kinds.map((kind) => (
        <optgroup key={kind} label={capital(words.choice("kind", kind))}>
          {all[kind]!.map(([name, title]) => (
            <option key={name} value={keyOf(kind, name)}>
              {title}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
