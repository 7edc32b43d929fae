import { given, tell, words } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import { KeptInFile } from "../src/conversation/Refusals.ts"
import type * as Machine from "../src/Machine.ts"
import { BudgetExceeded, earmarked, MoneyExceeded, TimeBudget } from "../src/TimeBudget.ts"
import { day, startOf } from "../src/Vocabulary.ts"
import { asked, carla, draft, hilde, inYear, linesWith, proposed } from "./budget.ts"

const draftedWith = (more: Partial<Machine.CommandOf<Machine.Of<typeof TimeBudget>, "Draft">>) => {
  const story = tell(TimeBudget)
  story.does({ ...draft, ...more }, asked(hilde))
  return story
}

describe("[S6.2, S6.4, S6.11] the year task", () => {
  it("of three days a week is 995.4 hours, and comes from the agreement of that year", () => {
    expect(draftedWith({}).state).toMatchObject({ _tag: "Draft", normMinutes: 995.4 * 60, cao: "CAO PO", leader: hilde })
    expect(tell(TimeBudget).cannot(draft, { ...asked(hilde), cao: null })).toBe("NoCaoForYear")
    expect(tell(TimeBudget).cannot(draft, asked(carla))).toBe("NotAllowed")
  })

  it("is balanced, within the hours of teaching, and has time for development", () => {
    const propose = { _tag: "Propose" } as const
    expect(draftedWith({ lines: linesWith({ other: -5.4 }) }).cannot(propose, asked(hilde))).toBe("BudgetNotBalanced")
    expect(draftedWith({ lines: linesWith({ teaching: 570 }) }).cannot(propose, asked(hilde))).toBe("TeachingOverMax")
    expect(draftedWith({ lines: linesWith({ teaching: 570 }), writtenConsent: words("P3", "brief van 1 juni", "personId") }).does(propose, asked(hilde))).toEqual(["BudgetProposed"])
    expect(draftedWith({ lines: linesWith({ teaching: 570 }), writtenConsent: words("P3", " ", "personId") }).cannot(propose, asked(hilde))).toBe("TeachingOverMax")
    expect(draftedWith({ lines: linesWith({ earmarks: [] }) }).cannot(propose, asked(hilde))).toBe("NoTimeForDevelopment")
    expect(draftedWith({}).cannot(propose, { ...asked(hilde), cao: null })).toBe("NoCaoForYear")
    const over = linesWith().map((line) => ({ ...line, earmarks: [{ purpose: "Session", minutes: line.minutes + 1 }] }))
    expect(tell(TimeBudget).cannot({ ...draft, lines: over as never }, asked(hilde))).toBe("EarmarkOverLine")
  })

  it("[S6.1] may have no money at all: scarcity does not block", () => {
    const story = draftedWith({ money: 0 })
    expect(story.does({ _tag: "Propose" }, asked(hilde))).toEqual(["BudgetProposed"])
  })

  it("is agreed or disputed by its owner, and drafted anew after that", () => {
    expect(proposed().cannot({ _tag: "Agree" }, asked(hilde))).toBe("NotAllowed")
    const story = proposed()
    story.does({ _tag: "Dispute", objection: words("P3", "te weinig tijd voor de bijeenkomsten", "personId") }, asked(carla))
    expect(story.tag).toBe("Disputed")
    story.does(draft, asked(hilde))
    expect(story.tag).toBe("Draft")
    expect(proposed().does({ _tag: "Agree" }, asked(carla))).toEqual(["BudgetAgreed"])
  })
})

