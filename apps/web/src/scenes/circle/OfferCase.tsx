/** A question that somebody puts on the table. */
import { useState } from "react"
import { whyNot } from "../../Act.tsx"
import { Pupils } from "../../ClassList.tsx"
import { Form } from "../../Form.tsx"
import { useNamed, useSay } from "../../here.tsx"
import { Card, Note } from "../../parts.tsx"
import type { Sitting } from "./meeting.ts"

export const OfferCase = ({ me, meeting }: Sitting) => {
  const say = useSay()
  const named = useNamed()
  const [question, write] = useState("")
  const { facilitator, offers = [] } = meeting.state
  if (offers.some(({ caseGiver }) => caseGiver === me)) return null
  if (me === facilitator)
    return (
      <Note icon="hand">
        {say(
          "Jij leidt vandaag, dus je brengt zelf geen casus in. Wil je dat wel? Draag dan eerst het leiden over.",
          "You lead today, so you bring no case. Would you like to? Then hand over the facilitation first."
        )}
      </Note>
    )
  // A question can be written while others still look back. It goes on the table when that is done.
  const reason = whyNot(meeting, "OfferCase")
  return (
    <Card title={say("Breng je iets in?", "Do you bring something?")}>
      <Form
        machine="Intervision"
        id={meeting.id}
        command="OfferCase"
        fields={() => ({ caseGiver: me, question: question.trim() })}
        done={say("Je vraag ligt op tafel.", "Your question is on the table.")}
        hint={reason === undefined ? undefined : named(reason)}
        button={say("Op tafel leggen", "Put it on the table")}
        onDone={() => write("")}
      >
        <div className="field">
          <label htmlFor="question">{say("Een vraag uit je eigen werk", "A question from your own work")}</label>
          <textarea
            id="question"
            rows={2}
            maxLength={280}
            value={question}
            onChange={(event) => write(event.target.value)}
            aria-describedby="question-help"
            placeholder={say("Hoe …?", "How …?")}
          />
          <span className="help" id="question-help">
            {say(
              "Recent, in de ik-vorm, zonder namen. Inbrengen hoeft nooit.",
              "Recent, about yourself, without names. Nobody has to."
            )}
          </span>
        </div>
        <Pupils texts={[question]} onReplace={([replaced = ""]) => write(replaced)} />
      </Form>
    </Card>
  )
}
