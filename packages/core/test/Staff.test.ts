import { tell } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import type * as Machine from "../src/Machine.ts"
import { Staff } from "../src/Staff.ts"

const [joke, hilde, bram] = ["p-joke", "p-hilde", "p-bram"] as const
const as = (actor: string) => ({ actor, at: 0 })
const employ = (person: string) => ({ _tag: "Employ", person, function: "Teacher", fte: 0.8 }) as const

const school = () => {
  const staff = tell(Staff)
  staff.does({ _tag: "Open", school: "obs De Zwaluw" }, as(joke))
  for (const person of [joke, hilde, bram]) staff.does(employ(person), as(joke))
  staff.does({ _tag: "AppointLeader", person: bram, leader: hilde }, as(joke))
  return staff
}

describe("every change in the staff changes that alone", () => {
  const told = () => {
    const staff = school()
    for (const person of [hilde, bram]) staff.does({ _tag: "JoinCouncil", person }, as(joke))
    staff.does({ _tag: "AppointLeader", person: joke, leader: hilde }, as(joke))
    staff.does({ _tag: "AppointLeader", person: bram, leader: joke }, as(joke))
    staff.does({ _tag: "MakeAdministrator", person: hilde }, as(joke))
    staff.does({ _tag: "AnnounceLeaving", person: hilde, on: "2026-01-31" }, as(joke))
    return staff
  }
  const post = (person: string, more: object = {}) => ({ person, function: "Teacher", fte: 0.8, ...more })
  const whole = {
    _tag: "Working",
    school: "obs De Zwaluw",
    administrators: [joke, hilde],
    colleagues: [joke, hilde, bram],
    posts: [post(joke), post(hilde), post(bram)],
    leadersOf: { [bram]: [hilde, joke], [joke]: [hilde] },
    council: [hilde, bram],
    leaving: [{ person: hilde, on: "2026-01-31" }]
  }
  it("whoever comes, moves, leads, joins, announces or goes", () => {
    const after = (command: Machine.Command<Machine.Of<typeof Staff>>) => {
      const staff = told()
      staff.does(command, as(joke))
      return staff.state
    }
    expect(told().state).toEqual(whole)
    expect(after(employ("p-x"))).toEqual({ ...whole, colleagues: [...whole.colleagues, "p-x"], posts: [...whole.posts, post("p-x")] })
    expect(after({ _tag: "ChangePost", person: hilde, function: "Director", fte: 1 })).toEqual({
      ...whole, posts: [post(joke), post(bram), post(hilde, { function: "Director", fte: 1 })]
    })
    expect(after({ _tag: "AppointLeader", person: hilde, leader: joke })).toEqual({ ...whole, leadersOf: { ...whole.leadersOf, [hilde]: [joke] } })
    expect(after({ _tag: "EndLeadership", person: bram, leader: hilde })).toEqual({ ...whole, leadersOf: { ...whole.leadersOf, [bram]: [joke] } })
    expect(after({ _tag: "EndLeadership", person: hilde, leader: joke })).toEqual({ ...whole, leadersOf: { ...whole.leadersOf, [hilde]: [] } })
    expect(after({ _tag: "JoinCouncil", person: joke })).toEqual({ ...whole, council: [hilde, bram, joke] })
    expect(after({ _tag: "LeaveCouncil", person: bram })).toEqual({ ...whole, council: [hilde] })
    expect(after({ _tag: "MakeAdministrator", person: bram })).toEqual({ ...whole, administrators: [joke, hilde, bram] })
    expect(after({ _tag: "RelieveAdministrator", person: hilde })).toEqual({ ...whole, administrators: [joke] })
    expect(after({ _tag: "AnnounceLeaving", person: bram, on: "2026-02-28" })).toEqual({ ...whole, leaving: [...whole.leaving, { person: bram, on: "2026-02-28" }] })
    expect(after({ _tag: "AnnounceLeaving", person: hilde, on: "2026-03-31" })).toEqual({ ...whole, leaving: [{ person: hilde, on: "2026-03-31" }] })
    expect(after({ _tag: "EndEmployment", person: hilde, today: "2026-01-31" })).toEqual({
      ...whole, colleagues: [joke, bram], posts: [post(joke), post(bram)], leadersOf: { [bram]: [joke], [joke]: [] }, council: [bram], leaving: []
    })
  })

  it("a leader who leaves leads nobody, and who is led by them has no leader left", () => {
    const staff = told()
    staff.does({ _tag: "AnnounceLeaving", person: bram, on: "2026-01-31" }, as(joke))
    expect(staff.cannot({ _tag: "EndEmployment", person: bram, today: "2026-01-30" }, as(joke))).toBe("NotLeavingYet")
    staff.does({ _tag: "EndEmployment", person: bram, today: "2026-02-01" }, as(joke))
    expect(staff.state).toMatchObject({ leadersOf: { [joke]: [hilde] } })
    expect(staff.state._tag === "Working" && Object.keys(staff.state.leadersOf)).toEqual([joke])
  })
})

