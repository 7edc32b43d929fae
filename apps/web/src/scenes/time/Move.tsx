/** Minutes of a year task that go elsewhere: one side says where to, the other accepts. */
import { useId, useState } from "react"
import { Act, canDo } from "../../Act.tsx"
import { Form } from "../../Form.tsx"
import { capital, useHere, useName, useSay, useWords } from "../../here.tsx"
import { hours } from "../../moments.ts"
import { Dialog, Note } from "../../parts.tsx"
import type { FieldsOf, Thing } from "../../school.ts"

interface Moving {
  readonly budget: Thing<"TimeBudget">
}
type Lines = FieldsOf<"TimeBudget", "ProposeReallocation">["lines"]
const sum = (rows: ReadonlyArray<{ readonly minutes: number }>) => rows.reduce((all, { minutes }) => all + minutes, 0)

export const Move = ({ budget }: Moving) => {
  const say = useSay()
  const [isOpen, open] = useState(false)
  if (!canDo(budget, "ProposeReallocation")) return null
  const end = () => open(false)
  return (
    <>
      <button type="button" className="button small" onClick={() => open(true)}>
        {say("Minuten verschuiven", "Move minutes")}
      </button>
      {isOpen && (
        <Dialog title={say("Minuten verschuiven", "Move minutes")} onClose={end}>
          <Where budget={budget} onDone={end} />
        </Dialog>
      )}
    </>
  )
}

const Where = ({ budget, onDone }: Moving & { readonly onDone: () => void }) => {
  const { language, person } = useHere()
  const say = useSay()
  const name = useName()
  const words = useWords("TimeBudget")
  const id = useId()
  const { booked, leader, lines: before = [], personId } = budget.state
  const [lines, move] = useState<Lines>(before)
  const left = sum(before) - sum(lines)
  const change = (n: number, change: (line: Lines[number]) => Lines[number]) =>
    move(lines.map((line, m) => (m === n ? change(line) : line)))
  const inHours = (minutes: number) => say(`${hours(minutes, language)} uur`, `${hours(minutes, language)} hours`)
  const used = (purpose: string) => sum((booked ?? []).filter((one) => one.purpose === purpose))
  const minutesOf = (text: string) => Math.max(0, Math.round(Number(text)) || 0)
  const row = (key: string, title: string, minutes: number, help: string, set: (minutes: number) => void) => (
    <div className="field minutes" key={key}>
      <label htmlFor={`${id}${key}`}>{capital(title)}</label>
      <input
        id={`${id}${key}`}
        type="number"
        inputMode="numeric"
        min={0}
        value={minutes}
        aria-describedby={`${id}${key}-help`}
        onChange={({ target }) => set(minutesOf(target.value))}
      />
      <span className="help" id={`${id}${key}-help`}>
        {help}
      </span>
    </div>
  )
  return (
    <Form
      machine="TimeBudget"
      id={budget.id}
      command="ProposeReallocation"
      fields={() => ({ lines })}
      missing={
        left === 0
          ? undefined
          : left > 0
            ? say(
                `Geef de ${left} minuten die over zijn eerst een plek.`,
                `Give the ${left} minutes that are left a place first.`
              )
            : say(`Haal eerst ergens ${-left} minuten af.`, `Take ${-left} minutes from somewhere first.`)
      }
      done={say("Je voorstel ligt er.", "Your proposal is there.")}
      button={say("Voorstellen", "Propose it")}
      onDone={onDone}
      onCancel={onDone}
    >
      <p className="soft">
        {say(
          `In minuten. Het geldt als ${name(person === personId ? leader : personId)} het ook wil.`,
          `In minutes. It holds when ${name(person === personId ? leader : personId)} agrees.`
        )}
      </p>
      {lines.map(({ earmarks, line, minutes }, n) => {
        const free = minutes - sum(earmarks)
        return (
          <fieldset key={line} className="stack tight">
            <legend className="hidden">{words.choice("line", line)}</legend>
            {row(line, words.choice("line", line), minutes, inHours(minutes), (minutes) =>
              change(n, (line) => ({ ...line, minutes }))
            )}
            {earmarks.length > 0 && (
              <div className="earmarks">
                {earmarks.map(({ minutes, purpose }) =>
                  row(
                    purpose,
                    words.choice("purpose", purpose),
                    minutes,
                    booked === undefined
                      ? inHours(minutes)
                      : say(
                          `${inHours(minutes)}, nog ${inHours(minutes - used(purpose))} over`,
                          `${inHours(minutes)}, ${inHours(minutes - used(purpose))} left`
                        ),
                    (minutes) =>
                      change(n, (line) => ({
                        ...line,
                        earmarks: line.earmarks.map((one) => (one.purpose === purpose ? { ...one, minutes } : one))
                      }))
                  )
                )}
                <p className={free < 0 ? "fault small" : "soft small"}>
                  {free < 0
                    ? say(`${-free} minuten meer dan deze regel heeft.`, `${-free} minutes more than this line has.`)
                    : say(`Van deze regel zijn nog ${free} minuten vrij.`, `Of this line ${free} minutes are still free.`)}
                </p>
              </div>
            )}
          </fieldset>
        )
      })}
      <p role="status">
        {left === 0
          ? say("Alles heeft een plek.", "Everything has a place.")
          : left > 0
            ? say(`Nog ${left} minuten over.`, `${left} minutes left.`)
            : say(`${-left} minuten te veel.`, `${-left} minutes too many.`)}
      </p>
    </Form>
  )
}

/** What was proposed, beside what holds. */
export const Moved = ({ budget }: Moving) => {
  const { language, person } = useHere()
  const say = useSay()
  const name = useName()
  const words = useWords("TimeBudget")
  const { lines = [], proposed } = budget.state
  if (proposed === undefined) return null
  const before = (line: string, purpose?: string): number => {
    const found = lines.find((one) => one.line === line)
    return purpose === undefined ? (found?.minutes ?? 0) : sum(found?.earmarks.filter((one) => one.purpose === purpose) ?? [])
  }
  const changes = proposed.lines
    .flatMap(({ earmarks, line, minutes }) => [
      { title: words.choice("line", line), from: before(line), to: minutes },
      ...earmarks.map(({ minutes, purpose }) => ({
        title: words.choice("purpose", purpose),
        from: before(line, purpose),
        to: minutes
      }))
    ])
    .filter(({ from, to }) => from !== to)
  return (
    <Note icon="time">
      <p>
        <strong>
          {proposed.by === person
            ? say("Jij stelt voor om minuten te verschuiven.", "You propose to move minutes.")
            : say(`${name(proposed.by)} wil minuten verschuiven.`, `${name(proposed.by)} wants to move minutes.`)}
        </strong>
      </p>
      <ul>
        {changes.map(({ from, title, to }) => (
          <li key={title}>
            {capital(title)}:{" "}
            {say(
              `van ${hours(from, language)} naar ${hours(to, language)} uur`,
              `from ${hours(from, language)} to ${hours(to, language)} hours`
            )}
          </li>
        ))}
      </ul>
      <Act machine="TimeBudget" thing={budget} command="AcceptReallocation" look="main" size="small" explain={false} />
    </Note>
  )
}
