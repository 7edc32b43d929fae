/** The moments of the year: what comes by month, and behind a fold what was. */
import { Act } from "../../Act.tsx"
import { useHere, useSay, useToday, useWords } from "../../here.tsx"
import { dayLong, howFar, monthOf } from "../../moments.ts"
import { Bones, Card, Empty } from "../../parts.tsx"
import { hrefTo } from "../../place.ts"
import { Reports } from "../../Reports.tsx"
import type { Listed } from "../../school.ts"
import { useThing, useThings } from "../../things.ts"
import { useGroupName } from "../../titles.ts"

export const Moments = () => {
  const { person } = useHere()
  const say = useSay()
  const month = useToday().slice(0, 7)
  const groups = useThings("PopGroup")
    ?.filter(({ state }) => state.members.includes(person))
    .map(({ id }) => id)
  const all = useThings("RosteredMoment")
  if (all === undefined || groups === undefined) return <Bones />
  const moments = all
    .filter(
      ({ state: { groupId, people, sponsor } }) =>
        (groupId !== undefined && groups.includes(groupId)) || people.includes(person) || sponsor === person
    )
    .toSorted((one, other) => one.state.on.localeCompare(other.state.on))
  const months = [...new Set([...moments.map(({ state }) => state.on.slice(0, 7)), month])].toSorted()
  const past = months.filter((one) => one < month)
  const calendar = (some: ReadonlyArray<string>) => (
    <ol className="calendar">
      {some.map((one) => (
        <Month key={one} month={one} moments={moments.filter(({ state }) => state.on.startsWith(one))} />
      ))}
    </ol>
  )
  return (
    <Card title={say("De momenten", "The moments")} foot={<Reports of="SchoolYear" />}>
      {moments.length === 0 ? (
        <Empty icon="time">
          {say("Er staan geen momenten in het rooster voor jou.", "There are no moments in the roster for you.")}
        </Empty>
      ) : (
        <div className="stack">
          {calendar(months.filter((one) => one >= month))}
          {past.length > 0 && (
            <details>
              <summary>{say("Wat dit jaar al geweest is", "What has been this year")}</summary>
              {calendar(past)}
            </details>
          )}
        </div>
      )}
    </Card>
  )
}

const Month = ({ moments, month }: { readonly month: string; readonly moments: ReadonlyArray<Listed<"RosteredMoment">> }) => {
  const { house, language, person } = useHere()
  const today = useToday()
  const groupName = useGroupName()
  const words = useWords("RosteredMoment")
  const holidays = house.holidays.filter(({ from, to }) => from.slice(0, 7) <= month && to.slice(0, 7) >= month)
  return (
    <li className={today.startsWith(month) ? "now" : ""}>
      <h3>{monthOf(`${month}-15`, language)}</h3>
      <ul>
        {moments.map(({ id, state: { _tag, groupId, minutes, on, sponsor, start, type } }) => (
          <li key={id} className={`moment ${_tag}`}>
            {/* Who gave the time is not in the circle; they find here what can be done with the moment. */}
            <a href={type === "Session" && sponsor !== person ? hrefTo("circle", id) : hrefTo("thing", "RosteredMoment", id)}>
              {dayLong(on, language)}
            </a>
            <span className="small">
              {words.choice("type", type)}
              {groupId !== undefined && `, ${groupName(groupId)}`}
            </span>
            <span className="soft small">
              {start}, {minutes} min · {words.state(_tag)}
              {on >= today && ` · ${howFar(on, today, language)}`}
            </span>
            {["Displaced", "Breached", "Proposed"].includes(_tag) && <Displaced id={id} />}
          </li>
        ))}
        {holidays.map((holiday) => (
          <li key={holiday.name.nl} className="soft small">
            {holiday.name[language]}
          </li>
        ))}
      </ul>
    </li>
  )
}

const Displaced = ({ id }: { readonly id: string }) => {
  const say = useSay()
  const { value: moment } = useThing("RosteredMoment", id)
  if (moment === undefined) return null
  const { minutes, start } = moment.state
  return (
    <span className="row">
      <Act
        machine="RosteredMoment"
        thing={moment}
        command="ReRoster"
        size="small"
        look="main"
        suggested={{ start, minutes }}
        label={say("Nieuwe dag geven", "Give another day")}
      />
      <Act
        machine="RosteredMoment"
        thing={moment}
        command="Roster"
        size="small"
        look="main"
        label={say("In het rooster zetten", "Put into the roster")}
      />
    </span>
  )
}
