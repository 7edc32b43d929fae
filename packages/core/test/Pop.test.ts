import { given, tell, words } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import { KeptInFile } from "../src/conversation/Refusals.ts"
import { GrantEndsInThePast, GrantExists, GrantNotOver, NoSuchGrant, NotInYourCircle } from "../src/Grant.ts"
import { StillKept, StillWorksHere } from "../src/Leaving.ts"
import * as Machine from "../src/Machine.ts"
import {
  carriedOver, GoalExists, GoalWithoutMotivation, GoalWithoutText, GrantMissing, NoActiveGoal, NoSuchGoal, NotYourLeader, NoWords,
  PeriodTooLong, Pop, PopExists, ReviewNotDue, TooManyActiveGoals
} from "../src/Pop.ts"
import {
  BreachedAlready, DeliveredAlready, NoSuchFacility, NotDueYet, NothingAgreed, OtherPop, PopAgreement
} from "../src/PopAgreement.ts"
import { OwnProposal } from "../src/TimeBudget.ts"
import { startOf } from "../src/Vocabulary.ts"
import {
  agreementAt, asParty, asPlanner, at, bram, day, dirk, femke, goal, group, hilde, kees, leader, planEnd, popAt, propose, renew, sbl, share,
  startPop, talk
} from "./growth.ts"

const p0 = (text: string) => words("P0", text, "ownerId")
const p2 = (text: string) => words("P2", text, "ownerId")
const add = { _tag: "AddGoal", ...goal } as const
const livingStates = ["Draft", "Active", "InReview"] as const

describe("[S4.5] a plan begins", () => {
  it("with its owner, one at a time, for four years at most", () => {
    given(Pop).when(startPop, asPlanner(femke)).then({ ...startPop, _tag: "PopStarted", ownerId: femke, goals: [] })
    given(Pop).when(startPop, asPlanner(femke, { livePop: "pop-1" })).then(new PopExists({ pop: "pop-1" }))
    const period = (until: string) => ({ ...startPop, period: { from: "2025-09-01", until } })
    expect(tell(Pop).does(period("2029-09-01"), asPlanner(femke))).toEqual(["PopStarted"])
    given(Pop).when(period("2029-09-02"), asPlanner(femke)).then(new PeriodTooLong({ years: 4 }))
    given(Pop).when(period("2025-09-01"), asPlanner(femke)).then(new PeriodTooLong({ years: 4 }))
  })

  it("[S5.10] and says who its owner is at work, in words that can be written anew", () => {
    const pop = popAt("Active")
    pop.does({ _tag: "WriteIntro", intro: p0("ik geef rust door") }, asPlanner(femke))
    given(Pop, ...pop.history).is({ ...pop.state, intro: p0("ik geef rust door") } as typeof pop.state)
  })

  it("[S3.5] has goals that say what moves their owner", () => {
    const pop = given(Pop, ...popAt("Active").history)
    const other = { ...add, goal: "ouders" } as const
    pop.when({ ...other, why: p0(" ") }, asPlanner(femke)).then(new GoalWithoutMotivation())
    pop.when({ ...other, text: p0("") }, asPlanner(femke)).then(new GoalWithoutText())
    pop.when({ ...other, _tag: "EditGoal", goal: "rust", why: p0("") }, asPlanner(femke)).then(new GoalWithoutMotivation())
    pop.when(other, asPlanner(femke)).then({ ...other, _tag: "GoalAdded" })
    pop.when(add, asPlanner(femke)).then(new GoalExists())
    pop.when({ ...other, _tag: "EditGoal" }, asPlanner(femke)).then(new NoSuchGoal())
  })

  it("[S4.4] may be about a career, a task or wellbeing as well", () => {
    for (const kind of ["Career", "Task", "Wellbeing"] as const) {
      expect(popAt("Draft").does({ ...add, goal: kind, kind }, asPlanner(femke))).toEqual(["GoalAdded"])
    }
  })

  it("runs with one to three goals to work on", () => {
    const pop = tell(Pop)
    pop.does(startPop, asPlanner(femke))
    given(Pop, ...pop.history).when({ _tag: "Activate" }, asPlanner(femke)).then(new NoActiveGoal({ min: 1 }))
    for (const goal of ["a", "b", "c", "d"]) pop.does({ ...add, goal }, asPlanner(femke))
    given(Pop, ...pop.history).when({ _tag: "Activate" }, asPlanner(femke)).then(new TooManyActiveGoals({ max: 3 }))
    pop.does({ _tag: "DeferGoal", goal: "d" }, asPlanner(femke))
    pop.does({ _tag: "Activate" }, asPlanner(femke))
    given(Pop, ...pop.history).when({ ...add, goal: "e" }, asPlanner(femke)).then(new TooManyActiveGoals({ max: 3 }))
    given(Pop, ...pop.history).when({ _tag: "ResumeGoal", goal: "d" }, asPlanner(femke)).then(new TooManyActiveGoals({ max: 3 }))
    pop.does({ _tag: "AchieveGoal", goal: "a" }, asPlanner(femke))
    pop.does({ _tag: "ResumeGoal", goal: "d" }, asPlanner(femke))
    given(Pop, ...pop.history).when({ _tag: "ResumeGoal", goal: "a" }, asPlanner(femke)).then(new NoSuchGoal())
  })
})

