/** What a member brings to the plan of the group: a goal of their own that the group may know, a theme, a row of the board, or a success. */
import { useId, useState } from "react"
import { canDo } from "../../Act.tsx"
import { newName } from "../../filling.ts"
import { Form } from "../../Form.tsx"
import { schoolNow } from "../../clock.ts"
import { capital, useHere, useSay, useWords } from "../../here.tsx"
import { Dialog } from "../../parts.tsx"
import { hrefTo } from "../../place.ts"
import type { FieldsOf, Thing } from "../../school.ts"
import { useOpenThings, useThings } from "../../things.ts"
import { useCompetence } from "../mine/competences.ts"

type Brought = FieldsOf<"Gop", "Contribute">
type Kind = Brought["kind"]
/** Something that can be chosen, and what is told of it. */
interface Choice {
  readonly name: string
  readonly told: Pick<Brought, "ref" | "competence">
  /** What its owner wrote of it for the group. */
  readonly text?: string
}
const kinds = ["PopGoal", "Theme", "HaveNeed", "Success"] as const satisfies ReadonlyArray<Kind>

/** What there is to choose of each kind. A success has only words. */
const useChoices = ({ board, groupId }: Thing<"Gop">["state"]): Readonly<Record<Kind, ReadonlyArray<Choice>>> => {
  const { person } = useHere()
  const competence = useCompetence()
  const now = schoolNow() / 60_000
  const views = useThings("SharedView") ?? []
  const goals = (useThings("Pop") ?? []).filter(({ state }) => state.ownerId === person).flatMap(({ state }) => state.goals ?? [])
  const themes = useOpenThings("IpbTheme") ?? []
  return {
    PopGoal: goals.flatMap(({ competence, id, shares, text }) => {
      const share = shares.find(({ to, until }) => to.kind === "Group" && to.id === groupId && until > now)
      const shown = views.find(({ state }) => state.grant === share?.id && state.part === id)?.state.text
      return share === undefined
        ? []
        : [
            {
              name: text ?? shown ?? id,
              told: { ref: id, ...(competence !== undefined && { competence }) },
              ...(shown !== undefined && { text: shown })
            }
          ]
    }),
    Theme: themes.map(({ id, state }) => ({ name: state.text ?? id, told: { ref: id } })),
    HaveNeed: board.map(({ ref }) => ({ name: competence(ref).name, told: { competence: ref } })),
    Success: []
  }
}

export const Bring = ({ gop }: { readonly gop: Thing<"Gop"> }) => {
  const say = useSay()
  const [isOpen, open] = useState(false)
  if (!canDo(gop, "Contribute")) return null
  return (
    <>
      <div>
        <button type="button" className="button small" onClick={() => open(true)}>
          {say("Iets inbrengen", "Bring something")}
        </button>
      </div>
      {isOpen && (
        <Dialog title={say("Wat breng je in?", "What do you bring?")} onClose={() => open(false)}>
          <Bringing gop={gop} onDone={() => open(false)} />
        </Dialog>
      )}
    </>
  )
}

const Bringing = ({ gop, onDone }: { readonly gop: Thing<"Gop">; readonly onDone: () => void }) => {
  const say = useSay()
  const words = useWords("Gop")
  const id = useId()
  const choices = useChoices(gop.state)
  const [kind, choose] = useState<Kind>("PopGoal")
  const [chosen, pick] = useState("")
  const [text, write] = useState("")
  const all = choices[kind]
  const one = all[Number(chosen === "" ? -1 : chosen)]
  const empty: Readonly<Record<Exclude<Kind, "Success">, string>> = {
    PopGoal: say(
      "Er is nog geen doel van jou open voor de groep. Deel er eerst een, bij je plan.",
      "No goal of yours is open to the group yet. Share one first, at your plan."
    ),
    Theme: say("Er staat nu geen thema open.", "No theme is open now."),
    HaveNeed: say(
      "Er staat nog niets op het bord: daarvoor laten er eerst meer van jullie iets zien.",
      "Nothing is on the board yet: for that more of you show something first."
    )
  }
  return (
    <Form
      machine="Gop"
      id={gop.id}
      command="Contribute"
      fields={() => ({
        source: `van-${newName()}`,
        kind,
        ...one?.told,
        ...(text.trim() !== "" && { text: text.trim() })
      })}
      missing={kind !== "Success" && one === undefined ? say("Kies er eerst een.", "Choose one first.") : undefined}
      done={say("Je bracht het in.", "You brought it.")}
      button={say("Inbrengen", "Bring it")}
      onDone={onDone}
      onCancel={onDone}
    >
      <p className="soft">
        {say(
          "Het blijft in de groep. Wat jij inbrengt gaat pas naar buiten als jij ja zegt.",
          "It stays in the group. What you bring goes out only when you say yes."
        )}
      </p>
      <fieldset className="field">
        <legend className="hidden">{say("Wat voor iets", "What kind")}</legend>
        <div className="options">
          {kinds.map((one) => (
            <label className="option" key={one}>
              <input
                type="radio"
                name={id}
                checked={kind === one}
                onChange={() => {
                  choose(one)
                  pick("")
                }}
              />
              {capital(words.choice("kind", one))}
            </label>
          ))}
        </div>
      </fieldset>
      {kind !== "Success" &&
        (all.length === 0 ? (
          <p>
            {empty[kind]} {kind === "PopGoal" && <a href={hrefTo("mine")}>{say("Naar mijn plan", "To my plan")}</a>}
          </p>
        ) : (
          <div className="field">
            <label htmlFor={`${id}-which`}>{say("Welk", "Which one")}</label>
            <select
              id={`${id}-which`}
              value={chosen}
              onChange={({ target: { value } }) => {
                pick(value)
                // Their own words for the group stand there to begin with, until they write others.
                write(all[Number(value)]?.text ?? text)
              }}
            >
              <option value="">{say("Kies …", "Choose …")}</option>
              {all.map(({ name }, n) => (
                <option key={`${n} ${name}`} value={n}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        ))}
      <div className="field">
        <label htmlFor={`${id}-words`}>
          {say("In jouw woorden, voor de groep", "In your words, for the group")}
          {kind !== "Success" && <span className="soft small"> {say("(hoeft niet)", "(optional)")}</span>}
        </label>
        <textarea id={`${id}-words`} rows={2} maxLength={280} value={text} onChange={(event) => write(event.target.value)} />
      </div>
    </Form>
  )
}
