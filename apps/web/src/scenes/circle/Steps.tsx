/** The intervision itself: the step of now, what everybody does in it, and the sheet. */
import { Act, whyNot } from "../../Act.tsx"
import { capital, useHere, useName, useNamed, useSay, useWords } from "../../here.tsx"
import { useFacts } from "../../things.ts"
import { Icon } from "../../Icon.tsx"
import { Card, Face } from "../../parts.tsx"
import { isListening, type Meeting, type Sitting, stepOf, turnOf, useCapture } from "./meeting.ts"
import { Closed, OwnNotes, Words } from "./Words.tsx"

export const Steps = ({ me, meeting }: Sitting) => {
  const { language } = useHere()
  const say = useSay()
  const words = useWords("Intervision")
  const { state } = meeting
  const { caseGiver = "", method, step: n = 0 } = state
  const step = stepOf(state)
  if (step === undefined || method === undefined) return null
  return (
    <div className="stack">
      <Card
        className="now"
        title={step.name[language]}
        aside={
          <span className="tag">
            {say(`stap ${n + 1} van ${method.steps.length}`, `step ${n + 1} of ${method.steps.length}`)}
          </span>
        }
      >
        <div className="stack">
          <YourPart me={me} meeting={meeting} />
          {step.rules.length > 0 && (
            <ul className="rules">
              {step.rules.map((rule) => (
                <li key={rule}>{words.choice("rules", rule)}</li>
              ))}
            </ul>
          )}
          <Input me={me} meeting={meeting} />
          <OwnNotes id={meeting.id} notes={(state.notes ?? []).filter(({ by }) => by === me)} />
        </div>
      </Card>
      <Question meeting={meeting} me={me} />
      <Sheet me={me} meeting={meeting} />
      {me === caseGiver && (
        <p className="soft small">
          {say(
            "Wat er over jouw casus op het blad staat, kun jij er altijd af halen.",
            "You can always take off the sheet what is about your case."
          )}
        </p>
      )}
    </div>
  )
}

/** What was asked: the session itself goes on without it, and its history still tells those who were there. */
const useQuestion = ({ id, state }: Meeting): string | undefined => {
  const facts = useFacts("Intervision", state.caseGiver === undefined ? undefined : id)
  const offered = facts?.findLast(({ event }) => event._tag === "CaseOffered" && event.caseGiver === state.caseGiver)
  return offered?.event.question
}

/** The question stays in sight, as long as there is one. */
export const Question = ({ me, meeting }: Sitting) => {
  const { state } = meeting
  const say = useSay()
  const name = useName()
  const question = useQuestion(meeting)
  return question === undefined ? null : (
    <Card
      className="sun"
      level={3}
      title={
        state.caseGiver === me
          ? say("Jouw vraag", "Your question")
          : say(`De vraag van ${name(state.caseGiver ?? "")}`, `${name(state.caseGiver ?? "")}’s question`)
      }
    >
      <blockquote>{question}</blockquote>
    </Card>
  )
}

/** What somebody does in this step, said to them. */
const YourPart = ({ me, meeting }: Sitting) => {
  const { state } = meeting
  const say = useSay()
  const name = useName()
  const words = useWords("Intervision")
  const step = stepOf(state)!
  const capture = useCapture(state)
  const gives = me === state.caseGiver
  const listens = isListening(meeting)
  const next = turnOf(state)
  const icon = listens ? "ear" : gives ? "hand" : capture === undefined ? "circle" : "pen"
  const said = gives
    ? say(
        `Jij bracht de casus in. In deze stap: de inbrenger ${words.choice("caseGiver", step.caseGiver)}.`,
        `You brought the case. In this step the case giver ${words.choice("caseGiver", step.caseGiver)}.`
      )
    : listens
      ? say("Jij luistert nu.", "You listen now.")
      : step.floor.includes("None") || step.rules.includes("WriteSilentlyFirst")
        ? say(
            "Schrijf voor jezelf, in stilte. Straks ligt alles tegelijk op tafel.",
            "Write for yourself, in silence. In a moment everything is on the table at once."
          )
        : next !== undefined
          ? next === me
            ? say("Jij bent aan de beurt.", "It is your turn.")
            : say(`${name(next)} is aan de beurt.`, `It is ${name(next)}’s turn.`)
          : say(
              `Aan het woord: ${step.floor.map((one) => words.choice("floor", one)).join(", ")}.`,
              `Speaking: ${step.floor.map((one) => words.choice("floor", one)).join(", ")}.`
            )
  return (
    <div className="yourpart">
      <Icon name={icon} />
      <div>
        <p className="role">
          {me === state.facilitator
            ? say("Jij leidt", "You lead")
            : gives
              ? say("Inbrenger", "Case giver")
              : me === state.guardian
                ? say("Jij bewaakt de tijd", "You keep the time")
                : say("Jouw rol", "Your part")}
        </p>
        <p>{said}</p>
      </div>
    </div>
  )
}