describe("[S4.3] the goals", () => {
  it("are written by nobody but the owner, the leader least of all", () => {
    for (const state of livingStates) {
      const pop = popAt(state)
      for (const actor of [hilde, kees, bram, "system"]) {
        const can = Machine.possible(Pop, pop.state, asPlanner(actor))
        const done = Object.entries(can).flatMap(([command, says]) => ("_tag" in says && says._tag === "NotAllowed" ? [] : [command]))
        expect(done).toEqual(actor === bram ? ["GiveFeedback"] : actor === "system" ? ["StartNext", "Lapse", "OpenReview", "Close", "Erase"] : [])
      }
    }
  })

  it("keep their progress, their standing and what was shared when their words change", () => {
    const pop = popAt("Active")
    pop.does({ _tag: "SetProgress", goal: "rust", progress: 3 }, asPlanner(femke))
    pop.does({ ...goal, _tag: "EditGoal", text: p0("een rustig einde van elke les") }, asPlanner(femke))
    expect(pop.state).toMatchObject({ goals: [{ id: "rust", progress: 3, progressAt: at, standing: "Active", shares: [{ id: "met-de-groep" }] }] })
  })

  it("get their progress from the owner, from not begun to part of me, up or down", () => {
    const pop = popAt("Active")
    for (const progress of [0, 4, 1]) {
      given(Pop, ...pop.history)
        .when({ _tag: "SetProgress", goal: "rust", progress }, asPlanner(femke))
        .then({ _tag: "GoalProgressSet", goal: "rust", progress, at })
    }
    expect(JSON.stringify(Machine.commandFrom(Pop, { _tag: "SetProgress", goal: "rust", progress: 5 }))).toContain("progress")
  })

  it("can be achieved, put off or dropped, without a reason", () => {
    for (const [command, event, standing] of [
      ["AchieveGoal", "GoalAchieved", "Achieved"],
      ["DropGoal", "GoalDropped", "Dropped"],
      ["DeferGoal", "GoalDeferred", "Deferred"]
    ] as const) {
      const pop = popAt("Active")
      expect(pop.does({ _tag: command, goal: "rust" }, asPlanner(femke))).toEqual([event])
      expect(pop.state).toMatchObject({ goals: [{ standing }] })
      given(Pop, ...pop.history).when({ _tag: command, goal: "x" }, asPlanner(femke)).then(new NoSuchGoal())
    }
    const dropped = popAt("Active")
    dropped.does({ _tag: "DropGoal", goal: "rust" }, asPlanner(femke))
    given(Pop, ...dropped.history).when({ _tag: "SetProgress", goal: "rust", progress: 1 }, asPlanner(femke)).then(new NoSuchGoal())
  })
})

