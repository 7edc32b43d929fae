/** The TIP-parade: round the circle, one tip a turn, and the case giver only listens. */
import { useState } from "react"
import { Act, canDo, refusalOf } from "../../Act.tsx"
import { useName, useNamed, useSay } from "../../here.tsx"
import { Icon } from "../../Icon.tsx"
import { Card, Face } from "../../parts.tsx"
import { type Sitting, turnOf } from "./meeting.ts"
import { Question, Sheet } from "./Steps.tsx"
import { Closed, OwnNotes, Words } from "./Words.tsx"

export const Parade = ({ me, meeting }: Sitting) => {
  const say = useSay()
  const { state } = meeting
  return (
    <div className="stack">
      <Turn me={me} meeting={meeting} />
      <Tips me={me} meeting={meeting} />
      <Question me={me} meeting={meeting} />
      <details>
        <summary>{say("Wat er op het blad staat", "What is on the sheet")}</summary>
        <Sheet me={me} meeting={meeting} />
      </details>
      {me === state.facilitator && (
        <Act
          machine="Intervision"
          thing={meeting}
          command="EndTipParade"
          explain
          look="main"
          icon="next"
          label={say("De parade afronden", "End the parade")}
        />
      )}
    </div>
  )
}

const Turn = ({ me, meeting }: Sitting) => {
  const say = useSay()
  const name = useName()
  const named = useNamed()
  const [isNamed, sign] = useState(false)
  const { state } = meeting
  const next = turnOf(state)
  const notes = (state.notes ?? []).filter(({ by }) => by === me)
  if (me === state.caseGiver)
    return (
      <Card className="listens" title={say("Jij luistert", "You listen")}>
        <div className="stack">
          <div className="yourpart">
            <Icon name="ear" />
            <div>
              <p>
                {say(
                  "De tips komen naar je toe. Je hoeft niets uit te leggen, niets te beloven, niets terug te zeggen.",
                  "The tips come to you. Nothing to explain, nothing to promise, nothing to say back."
                )}
              </p>
            </div>
          </div>
          <Closed label={say("Tip", "Tip")}>
            {say(
              "Jij bracht de casus in, dus jij geeft geen tips. Straks kies je er hooguit drie.",
              "You brought the case, so you give no tips. Soon you choose three at most."
            )}
          </Closed>
          <OwnNotes id={meeting.id} notes={notes} />
        </div>
      </Card>
    )
  if (canDo(meeting, "OfferTip"))
    return (
      <Card className="now yours" title={say("Jij bent aan de beurt", "It is your turn")}>
        <Words
          id={meeting.id}
          command="OfferTip"
          max={140}
          label={say("Eén tip, in één zin", "One tip, in one sentence")}
          help={say("Zonder naam, tenzij jij dat wilt.", "Without your name, unless you want it.")}
          starts={[say("Ik zou", "I would"), say("Je kunt", "You can")]}
          button={say("Tip geven", "Give the tip")}
          fields={(tip) => ({ tip, ...(isNamed && { named: true }) })}
          besides={
            <>
              <Act machine="Intervision" thing={meeting} command="PassTurn" label={say("Ik pas", "I pass")} />
              <label className="option">
                <input type="checkbox" checked={isNamed} onChange={(event) => sign(event.target.checked)} />
                {say("met mijn naam erbij", "with my name")}
              </label>
            </>
          }
        />
      </Card>
    )
  const refusal = refusalOf(meeting, "OfferTip")
  const waits = refusal?._tag === "NotYourTurn"
  return (
    <Card
      className="now"
      title={
        next === undefined
          ? say("De TIP-parade", "The TIP-parade")
          : say(`${name(next)} is aan de beurt`, `It is ${name(next)}’s turn`)
      }
    >
      <div className="stack">
        {next !== undefined && <Face person={next} size="big" />}
        <Closed label={say("Tip", "Tip")}>
          {waits
            ? say(
                "Luister mee tot jij aan de beurt bent. Niet herhalen, niet reageren.",
                "Listen along until it is your turn. No repeating, no reaction."
              )
            : named(refusal?.detail ?? "")}
        </Closed>
        <OwnNotes id={meeting.id} notes={notes} />
      </div>
    </Card>
  )
}

/** The tips on the table: without an author, unless the author wanted their name with it. */
const Tips = ({ meeting: { state } }: Sitting) => {
  const say = useSay()
  const name = useName()
  const { tips = [] } = state
  return (
    <Card
      title={say(
        `Op tafel: ${tips.length} ${tips.length === 1 ? "tip" : "tips"}`,
        `On the table: ${tips.length} ${tips.length === 1 ? "tip" : "tips"}`
      )}
    >
      {tips.length === 0 ? (
        <p className="soft">{say("De eerste komt zo.", "The first comes in a moment.")}</p>
      ) : (
        <ul className="tips" aria-live="polite">
          {tips.map(({ by, id, words }) => (
            <li key={id}>
              {words}
              {by !== undefined && <small className="soft">{name(by)}</small>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
