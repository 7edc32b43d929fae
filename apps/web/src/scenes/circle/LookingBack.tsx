/** The first part: everybody looks back on their own plan. */
import { useEffect } from "react"
import { Act } from "../../Act.tsx"
import { useHere, useName, useSay } from "../../here.tsx"
import { useThings } from "../../things.ts"
import { PapCard } from "../../PapCard.tsx"
import { Card, Who } from "../../parts.tsx"
import type { Sitting } from "./meeting.ts"
import { OfferCase } from "./OfferCase.tsx"

export const Opened = ({ me, meeting }: Sitting) => {
  const say = useSay()
  const name = useName()
  const { facilitator = "" } = meeting.state
  return (
    <Card className="leaf" title={say("Welkom in de kring", "Welcome in the circle")}>
      <div className="stack">
        <p>
          {say(
            "Eerst kijkt ieder terug op zijn eigen plan. Wat je vertelt, bepaal jij.",
            "First everybody looks back on their own plan. What you tell is up to you."
          )}
        </p>
        {me === facilitator ? (
          <Act
            machine="Intervision"
            thing={meeting}
            command="StartPapReview"
            look="main"
            explain
            label={say("Beginnen met terugkijken", "Begin to look back")}
          />
        ) : (
          <p className="soft">{say(`${name(facilitator)} begint zo.`, `${name(facilitator)} begins in a moment.`)}</p>
        )}
      </div>
    </Card>
  )
}

/** How often it is asked whether all plans were looked back on: what somebody does with their plan the others do not hear. */
const everySoOften = 2_000

export const LookingBack = ({ me, meeting }: Sitting) => {
  const { knowing } = useHere()
  const say = useSay()
  useEffect(() => {
    const asking = setInterval(() => knowing.about({ machine: "Intervision", id: meeting.id }), everySoOften)
    return () => clearInterval(asking)
  }, [knowing, meeting.id])
  const { duePaps = [], facilitator, skipped = [] } = meeting.state
  const mine = duePaps.filter(({ owner, pap }) => owner === me && !skipped.includes(pap))
  const others = duePaps.filter(({ owner }) => owner !== me)
  // Who goes on trying writes the next plan right away.
  const next = useThings("Pap")?.filter(({ state }) => state.fromSession === meeting.id && state.ownerId === me)
  return (
    <div className="stack">
      {mine.map(({ pap }) => (
        <div className="stack tight" key={pap}>
          <PapCard id={pap} />
          <div>
            <Act
              machine="Intervision"
              thing={meeting}
              command="SkipPapReview"
              look="quiet"
              fields={{ pap }}
              label={say("Vandaag sla ik over", "I skip it today")}
              done={say("Overgeslagen. Je hoeft niet te zeggen waarom.", "Skipped. You need not say why.")}
            />
          </div>
        </div>
      ))}
      {next?.map(({ id }) => (
        <PapCard key={id} id={id} />
      ))}
      <Card title={say("Successen eerst", "Successes first")}>
        <div className="stack">
          <p className="soft">
            {say(
              "Om de beurt, zonder discussie. Vier uitkomsten zijn allemaal goed: gelukt, anders gegaan, geprobeerd, niet geprobeerd.",
              "In turn, without discussion. All four outcomes are fine: it worked, it went differently, I tried, I did not try."
            )}
          </p>
          {duePaps.length === 0 && (
            <p>{say("Vandaag zijn er geen plannen om op terug te kijken.", "There are no plans to look back on today.")}</p>
          )}
          {others.length > 0 && (
            <ul className="faces">
              {others.map(({ owner, pap }) => (
                <li key={pap}>
                  <Who person={owner} size="">
                    {skipped.includes(pap) && <span className="soft small"> ({say("slaat over", "skips")})</span>}
                  </Who>
                </li>
              ))}
            </ul>
          )}
        </div>
      </Card>
      <OfferCase me={me} meeting={meeting} />
      {me === facilitator && (
        <div className="row">
          <Act
            machine="Intervision"
            thing={meeting}
            command="WaiveCase"
            explain
            confirm={say(
              "Vandaag geen casus: jullie gaan meteen naar de actieplannen.",
              "No case today: you go on to the action plans at once."
            )}
            fields={{}}
            label={say("Zonder casus verder", "Go on without a case")}
          />
        </div>
      )}
    </div>
  )
}
