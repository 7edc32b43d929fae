/** Whether somebody comes to a meeting, said by themselves. Nobody has to explain. */
import { Act } from "./Act.tsx"
import { useHere, useSay } from "./here.tsx"
import type { Thing } from "./school.ts"

export const Attending = ({ meeting }: { readonly meeting: Thing<"Intervision"> }) => {
  const { person } = useHere()
  const say = useSay()
  const { attendees, signedOff = [] } = meeting.state
  const comes = attendees.includes(person)
  return (
    <>
      {!comes && (
        <Act
          machine="Intervision"
          thing={meeting}
          command="ConfirmAttendance"
          look="main"
          icon="check"
          label={say("Ik kom", "I will be there")}
          done={say("Je bent erbij.", "You will be there.")}
        />
      )}
      {!signedOff.includes(person) && (
        <Act
          machine="Intervision"
          thing={meeting}
          command="SignOff"
          look="quiet"
          label={comes ? say("Ik kan toch niet", "I cannot come after all") : say("Ik kan niet", "I cannot come")}
          done={say("Je bent afgemeld. Je hoeft niets uit te leggen.", "You are signed off. No need to explain.")}
        />
      )}
    </>
  )
}
