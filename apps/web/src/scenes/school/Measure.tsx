/** A new pulse: of one's own group, with the questions of the pack, or of the school for who may. */
import { useState } from "react"
import { CommandForm } from "../../CommandForm.tsx"
import { newName } from "../../filling.ts"
import { useHere, useSay, useWords } from "../../here.tsx"
import { Dialog } from "../../parts.tsx"
import { Begin } from "../../Shelf.tsx"
import { useThings } from "../../things.ts"
import { useGroupName } from "../../titles.ts"

export const Measure = () => {
  const { house, person } = useHere()
  const say = useSay()
  const groupName = useGroupName()
  const words = useWords("Pulse")
  const groups = useThings("PopGroup")?.filter(({ state }) => state._tag === "Active" && state.members.includes(person)) ?? []
  const [measured, measure] = useState<(typeof groups)[number]>()
  const [id] = useState(() => `puls-${newName()}`)
  const [instrument] = house.pulses
  if (instrument === undefined) return null
  const given = {
    schoolYear: house.schoolYear,
    instrument: instrument.id,
    items: instrument.items.map(({ id, scale }) => ({ id, scale })),
    // Only the questions of others ask for one.
    licence: undefined
  }
  const end = () => measure(undefined)
  return (
    <div className="row">
      {groups.map((group) => (
        <button key={group.id} type="button" className="button small" onClick={() => measure(group)}>
          {say(`Een puls voor ${groupName(group.id)}`, `A pulse for ${groupName(group.id)}`)}
        </button>
      ))}
      <Begin machine="Pulse" command="Design" given={given} label={say("Een puls voor de school", "A pulse for the school")} />
      {measured !== undefined && (
        <Dialog title={say("Een puls voor jullie groep", "A pulse for your group")} onClose={end}>
          <CommandForm
            machine="Pulse"
            thing={{ id }}
            command="Design"
            given={{ ...given, groupId: measured.id, units: [{ id: measured.id, people: measured.state.members }] }}
            lead={words.help("Design")}
            done={say("De puls staat klaar. Nu zegt ieder van jullie nog ja.", "The pulse is ready. Now each of you says yes.")}
            onDone={end}
            onCancel={end}
          />
        </Dialog>
      )}
    </div>
  )
}