describe("[S5.4] sharing a goal", () => {
  const again = { ...share, grant: "nog-een" } as const
  const shared = { _tag: "GoalShared", goal: "rust", id: "nog-een", to: group, until: planEnd, text: share.text, competence: sbl("sbl-4") } as const

  it("with a group, with one's leader or for a talk is in the owner's words for them, as long as the plan is for", () => {
    const pop = given(Pop, ...popAt("Active").history)
    pop.when(again, asPlanner(femke)).then(shared)
    pop.when({ ...again, to: leader, until: at + day }, asPlanner(femke)).then({ ...shared, to: leader, until: at + day })
    pop.when({ ...again, to: talk }, asPlanner(femke)).then({ ...shared, to: talk })
  })

  it("with anybody else, in no words, or backwards, is not possible", () => {
    const pop = given(Pop, ...popAt("Active").history)
    pop.when({ ...again, text: p2("") }, asPlanner(femke)).then(new NoWords())
    pop.when({ ...again, to: { kind: "Person", id: dirk } }, asPlanner(femke)).then(new NotYourLeader())
    pop.when(again, asPlanner(femke, { leadersOf: {} })).then(shared)
    pop.when({ ...again, to: leader }, asPlanner(femke, { leadersOf: {} })).then(new NotYourLeader())
    pop.when({ ...again, to: { kind: "Group", id: "g-boven" } }, asPlanner(femke)).then(new NotInYourCircle())
    pop.when({ ...again, until: at }, asPlanner(femke)).then(new GrantEndsInThePast())
    pop.when(share, asPlanner(femke)).then(new GrantExists({ grant: "met-de-groep" }))
    pop.when({ ...again, goal: "x" }, asPlanner(femke)).then(new NoSuchGoal())
  })

  it("can be taken back whenever the owner wants, also when the plan is over, and ends by itself", () => {
    for (const state of ["Active", "InReview", "Renewed", "Completed", "Stopped"] as const) {
      const pop = popAt(state)
      given(Pop, ...pop.history)
        .when({ _tag: "Lapse", goal: "rust", grant: "met-de-groep" }, asPlanner("system"))
        .then(new GrantNotOver({ until: planEnd }))
      given(Pop, ...pop.history)
        .when({ _tag: "Lapse", goal: "rust", grant: "met-de-groep" }, asPlanner("system", {}, planEnd))
        .then({ _tag: "GoalShareLapsed", goal: "rust", grant: "met-de-groep" })
      given(Pop, ...pop.history).when({ _tag: "Lapse", goal: "x", grant: "met-de-groep" }, asPlanner("system")).then(new NoSuchGoal())
      pop.does({ _tag: "UnshareGoal", goal: "rust", grant: "met-de-groep" }, asPlanner(femke))
      expect(pop.state).toMatchObject({ goals: [{ shares: [] }] })
      given(Pop, ...pop.history)
        .when({ _tag: "UnshareGoal", goal: "rust", grant: "met-de-groep" }, asPlanner(femke))
        .then(new NoSuchGrant())
      given(Pop, ...pop.history).when({ _tag: "UnshareGoal", goal: "x", grant: "x" }, asPlanner(femke)).then(new NoSuchGoal())
      given(Pop, ...pop.history).when({ _tag: "Lapse", goal: "rust", grant: "x" }, asPlanner("system")).then(new NoSuchGrant())
    }
  })

  it("opens nothing else of the plan: nobody but the owner sees it", () => {
    const { state } = popAt("Active")
    for (const actor of [hilde, bram, kees]) expect([...Machine.seen(Pop, state, asPlanner(actor))]).toEqual([])
  })
})

