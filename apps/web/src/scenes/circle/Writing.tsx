/** The end: the case giver chooses at most three tips, and who wants writes a plan in five minutes. */
import { useState } from "react"
import { Act } from "../../Act.tsx"
import { CommandForm } from "../../CommandForm.tsx"
import { newName } from "../../filling.ts"
import { Form } from "../../Form.tsx"
import { useHere, useName, useSay } from "../../here.tsx"
import { useSend } from "../../sending.ts"
import { useThings } from "../../things.ts"
import { PapCard } from "../../PapCard.tsx"
import { Card, Note } from "../../parts.tsx"
import type { Sitting, Timed } from "./meeting.ts"
import { asClock, useSecondsLeft } from "./stepclock.ts"

const most = 3

export const Writing = ({ clock, me, meeting }: Timed) => {
  const say = useSay()
  const name = useName()
  const { state } = meeting
  const { _tag, caseGiver, facilitator, tips = [] } = state
  return (
    <div className="stack">
      {caseGiver !== undefined &&
        tips.length > 0 &&
        (caseGiver === me ? <ChooseTips me={me} meeting={meeting} /> : <Chosen me={me} meeting={meeting} />)}
      <Plan clock={clock} me={me} meeting={meeting} />
      {me === facilitator ? (
        <Card title={_tag === "Closing" ? say("De slotronde", "The closing round") : say("Afronden", "Close")}>
          <div className="stack">
            <p className="soft">
              {_tag === "Closing"
                ? say("Ieder één woord. Daarna is de kring gesloten.", "One word each. Then the circle is closed.")
                : say("Als ieder klaar is met schrijven.", "When everybody has finished writing.")}
            </p>
            <div className="row">
              {_tag !== "Closing" && (
                <Act
                  machine="Intervision"
                  thing={meeting}
                  command="Close"
                  fields={{ closingRound: true }}
                  label={say("Eerst een slotronde", "First a closing round")}
                />
              )}
              <Act
                machine="Intervision"
                thing={meeting}
                command="Close"
                look="main"
                fields={{}}
                label={say("De kring sluiten", "Close the circle")}
                done={say(
                  "De kring is gesloten. De tijd staat in ieders jaartaak.",
                  "The circle is closed. The time is in everybody’s year task."
                )}
              />
            </div>
          </div>
        </Card>
      ) : (
        <Note icon="circle" kind="kind">
          {_tag === "Closing"
            ? say("Slotronde: één woord waarmee je weggaat.", "Closing round: one word with which you leave.")
            : say(
                `${name(facilitator ?? "")} sluit de kring als ieder klaar is.`,
                `${name(facilitator ?? "")} closes the circle when everybody is done.`
              )}
        </Note>
      )}
    </div>
  )
}

const ChooseTips = ({ meeting }: Sitting) => {
  const say = useSay()
  const { chosen = [], tips = [] } = meeting.state
  const [picked, pick] = useState<ReadonlyArray<string>>(chosen)
  const isFull = picked.length >= most
  const isSame = picked.length === chosen.length && picked.every((tip) => chosen.includes(tip))
  return (
    <Card
      className="sun"
      title={say("Welke tips neem je mee?", "Which tips do you take?")}
      aside={
        <span className="tag sun">
          {picked.length} / {most}
        </span>
      }
    >
      <Form
        machine="Intervision"
        id={meeting.id}
        command="ChooseTips"
        fields={() => ({ tips: picked })}
        done={say(
          "Gekozen. Bedank de kring; over de rest hoef je niets te zeggen.",
          "Chosen. Thank the circle; no need to comment on the rest."
        )}
        undo={{ command: "ChooseTips", fields: { tips: chosen } }}
        isSent={isSame && chosen.length > 0}
        button={
          isSame && chosen.length > 0
            ? say("Gekozen", "Chosen")
            : say("Deze neem ik mee. Dank jullie wel", "I take these. Thank you all")
        }
      >
        <p className="soft" id="choose-help">
          {say("Hooguit drie. Nul mag ook.", "Three at most. None is fine too.")}{" "}
          {isFull && say("Wil je een andere? Leg er eerst een terug.", "Want another? Put one back first.")}
        </p>
        <ul className="tips choose">
          {tips.map(({ id, words }) => {
            const isPicked = picked.includes(id)
            return (
              <li key={id} className={isPicked ? "picked" : ""}>
                <label>
                  <input
                    type="checkbox"
                    checked={isPicked}
                    aria-disabled={isFull && !isPicked}
                    aria-describedby="choose-help"
                    onChange={() =>
                      isPicked ? pick(picked.filter((one) => one !== id)) : isFull ? undefined : pick([...picked, id])
                    }
                  />
                  {words}
                </label>
              </li>
            )
          })}
        </ul>
      </Form>
    </Card>
  )
}

