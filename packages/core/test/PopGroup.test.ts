import { settings } from "@groeikring/pack-nl"
import { given, tell, words } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import type * as Machine from "../src/Machine.ts"
import { AgreementNotSigned, GroupTooLarge, IntervisionMinutesOutOfRange, NoTimeAgreed, PopGroup } from "../src/PopGroup.ts"

const six = ["p-anneke", "p-bram", "p-carla", "p-dirk", "p-esra", "p-femke"]
const [anneke, bram, carla] = six as [string, string, string]
const [hilde, iris] = ["p-hilde", "p-iris"]
const at = 29_290_000
const week = 7 * 24 * 60
const known = {
  staff: [...six, hilde, iris, "p-guus", "p-hans", "p-ingrid"],
  leaders: [hilde, "p-otto"],
  leadersOf: Object.fromEntries([...six, iris].map((person) => [person, [hilde]])) as Record<string, ReadonlyArray<string>>,
  sessionMinutesAgreed: Object.fromEntries(six.map((person) => [person, 480])) as Record<string, number>,
  openPaps: [] as ReadonlyArray<string>,
  settings
}
const as = (actor: string, more: Partial<typeof known> = {}, weeks = 0): Machine.Context<Machine.Of<typeof PopGroup>> =>
  ({ ...known, ...more, actor, at: at + weeks * week })
const form = { _tag: "Form", type: "Bouw", schoolYear: "2025-2026", sponsor: hilde } as const
const terms = {
  confidentiality: words("P1", "Wat hier gezegd wordt, blijft hier.", "stream"),
  rhythm: { sessions: 8, sessionMinutes: 60 },
  intervisionMinutes: 30 as number | null,
  papScope: "EveryoneOptional",
  rotation: "Volunteer",
  absenceRule: "CarryOver"
} as const
const join = { _tag: "Join" } as const

const formed = (people: ReadonlyArray<string> = six) => {
  const group = tell(PopGroup)
  group.does(form, as(people[0]!))
  for (const person of people.slice(1)) group.does(join, as(person))
  return group
}
const active = (people?: ReadonlyArray<string>) => {
  const group = formed(people)
  group.does({ _tag: "DraftAgreement", ...terms }, as(anneke))
  for (const person of people ?? six) group.does({ _tag: "Sign" }, as(person))
  group.does({ _tag: "Activate" }, as(bram))
  return group
}

describe("[S7.8, S7.9, S7.10, S7.11] a group forms", () => {
  it("of every kind, by any colleague, with a leader who will grant the hours", () => {
    for (const type of ["Team", "Bouw", "Ib", "CrossSchool", "Other"] as const) expect(tell(PopGroup).does({ ...form, type }, as(anneke))).toEqual(["GroupFormed"])
    expect(tell(PopGroup).cannot(form, as("p-x"))).toBe("NotAllowed")
    expect(tell(PopGroup).cannot({ ...form, sponsor: bram }, as(anneke))).toBe("SponsorIsNoLeader")
  })

  it("a leader who forms it is its sponsor and never a member", () =>
    given(PopGroup).when(form, as(hilde)).then({ _tag: "GroupFormed", type: "Bouw", schoolYear: "2025-2026", sponsor: hilde, members: [] }))

  it("[S7.11] nobody is in it with somebody they appraise or answer to; a coordinator without that power may", () => {
    const group = formed()
    expect(group.cannot(join, as(hilde))).toBe("HierarchyInGroup")
    expect(group.cannot({ _tag: "Invite", person: hilde }, as(anneke))).toBe("HierarchyInGroup")
    expect(group.cannot(join, as(anneke))).toBe("MemberAlready")
    expect(group.does(join, as(iris))).toEqual(["MemberJoined"])
  })

  it("has at most eight members", () => {
    const group = formed([...six, "p-guus", "p-hans"])
    given(PopGroup, ...group.history).when(join, as("p-ingrid")).then(new GroupTooLarge({ max: 8 }))
    expect(group.cannot({ _tag: "Invite", person: "p-ingrid" }, as(anneke))).toBe("GroupTooLarge")
  })
})

