/** The agenda of a conversation, from both sides. */
import { Act } from "../../Act.tsx"
import { newName } from "../../filling.ts"
import { useName, useSay } from "../../here.tsx"
import { Card, Who } from "../../parts.tsx"
import type { Thing } from "../../school.ts"

export const Agenda = ({ talk }: { readonly talk: Thing<"Conversation"> }) => {
  const say = useSay()
  const name = useName()
  const { agenda = [], employeeId, leaderId } = talk.state
  const sides = [employeeId, leaderId].filter((one) => one !== undefined)
  return (
    <Card title={say("De agenda, van twee kanten", "The agenda, from both sides")}>
      <div className="stack">
        {sides.map((side) => {
          const items = agenda.filter(({ by }) => by === side)
          return (
            <section key={side} aria-label={name(side)} className="stack tight">
              <Who person={side} />
              {items.length === 0 ? (
                <p className="soft small">{say("nog niets", "nothing yet")}</p>
              ) : (
                <ul className="agenda">
                  {items.map((item) => (
                    <li key={item.id}>{item.text}</li>
                  ))}
                </ul>
              )}
            </section>
          )
        })}
        <div className="row">
          <Act
            machine="Conversation"
            thing={talk}
            command="AddAgendaItem"
            look="main"
            size="small"
            fields={{ item: `punt-${newName()}` }}
            label={say("Punt toevoegen", "Add a point")}
          />
          <Act
            machine="Conversation"
            thing={talk}
            command="SetAgenda"
            size="small"
            label={say("Zo is de agenda goed", "The agenda is fine like this")}
            done={say("Je vindt de agenda goed.", "You agree to the agenda.")}
          />
          <Act machine="Conversation" thing={talk} command="Replan" size="small" look="quiet" />
        </div>
      </div>
    </Card>
  )
}
