/**
 * One view of the whole staff policy (S1.8): how themes, group plans, sessions, personal plans, talks and the year task of
 * a school year hang together. By ids where the thing is open to all, else by numbers that name nobody.
 */
import { Effect, Schema } from "effect"
import { Elsewhere } from "../Elsewhere.ts"
import { GopText } from "../GopText.ts"
import { Indicators, indicators, ofPeople, Share } from "../Indicators.ts"
import { Need } from "../IpbTheme.ts"
import * as Overview from "../Overview.ts"
import { Pop } from "../Pop.ts"
import { PopGroup } from "../PopGroup.ts"
import { ProgrammeLifecycle } from "../Programme.ts"
import { Id, SchoolYear } from "../Vocabulary.ts"
import { knownOf } from "./ProgrammeIndicators.ts"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
const Theme = Schema.Struct({
  theme: Id,
  state: Schema.NonEmptyString,
  origins: Schema.Array(Schema.Literals(["Policy", "Team"])),
  needs: Schema.Array(Need),
  /** The agreed texts of groups that it came from. */
  groupPlans: Schema.Array(Id),
  /** How many sessions had it as their focus. */
  sessions: Count
})
const Shape = Schema.Struct({
  schoolYear: SchoolYear,
  horizon: Schema.NonEmptyString,
  themes: Schema.Array(Theme),
  /** What groups agreed to learn together, and the themes that it came from or went to. */
  groupPlans: Schema.Array(Schema.Struct({ groupPlan: Id, themes: Schema.Array(Id) })),
  activeGroups: Count,
  /** People with a personal plan that runs. */
  plans: Share,
  /** Talks of the year that were held. */
  talks: Share,
  indicators: Indicators
})

const before = ["Planned", "AgendaOpen", "AgendaSet"]

export const IpbProgramme = Overview.make("IpbProgramme", ProgrammeLifecycle, Shape, ({ state: programme }, at) =>
  Effect.gen(function* () {
    const { all, every, packs: { settings: { anonymity } } } = yield* Elsewhere
    const { schoolYear } = programme
    const known = yield* knownOf(schoolYear, at)
    const texts = yield* all(GopText, "schoolYear", schoolYear)
    const groups = yield* all(PopGroup, "schoolYear", schoolYear)
    const planners = (yield* every(Pop)).flatMap(({ state }) => (["Active", "InReview"].includes(state._tag) ? [state.ownerId] : []))
    // What was merged into another is in that one.
    const themes = known.themes.flatMap(({ id, state }) =>
      state._tag === "Merged"
        ? []
        : [{
            theme: id,
            state: state._tag,
            origins: state.origins,
            needs: state.needs,
            groupPlans: state.gops.map(({ gopText }) => gopText),
            sessions: known.sessions.filter((session) => session.state.themeId === id).length
          }])
    return {
      schoolYear,
      horizon: programme._tag,
      themes,
      groupPlans: texts.map(({ id, state: { goals } }) => ({
        groupPlan: id,
        themes: [...new Set([
          ...goals.flatMap(({ themes }) => themes),
          ...themes.flatMap(({ groupPlans, theme }) => (groupPlans.includes(id) ? [theme] : []))
        ])]
      })),
      activeGroups: groups.filter(({ state }) => state._tag === "Active").length,
      plans: ofPeople(known.staff.map((person) => ({ person, is: planners.includes(person) })), anonymity),
      talks: ofPeople(
        known.conversations.flatMap(({ state }) =>
          state._tag === "Cancelled" ? [] : [{ person: state.employeeId, is: !before.includes(state._tag) }]),
        anonymity
      ),
      indicators: indicators(known)
    }
  }))
