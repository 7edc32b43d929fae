/** What time of one's year task was for: a meeting, a moment, a plan or a conversation of one's own that is not booked yet. */
import { capital, useHere, useName, useSay, useToday, useWords } from "./here.tsx"
import { type Inputs, lineOf } from "./filling.ts"
import { dayLong } from "./moments.ts"
import { useThings } from "./things.ts"

type Options = ReadonlyArray<readonly [id: string, title: string]>

export const BookedForInput = ({ common, onChange, thing, value }: Inputs & { readonly common: object }) => {
  const { language, person } = useHere()
  const say = useSay()
  const name = useName()
  const today = useToday()
  const momentWords = useWords("RosteredMoment")
  const talkWords = useWords("Conversation")
  const groups = useThings("PopGroup")?.flatMap(({ id, state }) => (state.members.includes(person) ? [id] : []))
  const booked = (thing.state?.["booked"] ?? []) as ReadonlyArray<{ readonly ref: string }>
  const kinds: ReadonlyArray<readonly [title: string, Options]> = [
    [
      say("Bijeenkomsten", "Meetings"),
      (useThings("Intervision") ?? [])
        .filter(({ state }) => state.on <= today && state.attendees.includes(person))
        .toSorted((one, other) => other.state.on.localeCompare(one.state.on))
        .map(({ id, state }) => [id, dayLong(state.on, language)] as const)
    ],
    [
      say("Momenten", "Moments"),
      (useThings("RosteredMoment") ?? [])
        .filter(
          ({ state: { groupId, on, people, type } }) =>
            type !== "Session" &&
            on <= today &&
            (people.includes(person) || (groupId !== undefined && groups?.includes(groupId) === true))
        )
        .toSorted((one, other) => other.state.on.localeCompare(one.state.on))
        .map(
          ({ id, state }) => [id, `${capital(momentWords.choice("type", state.type))}, ${dayLong(state.on, language)}`] as const
        )
    ],
    [
      say("Actieplannen", "Action plans"),
      (useThings("Pap") ?? []).flatMap(({ id, state }) =>
        state.ownerId === person && state.newBehaviour !== undefined ? [[id, state.newBehaviour] as const] : []
      )
    ],
    [
      say("Gesprekken", "Conversations"),
      (useThings("Conversation") ?? [])
        .filter(({ state }) => state.on <= today && state.employeeId === person)
        .toSorted((one, other) => other.state.on.localeCompare(one.state.on))
        .map(
          ({ id, state }) =>
            [
              id,
              `${capital(talkWords.choice("type", state.type))} ${say("met", "with")} ${name(state.leaderId)}, ${dayLong(state.on, language)}`
            ] as const
        )
    ]
  ]
  const left = kinds.flatMap(([title, options]): typeof kinds => {
    const some = options.filter(([id]) => !booked.some(({ ref }) => ref === id))
    return some.length === 0 ? [] : [[title, some]]
  })
  return (
    <select {...common} value={lineOf(value)} onChange={(event) => onChange(event.target.value)}>
      <option value="">
        {left.length === 0 ? say("Alles is al geboekt", "All of it is booked") : say("Kies …", "Choose …")}
      </option>
      {left.map(([title, options]) => (
        <optgroup key={title} label={title}>
          {options.map(([id, said]) => (
            <option key={id} value={id}>
              {said}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
