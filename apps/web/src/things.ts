/** What is asked of the school, typed by the machine that it is about. */
import { useEffect } from "react"
import { useHere } from "./here.tsx"
import { type Known, type Question, useKnown } from "./knowing.ts"
import { type FactOf, isAway, type Listed, type MachineName, type Possibles, type Thing, thingsOf } from "./school.ts"

type About = "show" | "possible" | "history"
const useAbout = <A>(machine: MachineName, id: string | undefined, about: About): Known<A> => {
  const { knowing, school } = useHere()
  const question =
    id === undefined
      ? undefined
      : {
          name: `${machine} ${id} ${about}`,
          machine,
          id,
          ask: () => thingsOf(school, machine)(id)[about]() as ReturnType<Question<A>["ask"]>
        }
  return useKnown(knowing, question)
}
/** One thing and what can be done with it. */
export const useThing = <M extends MachineName>(machine: M, id: string | undefined): Known<Thing<M>> =>
  useAbout(machine, id, "show")
/** What can be done with a thing that need not exist yet. */
export const usePossible = (machine: MachineName, id: string | undefined): Possibles | undefined =>
  useAbout<Possibles>(machine, id, "possible").value
/** What happened with a thing, as far as this person may know it. */
export const useFacts = <M extends MachineName>(machine: M, id: string | undefined): ReadonlyArray<FactOf<M>> | undefined =>
  useAbout<ReadonlyArray<FactOf<M>>>(machine, id, "history").value

/** Every thing of a machine that this person may see. */
export const useThings = <M extends MachineName>(machine: M): ReadonlyArray<Listed<M>> | undefined => {
  const { knowing, school } = useHere()
  const { failure, value } = useKnown<ReadonlyArray<Listed<M>>>(knowing, {
    name: machine,
    machine,
    ask: () => thingsOf(school, machine).list() as ReturnType<Question<ReadonlyArray<Listed<M>>>["ask"]>
  })
  return value ?? (failure === undefined || isAway(failure) ? undefined : [])
}

/** Those of which something can still come: what is new leans on nothing that is over. */
export const useOpenThings = <M extends MachineName>(machine: M): ReadonlyArray<Listed<M>> | undefined => {
  const { house } = useHere()
  return useThings(machine)?.filter(({ state }) => house.forms[machine]?.ends.includes(state._tag) !== true)
}

/** What waits for this person. */
export const useSuggestions = () => {
  const { knowing, school } = useHere()
  useEffect(() => {
    const asking = setInterval(() => knowing.named("me"), everySoOften)
    return () => clearInterval(asking)
  }, [knowing])
  return useKnown(knowing, { name: "me", ask: school.me }).value?.suggestions
}
/** What others do that leads to it, somebody may not hear: a plan is its owner's, also when they ask for a buddy. */
const everySoOften = 20_000
export type Suggestion = NonNullable<ReturnType<typeof useSuggestions>>[number]
