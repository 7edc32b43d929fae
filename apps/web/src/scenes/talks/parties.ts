/** Between whom a conversation is, as who looks would say it. */
import { useHere, useName, useSay } from "../../here.tsx"

interface Between {
  readonly employeeId: string
  readonly leaderId?: string | undefined
}

/** With the other one; of the two, for who only reads what is in the file. */
export const useParties = () => {
  const { person } = useHere()
  const say = useSay()
  const name = useName()
  return ({ employeeId, leaderId }: Between): string => {
    if (employeeId === person) return `${say("met", "with")} ${name(leaderId)}`
    if (leaderId === person || leaderId === undefined) return `${say("met", "with")} ${name(employeeId)}`
    return `${say("van", "of")} ${name(employeeId)} ${say("en", "and")} ${name(leaderId)}`
  }
}
