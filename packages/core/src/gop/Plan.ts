/** What a plan of a group is about: what members bring, the goals they make of it, and the fields its states share. */
import { Schema } from "effect"
import { Ref } from "../Competence.ts"
import * as Private from "../Private.ts"
import { Day, Id, maybe, Minutes, People, Person, SchoolYear } from "../Vocabulary.ts"

/** What a member brings stays in the group (P1), and is theirs. */
export const brought = (max: number) => Private.text({ class: "P1", max, subject: "by" })
/** What leaves the group, once everybody whose it is agreed (P4). */
export const agreed = (max: number) => Private.text({ class: "P4", max, subject: "stream" })

const Kind = Schema.Literals(["PopGoal", "Theme", "HaveNeed", "Success"])
/** Where a goal comes from: a shared goal of a plan, a theme, a row of the board, or something that went well. */
export const source = {
  kind: Kind,
  /** The goal or the theme; the words of a plan stay in the plan. */
  ref: maybe(Id),
  competence: maybe(Ref),
  text: maybe(brought(280))
}
export const Source = Schema.Struct({ id: Id, ...source, by: Person })
/** Help that a member has to give: a talent of theirs, or something in their own words. */
export const Offer = Schema.Struct({ id: Id, competence: maybe(Ref), text: maybe(brought(140)), by: Person })
/** One competence, in counts: how many do it well, how many of those gladly, and how many want to grow in it. */
export const Row = Schema.Struct({ ref: Ref, sharers: Minutes, have: Minutes, talent: Minutes, need: Minutes })
export const GroupGoal = Schema.Struct({
  id: Id,
  text: agreed(280),
  themes: Schema.Array(Id),
  actions: Schema.Array(agreed(280)),
  /** Waaraan zien we dat het lukt? */
  sign: agreed(280),
  /** Who is named in these sentences. Only somebody who offered that themselves can be. */
  names: People
})
export const Goal = Schema.Struct({ ...GroupGoal.fields, sources: Schema.Array(Id), offers: Schema.Array(Id) })
export const Deadline = Schema.Struct({ goal: Id, before: Day })

export const plan = {
  groupId: Id,
  schoolYear: SchoolYear,
  version: Minutes,
  sources: Schema.Array(Source),
  offers: Schema.Array(Offer),
  board: Schema.Array(Row),
  /** Those whose words or help it is made of: each of them says yes, or it does not leave the group. */
  contributors: People
}
export const proposed = {
  ...plan,
  goals: Schema.Array(Goal),
  consented: People,
  objections: Schema.Array(Schema.Struct({ by: Person, text: maybe(brought(280)) }))
}
export const agreedPlan = { ...plan, goals: Schema.Array(Goal), discussedOn: maybe(Day) }
export const active = { ...agreedPlan, deadlines: Schema.Array(Deadline) }
export const evaluated = { ...active, evaluation: agreed(1000) }

export type Source = typeof Source["Type"]
export type Offer = typeof Offer["Type"]
export type Goal = typeof Goal["Type"]
export type Row = typeof Row["Type"]
