/** Where one is: who looks, in which language, in which house, and how to say things there. */
import { createContext, use, useEffect, useMemo, useState } from "react"
import { schoolNow } from "./clock.ts"
import type { Colleague, House, Language, MachineWords, Words } from "./house.ts"
import type { Knowing } from "./knowing.ts"
import type { Line, Told } from "./listening.ts"
import { dayOfMoment } from "./moments.ts"
import type { School } from "./school.ts"

export interface Notice {
  readonly key: number
  readonly text: string
  readonly kind: "done" | "refused" | "news"
  readonly undo?: () => void
}

export interface Here {
  readonly person: string
  readonly language: Language
  readonly house: House
  readonly words: Words
  readonly school: School
  readonly knowing: Knowing
  readonly line: Line
  readonly notify: (notice: Omit<Notice, "key">) => void
  /** Hears of every fact as it comes. */
  readonly onFact: (hear: (fact: Told) => void) => () => void
}
export const HereContext = createContext<Here | undefined>(undefined)
export const useHere = (): Here => use(HereContext)!

/** Says it in the language of who looks. */
export const useSay = () => {
  const { language } = useHere()
  return (nl: string, en: string): string => (language === "nl" ? nl : en)
}

// People and words ----------------------------------------------------------------------

const unknown = (id: string): Colleague => ({
  id,
  name: id.replace(/^p-/, "").replace(/^./, (letter) => letter.toUpperCase()),
  does: { nl: "", en: "" }
})
export const useColleague = () => {
  const { house } = useHere()
  return (id: string): Colleague => house.people.find((one) => one.id === id) ?? unknown(id)
}
export const useName = () => {
  const colleague = useColleague()
  return (id: string | undefined): string => (id === undefined ? "" : colleague(id).name)
}
/** A text of the server with people called by their names. */
export const useNamed = () => {
  const name = useName()
  return (text: string): string => text.replaceAll(/\bp-[\p{L}\d-]*[\p{L}\d]/gu, (id) => name(id))
}

const noWords: MachineWords = { name: "", states: {}, commands: {}, help: {}, events: {}, roles: {}, fields: {}, choices: {} }
/** The words of a machine. A name without a word is shown as words, never as code. */
export const useWords = (machine: string) => {
  const { words } = useHere()
  const of = words.machines[machine] ?? noWords
  const plain = (name: string) => name.replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase()
  return {
    name: of.name,
    state: (name: string) => of.states[name] ?? plain(name),
    command: (name: string) => capital(of.commands[name] ?? plain(name)),
    help: (name: string) => of.help[name] ?? "",
    event: (name: string) => of.events[name] ?? plain(name),
    field: (name: string) => capital(of.fields[name] ?? plain(name)),
    choice: (field: string, name: string) => of.choices[field]?.[name] ?? plain(name),
    /** Is it one of the choices of a field, and not something that a person wrote? */
    isChoice: (field: string, name: string) => of.choices[field]?.[name] !== undefined,
    role: (name: string) => of.roles[name] ?? plain(name)
  }
}
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

// Time ----------------------------------------------------------------------------------------

/** The time at the school, told again every so many seconds. */
export const useNow = (seconds = 1): number => {
  const [now, set] = useState(schoolNow)
  useEffect(() => {
    const ticking = setInterval(() => set(schoolNow()), seconds * 1000)
    return () => clearInterval(ticking)
  }, [seconds])
  return now
}
export const useToday = (): string => dayOfMoment(useNow(30) / 60_000)

/** The same value as long as it says the same. */
export const useStable = <A,>(value: A): A => {
  const text = JSON.stringify(value)
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => value, [text])
}
