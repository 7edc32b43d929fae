/** What follows when a plan goes on, and when somebody leaves: each process rule told a fact. */
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { domain } from "../src/Domain.ts"
import * as Machine from "../src/Machine.ts"
import { startOf } from "../src/Vocabulary.ts"
import { ask, lastOf, staff } from "./growing.ts"
import { agreementAt, asPlanner, at, bram, day, dirk, draftFramework, femke, frameworkAt, popAt } from "./growth.ts"

describe("[S4.2, S4.7] going on", () => {
  it("a renewed plan begins the next, with what was still open", async () => {
    const [asked] = await ask("Pop", "pop-1", ...lastOf(popAt("Renewed")))
    expect(asked).toMatchObject({
      machine: "Pop", id: "pop-2", as: "system",
      command: { _tag: "StartNext", ownerId: femke, renews: "pop-1", period: { from: "2026-09-01", until: "2028-08-31" }, goals: [{ id: "rust", shares: [] }] }
    })
    const command = asked !== undefined && "command" in asked ? asked.command : { _tag: "" }
    expect(Result.isSuccess(Machine.decide(domain.Pop.machine, Machine.Start, command as never, asPlanner("system") as never))).toBe(true)
  })

  it("a plan is looked back on after a year, and at its end", async () => {
    const active = { ownerId: femke, period: { from: "2025-09-01", until: "2027-08-31" }, goals: [] }
    expect(await ask("Pop", "pop-1", { _tag: "PopActivated", at }, active)).toMatchObject([{ command: { _tag: "OpenReview" }, notBefore: at + 365 * day }])
    expect(await ask("Pop", "pop-1", { _tag: "PopReviewClosed" }, { ...active, reviewedAt: at + 400 * day })).toMatchObject([
      { notBefore: startOf("2027-08-31") }
    ])
    expect(await ask("Pop", "pop-1", { _tag: "PopReviewClosed" }, active)).toMatchObject([{ notBefore: at + 365 * day }])
  })

  it("a look back is a moment to keep the profile as it is", async () =>
    expect(await ask("Pop", "pop-1", { _tag: "PopReviewOpened", at }, { ownerId: femke })).toMatchObject([
      { _tag: "Tell", to: femke, card: "KeepQuadrant", whileIn: ["InReview"] }
    ]))

  it("[S3.8] time that was promised comes from what nobody earmarked in the year task that runs", async () => {
    const line = (minutes: number, earmarks: ReadonlyArray<object> = [], name = "Professionalisation") => ({ line: name, minutes, earmarks })
    const of = (purpose: string, minutes: number) => ({ purpose, minutes })
    const { state } = agreementAt("Agreed")
    const money = { id: "geld", goal: "ouders", kind: "Money", amount: 500, before: "2026-06-30" }
    const earmarked = async (lines: ReadonlyArray<object>, more: object = {}, _tag = "InYear") =>
      (await ask("PopAgreement", "a1", { _tag: "AgreementReached" }, { ...state, facilities: [{ id: "vervanging", kind: "Minutes", amount: 120, before: "2026-03-31" }, money], ...more }, { TimeBudget: { b: { _tag, personId: bram, lines } } }))
        // A suggestion does not carry the type of the command it is for.
        .flatMap((one) => one._tag === "Suggest" && one.command._tag === "ProposeReallocation" ? [(one.command as unknown as { readonly lines: ReadonlyArray<unknown> }).lines] : [])
    const session = of("Session", 60)
    expect(await earmarked([line(300), line(180, [session], "Professionalisation")])).toEqual([[line(300, [of("PopWork", 120)]), line(180, [session])]])
    // Exactly enough is enough; a line of something else, or one that is full, is passed.
    expect(await earmarked([line(900, [], "Lessons"), line(179, [session]), line(180, [session])])).toEqual([
      [line(900, [], "Lessons"), line(179, [session]), line(180, [session, of("PopWork", 120)])]
    ])
    expect(await earmarked([line(300, [session, of("PopWork", 30)])])).toEqual([[line(300, [session, of("PopWork", 150)])]])
    expect(await earmarked([line(100)])).toEqual([])
    expect(await earmarked([line(300)], {}, "Proposed")).toEqual([])
    expect(await earmarked([line(300)], { facilities: [money] })).toEqual([])
  })

  it("[S3.8] a promise that is not kept in time is missed, one after the other", async () => {
    const { state } = agreementAt("Agreed")
    const next = async (event: string, more: object) => {
      const [asked] = await ask("PopAgreement", "a1", { _tag: event }, { ...state, ...more })
      return asked
    }
    expect(await next("AgreementReached", {})).toMatchObject({ command: { facility: "vervanging" }, notBefore: startOf("2026-04-01") })
    expect(await next("FacilityBreached", { breached: ["vervanging"] })).toMatchObject({ command: { facility: "boek" }, notBefore: startOf("2026-07-01") })
    expect(await next("FacilityDelivered", { delivered: ["boek"] })).toMatchObject({ command: { facility: "vervanging" } })
    expect(await next("FacilityDelivered", { delivered: ["boek"], breached: ["vervanging"] })).toBeUndefined()
  })

  it("a published version supersedes the one it follows", async () => {
    const next = { ...draftFramework, _tag: "Published", version: 2, predecessor: { framework: "sbl-2006-po", version: 1 } }
    expect(await ask("CompetenceFramework", "sbl2", { _tag: "FrameworkPublished" }, next)).toMatchObject([
      { machine: "CompetenceFramework", id: "sbl1", as: "system", command: { _tag: "Supersede" } }
    ])
    expect(await ask("CompetenceFramework", "sbl1", ...lastOf(frameworkAt("Published")))).toEqual([])
  })
})

