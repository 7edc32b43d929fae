/**
 * FunctionProfile — which competences a function asks at one place. Success at work depends on the place as much as on
 * the function, so one person may work under several.
 */
import { Schema } from "effect"
import { isIn, Ref } from "./Competence.ts"
import * as Machine from "./Machine.ts"
import { seenBy } from "./Privacy.ts"
import { refusal } from "./Refusal.ts"
import { Both, Id, People } from "./Vocabulary.ts"

// What it is about --------------------------------------------------------------

const profile = {
  name: Both,
  /** As a framework calls it: teacher, admin. */
  function: Id,
  /** A school, or a post in it. */
  place: Schema.NonEmptyString,
  competences: Schema.Array(Ref)
}

// Why not -----------------------------------------------------------------------

export class NothingAsked extends refusal(
  "NothingAsked",
  "A function asks something of who does it, and this names no competence. Choose at least one."
) {}
export class NotPublished extends refusal(
  "NotPublished",
  ({ competences }) => `Only what stands in a published framework can be asked, and these do not: ${competences.join(", ")}. Choose from a published version.`,
  { competences: Schema.Array(Id) }
) {}

// Lifecycle ---------------------------------------------------------------------

export const FunctionProfileLifecycle = Machine.lifecycle("FunctionProfile", {
  roles: { Colleague: "staff", Leader: "leaders", Hr: "hr" },
  foundBy: ["function", "place"],
  seenBy: seenBy("FunctionProfile"),
  needs: { staff: People, leaders: People, hr: People, publishedCompetences: Schema.Array(Ref) },
  states: { Composed: profile, Retired: profile },
  events: {
    FunctionProfileComposed: { from: ["Start", "Composed"], to: "Composed", payload: profile },
    FunctionProfileRetired: { from: ["Composed"], to: "Retired" }
  },
  commands: {
    Compose: {
      by: ["Leader", "Hr"],
      emits: ["FunctionProfileComposed"],
      needs: ["publishedCompetences"],
      refuses: [NothingAsked, NotPublished],
      payload: profile
    },
    /** The function or the place is no more. What people rated themselves by stays theirs. */
    Retire: { by: ["Leader", "Hr"], emits: ["FunctionProfileRetired"] }
  }
})

// Rules -------------------------------------------------------------------------

export const FunctionProfile = Machine.make(FunctionProfileLifecycle, {
  decide: {
    Compose: (_, profile, { publishedCompetences }) => {
      const unknown = profile.competences.filter((ref) => !isIn(publishedCompetences, ref)).map(({ competence }) => competence)
      return profile.competences.length === 0 ? new NothingAsked()
        : unknown.length > 0 ? new NotPublished({ competences: unknown })
        : { ...profile, _tag: "FunctionProfileComposed" }
    },
    Retire: () => ({ _tag: "FunctionProfileRetired" })
  },
  evolve: {
    FunctionProfileComposed: (_, profile) => profile,
    FunctionProfileRetired: (profile) => profile
  }
})