describe("[S6.18] in the year", () => {
  it("held moments are booked once, as far as there is time for them", () => {
    const story = inYear()
    const book = { _tag: "Book", purpose: "Session", minutes: 60, ref: "s1" } as const
    story.does(book, asked("system"))
    expect(story.cannot(book, asked("system"))).toBe("BookedAlready")
    expect(story.cannot({ ...book, minutes: 421, ref: "s2" }, asked("system"))).toBe("BudgetExceeded")
    expect(story.does({ ...book, minutes: 420, ref: "s2" }, asked("system"))).toEqual(["TimeBooked"])
    expect(story.does({ _tag: "Book", purpose: "Pap", minutes: 15, ref: "p1" }, asked(carla))).toEqual(["TimeBooked"])
  })

  it("[S6.1] money that was promised is kept for it once, as far as there is money", () => {
    const story = inYear()
    const keep = { _tag: "ReserveMoney", euros: 250, ref: "afspraak/boek" } as const
    expect(story.cannot(keep, asked(carla))).toBe("NotAllowed")
    expect(story.does(keep, asked(hilde))).toEqual(["MoneyReserved"])
    expect(story.cannot(keep, asked(hilde))).toBe("ReservedAlready")
    given(TimeBudget, ...story.history).when({ ...keep, euros: 50.5, ref: "x" }, asked(hilde)).then(new MoneyExceeded({ left: 50 }))
    story.does({ ...keep, euros: 50, ref: "x" }, asked(hilde))
    expect(story.state).toMatchObject({ money: 300, reserved: [{ euros: 250, ref: "afspraak/boek" }, { euros: 50, ref: "x" }] })
  })

  it("[S6.18, S8.8] professional pauses are booked out of what was set aside for them", () => {
    const story = inYear()
    const pause = { _tag: "Book", purpose: "Pause", minutes: 15, ref: "pauze-1" } as const
    for (let n = 1; n <= 20; n++) story.does({ ...pause, ref: `pauze-${n}` }, asked("system"))
    given(TimeBudget, ...story.history).when({ ...pause, ref: "pauze-21" }, asked("system")).then(new BudgetExceeded({ purpose: "Pause", left: 0 }))
  })

  it("minutes move when both sides say so, and never below what was booked", () => {
    const story = inYear()
    story.does({ _tag: "Book", purpose: "Session", minutes: 400, ref: "s1" }, asked("system"))
    const move = (earmarks: ReadonlyArray<{ readonly purpose: "Session" | "Pause"; readonly minutes: number }>, other = 0) =>
      ({ _tag: "ProposeReallocation", lines: linesWith({ earmarks, other }) }) as const
    expect(story.cannot({ _tag: "AcceptReallocation" }, asked(hilde))).toBe("NothingProposed")
    expect(story.cannot(move([{ purpose: "Session", minutes: 399 }]), asked(carla))).toBe("BookedMoreThanThat")
    expect(story.cannot(move([{ purpose: "Session", minutes: 400 }], 1), asked(carla))).toBe("BudgetNotBalanced")
    expect(story.cannot(move([{ purpose: "Session", minutes: 99_999 }]), asked(carla))).toBe("EarmarkOverLine")
    story.does(move([{ purpose: "Session", minutes: 600 }]), asked(carla))
    expect(story.cannot({ _tag: "AcceptReallocation" }, asked(carla))).toBe("OwnProposal")
    story.does({ _tag: "AcceptReallocation" }, asked(hilde))
    expect(story.state).toMatchObject({ _tag: "InYear" })
    expect(story.state._tag === "InYear" && earmarked(story.state.lines, "Session")).toBe(600)
    expect(story.state).not.toHaveProperty("proposed")
  })
})

describe("at the end of the year", () => {
  it("what was not used is saved within the limits of the agreement or let go, and both sides say so", () => {
    const story = inYear()
    const settle = (line: "Sustainable" | "Professionalisation", minutes: number, years = 3) =>
      ({ _tag: "ProposeSettlement", saved: [{ line, minutes, years }] }) as const
    expect(story.cannot(settle("Sustainable", 360, 6), asked(carla))).toBe("SavingTooLong")
    expect(story.cannot(settle("Sustainable", 24 * 60 + 1), asked(carla))).toBe("SavingTooMuch")
    expect(story.cannot(settle("Sustainable", 360), { ...asked(carla), cao: null })).toBe("NoCaoForYear")
    story.does(settle("Sustainable", 360), asked(carla))
    expect(story.cannot({ _tag: "AcceptSettlement" }, asked(carla))).toBe("OwnProposal")
    story.does({ _tag: "AcceptSettlement" }, asked(hilde))
    story.does({ _tag: "Close" }, asked("p-kees"))
    expect(story.state).toMatchObject({ _tag: "Closed", settlement: { saved: [{ line: "Sustainable", minutes: 360, years: 3 }] } })
  })

  it("what was booked on a line is not saved from it", () => {
    const story = inYear()
    story.does({ _tag: "Book", purpose: "Session", minutes: 480, ref: "s1" }, asked("system"))
    const save = (minutes: number) => ({ _tag: "ProposeSettlement", saved: [{ line: "Professionalisation", minutes, years: 1 }] }) as const
    expect(story.cannot(save(49.8 * 60 - 479), asked(carla))).toBe("SavingTooMuch")
    expect(story.does(save(49.8 * 60 - 480), asked(carla))).toEqual(["SettlementProposed"])
  })
})

describe("the year task of a leaver", () => {
  const begin = { _tag: "BeginRetention" } as const
  const at = (moment: number) => ({ ...asked("system"), staff: [hilde], at: moment })
  const left = startOf("2026-08-01")
  it("is kept for two years, then what counts for wages until seven years after its year, and then nothing", () => {
    const story = inYear()
    expect(story.cannot(begin, asked("system"))).toBe("StillWorksHere")
    expect(story.cannot({ _tag: "Reduce" }, asked("system"))).toBe("KeptInFile")
    story.does(begin, at(left))
    expect(story.state).toMatchObject({ _tag: "InYear", keepUntil: left + 730 * day })
    given(TimeBudget, ...story.history).when({ _tag: "Reduce" }, at(left + 730 * day - 1)).then(new KeptInFile({ until: left + 730 * day }))
    story.does({ _tag: "Reduce" }, at(left + 730 * day))
    expect(story.state).toEqual({ _tag: "WagesOnly", personId: carla, schoolYear: "2025-2026", leader: hilde, fte: 0.6, cao: "CAO PO", normMinutes: 995.4 * 60 })
    const wages = startOf("2026-08-01") + 7 * 365 * day
    given(TimeBudget, ...story.history).when({ _tag: "Destroy" }, at(wages - 1)).then(new KeptInFile({ until: wages }))
    story.does({ _tag: "Destroy" }, at(wages))
    expect(story.state).toEqual({ _tag: "Destroyed", personId: carla, schoolYear: "2025-2026" })
    expect(TimeBudget.spec.events.BudgetReduced).toMatchObject({ forgets: true })
  })
})
