/** What the page is told of the house it is in: the words, the forms, the people and the packs. Data, and read off the domain. */

import type { Method, Pack, Settings } from "@groeikring/core"

export type Language = "nl" | "en"
export interface Both {
  readonly nl: string
  readonly en: string
}

// Forms -------------------------------------------------------------------------------

/** What a value is: what somebody fills in, and how, and how it is said. A name is of something, and means nothing to a reader. */
export type Kind =
  | { readonly is: "person" | "day" | "time" | "moment" | "year" | "name" | "words" | "text" | "yes" }
  | { readonly is: "choice"; readonly of: ReadonlyArray<string> }
  | { readonly is: "number"; readonly min?: number; readonly max?: number }
  | { readonly is: "list"; readonly of: Field }
  | { readonly is: "group"; readonly of: ReadonlyArray<Field> }
  | { readonly is: "record"; readonly by: Kind; readonly of: Field }
export interface Field {
  readonly name: string
  readonly kind: Kind
  /** It may be left out. */
  readonly optional?: true
  /** Something new gets its name here, and nobody needs to see it. */
  readonly isNew?: true
  /** It may be nothing. */
  readonly nullable?: true
  /** At most so many characters, or so many in the list. */
  readonly max?: number
}
export interface Form {
  readonly by: ReadonlyArray<string>
  readonly fields: ReadonlyArray<Field>
  /** Nothing comes after it: words are gone for good, or all that stands stays as it is. */
  readonly lasts?: "Erased" | "Ended"
}
export interface MachineForms {
  readonly path: string
  readonly foundBy: ReadonlyArray<string>
  /** The states in which a thing is over: no way leads on, or none but to an end. */
  readonly ends: ReadonlyArray<string>
  /** What a thing holds, in whatever state. */
  readonly holds: ReadonlyArray<Field>
  readonly commands: Readonly<Record<string, Form & { readonly path: string }>>
}
export type Forms = Readonly<Record<string, MachineForms>>

// Words -------------------------------------------------------------------------------

type Table = Readonly<Record<string, string>>
export interface MachineWords {
  readonly name: string
  readonly states: Table
  readonly commands: Table
  readonly help: Table
  readonly events: Table
  readonly roles: Table
  readonly fields: Table
  readonly choices: Readonly<Record<string, Table>>
}
export interface Words {
  readonly machines: Readonly<Record<string, MachineWords>>
  readonly cards: Table
  readonly unfit: Table
}

// The people and the packs --------------------------------------------------------------

export interface Colleague {
  readonly id: string
  readonly name: string
  readonly does: Both
}
/** A method without the steps: those come with the session. */
export type MethodCard = Omit<Method.Method, "steps" | "sources">

/** A step of a circle in milliseconds: when it began, how long it stood still, and since when it stands still now. */
export interface StepClock {
  readonly began: number
  readonly paused: number
  readonly pausedAt: number | null
}

export interface House {
  readonly school: string
  readonly schoolYear: string
  readonly people: ReadonlyArray<Colleague>
  /** A group by where it works: it says it in the middle of a sentence. */
  readonly groups: ReadonlyArray<{ readonly id: string; readonly name: Both }>
  readonly forms: Forms
  readonly methods: ReadonlyArray<MethodCard>
  readonly choices: ReadonlyArray<Method.Choice>
  readonly frameworks: ReadonlyArray<{
    readonly id: string
    readonly name: Both
    readonly competences: ReadonlyArray<{ readonly id: string; readonly name: Both; readonly core?: Both }>
  }>
  /** For whom a competence is: a teacher, a head. */
  readonly functions: ReadonlyArray<{ readonly id: string; readonly name: Both }>
  readonly settings: Settings.Settings
  /** Free days of the year in the region of the school. */
  readonly holidays: ReadonlyArray<{ readonly name: Both; readonly from: string; readonly to: string }>
  readonly scales: ReadonlyArray<Pack.Scale>
  readonly pulses: ReadonlyArray<Pack.Pulse>
  readonly terms: ReadonlyArray<{ readonly id: string; readonly term: Both; readonly means: Both }>
}
