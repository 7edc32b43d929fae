/** What holds a circle: the steps for who leads, and for everybody a time-out, a way out, and a stop. */
import { useState } from "react"
import { Act, canDo } from "../../Act.tsx"
import { useHere, useName, useSay } from "../../here.tsx"
import { useSend } from "../../sending.ts"
import { Card, FormButton, Note } from "../../parts.tsx"
import type { Sitting } from "./meeting.ts"

/** The steps of the method, for who leads. Nothing goes on by itself. */
export const Leading = ({ me, meeting }: Sitting) => {
  const say = useSay()
  const { state } = meeting
  if (me !== state.facilitator || state._tag !== "Intervision") return null
  const last = state.step === (state.method?.steps.length ?? 0) - 1
  return (
    <Card className="leads" title={say("Jij leidt de stappen", "You lead the steps")} level={3}>
      <div className="stack tight">
        {last ? (
          <Act
            machine="Intervision"
            thing={meeting}
            command="EndIntervision"
            look="main"
            icon="next"
            label={say("Naar de TIP-parade", "To the TIP-parade")}
            explain
          />
        ) : (
          <Act
            machine="Intervision"
            thing={meeting}
            command="NextStep"
            look="main"
            icon="next"
            label={say("Volgende stap", "Next step")}
            explain
            done={say("De volgende stap is begonnen.", "The next step has begun.")}
          />
        )}
        <div className="row">
          {(state.step ?? 0) > 0 && (
            <Act
              machine="Intervision"
              thing={meeting}
              command="StepBack"
              size="small"
              icon="back"
              label={say("Stap terug", "Step back")}
              done={say(
                "Terug naar de vorige stap. Alles wat er stond, staat er nog.",
                "Back to the step before. All that was there still is."
              )}
            />
          )}
          <Extending me={me} meeting={meeting} />
        </div>
      </div>
    </Card>
  )
}

/** A little more time for a step or for the parade, once, for who leads. */
export const Extending = ({ me, meeting }: Sitting) => {
  const { house } = useHere()
  const say = useSay()
  const { clock, facilitator } = meeting.state
  const most = Math.min(5, Math.floor((clock?.planned ?? 0) * house.settings.stepExtension))
  return me === facilitator && clock?.extra === 0 && most > 0 ? (
    <Act
      machine="Intervision"
      thing={meeting}
      command="ExtendStep"
      size="small"
      fields={{ minutes: most }}
      label={say(`${most} minuten erbij`, `${most} more minutes`)}
      done={say("Er is tijd bij, één keer.", "There is more time, once.")}
    />
  ) : null
}

/** For everybody, at any moment, without a reason. */
export const Holding = ({ me, meeting }: Sitting) => {
  const say = useSay()
  const { away = [], clock, facilitator, guardian } = meeting.state
  const stands = clock?.pausedAt != null
  const isAway = away.includes(me)
  return (
    <Card className="plain" level={3} title={say("Altijd, zonder reden", "Always, without a reason")}>
      <div className="row">
        {stands ? (
          <Act
            machine="Intervision"
            thing={meeting}
            command="EndTimeOut"
            look="main"
            size="small"
            icon="play"
            label={say("Verder gaan", "Go on")}
          />
        ) : (
          <Act
            machine="Intervision"
            thing={meeting}
            command="CallTimeOut"
            size="small"
            icon="pause"
            label={say("Time-out", "Time-out")}
          />
        )}
        {isAway ? (
          <Act
            machine="Intervision"
            thing={meeting}
            command="ComeBack"
            look="main"
            size="small"
            label={say("Ik ben er weer", "I am back")}
          />
        ) : (
          me !== facilitator && (
            <Act
              machine="Intervision"
              thing={meeting}
              command="StepOut"
              size="small"
              label={say("Even eruit", "Step out")}
              done={say("Je bent er even uit. Je beurt gaat aan je voorbij.", "You stepped out. Your turn passes you by.")}
            />
          )
        )}
        {(me === facilitator || me === guardian) && <HandOver me={me} meeting={meeting} />}
        <Act
          machine="Intervision"
          thing={meeting}
          command="StopSafely"
          size="small"
          look="stop"
          icon="shield"
          fields={{}}
          label={say("Veilig stoppen", "Stop safely")}
          confirm={say(
            "De kring stopt dan nu, voor iedereen. Wat er gezegd is, wordt meteen gewist. Niemand vraagt waarom, en er staat nergens wie het was.",
            "The circle then stops now, for everybody. What was said is erased at once. Nobody asks why, and nowhere does it say who it was."
          )}
        />
      </div>
    </Card>
  )
}

const HandOver = ({ me, meeting }: Sitting) => {
  const say = useSay()
  const name = useName()
  const send = useSend()
  const [fault, wrong] = useState("")
  const { attendees, away = [], caseGiver, facilitator } = meeting.state
  const others = attendees.filter((one) => one !== facilitator && one !== caseGiver && !away.includes(one))
  return (
    <FormButton
      can={canDo(meeting, "HandOverFacilitation")}
      label={say("Leiden overdragen", "Hand over")}
      title={say("Wie leidt verder?", "Who leads on?")}
    >
      {(close) => (
        <div className="stack">
          {fault !== "" && (
            <p className="fault" role="alert">
              {fault}
            </p>
          )}
          <div className="row">
            {others.map((to) => (
              <button
                type="button"
                className="button"
                key={to}
                onClick={async () => {
                  const failure = await send(
                    "Intervision",
                    meeting.id,
                    "HandOverFacilitation",
                    { to },
                    {
                      quiet: true,
                      done: say(
                        `${to === me ? "Jij leidt" : `${name(to)} leidt`} verder.`,
                        `${to === me ? "You lead" : `${name(to)} leads`} on.`
                      )
                    }
                  )
                  if (failure === undefined) close()
                  else wrong(failure.detail)
                }}
              >
                {name(to)}
              </button>
            ))}
          </div>
        </div>
      )}
    </FormButton>
  )
}

/** What covers the stage for a while: a time-out, or being out oneself. */
export const Standing = ({ me, meeting }: Sitting) => {
  const say = useSay()
  const { away = [], clock } = meeting.state
  if (away.includes(me))
    return (
      <Note icon="leaf" kind="kind">
        <p>
          {say(
            "Je bent er even uit. Niets gaat verloren, en je beurt gaat aan je voorbij.",
            "You stepped out. Nothing is lost, and your turn passes you by."
          )}
        </p>
        <div style={{ marginTop: "0.6rem" }}>
          <Act
            machine="Intervision"
            thing={meeting}
            command="ComeBack"
            look="main"
            size="small"
            label={say("Ik ben er weer", "I am back")}
          />
        </div>
      </Note>
    )
  if (clock?.pausedAt != null)
    return (
      <Note icon="pause" kind="warn">
        <p>
          <strong>{say("Time-out.", "Time-out.")}</strong>{" "}
          {say("De klok staat stil. Wie wil, laat hem weer lopen.", "The clock stands still. Anybody may let it run again.")}
        </p>
      </Note>
    )
  return null
}
