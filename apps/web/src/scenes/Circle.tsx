/** The circle, live: everybody sees the same step, and each sees what they do in it. */
import { useEffect } from "react"
import { useHere, useSay, useToday, useWords } from "../here.tsx"
import { useThing, useThings } from "../things.ts"
import { useGroupName } from "../titles.ts"
import { isUnderway, nextOf, useMeetings } from "../meetings.ts"
import { dayLong, howFar } from "../moments.ts"
import { Bones, Card, Course, Empty, Failed, Note, Scene } from "../parts.tsx"
import { goTo, hrefTo } from "../place.ts"
import "../style/circle.css"
import { After } from "./circle/After.tsx"
import { Before } from "./circle/Before.tsx"
import { Choosing } from "./circle/Choosing.tsx"
import { LookingBack, Opened } from "./circle/LookingBack.tsx"
import { Extending, Holding, Leading, Standing } from "./circle/Holding.tsx"
import { partOf, parts, type Session, type Timed } from "./circle/meeting.ts"
import { Parade } from "./circle/Parade.tsx"
import { useStepClock } from "./circle/stepclock.ts"
import { Ring } from "./circle/Ring.tsx"
import { Steps } from "./circle/Steps.tsx"
import { Telling } from "./circle/Telling.tsx"
import { Writing } from "./circle/Writing.tsx"

export default ({ at: [id] }: { readonly at: ReadonlyArray<string> }) => (id === undefined ? <Meetings /> : <Live id={id} />)

/** All meetings of the year. */
const Meetings = () => {
  const { language } = useHere()
  const say = useSay()
  const groupName = useGroupName()
  const words = useWords("Intervision")
  const today = useToday()
  const meetings = useMeetings()
  const next = nextOf(meetings)
  return (
    <Scene
      title={say("De kring", "The circle")}
      lead={say(
        "Een uur met een paar collega’s, zonder baas en zonder oordeel: één vraag, veel ogen, en een klein plan voor wie dat wil.",
        "An hour with a few colleagues, without a boss and without a judgement: one question, many eyes, and a small plan for who wants one."
      )}
    >
      {meetings === undefined ? (
        <Bones />
      ) : meetings.length === 0 ? (
        <Card>
          <Empty icon="circle">
            <p>
              {say(
                "Wat er in een kring gezegd wordt, is van wie erbij zit. Jij zit dit jaar niet in een groep.",
                "What is said in a circle belongs to those who sit in it. You are in no group this year."
              )}
            </p>
          </Empty>
        </Card>
      ) : (
        <ol className="grid">
          {meetings.map(({ id, state }) => (
            <li key={id}>
              <a className={`card meetinglink ${id === next?.id ? "leaf" : ""}`} href={hrefTo("circle", id)}>
                <strong>{dayLong(state.on, language)}</strong>
                <span className="soft">
                  {groupName(state.groupId)}, {howFar(state.on, today, language)}
                </span>
                <span className={`tag ${isUnderway({ state }) ? "sun" : id === next?.id ? "leaf" : ""}`}>
                  {words.state(state._tag)}
                </span>
              </a>
            </li>
          ))}
        </ol>
      )}
    </Scene>
  )
}

const Live = ({ id }: { readonly id: string }) => {
  const { language, line, onFact, person } = useHere()
  const say = useSay()
  const groupName = useGroupName()
  const words = useWords("Intervision")
  const { failure, value: meeting } = useThing("Intervision", id)
  const themes = useThings("IpbTheme")
  const clock = useStepClock(id, meeting?.state)
  useEffect(
    () =>
      onFact((fact) => {
        if (fact.machine === "Intervision" && fact.id === id && fact.event._tag === "SessionStopped") goTo("circle", id)
      }),
    [id, onFact]
  )
  if (meeting === undefined)
    return <Scene title={say("De kring", "The circle")}>{failure === undefined ? <Bones /> : <Failed failure={failure} />}</Scene>
  const { state } = meeting
  const me = person
  const sitting: Timed = { me, meeting, clock }
  const isPresent = state.attendees.includes(me)
  const live = isUnderway(meeting)
  const theme = themes?.find((one) => one.id === state.themeId)
  return (
    <Scene
      title={say(`De kring van ${dayLong(state.on, language)}`, `The circle of ${dayLong(state.on, language)}`)}
      lead={
        <>
          {groupName(state.groupId)}
          {theme !== undefined && (
            <>
              {" "}
              · {say("thema", "theme")}: {theme.state.text}
            </>
          )}
        </>
      }
      aside={<span className={`tag ${live ? "sun" : "leaf"}`}>{words.state(state._tag)}</span>}
    >
      <Parts state={state} />
      <Telling {...sitting} />
      {live && !isPresent ? (
        <Note icon="lock" kind="kind">
          <p>
            {say(
              "De kring is bezig. Wat er gezegd wordt, is van wie erbij is; jij was er vandaag niet bij.",
              "The circle is going on. What is said belongs to those who are there; you are not there today."
            )}
          </p>
        </Note>
      ) : (
        <div className={`circle ${live ? "live" : ""}`}>
          <div className="stage">
            <Standing {...sitting} />
            <Stage {...sitting} />
          </div>
          <div className="seats">
            <Card>
              <Ring {...sitting} />
              {line === "broken" && (
                <p className="soft small">
                  {say("Even geen verbinding: de klok loopt door.", "No line for a moment: the clock runs on.")}
                </p>
              )}
            </Card>
          </div>
          <div className="rail">
            {live && <Leading {...sitting} />}
            {state._tag === "TipParade" && <Extending {...sitting} />}
            {live && <Holding {...sitting} />}
          </div>
        </div>
      )}
    </Scene>
  )
}

const Stage = (sitting: Timed) => {
  const { _tag } = sitting.meeting.state
  switch (_tag) {
    case "Planned":
    case "Ready":
      return <Before {...sitting} />
    case "Opened":
      return <Opened {...sitting} />
    case "ReviewingPaps":
      return <LookingBack {...sitting} />
    case "ChoosingCase":
      return <Choosing {...sitting} />
    case "Intervision":
      return <Steps {...sitting} />
    case "TipParade":
      return <Parade {...sitting} />
    case "PapWriting":
    case "Closing":
      return <Writing {...sitting} />
    default:
      return <After {...sitting} />
  }
}

/** Where the meeting is, of its parts in their fixed order. */
const Parts = ({ state }: { readonly state: Session }) => {
  const say = useSay()
  const now = partOf(state._tag)
  const names: Readonly<Record<(typeof parts)[number], string>> = {
    Ready: say("openen", "open"),
    ReviewingPaps: say("terugkijken", "look back"),
    ChoosingCase: say("casus", "case"),
    Intervision: say("intervisie", "intervision"),
    TipParade: say("TIP-parade", "TIP-parade"),
    PapWriting: say("actieplan", "action plan"),
    Closing: say("sluiten", "close")
  }
  return <Course names={parts.map((part) => names[part])} now={now} />
}
