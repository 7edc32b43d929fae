/** What somebody opened to others, so that it can be opened again as it was: in the same words, until the same day. */
import { useHere } from "./here.tsx"
import { newName } from "./filling.ts"
import type { Undo } from "./undo.ts"
import { useThings } from "./things.ts"

/** A share as its owner has it. */
interface Share {
  readonly id: string
  readonly to: { readonly kind: "Person" | "Group" | "Conversation"; readonly id: string }
  readonly until: number
}

export const useReopening = () => {
  const { person } = useHere()
  const views = useThings("SharedView")
  /** What others read by it. Once it is closed nobody can say any more what that was. */
  const shown = (source: string, { id }: Share) =>
    views?.find(
      ({ state }) => state._tag === "Open" && state.ownerId === person && state.sourceId === source && state.grant === id
    )?.state
  // What was closed stays closed; what is opened again has another name.
  const again = ({ to, until }: Share) => ({ grant: `open-${newName()}`, to, until })
  return {
    goal: (pop: string, goal: string, share: Share): Undo<"Pop", "ShareGoal"> | undefined => {
      const text = shown(pop, share)?.text
      return text === undefined ? undefined : { command: "ShareGoal", fields: { ...again(share), goal, text } }
    },
    entry: (entry: string, share: Share): Undo<"PortfolioEntry", "Grant"> | undefined => {
      const { files, text, title } = shown(entry, share) ?? {}
      return title === undefined || text === undefined || files === undefined
        ? undefined
        : { command: "Grant", fields: { ...again(share), files, text, title } }
    }
  }
}