describe("[S3.8, S8.15] feedback", () => {
  const ask = { _tag: "AskFeedback", goal: "rust", groupId: "g-midden" } as const
  const give = { _tag: "GiveFeedback", goal: "rust", words: p0("je wacht tot het stil is") } as const
  it("is asked of a group with which the goal is shared", () => {
    const pop = given(Pop, ...popAt("Active").history)
    pop.when(ask, asPlanner(femke)).then({ _tag: "FeedbackAsked", goal: "rust", groupId: "g-midden" })
    pop.when({ ...ask, groupId: "g-boven" }, asPlanner(femke)).then(new GrantMissing())
    pop.when({ ...ask, goal: "x" }, asPlanner(femke)).then(new NoSuchGoal())
    pop.when(ask, asPlanner(femke, {}, planEnd)).then(new GrantMissing())
  })

  it("is given by a member of that group, to the owner alone", () => {
    const pop = popAt("Active")
    given(Pop, ...pop.history).when(give, asPlanner(dirk)).then({ _tag: "FeedbackGiven", goal: "rust", by: dirk, words: give.words, at })
    given(Pop, ...pop.history).when({ ...give, words: p0(" ") }, asPlanner(dirk)).then(new NoWords())
    expect(pop.cannot(give, asPlanner(hilde))).toBe("NotAllowed")
    expect([...Machine.seen(Pop, pop.state, asPlanner(dirk))]).toEqual([])
  })

  it("on a goal that is not shared says the same as on one that is not there", () => {
    const pop = popAt("Active")
    pop.does({ ...add, goal: "loopbaan", kind: "Career" }, asPlanner(femke))
    for (const goal of ["loopbaan", "x"]) {
      given(Pop, ...pop.history).when({ ...give, goal }, asPlanner(dirk)).then(new GrantMissing())
    }
    given(Pop, ...pop.history).when(give, asPlanner(dirk, { groupsOfActor: ["g-boven"] })).then(new GrantMissing())
  })
})

describe("[S4.2] looking back", () => {
  it("opens when its owner wants, or by itself after a year, or at the end of the plan", () => {
    const pop = popAt("Active")
    given(Pop, ...pop.history).when({ _tag: "OpenReview" }, asPlanner("system", {}, at + 365 * day - 1)).then(new ReviewNotDue({ days: 365 }))
    given(Pop, ...pop.history)
      .when({ _tag: "OpenReview" }, asPlanner("system", {}, at + 365 * day))
      .then({ _tag: "PopReviewOpened", at: at + 365 * day })
    pop.does({ _tag: "OpenReview" }, asPlanner(femke, {}, at + day))
    pop.does({ _tag: "CloseReview" }, asPlanner(femke))
    // The year counts from the last time; the end of the plan comes first when it is nearer.
    expect(pop.cannot({ _tag: "OpenReview" }, asPlanner("system", {}, at + 365 * day))).toBe("ReviewNotDue")
    const short = tell(Pop)
    short.does({ ...startPop, period: { from: "2025-09-01", until: "2025-12-31" } }, asPlanner(femke))
    short.does(add, asPlanner(femke))
    short.does({ _tag: "Activate" }, asPlanner(femke))
    expect(short.does({ _tag: "OpenReview" }, asPlanner("system", {}, startOf("2025-12-31")))).toEqual(["PopReviewOpened"])
  })

  it("leads to a renewal that says what it renews, and loses nothing", () => {
    const pop = popAt("InReview")
    pop.does({ ...add, goal: "klaar" }, asPlanner(femke))
    pop.does({ _tag: "AchieveGoal", goal: "klaar" }, asPlanner(femke))
    const before = pop.state
    given(Pop, ...pop.history)
      .when({ ...renew, nextPeriod: { from: "2026-09-01", until: "2031-09-01" } }, asPlanner(femke))
      .then(new PeriodTooLong({ years: 4 }))
    pop.does(renew, asPlanner(femke))
    expect(pop.state).toEqual({ ...before, _tag: "Renewed", next: "pop-2", nextPeriod: renew.nextPeriod })

    const next = tell(Pop)
    const goals = before._tag === "InReview" ? carriedOver(before) : []
    expect(goals).toMatchObject([{ id: "rust", shares: [] }])
    const startNext = { _tag: "StartNext", ownerId: femke, period: renew.nextPeriod, intro: startPop.intro, renews: "pop-1", goals } as const
    expect(next.cannot(startNext, asPlanner(femke))).toBe("NotAllowed")
    next.does(startNext, asPlanner("system"))
    expect(next.state).toMatchObject({ _tag: "Draft", renews: "pop-1", goals: [{ id: "rust" }], feedback: [] })
  })

  it("or the plan is completed, never from a draft; a draft can be stopped", () => {
    expect(popAt("Draft").cannot({ _tag: "Complete" }, asPlanner(femke))).toBe("IllegalCommand")
    expect(popAt("Draft").cannot(renew, asPlanner(femke))).toBe("IllegalCommand")
    for (const state of ["Active", "InReview"] as const) expect(popAt(state).does({ _tag: "Complete" }, asPlanner(femke))).toEqual(["PopCompleted"])
    for (const state of livingStates) expect(popAt(state).does({ _tag: "Stop" }, asPlanner(femke))).toEqual(["PopStopped"])
  })
})

