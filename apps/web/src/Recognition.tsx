/** A word for a colleague: what somebody saw going well. Only they read it, and they keep it if they like. */
import { useState } from "react"
import { canDo } from "./Act.tsx"
import { CommandForm } from "./CommandForm.tsx"
import { useName, useSay } from "./here.tsx"
import { Icon } from "./Icon.tsx"
import { Dialog } from "./parts.tsx"
import { usePossible } from "./things.ts"

/** There is a way to say it to those who sit in a group with them, and to nobody else. */
export const GiveRecognition = ({ profile, to }: { readonly profile: string; readonly to: string }) => {
  const say = useSay()
  const name = useName()
  const possible = usePossible("CompetenceProfile", profile)
  const [isOpen, open] = useState(false)
  if (!canDo(possible && { possible }, "OfferRecognition")) return null
  const who = name(to)
  const end = () => open(false)
  return (
    <>
      <button type="button" className="button small" onClick={() => open(true)}>
        <Icon name="hand" />
        {say(`Zeg het tegen ${who}`, `Tell ${who}`)}
      </button>
      {isOpen && (
        <Dialog title={say(`Daaraan herken ik jou, ${who}`, `That is how I know you, ${who}`)} onClose={end}>
          <CommandForm
            machine="CompetenceProfile"
            thing={{ id: profile }}
            command="OfferRecognition"
            given={{}}
            lead={say(
              `Wat zag je dat goed ging? Eén zin is genoeg. Alleen ${who} leest het, en bewaart het als het past.`,
              `What did you see going well? One sentence is enough. Only ${who} reads it, and keeps it if it fits.`
            )}
            button={say("Geven", "Give it")}
            done={say(`Gegeven. ${who} leest het zo.`, `Given. ${who} will read it soon.`)}
            onDone={end}
            onCancel={end}
          />
        </Dialog>
      )}
    </>
  )
}
