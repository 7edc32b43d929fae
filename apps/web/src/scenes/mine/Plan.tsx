/** The personal development plan: its goals as a line through the years. */
import { Act } from "../../Act.tsx"
import { newName } from "../../filling.ts"
import { useHere, useName, useSay, useToday, useWords } from "../../here.tsx"
import type { StateOf, Thing } from "../../school.ts"
import { useSend } from "../../sending.ts"
import { useReopening } from "../../shares.ts"
import { useThing, useThings } from "../../things.ts"
import { useGroupName } from "../../titles.ts"
import { dayYear, lastDay } from "../../moments.ts"
import { Bones, Card, Empty } from "../../parts.tsx"
import { Reports } from "../../Reports.tsx"
import { Begin } from "../../Shelf.tsx"
import { useCompetence } from "./competences.ts"

type Goal = NonNullable<StateOf<"Pop">["goals"]>[number]

export const Plan = () => {
  const { person } = useHere()
  const say = useSay()
  const pops = useThings("Pop")?.filter(({ state }) => state.ownerId === person)
  if (pops === undefined) return <Bones />
  const running = pops.filter(({ state }) => ["Draft", "Active", "InReview"].includes(state._tag))
  return (
    <>
      {running.map(({ id }) => (
        <Pop key={id} id={id} />
      ))}
      {running.length === 0 && (
        <Card title={say("Mijn plan (POP)", "My plan (POP)")}>
          <Empty icon="target">
            <p>
              {say(
                "Een POP is jouw plan: wat wil je leren of worden, en waarom. Een paar zinnen zijn genoeg.",
                "A POP is your plan: what do you want to learn or become, and why. A few sentences are enough."
              )}
            </p>
            <Begin machine="Pop" command="Start" look="main" label={say("Mijn plan beginnen", "Begin my plan")} />
          </Empty>
        </Card>
      )}
    </>
  )
}

const Pop = ({ id }: { readonly id: string }) => {
  const { language } = useHere()
  const say = useSay()
  const words = useWords("Pop")
  const today = useToday()
  const { value: pop } = useThing("Pop", id)
  if (pop === undefined) return <Bones />
  const { goals = [], intro, period } = pop.state
  if (period === undefined) return null
  const days = (day: string) => Date.parse(day) / 86_400_000
  const whole = days(period.until) - days(period.from)
  const at = (day: string) => Math.max(0, Math.min(100, ((days(day) - days(period.from)) / whole) * 100))
  return (
    <Card
      className="wide"
      title={say("Mijn plan (POP)", "My plan (POP)")}
      aside={<span className="tag leaf">{words.state(pop.state._tag)}</span>}
      foot={<Reports of="Pop" id={id} />}
    >
      <div className="stack">
        {intro !== undefined && intro !== "" && <blockquote>{intro}</blockquote>}
        <div
          className="line"
          role="img"
          aria-label={say(
            `Van ${dayYear(period.from, language)} tot ${dayYear(period.until, language)}; ${goals.length} doelen.`,
            `From ${dayYear(period.from, language)} to ${dayYear(period.until, language)}; ${goals.length} goals.`
          )}
        >
          <span className="gone" style={{ width: `${at(today)}%` }} />
          <span className="nowmark" style={{ left: `${at(today)}%` }}>
            {say("nu", "now")}
          </span>
          {goals.map((goal) => (
            <span
              key={goal.id}
              className={`goalmark ${goal.standing === "Achieved" ? "done" : ""}`}
              style={{ left: `${at(goal.horizon)}%` }}
            />
          ))}
          <span className="end from">{dayYear(period.from, language)}</span>
          <span className="end until">{dayYear(period.until, language)}</span>
        </div>
        <ul className="goals">
          {goals.map((goal) => (
            <GoalCard key={goal.id} goal={goal} pop={pop} />
          ))}
        </ul>
        <div className="row">
          <Act
            machine="Pop"
            thing={pop}
            command="AddGoal"
            look={goals.length === 0 ? "main" : ""}
            fields={{ goal: `doel-${newName()}` }}
            label={say("Een doel toevoegen", "Add a goal")}
          />
          <Act
            machine="Pop"
            thing={pop}
            command="Activate"
            look="main"
            label={say("Hiermee ga ik aan de slag", "This is what I start with")}
            done={say("Je plan loopt.", "Your plan runs.")}
          />
          <Act machine="Pop" thing={pop} command="WriteIntro" look="quiet" />
          <Act machine="Pop" thing={pop} command="OpenReview" look="quiet" />
          <Act machine="Pop" thing={pop} command="CloseReview" />
        </div>
      </div>
    </Card>
  )
}

