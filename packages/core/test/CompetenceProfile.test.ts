import { given, tell, words } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import { claims } from "../src/Competence.ts"
import {
  CompetenceNotPublished, CompetenceProfile, NoSuchPersonalCompetence, NoSuchRecognition, NothingToShow, NothingWritten,
  OwnRecognition, PersonalCompetenceExists, PersonalWithoutName, ProfileExists, RecognitionExists
} from "../src/CompetenceProfile.ts"
import { GrantEndsInThePast, GrantExists, GrantNotOver, NoSuchGrant, NotInYourCircle } from "../src/Grant.ts"
import { StillKept, StillWorksHere } from "../src/Leaving.ts"
import * as Machine from "../src/Machine.ts"
import { NothingSeen, NotYourPeer, OtherView } from "../src/OtherView.ts"
import { SharedView } from "../src/SharedView.ts"
import {
  asOwner, at, bram, day, dirk, femke, grantEnd, group, hilde, kees, leader, offer, own, profileAt, profileKnown, rate, sbl, show, six, talk
} from "./growth.ts"

const p0 = (text: string) => words("P0", text, "ownerId")
const p2 = (text: string) => words("P2", text, "ownerId")
const muziek = { _tag: "AddPersonalCompetence", personal: "muziek", name: p0("muziek maken") } as const

describe("[S4.1] rating", () => {
  it("begins with nothing, and says only what its owner says", () => {
    given(CompetenceProfile).when({ _tag: "Open" }, asOwner(femke)).then({ _tag: "ProfileOpened", ownerId: femke })
    given(CompetenceProfile).when({ _tag: "Open" }, asOwner(femke, { otherProfile: "p1" })).then(new ProfileExists({ profile: "p1" }))
    given(CompetenceProfile, ...profileAt("Empty").history)
      .when({ _tag: "Rate", ref: sbl("sbl-4"), fun: 4 }, asOwner(femke))
      .then(
        { _tag: "ProfileBegun" },
        { _tag: "CompetenceRated", ref: sbl("sbl-4"), fun: 4, skill: null, applied: "None", learned: false, evidence: [], at }
      )
  })

  it("[S3.2, S3.3] keeps what was said before, and keeps all that was ever said", () => {
    const profile = profileAt("Active")
    given(CompetenceProfile, ...profile.history)
      .when({ _tag: "Rate", ref: sbl("sbl-4"), applied: "Tried", skill: null, evidence: ["entry-1"] }, asOwner(femke, {}, at + 1))
      .then({ _tag: "CompetenceRated", ref: sbl("sbl-4"), fun: 4, skill: null, applied: "Tried", learned: true, evidence: ["entry-1"], at: at + 1 })
    profile.does({ ...rate, skill: 5 }, asOwner(femke))
    expect(profile.state).toMatchObject({ ratings: [{ skill: 3 }, { skill: 5 }] })
  })

  it("is by a published framework, or by what the owner added", () => {
    const profile = given(CompetenceProfile, ...profileAt("Active").history)
    profile.when(rate, asOwner(femke, { competenceIsPublished: false })).then(new CompetenceNotPublished())
    profile.when({ ...rate, ref: own("muziek") }, asOwner(femke)).then(new NoSuchPersonalCompetence())
  })

  it("is nobody's but the owner's", () => {
    const { state } = profileAt("Shared")
    for (const actor of [bram, hilde, kees, "system"]) {
      const can = Machine.possible(CompetenceProfile, state, asOwner(actor, { staff: [] }))
      expect(can.Rate).toMatchObject({ _tag: "NotAllowed" })
      expect(can.WriteReflection).toMatchObject({ _tag: "NotAllowed" })
    }
  })
})