describe("leaving", () => {
  it("closes the plan and erases it thirty days later, or at once by its owner", () => {
    given(Pop, ...popAt("Active").history).when({ _tag: "Close" }, asPlanner("system")).then(new StillWorksHere())
    const pop = popAt("Closed")
    given(Pop, ...pop.history).when({ _tag: "Erase" }, asPlanner("system", {}, at + 30 * day - 1)).then(new StillKept({ days: 30 }))
    given(Pop, ...pop.history)
      .when({ _tag: "Erase" }, asPlanner("system", {}, at + 30 * day))
      .then({ _tag: "PopErased" })
      .is({ _tag: "Erased", ownerId: femke })
    given(Pop, ...popAt("Renewed").history).when({ _tag: "Erase" }, asPlanner(femke)).then({ _tag: "PopErased" })
    expect(Pop.spec.events.PopErased.forgets).toBe(true)
  })
})

describe("[S3.8] what is agreed with the employer", () => {
  const proposed = { ...propose, _tag: "AgreementProposed", ownerId: bram } as const

  it("is proposed by either side and accepted by the other", () => {
    given(PopAgreement).when(propose, asParty(bram)).then({ ...proposed, proposedBy: bram })
    given(PopAgreement).when(propose, asParty(hilde)).then({ ...proposed, proposedBy: hilde })
    expect(tell(PopAgreement).cannot(propose, asParty(dirk))).toBe("NotAllowed")
    for (const [one, other] of [[bram, hilde], [hilde, bram]] as const) {
      const agreement = tell(PopAgreement)
      agreement.does(propose, asParty(one))
      given(PopAgreement, ...agreement.history).when({ _tag: "Accept" }, asParty(one)).then(new OwnProposal())
      given(PopAgreement, ...agreement.history).when({ _tag: "Accept" }, asParty(other)).then({ _tag: "AgreementReached", at })
    }
  })

  it("is about goals that the owner shares with that leader, and says what it takes", () => {
    given(PopAgreement).when(propose, asParty(bram, { sharedGoals: [] })).then(new GrantMissing())
    given(PopAgreement).when(propose, asParty(bram, { sharedGoals: [{ goal: "ouders", leader: "p-ander" }] })).then(new GrantMissing())
    given(PopAgreement).when({ ...propose, goals: [] }, asParty(bram)).then(new NothingAgreed())
    given(PopAgreement).when({ ...propose, facilities: [] }, asParty(bram)).then(new NothingAgreed())
    const elsewhere = propose.facilities.map((facility) => ({ ...facility, goal: "x" }))
    given(PopAgreement).when({ ...propose, facilities: elsewhere }, asParty(bram)).then(new NothingAgreed())
    given(PopAgreement).when({ ...propose, leaderId: "p-ander" }, asParty(hilde)).then(new OtherPop())
    given(PopAgreement, ...agreementAt("Proposed").history).when({ ...propose, popId: "pop-x" }, asParty(bram)).then(new OtherPop())
  })

  it("can be answered with another proposal, or withdrawn, and an offer that lies unanswered says nothing", () => {
    const agreement = agreementAt("Proposed")
    agreement.does({ ...propose, facilities: propose.facilities.slice(0, 1) }, asParty(hilde))
    expect(agreement.state).toMatchObject({ _tag: "Proposed", proposedBy: hilde, facilities: [{ id: "vervanging" }] })
    expect(agreement.does({ _tag: "Withdraw" }, asParty(bram))).toEqual(["AgreementWithdrawn"])
  })

  it("is seen by both, and by HR without the words", () => {
    const { state } = agreementAt("Agreed")
    const seen = (actor: string) => [...Machine.seen(PopAgreement, state, { ...asParty(actor), hr: [kees] } as Machine.Asked)]
    expect([seen(bram), seen(hilde), seen(kees), seen(dirk)]).toEqual([["Facts", "P3"], ["Facts", "P3"], ["Facts"], []])
  })

  it("is kept when everything came, said by who got it", () => {
    const agreement = agreementAt("Agreed")
    const got = (facility: string) => ({ _tag: "ConfirmDelivered", facility }) as const
    expect(agreement.cannot(got("boek"), asParty(hilde))).toBe("NotAllowed")
    given(PopAgreement, ...agreement.history).when(got("x"), asParty(bram)).then(new NoSuchFacility())
    expect(agreement.does(got("boek"), asParty(bram))).toEqual(["FacilityDelivered"])
    given(PopAgreement, ...agreement.history).when(got("boek"), asParty(bram)).then(new DeliveredAlready())
    expect(agreement.does(got("vervanging"), asParty(bram))).toEqual(["FacilityDelivered", "AgreementMet"])
    expect(agreement.tag).toBe("Met")
  })

  it("is breached when something did not come in time, and that it came after all does not undo it", () => {
    const agreement = agreementAt("Agreed")
    const missed = { _tag: "ReportFacilityMissed", facility: "vervanging" } as const
    const april = startOf("2026-04-01")
    given(PopAgreement, ...agreement.history).when(missed, asParty("system", {}, april - 1)).then(new NotDueYet({ before: "2026-03-31" }))
    given(PopAgreement, ...agreement.history).when({ ...missed, facility: "x" }, asParty(bram)).then(new NoSuchFacility())
    agreement.does(missed, asParty("system", {}, april))
    expect(agreement.state).toMatchObject({ _tag: "Breached", breached: ["vervanging"] })
    given(PopAgreement, ...agreement.history).when(missed, asParty(bram, {}, april)).then(new BreachedAlready())
    agreement.does({ _tag: "ConfirmDelivered", facility: "vervanging" }, asParty(bram))
    given(PopAgreement, ...agreement.history).when(missed, asParty(bram, {}, april)).then(new DeliveredAlready())
    agreement.does({ _tag: "ConfirmDelivered", facility: "boek" }, asParty(bram))
    expect(agreement.state).toMatchObject({ _tag: "Met", breached: ["vervanging"], delivered: ["vervanging", "boek"] })
  })

  it("stands when the leader goes: who leads the owner now answers for it", () => {
    const agreement = agreementAt("Agreed")
    expect(agreement.cannot({ _tag: "TakeOver" }, asParty("p-nieuw"))).toBe("NotAllowed")
    agreement.does({ _tag: "TakeOver" }, asParty("p-nieuw", { ownersLeaders: ["p-nieuw"] }))
    expect(agreement.state).toMatchObject({ leaderId: "p-nieuw" })
  })

  it("outlives the plan in the employer's file, and is destroyed after its term", () => {
    const left = { _tag: "BeginRetention" } as const
    const agreement = agreementAt("Agreed")
    given(PopAgreement, ...agreement.history).when(left, asParty("system")).then(new StillWorksHere())
    given(PopAgreement, ...agreement.history).when({ _tag: "Destroy" }, asParty("system")).then(new KeptInFile({ until: null }))
    agreement.does(left, asParty("system", { staff: [] }))
    const until = at + 730 * day
    given(PopAgreement, ...agreement.history).when({ _tag: "Destroy" }, asParty("system", {}, until - 1)).then(new KeptInFile({ until }))
    given(PopAgreement, ...agreement.history)
      .when({ _tag: "Destroy" }, asParty("system", {}, until))
      .then({ _tag: "AgreementDestroyed" })
      .is({ _tag: "Destroyed", popId: "pop-bram", ownerId: bram, leaderId: hilde })
    expect(PopAgreement.spec.events.AgreementDestroyed.forgets).toBe(true)
  })
})
