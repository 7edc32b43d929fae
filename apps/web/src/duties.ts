/** What somebody does at the school, as its list of staff has it. For a kind word, never for a right: those are the server's. */
import { useHere } from "./here.tsx"
import { useThings } from "./things.ts"

export const useDuties = () => {
  const { person } = useHere()
  const staff = useThings("Staff")?.[0]
  const { administrators = [], council = [], leadersOf = {}, posts = [] } = staff?.state ?? {}
  return {
    /** The list of staff itself. */
    staff: staff?.id,
    /** Who leads this person. */
    leader: leadersOf[person]?.[0],
    leads: Object.values(leadersOf).some((leaders) => leaders.includes(person)),
    administers: administrators.includes(person),
    /** In the part of the council that speaks for the staff. */
    consents: council.includes(person),
    keepsFiles: posts.some((post) => post.person === person && post.function === "Hr")
  }
}
