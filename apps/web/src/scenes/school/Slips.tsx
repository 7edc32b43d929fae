/** The codes of a pulse: one for everybody who is invited, to be drawn from a hat. They are shown once, and nobody writes down who has which. */
import { useState } from "react"
import { canDo } from "../../Act.tsx"
import { useSay } from "../../here.tsx"
import { Dialog } from "../../parts.tsx"
import type { FieldsOf, Thing } from "../../school.ts"
import { useSend } from "../../sending.ts"
import { usePossible } from "../../things.ts"
import { useGroupName } from "../../titles.ts"

type Drawn = FieldsOf<"PulseAnswers", "DrawTokens">["tokens"]

/** Too many to guess one. */
const code = (): string => crypto.randomUUID().slice(0, 13)

export const Slips = ({ pulse: { id, state } }: { readonly pulse: Thing<"Pulse"> }) => {
  const say = useSay()
  const send = useSend()
  const groupName = useGroupName()
  const possible = usePossible("PulseAnswers", id)
  const [drawn, keep] = useState<Drawn>([])
  const draw = async () => {
    const tokens = state.units.map(({ id, people }) => ({ unit: id, tokens: people.map(code) }))
    if ((await send("PulseAnswers", id, "DrawTokens", { tokens })) === undefined) keep(tokens)
  }
  return (
    <>
      {canDo(possible && { possible }, "DrawTokens") && (
        <button type="button" className="button main" onClick={() => void draw()}>
          {say("Briefjes trekken", "Draw the slips")}
        </button>
      )}
      {drawn.length > 0 && (
        <Dialog title={say("De briefjes", "The slips")} onClose={() => keep([])}>
          <div className="stack">
            <p>
              {say(
                "Ze staan hier één keer. Druk ze af, knip ze los en laat ieder er een trekken. Wie welke heeft, schrijft niemand op.",
                "They stand here once. Print them, cut them apart, and let everybody draw one. Nobody writes down who has which."
              )}
            </p>
            <div className="slips">
              {drawn.map(({ tokens, unit }) => (
                <ul key={unit} aria-label={groupName(unit)}>
                  {tokens.map((token) => (
                    <li key={token}>
                      <span className="soft small">{say("Mijn code voor de puls", "My code for the pulse")}</span>
                      <code>{token}</code>
                    </li>
                  ))}
                </ul>
              ))}
            </div>
            <div className="row">
              <button type="button" className="button main" onClick={() => print()}>
                {say("Afdrukken", "Print")}
              </button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  )
}
