/** The law that every command can be done and every arrow is walked: what the walks never came by. */
import type { Machine } from "@groeikring/core"
import type { Journal } from "./Journal.ts"
import { leads } from "./SecondReading.ts"

const hint = "Tell a story in `starts` that comes to it, or `facts` that let it through."

/** What nobody came by, each in a sentence. */
export const unreached = (spec: Machine.Spec, journal: Journal): ReadonlyArray<string> => {
  const states = Object.keys(spec.states).filter((state) => !journal.places.has(state))
  return [
    ...uncaused(spec),
    ...states.map((state) => unvisited(journal, state)),
    ...[...journal.undone]
      .filter((command) => !leads(spec, command).every((state) => states.includes(state)))
      .map((command) => undoable(journal, command)),
    ...[...journal.unwalked]
      .filter((way) => !states.some((state) => isFrom(state, way)))
      .map((way) => `Nobody ever walked ${way}. ${hint}`)
  ]
}

const uncaused = ({ commands, events }: Machine.Spec): ReadonlyArray<string> =>
  Object.keys(events)
    .filter((event) => !Object.values(commands).some(({ emits }) => emits.includes(event)))
    .map((event) => `No command emits ${event}.`)

const unvisited = ({ unwalked }: Journal, state: string): string => {
  const ways = [...unwalked].filter((way) => isFrom(state, way))
  return `No walk ever came to ${state}${ways.length > 0 ? `, so nobody walked ${ways.join(", ")}` : ""}. ${hint}`
}

const undoable = ({ turnedDown }: Journal, command: string): string => {
  const reasons = [...(turnedDown.get(command) ?? [])]
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, times]) => `${reason} ${times}×`)
  return `Nobody could ever ${command}: it was refused with ${reasons.join(", ") || "nothing, for nobody came to it"}. ${hint}`
}

const isFrom = (state: string, way: string) => way.startsWith(`${state} -> `)
