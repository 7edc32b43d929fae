/** A goal of the group in one sentence, from what members brought. */
import { Names } from "@groeikring/core"
import { useId, useState } from "react"
import { canDo } from "../../Act.tsx"
import { Pupils } from "../../ClassList.tsx"
import { newName } from "../../filling.ts"
import { Form } from "../../Form.tsx"
import { useHere, useSay } from "../../here.tsx"
import { Dialog } from "../../parts.tsx"
import type { Thing } from "../../school.ts"
import { useOpenThings } from "../../things.ts"

export const Propose = ({ gop }: { readonly gop: Thing<"Gop"> }) => {
  const say = useSay()
  const [isOpen, open] = useState(false)
  if (!canDo(gop, "ProposeText")) return null
  const end = () => open(false)
  return (
    <>
      <button type="button" className="button small" onClick={() => open(true)}>
        {say("Een zin voorstellen", "Propose a sentence")}
      </button>
      {isOpen && (
        <Dialog title={say("Waar gaan we samen voor?", "What do we go for together?")} onClose={end}>
          <Goal gop={gop} onDone={end} />
        </Dialog>
      )}
    </>
  )
}

const Goal = ({ gop, onDone }: { readonly gop: Thing<"Gop">; readonly onDone: () => void }) => {
  const { house } = useHere()
  const say = useSay()
  const id = useId()
  const [text, write] = useState("")
  const [sign, see] = useState("")
  const [action, act] = useState("")
  const [theme, lean] = useState("")
  const themes = useOpenThings("IpbTheme") ?? []
  const { offers, sources } = gop.state
  const optional = <span className="soft small"> {say("(hoeft niet)", "(optional)")}</span>
  return (
    <Form
      machine="Gop"
      id={gop.id}
      command="ProposeText"
      fields={() => ({
        goals: [
          {
            id: `doel-${newName()}`,
            text: text.trim(),
            sign: sign.trim(),
            themes: theme === "" ? [] : [theme],
            actions: action.trim() === "" ? [] : [action.trim()],
            // Whoever stands in these words is named, so they have to have offered it themselves.
            names: house.people
              .filter(({ name }) => Names.suspected(`${text} ${sign}`, [{ name, role: "" }]).length > 0)
              .map(({ id }) => id),
            sources: sources.map(({ id }) => id),
            offers: offers.map(({ id }) => id)
          }
        ]
      })}
      missing={
        text.trim() === "" || sign.trim() === ""
          ? say(
              "Schrijf eerst het doel op, en waaraan jullie zien dat het lukt.",
              "Write down the goal first, and by what you see that it works."
            )
          : undefined
      }
      done={say("Het voorstel ligt er.", "The proposal is there.")}
      button={say("Voorstellen", "Propose")}
      onDone={onDone}
      onCancel={onDone}
    >
      <div className="field">
        <label htmlFor={`${id}text`}>{say("Ons doel, in één zin", "Our goal, in one sentence")}</label>
        <textarea id={`${id}text`} rows={2} maxLength={280} value={text} onChange={(event) => write(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}sign`}>{say("Waaraan zien we dat het lukt?", "By what do we see that it works?")}</label>
        <input id={`${id}sign`} maxLength={280} value={sign} onChange={(event) => see(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}action`}>
          {say("Wat doen we ervoor?", "What do we do for it?")}
          {optional}
        </label>
        <input id={`${id}action`} maxLength={280} value={action} onChange={(event) => act(event.target.value)} />
      </div>
      {themes.length > 0 && (
        <div className="field">
          <label htmlFor={`${id}theme`}>
            {say("Hoort het bij iets waar de school aan werkt?", "Does it belong to something the school works at?")}
            {optional}
          </label>
          <select id={`${id}theme`} value={theme} onChange={(event) => lean(event.target.value)}>
            <option value="">{say("Nee", "No")}</option>
            {themes.map(({ id, state }) => (
              <option key={id} value={id}>
                {state.text}
              </option>
            ))}
          </select>
        </div>
      )}
      <Pupils
        texts={[text, sign, action]}
        onReplace={([text = "", sign = "", action = ""]) => {
          write(text)
          see(sign)
          act(action)
        }}
      />
    </Form>
  )
}