describe("[S2.10, S2.11] the staff of a school", () => {
  it("is kept by its administrators alone", () => {
    const staff = school()
    expect(staff.cannot(employ("p-x"), as(bram))).toBe("NotAllowed")
    expect(staff.cannot({ _tag: "Open", school: "Andere" }, as(joke))).toBe("IllegalCommand")
    staff.does({ _tag: "MakeAdministrator", person: bram }, as(joke))
    expect(staff.does(employ("p-x"), as(bram))).toEqual(["PersonEmployed"])
    expect(staff.cannot({ _tag: "MakeAdministrator", person: "p-y" }, as(joke))).toBe("DoesNotWorkHere")
    staff.does({ _tag: "RelieveAdministrator", person: joke }, as(bram))
    expect(staff.cannot({ _tag: "RelieveAdministrator", person: bram }, as(bram))).toBe("LastAdministrator")
  })

  it("has everybody once, in a post", () => {
    const staff = school()
    expect(staff.cannot(employ(bram), as(joke))).toBe("WorksHereAlready")
    expect(staff.cannot({ ...employ("p-x"), _tag: "ChangePost" }, as(joke))).toBe("DoesNotWorkHere")
    staff.does({ _tag: "ChangePost", person: bram, function: "InternalCoach", fte: 0.6 }, as(joke))
    expect(staff.state).toMatchObject({ posts: expect.arrayContaining([{ person: bram, function: "InternalCoach", fte: 0.6 }]) })
  })

  it("knows who leads whom, and nobody leads themselves", () => {
    const staff = school()
    expect(staff.cannot({ _tag: "AppointLeader", person: bram, leader: bram }, as(joke))).toBe("LeadsThemselves")
    expect(staff.cannot({ _tag: "AppointLeader", person: bram, leader: "p-x" }, as(joke))).toBe("DoesNotWorkHere")
    expect(staff.cannot({ _tag: "AppointLeader", person: "p-x", leader: hilde }, as(joke))).toBe("DoesNotWorkHere")
    expect(staff.cannot({ _tag: "EndLeadership", person: "p-x", leader: hilde }, as(joke))).toBe("DoesNotWorkHere")
    expect(staff.state).toMatchObject({ leadersOf: { [bram]: [hilde] } })
    staff.does({ _tag: "EndLeadership", person: bram, leader: hilde }, as(joke))
    expect(staff.state).toMatchObject({ leadersOf: { [bram]: [] } })
  })

  it("has a council of people who work there", () => {
    const staff = school()
    expect(staff.cannot({ _tag: "JoinCouncil", person: "p-x" }, as(joke))).toBe("DoesNotWorkHere")
    expect(staff.cannot({ _tag: "LeaveCouncil", person: bram }, as(joke))).toBe("DoesNotWorkHere")
    staff.does({ _tag: "JoinCouncil", person: bram }, as(joke))
    staff.does({ _tag: "LeaveCouncil", person: bram }, as(joke))
    expect(staff.state).toMatchObject({ council: [] })
  })
})

describe("a leaver", () => {
  it("leaves on the day that was announced, and with them goes every line that named them", () => {
    const staff = school()
    const end = { _tag: "EndEmployment", person: hilde, today: "2026-07-31" } as const
    expect(staff.cannot({ _tag: "AnnounceLeaving", person: "p-x", on: "2026-07-31" }, as(joke))).toBe("DoesNotWorkHere")
    expect(staff.cannot(end, as("system"))).toBe("NotLeavingYet")
    staff.does({ _tag: "AnnounceLeaving", person: hilde, on: "2026-07-31" }, as(joke))
    expect(staff.cannot({ ...end, today: "2026-07-30" }, as("system"))).toBe("NotLeavingYet")
    staff.does({ _tag: "JoinCouncil", person: hilde }, as(joke))
    staff.does(end, as("system"))
    expect(staff.state).toMatchObject({ colleagues: [joke, bram], council: [], leaving: [], leadersOf: { [bram]: [] } })
    expect(JSON.stringify(staff.state)).not.toContain(hilde)
  })
})
