/** What was promised in a conversation, with a day, and what came of it. */
import { Either } from "../../Act.tsx"
import { useHere, useName, useSay, useToday } from "../../here.tsx"
import { dayYear, howFar } from "../../moments.ts"
import { Card } from "../../parts.tsx"
import type { Thing } from "../../school.ts"

export const Promised = ({ talk }: { readonly talk: Thing<"Conversation"> }) => {
  const { language } = useHere()
  const say = useSay()
  const name = useName()
  const today = useToday()
  const { agreements = [], employeeId, kept = [], missed = [] } = talk.state
  if (agreements.length === 0) return null
  return (
    <Card title={say("Beloofd", "Promised")}>
      <ul className="list">
        {agreements.map((one) => (
          <li key={one.id} className="row apart">
            <span>
              <strong>{one.by === "Employee" ? name(employeeId) : say("de school", "the school")}:</strong> {one.what}
              {one.before !== undefined && (
                <span className="soft">
                  {" "}
                  {say("voor", "before")} {dayYear(one.before, language)} ({howFar(one.before, today, language)})
                </span>
              )}
            </span>
            {kept.includes(one.id) ? (
              <span className="tag leaf">{say("gedaan", "done")}</span>
            ) : missed.includes(one.id) ? (
              <span className="tag rose">{say("niet gekomen", "did not come")}</span>
            ) : (
              <Either
                machine="Conversation"
                thing={talk}
                fields={{ agreement: one.id }}
                sooner={{ command: "ConfirmKept", label: say("Het is gebeurd", "It was done") }}
                other={{ command: "ReportMissed", label: say("Het kwam er niet van", "It did not happen") }}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
