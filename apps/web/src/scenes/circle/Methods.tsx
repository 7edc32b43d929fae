/** The ways to talk that fit, by what the question is about. */
import { useState } from "react"
import { Act } from "../../Act.tsx"
import { useHere, useSay, useWords } from "../../here.tsx"
import { useSend } from "../../sending.ts"
import { Card } from "../../parts.tsx"
import { Reports } from "../../Reports.tsx"
import type { Sitting } from "./meeting.ts"

export const Methods = ({ me, meeting }: Sitting) => {
  const { house, language } = useHere()
  const say = useSay()
  const send = useSend()
  const [about, ask] = useState("")
  const [fault, wrong] = useState<readonly [string, string]>(["", ""])
  const words = useWords("Intervision")
  const { attendees, facilitator, known = [], method } = meeting.state
  const choice = house.choices.find(({ id }) => id === about)
  const fitting = house.methods.filter(
    ({ embeddable, group }) => embeddable && attendees.length >= group.min && attendees.length <= group.max
  )
  const shown =
    choice === undefined ? fitting : [...choice.first, ...choice.second].flatMap((id) => fitting.filter((one) => one.id === id))
  return (
    <Card
      title={say("Hoe praten jullie erover?", "How do you talk about it?")}
      foot={<Reports of="Nothing" only={(kind) => kind === "method-cards"} />}
    >
      <div className="stack">
        <div className="field">
          <label htmlFor="about">{say("De vraag gaat over …", "The question is about …")}</label>
          <select id="about" value={about} onChange={(event) => ask(event.target.value)}>
            <option value="">{say("alle methoden", "all methods")}</option>
            {house.choices.map((one) => (
              <option key={one.id} value={one.id}>
                {one.about[language]}
              </option>
            ))}
          </select>
        </div>
        {shown.length === 0 && (
          <p className="soft">
            {say(
              "Hiervoor past er nu geen in jullie tijd. Kijk bij alle methoden.",
              "None fits your time for this. Look at all methods."
            )}
          </p>
        )}
        <ul className="methods">
          {shown.map((one) => (
            <li key={one.id} className={one.id === method?.id ? "chosen" : ""}>
              <h3>{one.name[language]}</h3>
              <p>{one.purpose[language]}</p>
              <p className="soft small">
                {one.innerMinutes} min
                {one.trust === "High" && ` · ${say("vraagt veel vertrouwen", "asks much trust")}`}
                {one.level === "Advanced" && ` · ${say("voor ervaren groepen", "for experienced groups")}`}
                {one.credit !== undefined && ` · ${one.credit}`}
              </p>
              {fault[0] === one.id && (
                <p className="fault small" role="alert">
                  {fault[1]}
                </p>
              )}
              <div className="row">
                <button
                  type="button"
                  className={`button small ${one.id === method?.id ? "main" : ""}`}
                  aria-pressed={one.id === method?.id}
                  onClick={async () => {
                    const failure = await send("Intervision", meeting.id, "ChooseMethod", { method: one.id }, { quiet: true })
                    wrong(failure === undefined ? ["", ""] : [one.id, failure.detail])
                  }}
                >
                  {one.id === method?.id ? say("Gekozen", "Chosen") : say("Kiezen", "Choose")}
                </button>
                {one.level === "Advanced" && me === facilitator && !known.includes(one.id) && (
                  <Act
                    machine="Intervision"
                    thing={meeting}
                    command="MarkMethodKnown"
                    size="small"
                    look="quiet"
                    fields={{ method: one.id }}
                    label={words.command("MarkMethodKnown")}
                  />
                )}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