describe("[S2.1, S2.2, S2.7] a personal competence", () => {
  it("is in the owner's own words, also from daily life, and rated for skill and liking", () => {
    const profile = profileAt("Empty")
    profile.does(muziek, asOwner(femke))
    profile.does({ _tag: "Rate", ref: own("muziek"), fun: 5, skill: 4 }, asOwner(femke, { competenceIsPublished: false }))
    expect(profile.state).toMatchObject({ _tag: "Active", ratings: [{ ref: own("muziek"), fun: 5, skill: 4 }] })
    given(CompetenceProfile, ...profile.history).when(muziek, asOwner(femke)).then(new PersonalCompetenceExists())
    given(CompetenceProfile, ...profile.history).when({ ...muziek, name: p0(" ") }, asOwner(femke)).then(new NothingWritten())
    expect(JSON.stringify(Machine.commandFrom(CompetenceProfile, { ...muziek, name: "n".repeat(81) }))).toContain("80")
  })

  it("goes with what was rated under it", () => {
    const profile = profileAt("Active")
    profile.does(muziek, asOwner(femke))
    profile.does({ _tag: "Rate", ref: own("muziek"), fun: 5 }, asOwner(femke))
    profile.does({ _tag: "RemovePersonalCompetence", personal: "muziek" }, asOwner(femke))
    expect(profile.state).toMatchObject({ personal: [], ratings: [{ ref: sbl("sbl-4") }] })
    given(CompetenceProfile, ...profile.history)
      .when({ _tag: "RemovePersonalCompetence", personal: "muziek" }, asOwner(femke))
      .then(new NoSuchPersonalCompetence())
  })
})

describe("[S2.3, S3.9, S3.10, S3.11, S3.12] a reflection", () => {
  const written = {
    ref: sbl("sbl-4"),
    want: p0("graag"),
    dare: p0("nog niet voor de hele bouw"),
    warmFor: p0("orde die rust geeft"),
    motives: p0("kinderen die verder kunnen"),
    values: p0("iedereen telt mee"),
    selfConcept: p0("ik ben iemand die het eerst zelf wil zien")
  }
  it("asks what moves the owner, of which nothing has to be answered", () => {
    given(CompetenceProfile, ...profileAt("Empty").history)
      .when({ _tag: "WriteReflection", ...written }, asOwner(femke))
      .then({ _tag: "ProfileBegun" }, { _tag: "ReflectionWritten", ...written, at })
    const active = given(CompetenceProfile, ...profileAt("Active").history)
    active.when({ _tag: "WriteReflection", warmFor: p0("muziek") }, asOwner(femke)).then({ _tag: "ReflectionWritten", warmFor: p0("muziek"), at })
    active.when({ _tag: "WriteReflection", ref: sbl("sbl-4"), want: p0("") }, asOwner(femke)).then(new NothingWritten())
  })

  it("is the owner's alone: there is no way to open one to anybody", () => {
    const profile = profileAt("Active")
    profile.does({ _tag: "WriteReflection", ...written }, asOwner(femke))
    profile.does(show, asOwner(femke))
    const opened = profile.history.find(({ _tag }) => _tag === "ViewGranted")!
    expect(Object.keys(opened)).toEqual(["_tag", "id", "to", "until", "rows"])
    expect(CompetenceProfile.spec.seenBy).toEqual({ Owner: ["Facts", "P0", "P2"] })
  })
})

