/** How far the school is, and what its programme stands on. */
import { useDuties } from "../../duties.ts"
import { Act } from "../../Act.tsx"
import { capital, useHere, useSay, useWords } from "../../here.tsx"
import { useThing, useThings } from "../../things.ts"
import { Icon } from "../../Icon.tsx"
import { dayYear } from "../../moments.ts"
import { Bones, Card, Empty } from "../../parts.tsx"
import { Reports } from "../../Reports.tsx"
import { Begin } from "../../Shelf.tsx"

export const Programmes = () => {
  const { language } = useHere()
  const { leads } = useDuties()
  const say = useSay()
  const words = useWords("Programme")
  const all = useThings("Programme")
  const id = all?.[0]?.id
  const { value: programme } = useThing("Programme", id)
  if (all === undefined) return <Bones />
  if (programme === undefined)
    return (
      <Card title={say("Het programma", "The programme")}>
        <Empty icon="school">
          <p>
            {say(
              "Er loopt nog geen programma. Het begint klein: een proef, met een startbijeenkomst.",
              "No programme runs yet. It begins small: a pilot, with a kickoff."
            )}
          </p>
          <Begin machine="Programme" command="StartPilot" />
        </Empty>
      </Card>
    )
  const { _tag, breaches, infrastructure, kickoff } = programme.state
  const horizons = ["Pilot", "MidTerm", "LongTerm", "Embedded"]
  const now = horizons.indexOf(_tag)
  return (
    <Card
      title={say("Het programma", "The programme")}
      aside={<span className="tag leaf">{words.state(_tag)}</span>}
      foot={<Reports of="Programme" id={programme.id} />}
    >
      <div className="stack">
        <ol className="horizon" aria-label={say("Horizon", "Horizon")}>
          {horizons.map((horizon, n) => (
            <li key={horizon} className={n < now ? "past" : n === now ? "now" : ""} aria-current={n === now ? "step" : undefined}>
              {words.state(horizon)}
            </li>
          ))}
        </ol>
        {kickoff !== null && kickoff !== undefined && (
          <p className="soft">
            {say(
              `Startbijeenkomst op ${dayYear(kickoff.on, language)}: ${kickoff.instructionMinutes} minuten uitleg, ${kickoff.practiceMinutes} minuten doen.`,
              `Kickoff on ${dayYear(kickoff.on, language)}: ${kickoff.instructionMinutes} minutes of telling, ${kickoff.practiceMinutes} minutes of doing.`
            )}
          </p>
        )}
        <section className="stack tight" aria-label={say("Waar het op steunt", "What it stands on")}>
          <h3>{say("Waar het op steunt", "What it stands on")}</h3>
          <ul className="grounds">
            {Object.entries(infrastructure).map(([part, condition]) => (
              <li key={part} className={condition}>
                <span className="sign" aria-hidden="true">
                  {condition === "Present" ? (
                    <Icon name="check" />
                  ) : condition === "Planned" ? (
                    <Icon name="time" />
                  ) : condition === "Breached" ? (
                    "!"
                  ) : (
                    "–"
                  )}
                </span>
                <span>{capital(words.field(part))}</span>
                <span className="soft small">{words.choice(part, condition)}</span>
              </li>
            ))}
          </ul>
          {breaches > 0 && (
            <p className="soft small">
              {say(
                `${breaches} keer kreeg een moment niet op tijd een nieuwe dag. Welk moment en van wie, staat hier niet.`,
                `${breaches} times a moment did not get another day in time. Which one, and whose, is not said here.`
              )}
            </p>
          )}
        </section>
        <div className="row">
          <Act machine="Programme" thing={programme} command="MarkInfrastructure" size="small" />
          <Act machine="Programme" thing={programme} command="HoldKickoff" size="small" explain={false} />
          <Act machine="Programme" thing={programme} command="EvaluatePilot" size="small" />
          <Act machine="Programme" thing={programme} command="EvaluateHorizon" size="small" />
          <Act machine="Programme" thing={programme} command="MoveHorizon" look="main" explain={leads} />
        </div>
      </div>
    </Card>
  )
}
