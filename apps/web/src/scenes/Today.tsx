/** Today: what comes, what waits, and the plan of now. */
import { useDuties } from "../duties.ts"
import { Attending } from "../Attending.tsx"
import { capital, useHere, useName, useSay, useToday, useWords } from "../here.tsx"
import { useThing, useThings } from "../things.ts"
import { useGroupName } from "../titles.ts"
import { Loop } from "../Loop.tsx"
import { isUnderway, nextOf, useMeetings } from "../meetings.ts"
import { dayLong, howFar, listed } from "../moments.ts"
import { isOpenPap, PapCard } from "../PapCard.tsx"
import { Bones, Card, Empty, Note, Scene } from "../parts.tsx"
import { hrefTo } from "../place.ts"
import { Waiting } from "../Waiting.tsx"

export default () => {
  const { language, person } = useHere()
  const { leads } = useDuties()
  const say = useSay()
  const name = useName()
  const today = useToday()
  const meetings = useMeetings()
  const next = nextOf(meetings)
  const paps = useThings("Pap")?.filter(isOpenPap)
  return (
    <Scene
      title={say(`Dag ${name(person)}`, `Hello ${name(person)}`)}
      lead={dayLong(today, language).replace(/^./, (letter) => letter.toUpperCase())}
    >
      <div className="two">
        <div className="stack">
          {meetings === undefined ? <Bones /> : next === undefined ? !leads && <NoMeeting /> : <Meeting id={next.id} />}
          {paps?.map(({ id }) => (
            <PapCard key={id} id={id} />
          ))}
          <NextTalks />
          <Desk />
        </div>
        <Card title={say("Wat op je wacht", "What waits for you")}>
          <Waiting />
        </Card>
      </div>
      <Card className="leaf noprint" title={say("Zo werkt een kring", "How a circle works")}>
        <Loop />
      </Card>
      {leads && (
        <Note icon="shield" kind="kind">
          <p>
            {say(
              "Jij ziet dat er tijd is, en of die er ook van komt. Wat er in een kring gezegd wordt, is van de kring: dat maakt dat mensen er echt iets durven inbrengen.",
              "You see that there is time, and whether it is kept. What is said in a circle belongs to the circle: that is why people dare to bring something real."
            )}
          </p>
        </Note>
      )}
    </Scene>
  )
}

const NoMeeting = () => {
  const say = useSay()
  return (
    <Card title={say("De kring", "The circle")}>
      <Empty icon="circle">
        {say(
          "Je zit dit jaar niet in een POP-groep. Een groep begint met drie collega’s die er zin in hebben.",
          "You are in no POP-group this year. A group begins with three colleagues who feel like it."
        )}
        <a className="button small" href={hrefTo("group")}>
          {say("Zo begint een groep", "How a group begins")}
        </a>
      </Empty>
    </Card>
  )
}

/** The conversations that come. */
const NextTalks = () => {
  const { language, person } = useHere()
  const say = useSay()
  const name = useName()
  const today = useToday()
  const words = useWords("Conversation")
  const talks = useThings("Conversation")
    ?.filter(({ state }) => state.on >= today && ["Planned", "AgendaOpen", "AgendaSet"].includes(state._tag))
    .toSorted((one, other) => one.state.on.localeCompare(other.state.on))
  return talks === undefined || talks.length === 0 ? null : (
    <Card title={say("Een gesprek dat komt", "A conversation that comes")}>
      <ul className="list">
        {talks.slice(0, 2).map(({ id, state: { employeeId, leaderId, on, type } }) => (
          <li key={id} className="row apart">
            <span>
              <strong>{capital(words.choice("type", type))}</strong> {say("met", "with")}{" "}
              {name(employeeId === person ? leaderId : employeeId)}
              <br />
              <span className="soft">
                {dayLong(on, language)} ({howFar(on, today, language)})
              </span>
            </span>
            <a className="button small" href={hrefTo("talks", id)}>
              {say("Voorbereiden", "Prepare")}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Where those begin who do something for the whole school. */
const Desk = () => {
  const say = useSay()
  const { administers, consents, keepsFiles, leads, staff } = useDuties()
  const places: ReadonlyArray<readonly [string, string]> = [
    ...(leads
      ? [
          [
            hrefTo("time"),
            say(
              "De uren: jaartaken, en momenten die een nieuwe dag zoeken",
              "The hours: year tasks, and moments that need another day"
            )
          ] as const,
          [hrefTo("group"), say("De groepen die je uren geeft", "The groups that you give hours")] as const
        ]
      : []),
    ...(keepsFiles
      ? [[hrefTo("talks"), say("De gesprekkencyclus en de dossiers", "The cycle of conversations and the files")] as const]
      : []),
    ...(consents
      ? [[hrefTo("school"), say("Wat instemming van de MR vraagt", "What asks the consent of the council")] as const]
      : []),
    ...(administers && staff !== undefined
      ? [
          [
            hrefTo("thing", "Staff", staff),
            say("Wie hier werkt, en wie wie leidt", "Who works here, and who leads whom")
          ] as const
        ]
      : [])
  ]
  return places.length === 0 ? null : (
    <Card title={say("Wat jij voor de school doet", "What you do for the school")}>
      <ul className="list">
        {places.map(([href, title]) => (
          <li key={title}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const Meeting = ({ id }: { readonly id: string }) => {
  const { language, person } = useHere()
  const say = useSay()
  const groupName = useGroupName()
  const name = useName()
  const today = useToday()
  const words = useWords("Intervision")
  const { value: meeting } = useThing("Intervision", id)
  const moments = useThings("RosteredMoment")
  if (meeting === undefined) return <Bones />
  const { _tag, attendees, facilitator, groupId, momentId, on } = meeting.state
  const moment = moments?.find((one) => one.id === momentId)
  const comes = attendees.includes(person)
  return (
    <Card
      title={
        isUnderway(meeting) ? say("De kring is bezig", "The circle is going on") : say("De volgende kring", "The next circle")
      }
      aside={<span className="tag leaf">{words.state(_tag)}</span>}
    >
      <div className="stack">
        <p style={{ fontSize: "1.15rem" }}>
          <strong>{on === today ? say("Vandaag", "Today") : dayLong(on, language)}</strong>
          {moment?.state.start !== undefined && (
            <>
              {" "}
              {say("om", "at")} {moment.state.start}
            </>
          )}
          , {groupName(groupId)}
          {on !== today && <span className="soft"> ({howFar(on, today, language)})</span>}
        </p>
        {attendees.length > 0 && (
          <p className="soft">
            {listed(attendees.map(name), language)} {attendees.length === 1 ? say("komt", "comes") : say("komen", "come")}.
            {facilitator !== undefined && <> {say(`${name(facilitator)} leidt.`, `${name(facilitator)} leads.`)}</>}
          </p>
        )}
        <div className="row">
          {!comes && <Attending meeting={meeting} />}
          <a className={`button ${comes ? "main" : ""}`} href={hrefTo("circle", id)}>
            {say("Naar de kring", "To the circle")}
          </a>
          {comes && !isUnderway(meeting) && <Attending meeting={meeting} />}
        </div>
      </div>
    </Card>
  )
}