describe("[S7.13] the agreement", () => {
  it("has no silent number of minutes: the group says one that fits", () => {
    const group = formed()
    const draft = { _tag: "DraftAgreement", ...terms } as const
    expect(group.cannot({ ...draft, intervisionMinutes: null }, as(anneke))).toBe("IntervisionMinutesUnset")
    given(PopGroup, ...group.history)
      .when({ ...draft, intervisionMinutes: 61 }, as(anneke))
      .then(new IntervisionMinutesOutOfRange({ min: 15, max: 60 }))
    expect(group.cannot({ ...draft, intervisionMinutes: 14 }, as(anneke))).toBe("IntervisionMinutesOutOfRange")
    expect(group.cannot(draft, as(hilde))).toBe("NotAllowed")
  })

  it("is signed by each; written anew, all sign again", () => {
    const group = formed()
    group.does({ _tag: "DraftAgreement", ...terms }, as(anneke))
    group.does({ _tag: "Sign" }, as(anneke))
    expect(group.cannot({ _tag: "Sign" }, as(anneke))).toBe("SignedAlready")
    expect(group.does({ _tag: "DraftAgreement", ...terms, intervisionMinutes: 45 }, as(bram))).toEqual(["AgreementRedrafted"])
    expect(group.state).toMatchObject({ agreement: { version: 2, intervisionMinutes: 45 }, signedBy: [] })
  })

  it("can be changed by a running group: a new version, and all sign again", () => {
    const group = active()
    const change = { _tag: "ChangeAgreement", ...terms } as const
    expect(group.cannot({ ...change, intervisionMinutes: null }, as(anneke))).toBe("IntervisionMinutesUnset")
    expect(group.cannot({ ...change, intervisionMinutes: 500 }, as(anneke))).toBe("IntervisionMinutesOutOfRange")
    group.does({ ...change, intervisionMinutes: 40 }, as(anneke))
    expect(group.state).toMatchObject({ _tag: "Active", agreement: { version: 2 }, signedBy: [] })
    expect(group.does({ _tag: "Sign" }, as(carla))).toEqual(["AgreementSigned"])
  })
})

describe("[S6.4, S6.5] a group starts", () => {
  it("when there are three, all have signed, and all have the hours in their year task", () => {
    const two = formed([anneke, bram])
    two.does({ _tag: "DraftAgreement", ...terms }, as(anneke))
    expect(two.cannot({ _tag: "Activate" }, as(anneke))).toBe("GroupTooSmall")
    const group = formed()
    group.does({ _tag: "DraftAgreement", ...terms }, as(anneke))
    for (const person of six.slice(1)) group.does({ _tag: "Sign" }, as(person))
    given(PopGroup, ...group.history).when({ _tag: "Activate" }, as(bram)).then(new AgreementNotSigned({ missing: [anneke] }))
    group.does({ _tag: "Sign" }, as(anneke))
    given(PopGroup, ...group.history)
      .when({ _tag: "Activate" }, as(bram, { sessionMinutesAgreed: { ...known.sessionMinutesAgreed, [carla]: 479 } }))
      .then(new NoTimeAgreed({ missing: [carla] }))
    expect(group.does({ _tag: "Activate" }, as(bram))).toEqual(["GroupActivated"])
  })

  it("the sponsor grants the hours, nobody else", () => {
    const group = formed()
    expect(group.cannot({ _tag: "GrantTime", hours: 20 }, as(anneke))).toBe("NotAllowed")
    group.does({ _tag: "GrantTime", hours: 20 }, as(hilde))
    expect(group.state).toMatchObject({ grantedHours: 20 })
  })
})