describe("[S2.4, S5.12] a recognition", () => {
  it("is offered by somebody of one's group, in one sentence", () => {
    const profile = profileAt("Active")
    given(CompetenceProfile, ...profile.history)
      .when(offer, asOwner(dirk))
      .then({ ...offer, _tag: "RecognitionOffered", by: dirk })
    expect(profile.cannot(offer, asOwner("p-lies"))).toBe("NotAllowed")
    given(CompetenceProfile, ...profile.history).when({ ...offer, words: p0("") }, asOwner(dirk)).then(new NothingWritten())
    given(CompetenceProfile, ...profile.history).when(offer, asOwner(femke, { peers: six })).then(new OwnRecognition())
    expect(JSON.stringify(Machine.commandFrom(CompetenceProfile, { ...offer, words: "n".repeat(141) }))).toContain("140")
  })

  it("counts for a claim once its receiver takes it, and for what was done at work", () => {
    const profile = profileAt("Active")
    profile.does(offer, asOwner(dirk))
    const claimsNow = () => (profile.state._tag === "Active" ? claims(profile.state) : [])
    expect(claimsNow()).toEqual([{ ref: sbl("sbl-4"), claim: "LearnedNotApplied" }])
    profile.does({ _tag: "Rate", ref: sbl("sbl-4"), applied: "Tried" }, asOwner(femke))
    expect(claimsNow()).toEqual([{ ref: sbl("sbl-4"), claim: "Tried" }])
    profile.does({ _tag: "AcceptRecognition", recognition: "r1" }, asOwner(femke))
    expect(claimsNow()).toEqual([{ ref: sbl("sbl-4"), claim: "Recognised" }])
    given(CompetenceProfile, ...profile.history)
      .when({ _tag: "DeclineRecognition", recognition: "r1" }, asOwner(femke))
      .then(new NoSuchRecognition())
  })

  it("that is declined leaves the giver no way to find out", () => {
    const [accepted, declined, waiting] = [profileAt("Active"), profileAt("Active"), profileAt("Active")]
    for (const profile of [accepted, declined, waiting]) profile.does(offer, asOwner(dirk))
    accepted.does({ _tag: "AcceptRecognition", recognition: "r1" }, asOwner(femke))
    declined.does({ _tag: "DeclineRecognition", recognition: "r1" }, asOwner(femke))
    expect(declined.state).toMatchObject({ recognitions: [] })
    for (const { history, state } of [accepted, declined, waiting]) {
      given(CompetenceProfile, ...history).when(offer, asOwner(dirk)).then(new RecognitionExists())
      expect(Machine.possible(CompetenceProfile, state, asOwner(dirk))).toEqual(
        Machine.possible(CompetenceProfile, waiting.state, asOwner(dirk))
      )
      expect([...Machine.seen(CompetenceProfile, state, asOwner(dirk))]).toEqual([])
    }
    given(CompetenceProfile, ...declined.history)
      .when({ _tag: "AcceptRecognition", recognition: "r1" }, asOwner(femke))
      .then(new NoSuchRecognition())
  })
})