describe("leaving", () => {
  it("is announced with an offer to take the folder along", async () => {
    expect(await ask("Staff", "s", { _tag: "EmploymentEnding", person: femke, on: "2026-07-31" }, staff.s)).toMatchObject([
      { _tag: "Suggest", to: femke, machine: "Portfolio", id: "map-femke", command: { _tag: "Export", formats: ["Json", "Pdf"] } },
      { _tag: "Send", machine: "Staff", id: "s", command: { _tag: "EndEmployment", person: femke, today: "2026-07-31" }, notBefore: startOf("2026-08-01") }
    ])
    expect(await ask("Staff", "s", { _tag: "EmploymentEnding", person: dirk, on: "2026-07-31" }, staff.s)).toMatchObject([
      { machine: "Staff", command: { _tag: "EndEmployment", person: dirk } }
    ])
  })

  it("closes what is the leaver's own and hands the folder over; nothing of anybody else", async () => {
    const asked = await ask("Staff", "s", { _tag: "EmploymentEnded", person: femke }, staff.s)
    expect(asked.map((one) => ("command" in one ? `${one.machine}/${one.id} ${one.command._tag}` : ""))).toEqual([
      "PopGroup/g-midden Leave", "CompetenceProfile/p1 Close", "Pop/pop-1 Close", "Pop/pop-bram Close", "Portfolio/map-femke HandOver"
    ])
    // The end of the reading in a group is sent in the name of who leaves: nobody removes them.
    expect(asked[0]).toMatchObject({ as: femke })
    expect(await ask("Staff", "s", { _tag: "EmploymentEnded", person: bram }, staff.s)).toMatchObject([
      { machine: "PopGroup", id: "g-midden", as: bram, command: { _tag: "Leave" } },
      { machine: "PopAgreement", id: "a1", command: { _tag: "BeginRetention" } }
    ])
    const inTime = { TimeBudget: { b: { _tag: "InYear", personId: dirk, lines: [] }, oud: { _tag: "WagesOnly", personId: dirk } }, Pap: { p1: { _tag: "Closed", ownerId: dirk }, p2: { _tag: "Forgotten", ownerId: dirk }, p3: { _tag: "Closed", ownerId: femke } } }
    expect(await ask("Staff", "s", { _tag: "EmploymentEnded", person: dirk }, staff.s, inTime)).toMatchObject([
      { machine: "TimeBudget", id: "b", command: { _tag: "BeginRetention" } },
      { machine: "Pap", id: "p1", command: { _tag: "Forget" }, notBefore: at + 30 * day }
    ])
    expect(await ask("TimeBudget", "b", { _tag: "BudgetRetentionBegun", keepUntil: 12 }, { _tag: "InYear" })).toMatchObject([{ command: { _tag: "Reduce" }, notBefore: 12 }])
    expect(await ask("TimeBudget", "b", { _tag: "BudgetReduced" }, { _tag: "WagesOnly", schoolYear: "2025-2026" })).toMatchObject([
      { command: { _tag: "Destroy" }, notBefore: startOf("2026-08-01") + 2555 * day }
    ])
    expect(await ask("PopAgreement", "a1", { _tag: "AgreementRetentionBegun", keepUntil: 12 }, agreementAt("Agreed").state)).toMatchObject([
      { command: { _tag: "Destroy" }, notBefore: 12 }
    ])
  })

  it("closes nothing twice", async () => {
    const things = {
      Pop: { a: { _tag: "Closed", ownerId: dirk }, b: { _tag: "Erased", ownerId: dirk }, c: { _tag: "Completed", ownerId: dirk } },
      CompetenceProfile: { d: { _tag: "Closed", ownerId: dirk }, e: { _tag: "Erased", ownerId: dirk } },
      Portfolio: { f: { _tag: "HandedOver", ownerId: dirk }, g: { _tag: "Erased", ownerId: dirk } },
      PopAgreement: { h: { _tag: "Destroyed", ownerId: dirk }, i: { _tag: "Met", ownerId: dirk } }
    }
    expect((await ask("Staff", "s", { _tag: "EmploymentEnded", person: dirk }, staff.s, things)).map((one) => "id" in one && one.id)).toEqual(["c", "i"])
  })

  it("erases it thirty days later, with every entry, and the views of others on it", async () => {
    for (const [machine, _tag] of [["CompetenceProfile", "ProfileClosed"], ["Pop", "PopClosed"], ["Portfolio", "PortfolioHandedOver"]] as const) {
      expect(await ask(machine, "x", { _tag, at }, { ownerId: femke })).toMatchObject([
        { machine, id: "x", as: "system", command: { _tag: "Erase" }, notBefore: at + 30 * day }
      ])
    }
    const PortfolioEntry = { e1: { _tag: "Kept", portfolioId: "map-femke" }, e2: { _tag: "Deleted", portfolioId: "map-femke" }, e3: { _tag: "Kept", portfolioId: "map-bram" } }
    expect(await ask("Portfolio", "map-femke", { _tag: "PortfolioErased" }, { ownerId: femke }, { PortfolioEntry })).toMatchObject([
      { machine: "PortfolioEntry", id: "e1", as: "system", command: { _tag: "Delete" } }
    ])
    const OtherView = { v1: { _tag: "Shared", ownerId: femke }, v2: { _tag: "TakenBack", ownerId: femke }, v3: { _tag: "Shared", ownerId: bram } }
    expect(await ask("CompetenceProfile", "p1", { _tag: "ProfileErased" }, { ownerId: femke }, { OtherView })).toMatchObject([
      { machine: "OtherView", id: "v1", command: { _tag: "TakeBack" } }
    ])
  })
})
