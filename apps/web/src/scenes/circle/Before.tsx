/** Before it begins: who comes, who leads, and the sentence that opens it. */
import { useState } from "react"
import { Act, canDo } from "../../Act.tsx"
import { Attending } from "../../Attending.tsx"
import { Form } from "../../Form.tsx"
import { useHere, useName, useSay } from "../../here.tsx"
import { useThing } from "../../things.ts"
import { listed } from "../../moments.ts"
import { Card, Note, Who } from "../../parts.tsx"
import type { Sitting } from "./meeting.ts"

export const Before = ({ me, meeting }: Sitting) => {
  const { house, language } = useHere()
  const say = useSay()
  const name = useName()
  const { _tag, attendees, facilitator, groupId, guardian, signedOff = [] } = meeting.state
  const { value: group } = useThing("PopGroup", groupId)
  const members: ReadonlyArray<string> = group?.state.members ?? attendees
  const silent = members.filter((one) => !attendees.includes(one) && !signedOff.includes(one))
  const { min } = house.settings.groupSize
  return (
    <div className="stack">
      <Card title={say("Wie komen er?", "Who comes?")}>
        <div className="stack">
          <ul className="faces">
            {attendees.map((one) => (
              <li key={one}>
                <Who person={one} size="" />
              </li>
            ))}
          </ul>
          {signedOff.length > 0 && (
            <p className="soft">
              {say(`${listed(signedOff.map(name), language)} kan niet.`, `${listed(signedOff.map(name), language)} cannot come.`)}
            </p>
          )}
          {silent.length > 0 && (
            <p className="soft">
              {say(
                `Nog niets gehoord van ${listed(silent.map(name), language)}.`,
                `Nothing heard yet from ${listed(silent.map(name), language)}.`
              )}
            </p>
          )}
          <div className="row">
            <Attending meeting={meeting} />
          </div>
        </div>
      </Card>
      {attendees.length < min ? (
        <Note>{say(`Met ${min} mensen kan het beginnen.`, `It can begin with ${min} people.`)}</Note>
      ) : (
        canDo(meeting, "AssignRoles") && <Roles me={me} meeting={meeting} key={`${facilitator}${guardian}`} />
      )}
      {_tag === "Ready" && facilitator !== undefined && (
        <Card className="leaf" title={say("Openen", "Open")}>
          <div className="stack">
            <blockquote>{say("Wat hier gezegd wordt, blijft hier.", "What is said here, stays here.")}</blockquote>
            {me === facilitator ? (
              <div className="row">
                <Act
                  machine="Intervision"
                  thing={meeting}
                  command="Open"
                  look="main"
                  explain
                  fields={{ confidentialityShown: true }}
                  label={say("Ik heb het hardop gezegd: openen", "I said it aloud: open")}
                />
                <Act
                  machine="Intervision"
                  thing={meeting}
                  command="Postpone"
                  look="quiet"
                  confirm={say("De kring komt dan op een andere dag bij elkaar.", "The circle then meets on another day.")}
                  fields={{}}
                />
              </div>
            ) : (
              <p className="soft">
                {say(
                  `${name(facilitator)} leidt vandaag en opent de kring.`,
                  `${name(facilitator)} leads today and opens the circle.`
                )}
              </p>
            )}
          </div>
        </Card>
      )}
    </div>
  )
}

const Roles = ({ meeting }: Sitting) => {
  const say = useSay()
  const name = useName()
  const { attendees, facilitator, guardian } = meeting.state
  const [leads, lead] = useState(facilitator ?? attendees[0]!)
  const [guards, guard] = useState(guardian ?? attendees.find((one) => one !== leads)!)
  const pick = (label: string, help: string, value: string, set: (person: string) => void, id: string) => (
    <div className="field" style={{ flex: "1 1 13rem" }}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => set(event.target.value)} aria-describedby={`${id}-help`}>
        {attendees.map((one) => (
          <option key={one} value={one}>
            {name(one)}
          </option>
        ))}
      </select>
      <span className="help" id={`${id}-help`}>
        {help}
      </span>
    </div>
  )
  return (
    <Card title={facilitator === undefined ? say("De rollen verdelen", "Assign the roles") : say("De rollen", "The roles")}>
      <Form
        machine="Intervision"
        id={meeting.id}
        command="AssignRoles"
        fields={() => ({
          facilitator: leads,
          guardian: guards === leads ? attendees.find((one) => one !== leads)! : guards
        })}
        done={say("De rollen zijn verdeeld.", "The roles are assigned.")}
        look={facilitator === undefined ? "main" : ""}
        button={facilitator === undefined ? say("Zo doen we het", "That is how we do it") : say("Wijzigen", "Change")}
        // The agreement of the group says who is next.
        onRefused={(refusal) => {
          if (refusal._tag === "NotTheirTurnToFacilitate" && refusal.about !== undefined) lead(refusal.about.next)
        }}
      >
        <div className="row" style={{ alignItems: "start" }}>
          {pick(
            say("Gespreksleider", "Facilitator"),
            say("Leidt de stappen, brengt zelf niets in.", "Leads the steps, brings no case."),
            leads,
            lead,
            "leads"
          )}
          {pick(
            say("Procesbewaker", "Guardian"),
            say("Let op de tijd en de spelregels.", "Keeps the time and the rules."),
            guards,
            guard,
            "guards"
          )}
        </div>
      </Form>
    </Card>
  )
}
