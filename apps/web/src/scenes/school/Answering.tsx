/** What somebody answers to a pulse: once, with a code that says nothing of who holds it. */
import { useId, useState } from "react"
import { Form } from "../../Form.tsx"
import { useHere, useSay } from "../../here.tsx"
import { Dialog } from "../../parts.tsx"
import type { Thing } from "../../school.ts"

export const Answering = ({ pulse }: { readonly pulse: Thing<"Pulse"> }) => {
  const { person } = useHere()
  const say = useSay()
  const [isOpen, open] = useState(false)
  // Of the answers nobody hears anything, not even that the codes were drawn: whoever is invited and holds one can try.
  if (!pulse.state.units.some(({ people }) => people.includes(person))) return null
  return (
    <>
      <button type="button" className="button main" onClick={() => open(true)}>
        {say("Antwoord geven", "Answer")}
      </button>
      {isOpen && (
        <Dialog title={say("Hoe is het hier?", "How is it here?")} onClose={() => open(false)}>
          <Questions pulse={pulse} onDone={() => open(false)} />
        </Dialog>
      )}
    </>
  )
}

const Questions = ({ onDone, pulse: { id, state } }: { readonly pulse: Thing<"Pulse">; readonly onDone: () => void }) => {
  const { house, language } = useHere()
  const say = useSay()
  const form = useId()
  const [token, write] = useState("")
  const [values, answer] = useState<Readonly<Record<string, number>>>({})
  const instrument = house.pulses.find((one) => one.id === state.instrument)
  /** A question in its own words; one of somebody else's questionnaire by what it is about. */
  const asks = ({ id, scale }: (typeof state.items)[number]): string =>
    (instrument?.items.find((one) => one.id === id)?.text ??
      house.scales.find((one) => one.id === scale)?.name ?? { nl: id, en: id })[language]
  const missing =
    token.trim() === ""
      ? say("Vul eerst de code van je briefje in.", "Fill in the code of your slip first.")
      : Object.keys(values).length === 0
        ? say("Beantwoord minstens één vraag.", "Answer at least one question.")
        : undefined
  return (
    <Form
      machine="PulseAnswers"
      id={id}
      command="Answer"
      fields={() => ({ token: token.trim(), values })}
      missing={missing}
      done={say("Dank je wel. Niemand ziet welke antwoorden van jou zijn.", "Thank you. Nobody sees which answers are yours.")}
      button={say("Versturen", "Send it")}
      onDone={onDone}
    >
      <p className="soft">
        {say(
          "Je antwoordt met de code van je briefje, en nergens staat van wie die is. Sla over wat niet bij je past.",
          "You answer with the code of your slip, and nowhere does it say whose that is. Skip what does not fit you."
        )}
      </p>
      <div className="field">
        <label htmlFor={form}>{say("De code op je briefje", "The code on your slip")}</label>
        <input
          id={form}
          value={token}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          onChange={({ target }) => write(target.value)}
        />
      </div>
      {state.items.map((item) => (
        <fieldset key={item.id}>
          <legend>{asks(item)}</legend>
          <div className="answers">
            {(
              instrument?.answers ?? [1, 2, 3, 4, 5].map((value) => ({ value, name: { nl: String(value), en: String(value) } }))
            ).map(({ name, value }) => (
              <label className="option" key={value}>
                <input
                  type="radio"
                  name={`${form}${item.id}`}
                  checked={values[item.id] === value}
                  onChange={() => answer((before) => ({ ...before, [item.id]: value }))}
                />
                {name[language]}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </Form>
  )
}
