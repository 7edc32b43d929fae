/** One conversation: its agenda, what is brought along, its report and what was promised in it. */
import { Act } from "../../Act.tsx"
import { capital, useHere, useSay, useToday, useWords } from "../../here.tsx"
import { isAway } from "../../school.ts"
import { useThing } from "../../things.ts"
import { dayLong, howFar } from "../../moments.ts"
import { Bones, Course, Failed, Note, Scene } from "../../parts.tsx"
import { Reports } from "../../Reports.tsx"
import { Agenda } from "./Agenda.tsx"
import { Evidence } from "./Evidence.tsx"
import { useParties } from "./parties.ts"
import { Promised } from "./Promised.tsx"
import { Report } from "./Report.tsx"

export const Talk = ({ id }: { readonly id: string }) => {
  const { language, person } = useHere()
  const say = useSay()
  const parties = useParties()
  const words = useWords("Conversation")
  const today = useToday()
  const { failure, value: talk } = useThing("Conversation", id)
  if (talk === undefined)
    return (
      <Scene title={say("Gesprek", "Conversation")}>
        {failure === undefined ? (
          <Bones />
        ) : isAway(failure) ? (
          <Failed failure={failure} />
        ) : (
          <Note icon="lock">{say("Dit is een gesprek van twee anderen.", "This conversation is of two others.")}</Note>
        )}
      </Scene>
    )
  const { state } = talk
  const { employeeId, judgement, leaderId, on, text } = state
  const mine = employeeId === person
  /** Before it one invites and makes an agenda; after it there is a report, and of an appraisal one may object. */
  const suits = (kind: string) =>
    kind === "conversation-invitation" || kind === "conversation-agenda"
      ? ["Planned", "AgendaOpen", "AgendaSet"].includes(state._tag)
      : kind === "objection-slip"
        ? text !== undefined && judgement !== undefined
        : kind !== "conversation-report" || text !== undefined
  return (
    <Scene
      title={`${capital(words.choice("type", state.type))} ${parties({ employeeId, leaderId })}`}
      lead={
        <>
          {dayLong(on, language)} ({howFar(on, today, language)})
        </>
      }
      aside={<span className="tag leaf">{words.state(state._tag)}</span>}
    >
      <Stages tag={state._tag} />
      <div className="grid">
        <Agenda talk={talk} />
        <Evidence talk={talk} mine={mine} />
      </div>
      <Report talk={talk} />
      <Promised talk={talk} />
      <div className="row apart">
        <Act
          machine="Conversation"
          thing={talk}
          command="Cancel"
          look="quiet"
          confirm={say("Het gesprek gaat dan niet door.", "The conversation does not take place then.")}
          fields={{}}
        />
        <Reports of="Conversation" id={id} only={suits} />
      </div>
    </Scene>
  )
}

/** Where the conversation is, from a day to a report that both signed. */
const Stages = ({ tag }: { readonly tag: string }) => {
  const say = useSay()
  const steps: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
    [say("agenda", "agenda"), ["Planned", "AgendaOpen", "AgendaSet"]],
    [say("verslag", "report"), ["Held"]],
    [say("zienswijze en tekenen", "view and signing"), ["Reported", "Responded"]],
    [say("bezwaar mogelijk", "objection possible"), ["Signed", "ObjectionOpen", "Objected", "Decided"]],
    [say("klaar", "done"), ["Final", "Filed", "Withheld"]]
  ]
  const now = steps.findIndex(([, tags]) => tags.includes(tag))
  return <Course names={steps.map(([name]) => name)} now={now} />
}
