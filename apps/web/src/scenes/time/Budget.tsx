/** A year task as a bar, with the block for development and what was used of it. */
import { Act } from "../../Act.tsx"
import { useHere, useName, useSay, useWords } from "../../here.tsx"
import { useThing } from "../../things.ts"
import { hours, percent } from "../../moments.ts"
import { Bones } from "../../parts.tsx"
import { Move, Moved } from "./Move.tsx"
import { Reports } from "../../Reports.tsx"
import { hrefTo } from "../../place.ts"

export const Budget = ({ alone, id }: { readonly id: string; readonly alone: boolean }) => {
  const { language } = useHere()
  const say = useSay()
  const name = useName()
  const words = useWords("TimeBudget")
  const { value: budget } = useThing("TimeBudget", id)
  if (budget === undefined) return <Bones />
  const { attendance, booked, fte, lines = [], money, normMinutes, personId, schoolYear, writtenConsent } = budget.state
  const whole = lines.reduce((all, { minutes }) => all + minutes, 0)
  const earmarks = lines.flatMap(({ earmarks }) => earmarks)
  const reserved = earmarks.reduce((all, { minutes }) => all + minutes, 0)
  const done = (purpose: string) =>
    (booked ?? []).filter((one) => one.purpose === purpose).reduce((all, { minutes }) => all + minutes, 0)
  const used = earmarks.reduce((all, { purpose }) => all + done(purpose), 0)
  const schooling = lines.find(({ line }) => line === "Professionalisation")?.minutes ?? 0
  const isBeforehand = ["Draft", "Proposed", "Disputed"].includes(budget.state._tag)
  const inHours = (minutes: number) => `${hours(minutes, language)} ${say("uur", "hours")}`
  const purposes = (
    <ul className="stack tight">
      {earmarks.map(({ minutes, purpose }) => (
        <li key={purpose} className="earmark">
          <span>{words.choice("purpose", purpose)}</span>
          {booked !== undefined && (
            <meter
              min={0}
              max={minutes}
              value={Math.min(done(purpose), minutes)}
              aria-label={say(
                `${words.choice("purpose", purpose)}: ${done(purpose)} van ${minutes} minuten`,
                `${words.choice("purpose", purpose)}: ${done(purpose)} of ${minutes} minutes`
              )}
            />
          )}
          <span className="soft small">
            {booked !== undefined && `${hours(done(purpose), language)} / `}
            {inHours(minutes)}
          </span>
        </li>
      ))}
    </ul>
  )
  return (
    <article className="stack tight">
      <div className="row apart">
        <h3>
          <a href={hrefTo("thing", "TimeBudget", id)}>{name(personId)}</a>
        </h3>
        <span className="tag">{words.state(budget.state._tag)}</span>
      </div>
      <ul
        className="taskbar"
        aria-label={say(
          `Jaartaak van ${name(personId)}: ${inHours(normMinutes ?? whole)}`,
          `Year task of ${name(personId)}: ${inHours(normMinutes ?? whole)}`
        )}
      >
        {lines.map(({ line, minutes }) => (
          <li key={line} className={line} style={{ flexGrow: minutes }}>
            <span className="hidden">
              {words.choice("line", line)}: {inHours(minutes)}
            </span>
          </li>
        ))}
      </ul>
      {alone && (
        <ul className="keys">
          {lines.map(({ line, minutes }) => (
            <li key={line}>
              <span className={`swatch-of ${line}`} aria-hidden="true" /> {words.choice("line", line)}{" "}
              <span className="soft">{inHours(minutes)}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="block">
        <p className="row apart">
          <strong>{say("Ontwikkelblok", "Development block")}</strong>
          <span className="soft small">
            {booked === undefined
              ? inHours(reserved)
              : say(
                  `${hours(used, language)} van ${inHours(reserved)} gebruikt`,
                  `${hours(used, language)} of ${inHours(reserved)} used`
                )}
          </span>
        </p>
        {isBeforehand && schooling > 0 && (
          <p className="soft small">
            {say(
              `Dat is ${percent(reserved / schooling, language)} van de scholingsuren.`,
              `That is ${percent(reserved / schooling, language)} of the hours for schooling.`
            )}
          </p>
        )}
        {alone ? (
          purposes
        ) : (
          <>
            {booked !== undefined && (
              <meter
                min={0}
                max={Math.max(reserved, 1)}
                value={Math.min(used, reserved)}
                aria-label={say(`Ontwikkelblok van ${name(personId)}`, `Development block of ${name(personId)}`)}
              />
            )}
            <details>
              <summary>{say("Waarvoor", "For what")}</summary>
              {purposes}
            </details>
          </>
        )}
      </div>
      <Moved budget={budget} />
      <div className="row">
        <Act
          machine="TimeBudget"
          thing={budget}
          command="Draft"
          size="small"
          fields={{ personId, ...(schoolYear !== undefined && { schoolYear }), ...(fte !== undefined && { fte }) }}
          suggested={{
            lines,
            ...(attendance !== undefined && { attendance }),
            ...(money !== undefined && { money }),
            ...(writtenConsent !== undefined && { writtenConsent })
          }}
          label={say("Aanpassen", "Change it")}
        />
        <Act
          machine="TimeBudget"
          thing={budget}
          command="Propose"
          look="main"
          label={say(`Aan ${name(personId)} voorleggen`, `Put it to ${name(personId)}`)}
        />
        <Act machine="TimeBudget" thing={budget} command="Agree" look="main" label={say("Ik stem in", "I agree")} />
        <Act
          machine="TimeBudget"
          thing={budget}
          command="Dispute"
          label={say("Hier ben ik het niet mee eens", "I do not agree")}
        />
        <Move budget={budget} />
        {alone && <Act machine="TimeBudget" thing={budget} command="Book" size="small" look="quiet" />}
        {alone && <Act machine="TimeBudget" thing={budget} command="ProposeSettlement" size="small" look="quiet" />}
        <Act machine="TimeBudget" thing={budget} command="AcceptSettlement" look="main" size="small" />
        <Reports of="TimeBudget" id={id} />
      </div>
    </article>
  )
}
