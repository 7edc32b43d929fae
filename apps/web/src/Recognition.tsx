/** A word for a colleague: what somebody saw going well. Only they read it, and they keep it if they like. */
import { canDo } from "./Act.tsx"
import { CommandForm } from "./CommandForm.tsx"
import { useName, useSay } from "./here.tsx"
import { FormButton } from "./parts.tsx"
import { usePossible } from "./things.ts"

/** There is a way to say it to those who sit in a group with them, and to nobody else. */
export const GiveRecognition = ({ profile, to }: { readonly profile: string; readonly to: string }) => {
  const say = useSay()
  const name = useName()
  const possible = usePossible("CompetenceProfile", profile)
  const who = name(to)
  return (
    <FormButton
      can={canDo(possible && { possible }, "OfferRecognition")}
      icon="hand"
      label={say(`Zeg het tegen ${who}`, `Tell ${who}`)}
      title={say(`Daaraan herken ik jou, ${who}`, `That is how I know you, ${who}`)}
    >
      {(close) => (
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
          onDone={close}
          onCancel={close}
        />
      )}
    </FormButton>
  )
}
