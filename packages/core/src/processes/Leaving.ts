/**
 * The process rules of leaving: what is a leaver's own goes along and goes away, their groups go on without them, and
 * what the employer keeps begins its term (domain 4.15, P20). Rows of the one table.
 */
import { Effect } from "effect"
import { CompetenceProfile } from "../CompetenceProfile.ts"
import { Elsewhere } from "../Elsewhere.ts"
import { groupsOf } from "../needs/Grant.ts"
import { folderOf } from "../needs/Portfolio.ts"
import { Pap } from "../Pap.ts"
import { Pop } from "../Pop.ts"
import { PopAgreement } from "../PopAgreement.ts"
import { PopGroup } from "../PopGroup.ts"
import { Portfolio } from "../Portfolio.ts"
import { PortfolioEntry } from "../PortfolioEntry.ts"
import * as Process from "../Process.ts"
import { Staff } from "../Staff.ts"
import { TimeBudget } from "../TimeBudget.ts"
import { day, endOf, startOf } from "../Vocabulary.ts"

/** Everything that follows when somebody leaves. */
export const leaving: ReadonlyArray<Process.Reaction> = [
  Process.onKnowing("P20 who is about to leave can take a copy along", Staff, "EmploymentEnding", [Process.suggests(Portfolio, "Export")],
    ({ person }) => folderOf(person),
    ({ person }, { known }) =>
      known === undefined ? [] : [
        Process.suggestion(Portfolio, known, person, { _tag: "Export", formats: ["Json", "Pdf"] })
      ]),
  Process.on("P20 employment ends after its last day", Staff, "EmploymentEnding", [Process.sends(Staff, "EndEmployment")], ({ on, person }, { id }) => [
    Process.command(Staff, id, { _tag: "EndEmployment", person, today: on }, { notBefore: startOf(on) + day })
  ]),
  Process.onKnowing("P20 a leaver leaves their groups", Staff, "EmploymentEnded", [Process.sends(PopGroup, "Leave")],
    ({ person }) => groupsOf(person),
    ({ person }, { known }) => known.map(({ id }) => Process.command(PopGroup, id, { _tag: "Leave" }, { as: person }))),
  Process.onKnowing("P20 what is a leaver's own is closed", Staff, "EmploymentEnded", [Process.sends(CompetenceProfile, "Close"), Process.sends(Pop, "Close"), Process.sends(Portfolio, "HandOver"), Process.sends(PopAgreement, "BeginRetention"), Process.sends(TimeBudget, "BeginRetention"), Process.sends(Pap, "Forget")],
    Effect.fnUntraced(function* ({ person }) {
      const { all } = yield* Elsewhere
      return {
        profiles: (yield* all(CompetenceProfile, "ownerId", person)).filter(
          ({ state }) => state._tag !== "Closed" && state._tag !== "Erased"
        ),
        plans: (yield* all(Pop, "ownerId", person)).filter(({ state }) => state._tag !== "Closed" && state._tag !== "Erased"),
        folders: (yield* all(Portfolio, "ownerId", person)).filter(
          ({ state }) => state._tag !== "HandedOver" && state._tag !== "Erased"
        ),
        agreements: (yield* all(PopAgreement, "ownerId", person)).filter(({ state }) => state._tag !== "Destroyed"),
        yearTasks: (yield* all(TimeBudget, "personId", person)).filter(({ state }) => state._tag !== "WagesOnly" && state._tag !== "Destroyed"),
        paps: (yield* all(Pap, "ownerId", person)).filter(({ state }) => state._tag !== "Forgotten")
      }
    }),
    (_, { at, known: { agreements, folders, paps, plans, profiles, yearTasks }, settings }) => [
      ...profiles.map(({ id }) => Process.command(CompetenceProfile, id, { _tag: "Close" })),
      ...plans.map(({ id }) => Process.command(Pop, id, { _tag: "Close" })),
      ...folders.map(({ id }) => Process.command(Portfolio, id, { _tag: "HandOver" })),
      ...agreements.map(({ id }) =>
        Process.command(PopAgreement, id, { _tag: "BeginRetention" })),
      ...yearTasks.map(({ id }) => Process.command(TimeBudget, id, { _tag: "BeginRetention" })),
      ...paps.map(({ id }) => Process.command(Pap, id, { _tag: "Forget" }, { notBefore: at + settings.eraseAfterLeavingDays * day }))
    ]),
  Process.on("P20 the year task of a leaver ends, but for what counts for wages", TimeBudget, "BudgetRetentionBegun", [Process.sends(TimeBudget, "Reduce")], ({ keepUntil }, { id }) => [
    Process.command(TimeBudget, id, { _tag: "Reduce" }, { notBefore: keepUntil })
  ]),
  Process.on("What counts for wages goes in its time", TimeBudget, "BudgetReduced", [Process.sends(TimeBudget, "Destroy")], (_, { at, id, settings, state }) => [
    Process.command(TimeBudget, id, { _tag: "Destroy" }, { notBefore: Math.max(at, endOf(state.schoolYear) + settings.wagesKeptDays * day) })
  ]),
  Process.on("P20 the file of a leaver ends", PopAgreement, "AgreementRetentionBegun", [Process.sends(PopAgreement, "Destroy")], ({ keepUntil }, { id }) => [
    Process.command(PopAgreement, id, { _tag: "Destroy" }, { notBefore: keepUntil })
  ]),
  Process.on("P20 what is a leaver's own is erased", CompetenceProfile, "ProfileClosed", [Process.sends(CompetenceProfile, "Erase")], ({ at }, { id, settings }) => [
    Process.command(CompetenceProfile, id, { _tag: "Erase" }, { notBefore: at + settings.eraseAfterLeavingDays * day })
  ]),
  Process.on("P20 what is a leaver's own is erased", Pop, "PopClosed", [Process.sends(Pop, "Erase")], ({ at }, { id, settings }) => [
    Process.command(Pop, id, { _tag: "Erase" }, { notBefore: at + settings.eraseAfterLeavingDays * day })
  ]),
  Process.on("P20 what is a leaver's own is erased", Portfolio, "PortfolioHandedOver", [Process.sends(Portfolio, "Erase")], ({ at }, { id, settings }) => [
    Process.command(Portfolio, id, { _tag: "Erase" }, { notBefore: at + settings.eraseAfterLeavingDays * day })
  ]),
  Process.onKnowing("With a folder go its entries", Portfolio, "PortfolioErased", [Process.sends(PortfolioEntry, "Delete")],
    Effect.fnUntraced(function* (_, { id }) {
      const { all } = yield* Elsewhere
      return (yield* all(PortfolioEntry, "portfolioId", id)).filter(({ state }) => state._tag !== "Deleted")
    }),
    (_, { known }) => known.map(({ id }) => Process.command(PortfolioEntry, id, { _tag: "Delete" })))
]