describe("[S5.4] opening a view", () => {
  const row = { ref: sbl("sbl-4"), fun: 4, skill: 3, applied: "None", learned: true } as const
  it("shows what was chosen, as it is now, to a group, a colleague or a talk, until an end", () => {
    const profile = given(CompetenceProfile, ...profileAt("Active").history)
    profile
      .when(show, asOwner(femke))
      .then({ _tag: "ViewGranted", id: "voor-de-groep", to: group, until: grantEnd, rows: [row] })
    profile
      .when({ ...show, to: leader, until: at + 1 }, asOwner(femke))
      .then({ _tag: "ViewGranted", id: "voor-de-groep", to: leader, until: at + 1, rows: [row] })
    // The talk is on 27 January 2026; thirty days later it ends with the day, by the clock of the school.
    const afterTalk = Date.UTC(2026, 1, 26, 23) / 60_000
    profile.when({ ...show, to: talk }, asOwner(femke)).then({ _tag: "ViewGranted", id: "voor-de-groep", to: talk, until: afterTalk, rows: [row] })
  })

  it("names a competence of one's own for whoever reads it", () => {
    const profile = profileAt("Active")
    profile.does(muziek, asOwner(femke))
    profile.does({ _tag: "Rate", ref: own("muziek"), fun: 5 }, asOwner(femke))
    const chosen = { ...show, shows: [{ ref: own("muziek") }] }
    given(CompetenceProfile, ...profile.history).when(chosen, asOwner(femke)).then(new PersonalWithoutName())
    const named = { ...show, shows: [{ ref: own("muziek"), name: p2("muziek maken") }] }
    profile.does(named, asOwner(femke))
    expect(profile.history.at(-1)).toMatchObject({ rows: [{ ref: own("muziek"), fun: 5, skill: null }] })
  })

  it("goes to nobody outside the owner's circle, under one name at a time, and not backwards", () => {
    const profile = given(CompetenceProfile, ...profileAt("Shared").history)
    profile.when(show, asOwner(femke)).then(new GrantExists({ grant: "voor-de-groep" }))
    for (const to of [{ kind: "Group", id: "g-boven" }, { kind: "Person", id: "p-buiten" }, { kind: "Conversation", id: "van-bram" }] as const) {
      profile.when({ ...show, grant: "x", to }, asOwner(femke)).then(new NotInYourCircle())
    }
    profile.when({ ...show, grant: "x", until: at }, asOwner(femke)).then(new GrantEndsInThePast())
    profile.when({ ...show, grant: "x", shows: [] }, asOwner(femke)).then(new NothingToShow())
    profile.when({ ...show, grant: "x", shows: [{ ref: sbl("sbl-1") }] }, asOwner(femke)).then(new NothingToShow())
  })

  it("ends when it is taken back, or when its end comes; with the last of them the profile is private again", () => {
    const profile = profileAt("Shared")
    profile.does({ ...show, grant: "voor-hilde", to: leader }, asOwner(femke))
    given(CompetenceProfile, ...profile.history).when({ _tag: "RevokeView", grant: "x" }, asOwner(femke)).then(new NoSuchGrant())
    expect(profile.does({ _tag: "RevokeView", grant: "voor-hilde" }, asOwner(femke))).toEqual(["ViewRevoked"])
    given(CompetenceProfile, ...profile.history)
      .when({ _tag: "Lapse", grant: "voor-de-groep" }, asOwner("system"))
      .then(new GrantNotOver({ until: grantEnd }))
    given(CompetenceProfile, ...profile.history).when({ _tag: "Lapse", grant: "voor-hilde" }, asOwner("system")).then(new NoSuchGrant())
    expect(profile.does({ _tag: "Lapse", grant: "voor-de-groep" }, asOwner("system", {}, grantEnd))).toEqual(["ViewLapsed", "SharingEnded"])
    expect(profile.state).toMatchObject({ _tag: "Active", grants: [] })
  })
})

describe("what was opened", () => {
  const view = {
    _tag: "Open",
    sourceType: "CompetenceProfile",
    sourceId: "p1",
    grant: "voor-de-groep",
    to: group,
    until: at + day,
    rows: [],
    files: []
  } as const
  it("is seen by its readers while it is open, and by nobody after: not even its words remain", () => {
    const shared = tell(SharedView)
    const [known, read] = [{ sourceOwner: femke, readers: [] }, { sourceOwner: femke, readers: [bram] }]
    expect(shared.cannot(view, { ...known, actor: bram, at })).toBe("NotAllowed")
    shared.does(view, { ...known, actor: femke, at })
    expect([...Machine.seen(SharedView, shared.state, { ...read, actor: bram, at })]).toEqual(["Facts", "P2"])
    expect([...Machine.seen(SharedView, shared.state, { ...read, actor: hilde, at })]).toEqual([])
    expect(shared.cannot({ _tag: "Close" }, { ...read, actor: bram, at })).toBe("NotAllowed")
    shared.does({ _tag: "Close" }, { ...known, actor: "system", at })
    expect(shared.state).toEqual({ _tag: "Closed", ownerId: femke, sourceId: "p1", granteeId: "g-midden" })
    expect(SharedView.spec.events.ViewClosed.forgets).toBe(true)
  })
})

