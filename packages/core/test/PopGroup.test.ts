import { settings } from "@groeikring/pack-nl"
import { given, tell, words } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import type * as Machine from "../src/Machine.ts"
import { AgreementNotSigned, GroupTooLarge, HierarchyInGroup, IntervisionMinutesOutOfRange, NoMomentRostered, NoTimeAgreed, PopGroup } from "../src/PopGroup.ts"

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
  sessionsRostered: 8,
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

  it("has nobody in it who grants it its hours, also before there is anybody they lead", () => {
    const empty = given(PopGroup, { _tag: "GroupFormed", type: "Bouw", schoolYear: "2025-2026", sponsor: hilde, members: [] })
    empty.when(join, as(hilde)).then(new HierarchyInGroup())
    const group = formed([anneke, bram])
    expect(group.cannot({ _tag: "Invite", person: hilde }, as(anneke, { leadersOf: {} }))).toBe("HierarchyInGroup")
    expect(group.cannot({ _tag: "ReplaceSponsor", sponsor: bram }, as("p-otto", { leaders: [bram, "p-otto"] }))).toBe("HierarchyInGroup")
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

  it("[S6.19] says what the group does every time, or not; that is the group's own, and can be changed with the rest", () => {
    const group = formed()
    const rituals = { opening: words("P1", "Eerst koffie, dan de bel.", "stream"), celebration: words("P1", "Wie iets lukte, slaat op de gong.", "stream") }
    group.does({ _tag: "DraftAgreement", ...terms, rituals }, as(anneke))
    expect(group.state).toMatchObject({ agreement: { rituals } })
    group.does({ _tag: "DraftAgreement", ...terms }, as(anneke))
    expect(group.state).not.toHaveProperty("agreement.rituals")
    expect(PopGroup.spec.seenBy).toMatchObject({ Member: expect.arrayContaining(["P1"]), Sponsor: expect.not.arrayContaining(["P1"]) })
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
  it("when there are three, all have signed, all have the hours in their year task, and the roster has a moment for them", () => {
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
    given(PopGroup, ...group.history).when({ _tag: "Activate" }, as(bram, { sessionsRostered: 0 })).then(new NoMomentRostered())
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

  it("[S5.4] anyone leaves a group that is ending, too", () => {
    const group = active()
    group.does({ _tag: "StartClosing" }, as(anneke))
    group.does({ _tag: "Leave" }, as(carla))
    expect(group.state).toMatchObject({ _tag: "Closing", members: six.filter((one) => one !== carla) })
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

  it("when every member has told how their plan went", () => {
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

describe("every fact of a group changes that alone", () => {
  const invited = (by: ReadonlyArray<string>) => ({ person: "p-guus", by })
  const stateOf = (group: { readonly state: object }) => group.state as Machine.StateIn<Machine.Of<typeof PopGroup>, "Active">

  it("hours, a pause, another sponsor: the rest stays as it is", () => {
    const group = active()
    const before = stateOf(group)
    group.does({ _tag: "GrantTime", hours: 20 }, as(hilde))
    expect(group.state).toEqual({ ...before, grantedHours: 20 })
    group.does({ _tag: "ReplaceSponsor", sponsor: "p-otto" }, as("p-otto"))
    expect(group.state).toEqual({ ...before, grantedHours: 20, sponsor: "p-otto" })
    group.does({ _tag: "Pause" }, as(bram))
    group.does({ _tag: "Resume" }, as(bram))
    expect(group.state).toEqual({ ...before, grantedHours: 20, sponsor: "p-otto" })
  })

  it("an agreement that is changed is another version, with its own words, and everybody signs again", () => {
    const group = active()
    const before = stateOf(group)
    const changed = { ...terms, intervisionMinutes: 25, rotation: "Alphabet", rhythm: { sessions: 6, sessionMinutes: 75 } } as const
    group.does({ _tag: "ChangeAgreement", ...changed }, as(anneke))
    expect(group.state).toEqual({ ...before, agreement: { ...changed, version: 2 }, signedBy: [] })
    expect(group.history.at(-1)).toEqual({ ...changed, _tag: "AgreementChanged" })
  })

  it("invitations of several people stand beside each other, and go when one of them comes", () => {
    const group = active([anneke, bram, carla])
    group.does({ _tag: "Invite", person: "p-guus" }, as(anneke))
    group.does({ _tag: "Invite", person: "p-hans" }, as(bram))
    group.does({ _tag: "Invite", person: "p-guus" }, as(bram))
    group.does({ _tag: "Invite", person: "p-guus" }, as(bram))
    expect(stateOf(group).invitations).toEqual([{ person: "p-hans", by: [bram] }, invited([anneke, bram])])
    group.does({ _tag: "Invite", person: "p-guus" }, as(carla))
    group.does(join, as("p-guus"))
    expect(stateOf(group)).toMatchObject({ members: [anneke, bram, carla, "p-guus"], invitations: [{ person: "p-hans", by: [bram] }] })
  })

  it("who leaves takes their invitations and their yes to a removal along, and all else stays", () => {
    const group = active()
    group.does({ _tag: "Invite", person: "p-guus" }, as(anneke))
    group.does({ _tag: "Invite", person: "p-guus" }, as(bram))
    group.does({ _tag: "AgreeRemoval", person: carla, talkHeldOn: "2025-10-01" }, as(bram))
    group.does({ _tag: "AgreeRemoval", person: carla, talkHeldOn: "2025-10-01" }, as(anneke))
    group.does({ _tag: "AgreeRemoval", person: "p-dirk", talkHeldOn: "2025-10-02" }, as(anneke))
    const before = stateOf(group)
    expect(before.removals).toMatchObject([{ person: carla, by: [bram, anneke] }, { person: "p-dirk", by: [anneke] }])
    group.does({ _tag: "Leave" }, as(bram))
    expect(group.state).toEqual({
      ...before,
      members: before.members.filter((one) => one !== bram),
      invitations: [invited([anneke])],
      removals: before.removals.map((removal) => ({ ...removal, by: removal.by.filter((one) => one !== bram) }))
    })
  })

  it("remembers since when it is too small: from the first who left, until it is large enough again", () => {
    const group = active([anneke, bram, carla])
    expect(stateOf(group).smallSince).toBeNull()
    group.does({ _tag: "Leave" }, as(carla, {}, 1))
    expect(stateOf(group).smallSince).toBe(at + week)
    group.does({ _tag: "Leave" }, as(bram, {}, 2))
    expect(stateOf(group).smallSince).toBe(at + week)
    group.does({ _tag: "Invite", person: "p-guus" }, as(anneke, {}, 3))
    group.does(join, as("p-guus", {}, 3))
    expect(stateOf(group).smallSince).toBe(at + week)
    for (const actor of [anneke, "p-guus"]) group.does({ _tag: "Invite", person: "p-hans" }, as(actor, {}, 4))
    group.does(join, as("p-hans", {}, 4))
    expect(stateOf(group).smallSince).toBeNull()
    const four = active([anneke, bram, carla, "p-dirk"])
    four.does({ _tag: "Leave" }, as(bram, {}, 1))
    expect(stateOf(four).smallSince).toBeNull()
  })

  it("who is removed by all others leaves a group that may be too small from then on", () => {
    for (const [people, smallSince] of [[[anneke, bram, carla, "p-dirk"], null], [[anneke, bram, carla], at]] as const) {
      const group = active(people)
      for (const actor of people.filter((one) => one !== bram)) group.does({ _tag: "AgreeRemoval", person: bram, talkHeldOn: "2025-10-01" }, as(actor))
      expect(stateOf(group)).toMatchObject({ members: people.filter((one) => one !== bram), removals: [], smallSince })
    }
  })

  it("agrees on minutes from the least to the most, which is never more than a session has", () => {
    const group = formed([anneke, bram, carla])
    const { max, min } = settings.intervisionMinutes
    const draft = (intervisionMinutes: number, sessionMinutes: number) => ({ _tag: "DraftAgreement", ...terms, intervisionMinutes, rhythm: { sessions: 8, sessionMinutes } }) as const
    for (const [minutes, session] of [[min - 1, 600], [max + 1, 600], [min + 1, min]] as const) expect(group.cannot(draft(minutes, session), as(anneke))).toBe("IntervisionMinutesOutOfRange")
    for (const [minutes, session] of [[min, 600], [max, 600], [min, min]] as const) group.does(draft(minutes, session), as(anneke))
    expect(group.state).toMatchObject({ agreement: { version: 3 }, signedBy: [] })
  })

  it("has no power between any two: who leads one of many, or is led by one of many, does not come in", () => {
    const group = formed([anneke, bram, carla])
    expect(group.cannot(join, as("p-guus", { leadersOf: { [bram]: ["p-guus"] } }))).toBe("HierarchyInGroup")
    expect(group.cannot(join, as("p-guus", { leadersOf: { "p-guus": [carla] } }))).toBe("HierarchyInGroup")
    expect(group.does(join, as("p-guus", { leadersOf: { "p-guus": [hilde], [bram]: [hilde] } }))).toEqual(["MemberJoined"])
  })
})
