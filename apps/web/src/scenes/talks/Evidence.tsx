/** What the employee lays on the table, and nobody else can. */
import type { ReactNode } from "react"
import { Act, canDo } from "../../Act.tsx"
import { newName } from "../../filling.ts"
import { useName, useSay, useWords } from "../../here.tsx"
import type { Thing } from "../../school.ts"
import { useThing, useThings } from "../../things.ts"
import { Card } from "../../parts.tsx"

/** What the employee brings along, and nobody else can. */
export const Evidence = ({ mine, talk }: { readonly talk: Thing<"Conversation">; readonly mine: boolean }) => {
  const say = useSay()
  const name = useName()
  const words = useWords("Conversation")
  const { employeeId, evidence = [] } = talk.state
  const entries = useThings("PortfolioEntry") ?? []
  const pops = useThings("Pop") ?? []
  const goals = pops.flatMap(({ state }) => state.goals ?? [])
  const plans = pops.filter(
    ({ state }) => state.ownerId === employeeId && state.goals?.some((goal) => goal.standing === "Active")
  )
  const views = useThings("SharedView") ?? []
  const attached = evidence
  const called = ({ kind, ref }: (typeof evidence)[number]) =>
    (kind === "PortfolioEntry" ? entries.find(({ id }) => id === ref)?.state.title : goals.find(({ id }) => id === ref)?.text) ??
    views.find(({ state }) => state.sourceId === ref || state.part === ref)?.state.title ??
    views.find(({ state }) => state.sourceId === ref || state.part === ref)?.state.text ??
    words.choice("kind", kind)
  const isFor = ({ to }: { readonly to: { readonly id: string } }) => to.id === talk.id
  const isOnTable = (id: string) => attached.some(({ ref }) => ref === id)
  /** What is open for this conversation, and not on the table yet. */
  const ready = mine
    ? [
        ...goals
          .filter(({ id, shares }) => shares.some(isFor) && !isOnTable(id))
          .map(({ id, text }) => ({ kind: "PopGoal", ref: id, name: text }) as const),
        ...entries
          .filter(({ id, state }) => state.grants?.some(isFor) === true && !isOnTable(id))
          .map(({ id, state }) => ({ kind: "PortfolioEntry", ref: id, name: state.title }) as const)
      ]
    : []
  const closed = entries.filter(
    ({ id, state }) => ["Kept", "Granted"].includes(state._tag) && state.grants?.some(isFor) !== true && !isOnTable(id)
  )
  return (
    <Card
      title={
        mine
          ? say("Wat jij meebrengt", "What you bring along")
          : say(`Wat ${name(employeeId)} meebrengt`, `What ${name(employeeId)} brings along`)
      }
    >
      <div className="stack">
        {attached.length === 0 ? (
          <p className="soft">
            {mine
              ? say(
                  "Nog niets, en dat mag. Jij kiest wat er op tafel komt.",
                  "Nothing yet, and that is fine. You choose what comes on the table."
                )
              : say("Nog niets. Dat is aan de ander.", "Nothing yet. That is up to the other.")}
          </p>
        ) : null}
        <ul className="list">
          {attached.map((one) => (
            <li key={one.ref} className="row apart">
              <span>{called(one)}</span>
              {mine && (
                <Act
                  machine="Conversation"
                  thing={talk}
                  command="DetachEvidence"
                  size="small"
                  look="quiet"
                  fields={one}
                  label={say("Terugnemen", "Take back")}
                  done={say("Het ligt niet meer op tafel.", "It is off the table.")}
                />
              )}
            </li>
          ))}
          {ready.map(({ name, ...one }) => (
            <li key={one.ref} className="row apart">
              <span>{name}</span>
              <Act
                machine="Conversation"
                thing={talk}
                command="AttachEvidence"
                size="small"
                fields={one}
                label={say("Op tafel leggen", "Put on the table")}
                done={say("Het ligt op tafel.", "It is on the table.")}
              />
            </li>
          ))}
        </ul>
        {mine && canDo(talk, "AttachEvidence") && (
          <>
            {plans.length > 0 && (
              <Opening
                title={say("Een doel uit mijn plan openen voor dit gesprek", "Open a goal of my plan for this conversation")}
              >
                {plans.map(({ id }) => (
                  <GoalsFor key={id} id={id} talk={talk.id} />
                ))}
              </Opening>
            )}
            {closed.length > 0 && (
              <Opening
                title={say("Iets uit mijn map openen voor dit gesprek", "Open something of my folder for this conversation")}
              >
                {closed.map(({ id }) => (
                  <EntryFor key={id} id={id} talk={talk.id} />
                ))}
              </Opening>
            )}
          </>
        )}
      </div>
    </Card>
  )
}

/** What can still be opened for a conversation. */
const Opening = ({ children, title }: { readonly title: string; readonly children: ReactNode }) => (
  <details>
    <summary>{title}</summary>
    <ul className="list">{children}</ul>
  </details>
)

const GoalsFor = ({ id, talk }: { readonly id: string; readonly talk: string }) => {
  const say = useSay()
  const { value: pop } = useThing("Pop", id)
  return pop?.state.goals
    ?.filter(({ shares, standing }) => standing === "Active" && !shares.some(({ to }) => to.id === talk))
    .map((goal) => (
      <li key={goal.id} className="row apart">
        <span>{goal.text}</span>
        <Act
          machine="Pop"
          thing={pop}
          command="ShareGoal"
          size="small"
          fields={{
            goal: goal.id,
            grant: `gesprek-${newName()}`,
            to: { kind: "Conversation", id: talk },
            ...(goal.text !== undefined && { text: goal.text })
          }}
          label={say("Openen", "Open")}
          done={say("Open voor dit gesprek, en daarna weer dicht.", "Open for this conversation, and closed again after it.")}
        />
      </li>
    ))
}

const EntryFor = ({ id, talk }: { readonly id: string; readonly talk: string }) => {
  const say = useSay()
  const { value: entry } = useThing("PortfolioEntry", id)
  if (entry === undefined) return null
  const { text, title } = entry.state
  return (
    <li className="row apart">
      <span>{title}</span>
      <Act
        machine="PortfolioEntry"
        thing={entry}
        command="Grant"
        size="small"
        fields={{
          grant: `gesprek-${newName()}`,
          to: { kind: "Conversation", id: talk },
          ...(title !== undefined && { title }),
          ...(text !== undefined && { text }),
          files: []
        }}
        label={say("Openen", "Open")}
        done={say("Open voor dit gesprek, en daarna weer dicht.", "Open for this conversation, and closed again after it.")}
      />
    </li>
  )
}