const GoalCard = ({ goal, pop }: { readonly goal: Goal; readonly pop: Thing<"Pop"> }) => {
  const { language } = useHere()
  const say = useSay()
  const groupName = useGroupName()
  const send = useSend()
  const name = useName()
  const words = useWords("Pop")
  const competence = useCompetence()
  const reopening = useReopening()
  const { competence: ref, horizon, id, progress, shares, signs, standing, support, text, why } = goal
  const steps = [
    say("nog niet begonnen", "not begun"),
    say("verkennen", "exploring"),
    say("proberen", "trying"),
    say("toepassen", "applying"),
    say("deel van mij", "part of me")
  ]
  const feedback = (pop.state.feedback ?? []).filter((one) => one.goal === id)
  const groups = useThings("PopGroup") ?? []
  return (
    <li className={`goal ${standing === "Active" ? "" : "resting"}`}>
      <div className="row apart">
        <h3>{text}</h3>
        {standing !== "Active" && <span className="tag">{words.choice("standing", standing)}</span>}
      </div>
      <p className="soft">{why}</p>
      {ref !== undefined && <span className="tag sky">{competence(ref).name}</span>}
      <fieldset>
        <legend className="hidden">{say(`Hoe ver ben je met: ${text}`, `How far are you with: ${text}`)}</legend>
        <div className="progress">
          {steps.map((step, n) => (
            <label key={step} className={n <= progress ? "reached" : ""}>
              <input
                type="radio"
                name={`progress-${id}`}
                checked={n === progress}
                disabled={standing !== "Active"}
                onChange={() =>
                  void send(
                    "Pop",
                    pop.id,
                    "SetProgress",
                    { goal: id, progress: n },
                    {
                      done: say(`Nu: ${step}.`, `Now: ${step}.`),
                      undo: { command: "SetProgress", fields: { goal: id, progress } }
                    }
                  )
                }
              />
              <span>{step}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <dl className="facts small">
        {signs.length > 0 && (
          <>
            <dt>{say("Ik merk het aan", "I notice by")}</dt>
            <dd>{signs.join("; ")}</dd>
          </>
        )}
        {support.length > 0 && (
          <>
            <dt>{say("Wat me helpt", "What helps me")}</dt>
            <dd>{support.join("; ")}</dd>
          </>
        )}
        <dt>{say("Voor", "Before")}</dt>
        <dd>{dayYear(horizon, language)}</dd>
        {shares.length > 0 && (
          <>
            <dt>{say("Open voor", "Open to")}</dt>
            <dd>
              {shares.map((share) => (
                <span key={share.id} className="row">
                  {share.to.kind === "Group"
                    ? groupName(share.to.id)
                    : share.to.kind === "Person"
                      ? name(share.to.id)
                      : say("een gesprek", "a conversation")}
                  , {say("tot en met", "until")} {lastDay(share.until, language)}
                  <Act
                    machine="Pop"
                    thing={pop}
                    command="UnshareGoal"
                    size="small"
                    look="quiet"
                    fields={{ goal: id, grant: share.id }}
                    label={say("Sluiten", "Close it")}
                    done={say("Dit doel is niet meer open.", "This goal is not open any more.")}
                    undo={reopening.goal(pop.id, id, share)}
                  />
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
      {feedback.map((one) => (
        <p className="quoted" key={one.words}>
          {one.words} <span className="soft small">{name(one.by)}</span>
        </p>
      ))}
      {standing === "Active" && (
        <div className="row">
          {groups
            .filter((group) => !shares.some(({ to }) => to.id === group.id))
            .map((group) => (
              <Act
                key={group.id}
                machine="Pop"
                thing={pop}
                command="ShareGoal"
                size="small"
                fields={{ goal: id, grant: `open-${newName()}`, to: { kind: "Group", id: group.id } }}
                suggested={text === undefined ? {} : { text }}
                label={say("Delen met mijn groep", "Share with my group")}
              />
            ))}
          <Act
            machine="Pop"
            thing={pop}
            command="AchieveGoal"
            size="small"
            fields={{ goal: id }}
            confirm={say(
              "Dan staat dit doel bij wat je bereikt hebt. Terugzetten kan niet; een nieuw doel maken wel.",
              "Then this goal stands with what you achieved. It cannot be put back; you can make a new goal."
            )}
            label={say("Gehaald", "Achieved")}
            done={say("Gehaald. Dat is iets om trots op te zijn.", "Achieved. Something to be proud of.")}
          />
          <Act
            machine="Pop"
            thing={pop}
            command="DeferGoal"
            size="small"
            look="quiet"
            fields={{ goal: id }}
            label={say("Even parkeren", "Put off")}
            done={say("Geparkeerd.", "Put off.")}
          />
        </div>
      )}
      {standing === "Deferred" && (
        <Act
          machine="Pop"
          thing={pop}
          command="ResumeGoal"
          size="small"
          fields={{ goal: id }}
          label={say("Weer oppakken", "Take up again")}
        />
      )}
    </li>
  )
}