const Chosen = ({ meeting: { state } }: Sitting) => {
  const say = useSay()
  const name = useName()
  const { caseGiver = "", chosen = [], tips = [] } = state
  return (
    <Card title={say(`${name(caseGiver)} kiest`, `${name(caseGiver)} chooses`)}>
      {chosen.length === 0 ? (
        <p className="soft">{say("Even stil: kiezen mag rustig.", "Silence for a moment: choosing takes its time.")}</p>
      ) : (
        <ul className="tips">
          {tips
            .filter(({ id }) => chosen.includes(id))
            .map(({ id, words }) => (
              <li key={id}>{words}</li>
            ))}
        </ul>
      )}
    </Card>
  )
}

/** Five minutes, and it may take longer: the time is a help. */
const FiveMinutes = ({ clock }: Pick<Timed, "clock">) => {
  const { house } = useHere()
  const say = useSay()
  const left = useSecondsLeft(clock, house.settings.papMinutes)
  return left === undefined ? null : (
    <span className="tag" role="timer">
      {left > 0 ? asClock(left) : say("neem je tijd", "take your time")}
    </span>
  )
}

const Plan = ({ clock, me, meeting }: Timed) => {
  const say = useSay()
  const send = useSend()
  const [name] = useState(() => `pap-${newName()}`)
  const [isWriting, write] = useState(false)
  const { caseGiver, chosen = [], groupId } = meeting.state
  const paps = useThings("Pap")
  const mine = paps?.find(({ state }) => state.fromSession === meeting.id && state.ownerId === me)
  const live = paps?.find(
    ({ state }) =>
      ["Committed", "Trying"].includes(state._tag) &&
      state.groupId === groupId &&
      state.ownerId === me &&
      state.fromSession !== meeting.id
  )
  if (mine !== undefined && mine.state._tag !== "Draft") return <PapCard id={mine.id} />
  if (live !== undefined)
    return (
      <div className="stack tight">
        <Note icon="leaf">
          {say(
            "Je hebt nog een plan lopen. Daar kijk je eerst op terug; daarna is er ruimte voor een nieuw plan.",
            "You have a plan going on. First you look back on that; then there is room for a new one."
          )}
        </Note>
        <PapCard id={live.id} />
      </div>
    )
  const pap = mine?.id ?? name
  return (
    <Card className="sun" title={say("Wat ga je proberen?", "What will you try?")} aside={<FiveMinutes clock={clock} />}>
      {isWriting || mine !== undefined ? (
        <CommandForm
          machine="Pap"
          thing={mine ?? { id: pap }}
          command="Commit"
          given={{}}
          button={say("Dit ga ik proberen", "This is what I will try")}
          done={say(
            "Je plan staat. De volgende keer kijken jullie samen terug.",
            "Your plan stands. Next time you look back together."
          )}
          onDone={() => write(false)}
        />
      ) : (
        <div className="stack">
          <p>
            {caseGiver === me
              ? say(
                  "Eén klein experiment, tussen nu en de volgende kring.",
                  "One small experiment, between now and the next circle."
                )
              : say("Ook jij mag iets meenemen. Het hoeft niet.", "You may take something along too. You need not.")}
          </p>
          <div>
            <button
              type="button"
              className="button main"
              onClick={async () => {
                const failure = await send("Pap", pap, "Start", {
                  groupId,
                  fromSession: meeting.id,
                  tipRefs: caseGiver === me ? chosen : []
                })
                if (failure === undefined) write(true)
              }}
            >
              {say("Mijn plan schrijven", "Write my plan")}
            </button>
          </div>
        </div>
      )}
    </Card>
  )
}
