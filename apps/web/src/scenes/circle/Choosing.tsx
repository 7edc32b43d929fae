/** One question, and a way to talk about it. */
import { Act, canDo } from "../../Act.tsx"
import { useHere, useName, useSay } from "../../here.tsx"
import { Card, Face, Note } from "../../parts.tsx"
import type { Sitting } from "./meeting.ts"
import { OfferCase } from "./OfferCase.tsx"
import { Methods } from "./Methods.tsx"

export const Choosing = ({ me, meeting }: Sitting) => {
  const { house, language } = useHere()
  const say = useSay()
  const name = useName()
  const { caseGiver, facilitator, method, offers = [] } = meeting.state
  const chosen = house.methods.find(({ id }) => id === method?.id)
  return (
    <div className="stack">
      <Card title={say("Welke vraag nemen jullie?", "Which question do you take?")}>
        <ul className="stack tight">
          {offers.map((offer) => (
            <li key={offer.caseGiver} className={`offer ${offer.caseGiver === caseGiver ? "chosen" : ""}`}>
              <Face person={offer.caseGiver} />
              <div className="stack tight">
                <blockquote>{offer.question}</blockquote>
                <div className="row">
                  <span className="soft">
                    {offer.caseGiver === me
                      ? say("van jou", "yours")
                      : say(`van ${name(offer.caseGiver)}`, `${name(offer.caseGiver)}’s`)}
                  </span>
                  {offer.caseGiver === caseGiver ? (
                    <span className="tag leaf">{say("gekozen", "chosen")}</span>
                  ) : (
                    <Act
                      machine="Intervision"
                      thing={meeting}
                      command="ChooseCase"
                      size="small"
                      look={caseGiver === undefined ? "main" : ""}
                      fields={{ caseGiver: offer.caseGiver }}
                      label={say("Deze nemen we", "We take this one")}
                      {...(caseGiver !== undefined && { undo: { command: "ChooseCase", fields: { caseGiver } } as const })}
                    />
                  )}
                  {offer.caseGiver === me && (
                    <Act
                      machine="Intervision"
                      thing={meeting}
                      command="WithdrawCase"
                      size="small"
                      look="quiet"
                      done={say("Je vraag is van tafel.", "Your question is off the table.")}
                      {...(offer.question !== undefined && {
                        undo: { command: "OfferCase", fields: { caseGiver: me, question: offer.question } } as const
                      })}
                    />
                  )}
                </div>
              </div>
            </li>
          ))}
        </ul>
      </Card>
      <OfferCase me={me} meeting={meeting} />
      {caseGiver !== undefined &&
        (canDo(meeting, "ChooseMethod") ? (
          <Methods me={me} meeting={meeting} />
        ) : (
          method === undefined && (
            <Note>
              {say(
                `${name(caseGiver)} kiest met ${name(facilitator ?? "")} hoe jullie erover praten.`,
                `${name(caseGiver)} chooses with ${name(facilitator ?? "")} how you talk about it.`
              )}
            </Note>
          )
        ))}
      {chosen !== undefined && method !== undefined && (
        <Card className="leaf" title={chosen.name[language]}>
          <div className="stack">
            <ol className="steplist">
              {method.steps.map((step) => (
                <li key={step.name.nl}>
                  {step.name[language]} <span className="soft">{step.minutes} min</span>
                </li>
              ))}
            </ol>
            {me === facilitator ? (
              <Act
                machine="Intervision"
                thing={meeting}
                command="StartIntervision"
                look="main"
                explain
                icon="play"
                label={say("Beginnen", "Begin")}
              />
            ) : (
              <p className="soft">
                {say(
                  `${name(facilitator ?? "")} begint als jullie klaar zijn.`,
                  `${name(facilitator ?? "")} begins when you are ready.`
                )}
              </p>
            )}
          </div>
        </Card>
      )}
    </div>
  )
}
