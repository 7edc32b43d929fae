/** How it is to work here, in numbers in which nobody is found. */
import { Act } from "../../Act.tsx"
import { capital, useHere, useName, useSay, useWords } from "../../here.tsx"
import { useThing, useThings } from "../../things.ts"
import { useGroupName } from "../../titles.ts"
import { listed, number } from "../../moments.ts"
import { Icon } from "../../Icon.tsx"
import { Bones, Card, Empty, Note } from "../../parts.tsx"
import { Reports } from "../../Reports.tsx"
import { Answering } from "./Answering.tsx"
import { Measure } from "./Measure.tsx"
import { Slips } from "./Slips.tsx"

const useUnitName = () => {
  const say = useSay()
  const groupName = useGroupName()
  return (unit: string | null): string => (unit === null ? say("de hele school", "the whole school") : groupName(unit))
}

export const Pulses = () => {
  const say = useSay()
  const pulses = useThings("Pulse")
  if (pulses === undefined) return <Bones />
  const reported = pulses.filter(({ state }) => state._tag === "Reported" || state._tag === "Suppressed")
  const busy = pulses.filter((pulse) => !reported.includes(pulse))
  return (
    <>
      {reported
        .toReversed()
        .slice(0, 2)
        .map(({ id }, n) => (
          <Report key={id} id={id} isLast={n === 0} />
        ))}
      {reported.length === 0 && (
        <Card title={say("De puls", "The pulse")}>
          <Empty icon="shield">
            {say(
              "Er is nog geen puls van de hele school. Als die er is staan de cijfers hier, voor iedereen, en nooit een van minder dan vijf mensen.",
              "There is no pulse of the whole school yet. Once there is, its numbers stand here for everybody, and never one of fewer than five people."
            )}
          </Empty>
        </Card>
      )}
      {busy.map(({ id }) => (
        <Running key={id} id={id} />
      ))}
      <Measure />
    </>
  )
}

const Running = ({ id }: { readonly id: string }) => {
  const { language } = useHere()
  const say = useSay()
  const name = useName()
  const words = useWords("Pulse")
  const { value: pulse } = useThing("Pulse", id)
  if (pulse === undefined) return null
  const { _tag, agreed, groupId, units } = pulse.state
  const waits =
    _tag === "Designed" && groupId !== undefined
      ? units.flatMap(({ people }) => people).filter((one) => !agreed.includes(one))
      : []
  return (
    <Card title={say("Een puls in de maak", "A pulse under way")} aside={<span className="tag sun">{words.state(_tag)}</span>}>
      {waits.length > 0 && (
        <p className="soft">
          {say("Nog geen ja van", "No yes yet from")} {listed(waits.map(name), language)}.
        </p>
      )}
      <div className="row">
        <Act machine="Pulse" thing={pulse} command="Consent" look="main" />
        <Act machine="Pulse" thing={pulse} command="Agree" look="main" />
        <Act machine="Pulse" thing={pulse} command="Open" look="main" />
        {_tag === "Open" && (
          <>
            <Slips pulse={pulse} />
            <Answering pulse={pulse} />
          </>
        )}
        <Act machine="Pulse" thing={pulse} command="Close" />
      </div>
    </Card>
  )
}

const Report = ({ id, isLast }: { readonly id: string; readonly isLast: boolean }) => {
  const { house, language } = useHere()
  const say = useSay()
  const unitName = useUnitName()
  const words = useWords("Pulse")
  const { value: pulse } = useThing("Pulse", id)
  if (pulse === undefined) return <Bones />
  const { arrows = [], means = [], units } = pulse.state
  const shown = [...new Set(means.map(({ unit }) => unit))]
  const hidden = units.filter((unit) => !shown.includes(unit.id))
  const k = house.settings.anonymity.k
  const parts: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
    [say("Vier behoeften", "Four needs"), ["Autonomy", "Relatedness", "Competence", "SelfWorth"]],
    [say("Vier resultaten", "Four results"), ["Result1", "Result2", "Result3", "Result4"]]
  ]
  return (
    <Card
      title={
        isLast
          ? say("De puls: hoe het hier is", "The pulse: how it is here")
          : say("De puls van de keer daarvoor", "The pulse of the time before")
      }
      aside={<span className="tag">{words.state(pulse.state._tag)}</span>}
      foot={<Reports of="Pulse" id={id} />}
    >
      {pulse.state._tag === "Suppressed" ? (
        <Note icon="shield">
          {say(
            `Te weinig antwoorden om iets te laten zien zonder dat het over iemand gaat. Vanaf ${k} antwoorden kan het.`,
            `Too few answers to show anything without it being about somebody. From ${k} answers it can be.`
          )}
        </Note>
      ) : (
        <div className="stack">
          {parts.map(([title, scales]) => (
            <div key={title} className="stack tight">
              <h3>{title}</h3>
              <ul className="scales">
                {scales.flatMap((scale) => {
                  const rows = means.filter((mean) => mean.scale === scale)
                  const called = house.scales.find(({ id }) => id === scale)?.name[language] ?? scale
                  return rows.length === 0
                    ? []
                    : [
                        <li key={scale}>
                          <p>{capital(called)}</p>
                          {rows.map((row) => {
                            const arrow = arrows.find((one) => one.unit === row.unit && one.scale === scale)
                            return (
                              <div key={row.unit ?? "all"} className="meanrow">
                                <span className="soft small">{unitName(row.unit)}</span>
                                <meter
                                  min={1}
                                  max={5}
                                  value={row.mean}
                                  aria-label={say(
                                    `${called}, ${unitName(row.unit)}: ${number(row.mean, language)} van 5`,
                                    `${called}, ${unitName(row.unit)}: ${number(row.mean, language)} of 5`
                                  )}
                                />
                                <span className="mean">
                                  {number(row.mean, language)}
                                  {arrow !== undefined && (
                                    <span className={`trend ${arrow.trend}`}>
                                      <Icon name={arrow.trend === "Up" ? "up" : "down"} />
                                      <span className="hidden">
                                        {arrow.trend === "Up"
                                          ? say("hoger dan vorige keer", "higher than last time")
                                          : say("lager dan vorige keer", "lower than last time")}
                                      </span>
                                    </span>
                                  )}
                                </span>
                              </div>
                            )
                          })}
                        </li>
                      ]
                })}
              </ul>
            </div>
          ))}
          {hidden.length > 0 && (
            <Note icon="shield" kind="kind">
              {say(
                `Van ${listed(
                  hidden.map((unit) => unitName(unit.id)),
                  language
                )} zie je geen cijfer: daar antwoordden minder dan ${k} mensen, of het zou uit te rekenen zijn. Dat is met opzet.`,
                `There is no number for ${listed(
                  hidden.map((unit) => unitName(unit.id)),
                  language
                )}: fewer than ${k} people answered there, or it could be worked out. That is on purpose.`
              )}
            </Note>
          )}
        </div>
      )}
    </Card>
  )
}