const Input = ({ me, meeting }: Sitting) => {
  const say = useSay()
  const named = useNamed()
  const words = useWords("Intervision")
  const { state } = meeting
  const type = useCapture(state)
  if (type === undefined) return null
  const why = whyNot(meeting, "CaptureItem")
  if (why !== undefined) return <Closed label={capital(words.choice("type", type))}>{named(why)}</Closed>
  const silent = stepOf(state)!.rules.includes("WriteSilentlyFirst")
  return (
    <Words
      key={`${state.step}`}
      id={meeting.id}
      command="CaptureItem"
      max={280}
      label={capital(words.choice("type", type))}
      help={
        silent
          ? say("Niemand ziet dit tot de stap voorbij is.", "Nobody sees this until the step is over.")
          : say("Kort, en zonder namen.", "Short, and without names.")
      }
      button={silent ? say("Opschrijven", "Write down") : say("Op het blad", "On the sheet")}
      fields={(item) => ({ item, type })}
      besides={
        turnOf(state) === me && (
          <Act machine="Intervision" thing={meeting} command="PassTurn" look="quiet" label={say("Ik pas", "I pass")} />
        )
      }
    />
  )
}

export const Sheet = ({ me, meeting }: Sitting) => {
  const say = useSay()
  const words = useWords("Intervision")
  const { caseGiver, items = [] } = meeting.state
  const open = items.filter(({ hidden }) => !hidden)
  const own = items.filter(({ by, hidden }) => hidden && by === me)
  const others = new Set(items.filter(({ by, hidden }) => hidden && by !== me).map(({ by }) => by))
  if (items.length === 0) return null
  const types = [...new Set(open.map(({ type }) => type))]
  return (
    <Card title={say("Op het blad", "On the sheet")}>
      <div className="stack">
        {(own.length > 0 || others.size > 0) && (
          <div className="stack tight">
            <ul className="sheet">
              {own.map((item) => (
                <li key={item.id} className="veiled">
                  <span>{item.words}</span>
                  <span className="soft small">{say("alleen jij ziet dit nog", "only you see this yet")}</span>
                </li>
              ))}
            </ul>
            {others.size > 0 && (
              <p className="row soft">
                {[...others].map((one) => (
                  <Face key={one} person={one} size="tiny" />
                ))}
                {others.size === 1
                  ? say("schreef al iets op.", "wrote something down.")
                  : say("schreven al iets op.", "wrote something down.")}
              </p>
            )}
          </div>
        )}
        {types.map((type) => (
          <section key={type} aria-label={words.choice("type", type)}>
            <h3 className="soft">{capital(words.choice("type", type))}</h3>
            <ul className="sheet">
              {open
                .filter((item) => item.type === type)
                .map((item) => (
                  <li key={item.id}>
                    <span>{item.words}</span>
                    {(item.by === me || caseGiver === me) && (
                      <Act
                        machine="Intervision"
                        thing={meeting}
                        command="RedactItem"
                        size="small"
                        look="quiet"
                        fields={{ item: item.id }}
                        label={
                          <>
                            {say("Weghalen", "Take off")}
                            <span className="hidden">: {item.words}</span>
                          </>
                        }
                        done={say("Het is van het blad.", "It is off the sheet.")}
                      />
                    )}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  )
}
