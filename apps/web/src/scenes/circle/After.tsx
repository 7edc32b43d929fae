/** Afterwards: what remains of it, and for whom. */
import { useHere, useName, useSay } from "../../here.tsx"
import { useGroupName } from "../../titles.ts"
import { listed } from "../../moments.ts"
import { PapCard } from "../../PapCard.tsx"
import { Card, Note } from "../../parts.tsx"
import { Reports } from "../../Reports.tsx"
import { useThings } from "../../things.ts"
import type { Sitting } from "./meeting.ts"
import { Sheet } from "./Steps.tsx"

export const After = ({ me, meeting }: Sitting) => {
  const { house, language } = useHere()
  const say = useSay()
  const groupName = useGroupName()
  const name = useName()
  const { state } = meeting
  const { _tag, attendees, facilitator, groupId, methodId, minutes, notes = [], tips = [] } = state
  const method = house.methods.find(({ id }) => id === methodId)
  const paps = useThings("Pap")?.filter((pap) => pap.state.fromSession === meeting.id && pap.state.ownerId === me)
  return (
    <div className="stack">
      {_tag === "Stopped" && (
        <Note icon="shield" kind="kind">
          <p>
            {say(
              "Deze kring is gestopt. Dat mag altijd, en niemand vraagt waarom. Wat er gezegd werd, is gewist.",
              "This circle was stopped. That is always allowed, and nobody asks why. What was said has been erased."
            )}
          </p>
        </Note>
      )}
      {_tag === "Purged" && (
        <Note icon="shield">
          {say(
            "De woorden van deze kring zijn gewist, zoals afgesproken. Dat jullie bij elkaar waren, blijft.",
            "The words of this circle were erased, as agreed. That you met remains."
          )}
        </Note>
      )}
      {(_tag === "Cancelled" || _tag === "Postponed") && (
        <Note>
          {_tag === "Cancelled"
            ? say("Deze kring gaat niet door.", "This circle does not take place.")
            : say("Deze kring krijgt een andere dag.", "This circle gets another day.")}
        </Note>
      )}
      <Card title={say("Wat er was", "What there was")} foot={<Reports of="Intervision" id={meeting.id} />}>
        <dl className="facts">
          <dt>{say("Groep", "Group")}</dt>
          <dd>{groupName(groupId)}</dd>
          {attendees.length > 0 && (
            <>
              <dt>{say("Erbij", "Present")}</dt>
              <dd>{listed(attendees.map(name), language)}</dd>
            </>
          )}
          {facilitator !== undefined && (
            <>
              <dt>{say("Leidde", "Led")}</dt>
              <dd>{name(facilitator)}</dd>
            </>
          )}
          {method !== undefined && (
            <>
              <dt>{say("Methode", "Method")}</dt>
              <dd>{method.name[language]}</dd>
            </>
          )}
          {minutes !== undefined && (
            <>
              <dt>{say("Tijd", "Time")}</dt>
              <dd>{say(`${minutes} minuten, in ieders jaartaak`, `${minutes} minutes, in everybody’s year task`)}</dd>
            </>
          )}
        </dl>
      </Card>
      {paps?.map(({ id }) => (
        <PapCard key={id} id={id} />
      ))}
      {tips.length > 0 && (
        <Card title={say("De tips", "The tips")}>
          <ul className="tips">
            {tips.map(({ id, words }) => (
              <li key={id}>{words}</li>
            ))}
          </ul>
        </Card>
      )}
      <Sheet me={me} meeting={meeting} />
      {notes.length > 0 && (
        <Card title={say("Jouw notities", "Your notes")}>
          {notes.map((note) => (
            <p className="quoted" key={note.id}>
              {note.words}
            </p>
          ))}
        </Card>
      )}
    </div>
  )
}