describe("people come and go", () => {
  it("a running group takes somebody in when every member has invited them", () => {
    const group = active()
    expect(group.cannot(join, as(iris))).toBe("NotWelcomedByAll")
    for (const member of six.slice(1)) group.does({ _tag: "Invite", person: iris }, as(member))
    expect(group.cannot(join, as(iris))).toBe("NotWelcomedByAll")
    group.does({ _tag: "Invite", person: iris }, as(anneke))
    expect(group.does(join, as(iris))).toEqual(["MemberJoined"])
  })

  it("[S5.4] anyone leaves without a reason, and with them goes what they invited", () => {
    const group = active()
    group.does({ _tag: "Invite", person: iris }, as(carla))
    group.does({ _tag: "Leave" }, as(carla))
    expect(group.state).toMatchObject({ members: six.filter((one) => one !== carla), invitations: [{ person: iris, by: [] }] })
    expect(group.history.at(-1)).toEqual({ _tag: "MemberLeft", person: carla, at, enough: true })
  })

  it("somebody is removed only when all others agree, after a talk, and never by the leader", () => {
    const group = active([anneke, bram, carla, "p-dirk"])
    const remove = { _tag: "AgreeRemoval", person: carla, talkHeldOn: "2025-10-01" } as const
    expect(group.cannot(remove, as(hilde))).toBe("NotAllowed")
    expect(group.cannot(remove, as(carla))).toBe("RemovalOfYourself")
    expect(group.cannot({ ...remove, person: iris }, as(anneke))).toBe("NotInGroup")
    expect(group.does(remove, as(anneke))).toEqual(["RemovalAgreed"])
    expect(group.does(remove, as(anneke))).toEqual(["RemovalAgreed"])
    expect(group.does(remove, as(bram))).toEqual(["RemovalAgreed"])
    expect(group.does(remove, as("p-dirk"))).toEqual(["RemovalAgreed", "MemberRemoved"])
    expect(group.state).toMatchObject({ members: [anneke, bram, "p-dirk"], removals: [] })
  })

  it("a new leader takes over in mid-year, and the group goes on", () => {
    const group = active()
    expect(group.cannot({ _tag: "ReplaceSponsor", sponsor: bram }, as("p-otto"))).toBe("SponsorIsNoLeader")
    group.does({ _tag: "ReplaceSponsor", sponsor: "p-otto" }, as("p-otto"))
    expect(group.state).toMatchObject({ _tag: "Active", sponsor: "p-otto", members: six })
  })

  it("pauses and goes on", () => {
    const group = active()
    group.does({ _tag: "Pause" }, as(anneke))
    group.does({ _tag: "Resume" }, as(bram))
    expect(group.tag).toBe("Active")
  })
})

describe("a group ends", () => {
  it("by its members at any time, by the system when it was too small for six weeks", () => {
    const group = active([anneke, bram, carla])
    expect(group.cannot({ _tag: "StartClosing" }, as("system"))).toBe("StillLargeEnough")
    group.does({ _tag: "Leave" }, as(carla))
    expect(group.state).toMatchObject({ smallSince: at })
    expect(group.cannot({ _tag: "StartClosing" }, as("system", {}, 5))).toBe("StillLargeEnough")
    expect(group.does({ _tag: "StartClosing" }, as("system", {}, 6))).toEqual(["GroupClosing"])
    expect(active().does({ _tag: "StartClosing" }, as(anneke))).toEqual(["GroupClosing"])
  })

  it("when every plan is looked back on or carried over", () => {
    const group = active()
    group.does({ _tag: "StartClosing" }, as(anneke))
    expect(group.cannot({ _tag: "Dissolve" }, as(anneke, { openPaps: ["pap-1"] }))).toBe("PapsStillOpen")
    group.does({ _tag: "Dissolve" }, as(anneke))
    expect(group.tag).toBe("Dissolved")
  })

  it("a group that is large enough again is not too small any more", () => {
    const group = active([anneke, bram, carla])
    group.does({ _tag: "Leave" }, as(carla))
    for (const member of [anneke, bram]) group.does({ _tag: "Invite", person: iris }, as(member))
    group.does(join, as(iris))
    expect(group.state).toMatchObject({ smallSince: null })
  })
})