describe("[S2.4] how another sees it", () => {
  const by = (actor: string) => ({ peersOfAsker: [dirk], actor, at })
  const ask = { _tag: "Ask", authorId: dirk, ref: sbl("sbl-4") } as const
  const pa = <const C extends "P0" | "P2">(klass: C, text: string) => words(klass, text, "authorId")
  const note = { _tag: "Note", sees: pa("P0", "je wacht tot het stil is"), wishes: pa("P0", "") } as const
  const share = { _tag: "Share", seesYou: pa("P2", "je wacht tot het stil is"), wishesYou: pa("P2", "") } as const

  it("is asked of somebody in one's group", () => {
    given(OtherView).when(ask, by(femke)).then({ _tag: "OtherViewAsked", ownerId: femke, authorId: dirk, ref: sbl("sbl-4") })
    given(OtherView).when({ ...ask, authorId: hilde }, by(femke)).then(new NotYourPeer())
    given(OtherView).when({ ...ask, authorId: femke }, { ...by(femke), peersOfAsker: [femke] }).then(new NotYourPeer())
  })

  it("is its author's until the author shares it: before that the other does not even see whether it was written", () => {
    const view = tell(OtherView)
    view.does(ask, by(femke))
    view.does(note, by(dirk))
    expect([...Machine.seen(OtherView, view.state, by(femke))]).toEqual([])
    given(OtherView, ...view.history).when({ ...share, seesYou: pa("P2", " ") }, by(dirk)).then(new NothingSeen())
    view.does(share, by(dirk))
    expect(view.state).toMatchObject({ _tag: "Shared", sharedWith: femke })
    expect("noted" in view.state).toBe(false)
    expect([...Machine.seen(OtherView, view.state, by(femke))]).toEqual(["Facts", "P2"])
    expect([...Machine.seen(OtherView, view.state, by(hilde))]).toEqual([])
  })

  it("can be taken back, and holds no number", () => {
    const view = tell(OtherView)
    view.does(ask, by(femke))
    view.does(share, by(dirk))
    expect(view.cannot({ _tag: "TakeBack" }, by(femke))).toBe("NotAllowed")
    view.does({ _tag: "TakeBack" }, by(dirk))
    expect(view.state).toEqual({ _tag: "TakenBack", ownerId: femke, authorId: dirk, ref: sbl("sbl-4") })
    expect(OtherView.spec.events.OtherViewTakenBack.forgets).toBe(true)
    expect(Object.values(OtherView.spec.states).flatMap(Object.keys).filter((field) => /fun|skill|score|level/i.test(field))).toEqual([])
  })
})

describe("leaving", () => {
  it("closes the profile and what was opened of it; thirty days later it is erased, or at once by its owner", () => {
    given(CompetenceProfile, ...profileAt("Active").history).when({ _tag: "Close" }, asOwner("system")).then(new StillWorksHere())
    const profile = profileAt("Shared")
    profile.does({ _tag: "Close" }, asOwner("system", { staff: [] }))
    expect(profile.state).toMatchObject({ _tag: "Closed", grants: [], closedAt: at })
    const early = asOwner("system", {}, at + 30 * day - 1)
    given(CompetenceProfile, ...profile.history).when({ _tag: "Erase" }, early).then(new StillKept({ days: 30 }))
    given(CompetenceProfile, ...profile.history)
      .when({ _tag: "Erase" }, asOwner("system", {}, at + 30 * day))
      .then({ _tag: "ProfileErased" })
      .is({ _tag: "Erased", ownerId: femke })
    given(CompetenceProfile, ...profileAt("Active").history).when({ _tag: "Erase" }, asOwner("system")).then(new StillKept({ days: 30 }))
    given(CompetenceProfile, ...profileAt("Active").history).when({ _tag: "Erase" }, asOwner(femke)).then({ _tag: "ProfileErased" })
  })

  it("[S5.14] leaves nothing to compare people by: no average, no rank", () => {
    const tables = [...Object.values(CompetenceProfile.spec.states), profileKnown]
    expect(tables.flatMap(Object.keys).filter((field) => /average|mean|rank|score|total/i.test(field))).toEqual([])
  })
})
