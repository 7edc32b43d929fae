import { tell } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
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
