/** What the walks of a machine remember: where they have been, and what they have not come by yet. */
import { Machine } from "@groeikring/core"
import type { Dice } from "../Examples.ts"
import type { Judged, Step } from "./Answer.ts"
import type { Law } from "./Promises.ts"
import { arrow, arrowsOf, leads, type Tagged } from "./SecondReading.ts"

/** Somewhere a walk has been, and how it got there. */
export interface Place {
  /** The facts it was told to begin with. */
  readonly start: ReadonlyArray<Tagged>
  /** The commands after that. */
  readonly steps: ReadonlyArray<Step>
  /** All facts. */
  readonly history: ReadonlyArray<Tagged>
  readonly state: Tagged
  readonly at: number
}

/** How a promise was broken: the steps that led there, from a place whose facts were told. */
export interface Found {
  readonly start: ReadonlyArray<Tagged>
  readonly steps: ReadonlyArray<Step>
  readonly detail: string
}

export interface Journal {
  /** Arrows that no command walked yet. */
  readonly unwalked: Set<string>
  /** Commands that nobody could do yet. */
  readonly undone: Set<string>
  /** How often a command was refused, and with what. */
  readonly turnedDown: Map<string, Map<string, number>>
  /** Places to walk on from, by the name of the state. */
  readonly places: Map<string, Array<Place>>
  /** The shortest history that was seen with each event. */
  readonly shortest: Map<string, ReadonlyArray<Tagged>>
  /** A few steps that were let through, of each command in each state. */
  readonly done: Map<string, Array<Step>>
  /** The first time that each promise was broken. */
  readonly broken: Map<Law, Found>
}

export const emptyJournal = (spec: Machine.Spec): Journal => ({
  unwalked: new Set(arrowsOf(spec)),
  undone: new Set(Object.keys(spec.commands)),
  turnedDown: new Map(),
  places: new Map(),
  shortest: new Map(),
  done: new Map(),
  broken: new Map()
})

/** At most so many places with the same state, and so many steps of a kind. */
const [mostPlaces, mostSteps] = [16, 3]

/** A place to walk on from. Where there are enough of them, it takes the place of another. */
export const remember = ({ places, shortest }: Journal, place: Place, roll: Dice): void => {
  for (const { _tag } of place.history) {
    if (place.history.length < (shortest.get(_tag)?.length ?? Infinity)) shortest.set(_tag, place.history)
  }
  const known = listOf(places, place.state._tag)
  if (known.length < mostPlaces) known.push(place)
  else known[roll(mostPlaces)] = place
}

/** A promise that was broken. Only the first time counts. */
export const blame = ({ broken }: Journal, law: Law, found: Found): void => {
  if (!broken.has(law)) broken.set(law, found)
}

export const noteRefusal = ({ turnedDown }: Journal, command: string, refusal: string): void => {
  const reasons = turnedDown.get(command) ?? new Map<string, number>()
  turnedDown.set(command, reasons)
  reasons.set(refusal, (reasons.get(refusal) ?? 0) + 1)
}

/** A command that was let through: the arrows it walked are walked. */
export const noteDone = (journal: Journal, spec: Machine.Spec, state: string, step: Step, { events }: Judged): void => {
  const { command, context } = step
  journal.undone.delete(command._tag)
  const alike = listOf(journal.done, `${state} ${command._tag} ${context.actor === Machine.system}`)
  if (alike.length < mostSteps) alike.push(step)
  let from = state
  for (const { _tag: event } of events) {
    journal.unwalked.delete(arrow(from, command._tag, event))
    const { to } = spec.events[event]!
    if (to !== "Same") from = to
  }
}

/** Is this command new from here: nobody did it, or nobody walked one of its arrows? */
export const isNew = ({ undone, unwalked }: Journal, spec: Machine.Spec, state: string, command: string): boolean =>
  undone.has(command) || spec.commands[command]!.emits.some((event) => unwalked.has(arrow(state, command, event)))

/** The states that were found and from which something new can be done. */
export const goalsOf = (journal: Journal, spec: Machine.Spec): ReadonlyArray<string> =>
  [...journal.places.keys()].filter((state) =>
    Object.keys(spec.commands).some((command) => leads(spec, command).includes(state) && isNew(journal, spec, state, command))
  )

const listOf = <A>(lists: Map<string, Array<A>>, key: string): Array<A> => {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}
