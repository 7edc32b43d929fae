/** A group plan: brought by its members, agreed by everybody whose it is, and read outside as words alone. */
import { settings } from "@groeikring/pack-nl"
import { given, tell, words } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import { distinguishingQualities } from "../src/Competence.ts"
import { YearNotOver } from "../src/ConversationCycle.ts"
import * as No from "../src/Gop.ts"
import { Gop, haveNeedBoard } from "../src/Gop.ts"
import { GopText } from "../src/GopText.ts"
import * as Machine from "../src/Machine.ts"
import { GrantMissing, NoWords } from "../src/Pop.ts"
import { endOf } from "../src/Vocabulary.ts"
import { asMember, contribute, contributors, evaluation, gopAt, offerHelp, proposeText, row, start } from "./group.ts"
import { hilde, own, sbl } from "./growth.ts"
import { anneke, at, bram, carla, dirk, esra, femke, six } from "./session.ts"

const historyAt = (state: Parameters<typeof gopAt>[0]) => gopAt(state).history
const said = words("P1", "liever zonder datum", "by")
const sentence = (text: string) => words("P1", text, "by")

describe("[S4.6] a group plan", () => {
  it("is begun by a member of an active group, once a year, and by no leader", () => {
    const open = { _tag: "Open", groupId: "g-midden" } as const
    const gop = given(Gop)
    gop.when(open, asMember(anneke)).then({ _tag: "GopOpened", groupId: "g-midden", schoolYear: "2025-2026" })
      .is({ _tag: "Draft", groupId: "g-midden", schoolYear: "2025-2026", version: 0, sources: [], offers: [], board: [], contributors: [] })
    gop.when(open, asMember(anneke, { activeIn: null })).then(new No.GopGroupNotActive())
    gop.when(open, asMember(anneke, { liveGop: "gop-1" })).then(new No.GopExists({ gop: "gop-1" }))
    gop.when(open, asMember(hilde)).then(new Machine.NotAllowed({ machine: "Gop", command: "Open", by: ["Member"] }))
  })

  it("is made of what members bring of their own: a shared goal, a theme, a row of the board, a success", () => {
    const gop = given(Gop, ...historyAt("Draft"))
    const mine = { ...contribute, source: "nog-een" }
    gop.when(mine, asMember(carla)).then({
      _tag: "GoalContributed", id: "nog-een", kind: "PopGoal", ref: "rust", competence: sbl("sbl-4"), by: carla
    })
    gop.when(contribute, asMember(carla)).then(new No.SourceExists())
    gop.when({ ...mine, ref: "ouders" }, asMember(carla)).then(new GrantMissing())
    gop.when({ _tag: "Contribute", source: "x", kind: "PopGoal", ref: "rust" }, asMember(carla)).then(new No.NothingBrought())
    gop.when({ _tag: "Contribute", source: "x", kind: "PopGoal", ref: "rust", text: sentence(" ") }, asMember(carla)).then(new No.NothingBrought())
    gop.when({ _tag: "Contribute", source: "x", kind: "Theme", ref: "t-weg" }, asMember(carla)).then(new No.NoSuchThemeYet())
    gop.when({ _tag: "Contribute", source: "x", kind: "Theme", ref: "t-policy" }, asMember(carla))
      .then({ _tag: "GoalContributed", id: "x", kind: "Theme", ref: "t-policy", by: carla })
    gop.when({ _tag: "Contribute", source: "x", kind: "HaveNeed", competence: sbl("sbl-6") }, asMember(carla)).then(new No.RowNotShown())
    gop.when({ _tag: "Contribute", source: "x", kind: "HaveNeed", competence: sbl("sbl-4") }, asMember(carla))
      .then({ _tag: "GoalContributed", id: "x", kind: "HaveNeed", competence: sbl("sbl-4"), by: carla })
    gop.when({ _tag: "Contribute", source: "x", kind: "Success", text: said }, asMember(carla))
      .then({ _tag: "GoalContributed", id: "x", kind: "Success", text: said, by: carla })
  })

  it("loses what its owner takes back, and a proposal that leaned on it alone is worded anew", () => {
    given(Gop, ...historyAt("Draft")).when({ _tag: "WithdrawContribution", source: "van-bram" }, asMember(anneke)).then(new No.NoSuchSource())
    const gop = gopAt("Proposed")
    gop.does({ _tag: "WithdrawContribution", source: "van-bram" }, asMember(bram))
    expect(gop.tag).toBe("Proposed")
    gop.does({ _tag: "WithdrawContribution", source: "van-femke" }, asMember(femke))
    expect(gop.does({ _tag: "WithdrawContribution", source: "van-anneke" }, asMember(anneke))).toEqual(["ContributionWithdrawn", "ProposalLapsed"])
    expect(gop.state).toMatchObject({ _tag: "Draft", sources: [], contributors: [] })
  })

  describe("with more than one of everything", () => {
    const second = { ...start, id: "tweede-doel", sources: ["van-bram"], names: [], offers: [] }
    const offered = () => {
      const gop = gopAt("Draft")
      gop.does({ ...offerHelp, offer: "meekijken" }, asMember(carla))
      return gop
    }

    it("knows each by its own name: a row of the board, an offer, and whose it is", () => {
      const board = [row, { ...row, ref: sbl("sbl-6") }]
      const gop = gopAt("Opened")
      gop.does({ _tag: "BuildHaveNeedBoard" }, asMember("system", { board }))
      expect(gop.does({ _tag: "Contribute", source: "x", kind: "HaveNeed", competence: sbl("sbl-4") }, asMember(carla))).toEqual(["GoalContributed"])
      const two = offered()
      expect(two.state).toMatchObject({ offers: [{ id: "voordoen", by: dirk }, { id: "meekijken", by: carla }] })
      expect(two.cannot({ _tag: "WithdrawOffer", offer: "voordoen" }, asMember(carla))).toBe("NoSuchOfferOfYours")
      expect(two.does({ _tag: "WithdrawOffer", offer: "meekijken" }, asMember(carla))).toEqual(["QualityWithdrawn"])
    })

    it("proposes no goal among good ones that has no words, or leans on what nobody offered", () => {
      const propose = (goal: object) => ({ ...proposeText, goals: [start, { ...second, ...goal }] })
      expect(offered().does(propose({}), asMember(bram))).toEqual(["GopProposed"])
      expect(offered().cannot(propose({ sign: words("P4", "", "stream") }), asMember(bram))).toBe("NoWords")
      expect(offered().cannot(propose({ text: words("P4", " ", "stream") }), asMember(bram))).toBe("NoWords")
      expect(offered().cannot(propose({ offers: ["koffie"] }), asMember(bram))).toBe("OfferNotMade")
    })

    it("words a proposal anew when one of its goals lost all it came from", () => {
      const gop = offered()
      gop.does({ _tag: "ProposeText", goals: [start, second] }, asMember(bram))
      expect(gop.does({ _tag: "WithdrawContribution", source: "van-bram" }, asMember(bram))).toEqual(["ContributionWithdrawn", "ProposalLapsed"])
    })

    it("lets go of all that a leaver brought, and of the proposal that came from it", () => {
      const gop = offered()
      gop.does({ ...offerHelp, offer: "van-bram-ook" }, asMember(bram))
      gop.does({ _tag: "ProposeText", goals: [{ ...second, sources: ["van-bram"] }] }, asMember(bram))
      expect(gop.does({ _tag: "LetGo", person: bram }, asMember("system", { groupMembers: [anneke] }))).toEqual([
        "ContributionWithdrawn", "QualityWithdrawn", "ProposalLapsed"
      ])
    })

    it("keeps the objection of one when another says yes, and of each the last", () => {
      const gop = gopAt("Proposed")
      const later = words("P1", "toch met een datum", "by")
      for (const person of [anneke, femke]) gop.does({ _tag: "Object", text: said }, asMember(person))
      expect(gop.state).toMatchObject({ objections: [{ by: anneke }, { by: femke }] })
      gop.does({ _tag: "Object", text: later }, asMember(anneke))
      expect(gop.state).toMatchObject({ objections: [{ by: femke, text: said }, { by: anneke, text: later }] })
      gop.does({ _tag: "Consent" }, asMember(femke))
      expect(gop.state).toMatchObject({ consented: [femke], objections: [{ by: anneke }] })
    })
  })

  it("lets go of what a leaver brought and offered, and keeps what is agreed", () => {
    given(Gop, ...historyAt("Proposed")).when({ _tag: "LetGo", person: dirk }, asMember("system")).then(new No.StillInGroup())
    const left = { groupMembers: six.filter((person) => person !== dirk) }
    given(Gop, ...historyAt("Proposed")).when({ _tag: "LetGo", person: dirk }, asMember("system", left))
      .then({ _tag: "QualityWithdrawn", offer: "voordoen" }, { _tag: "ProposalLapsed" })
    given(Gop, ...historyAt("Proposed")).when({ _tag: "LetGo", person: "p-oud" }, asMember("system", left)).then(new No.NoSuchSource())
    given(Gop, ...historyAt("Proposed")).when({ _tag: "LetGo", person: bram }, asMember("system", { groupMembers: [anneke] }))
      .then({ _tag: "ContributionWithdrawn", source: "van-bram" })
    expect(gopAt("Agreed").cannot({ _tag: "LetGo", person: dirk }, asMember("system", left))).toBe("IllegalCommand")
  })

  it("is run, looked back on and closed by the group, or closed by itself once the year is over", () => {
    given(Gop, ...historyAt("Agreed")).when({ _tag: "Activate", deadlines: [] }, asMember(bram)).then(new No.DeadlineMissing({ goals: [start.id] }))
    given(Gop, ...historyAt("Active")).when({ _tag: "Evaluate", evaluation: words("P4", "", "stream") }, asMember(bram)).then(new NoWords())
    given(Gop, ...historyAt("Active")).when({ _tag: "Evaluate", evaluation }, asMember(bram)).then({ _tag: "GopEvaluated", evaluation })
    given(Gop, ...historyAt("Evaluated")).when({ _tag: "Close" }, asMember(bram)).then({ _tag: "GopClosed" })
    given(Gop, ...historyAt("Active")).when({ _tag: "Close" }, asMember(bram)).then(new No.GopNotEvaluated())
    given(Gop, ...historyAt("Evaluated")).when({ _tag: "Close" }, asMember("system")).then(new YearNotOver({ schoolYear: "2025-2026", until: endOf("2025-2026") }))
    given(Gop, ...historyAt("Draft")).when({ _tag: "Close" }, asMember("system", {}, at + 500 * 24 * 60)).then({ _tag: "GopClosed" })
  })

  it("is written anew as a next version, with the one before standing until then", () => {
    const gop = gopAt("Agreed")
    gop.does({ _tag: "Reopen" }, asMember(femke))
    expect(gop.state).toMatchObject({ _tag: "Draft", version: 1, contributors: [anneke, bram, femke] })
    gop.does(proposeText, asMember(femke))
    for (const person of contributors) gop.does({ _tag: "Consent" }, asMember(person))
    gop.does({ _tag: "Agree" }, asMember("system"))
    expect(gop.state).toMatchObject({ _tag: "Agreed", version: 2 })
  })
})

describe("the words of a group plan", () => {
  it("trace to what was brought, and say something", () => {
    const gop = given(Gop, ...historyAt("Draft"))
    gop.when({ ...proposeText, goals: [] }, asMember(bram)).then(new NoWords())
    gop.when({ ...proposeText, goals: [{ ...start, sign: words("P4", " ", "stream") }] }, asMember(bram)).then(new NoWords())
    gop.when({ ...proposeText, goals: [{ ...start, sources: ["verzonnen"] }] }, asMember(bram)).then(new No.GoalWithoutSource({ goals: [start.id] }))
    gop.when({ ...proposeText, goals: [{ ...start, offers: ["verzonnen"] }] }, asMember(bram)).then(new No.OfferNotMade())
    gop.when(proposeText, asMember(bram)).then({ _tag: "GopProposed", goals: [start] })
  })

  it("[S5.13] name somebody only when they offered that themselves, by a talent or in their own words", () => {
    const gop = given(Gop, ...historyAt("Draft"))
    gop.when({ ...proposeText, goals: [{ ...start, names: [dirk, carla] }] }, asMember(bram)).then(new No.NamedByAnother({ people: [carla] }))
    gop.when({ ...proposeText, goals: [{ ...start, offers: [] }] }, asMember(bram)).then(new No.NamedByAnother({ people: [dirk] }))
    gop.when({ ...offerHelp, offer: "o2" }, asMember(esra)).then({ _tag: "QualityOffered", id: "o2", competence: sbl("sbl-4"), by: esra })
    gop.when({ ...offerHelp, offer: "o2" }, asMember(esra, { talents: [] })).then(new No.NotYourTalent())
    gop.when(offerHelp, asMember(esra)).then(new No.OfferExists())
    gop.when({ _tag: "OfferQuality", offer: "o2" }, asMember(esra)).then(new No.NothingBrought())
    gop.when({ _tag: "OfferQuality", offer: "o2", text: said }, asMember(esra)).then({ _tag: "QualityOffered", id: "o2", text: said, by: esra })
    given(Gop, ...historyAt("Proposed")).when({ _tag: "WithdrawOffer", offer: "voordoen" }, asMember(esra)).then(new No.NoSuchOfferOfYours())
    given(Gop, ...historyAt("Proposed")).when({ _tag: "WithdrawOffer", offer: "voordoen" }, asMember(dirk))
      .then({ _tag: "QualityWithdrawn", offer: "voordoen" }, { _tag: "ProposalLapsed" })
  })

  it("leave the group when everybody whose it is said yes, whoever is named in it as well", () => {
    const gop = gopAt("Proposed")
    expect(gop.state).toMatchObject({ contributors })
    for (const person of [anneke, bram, dirk]) gop.does({ _tag: "Consent" }, asMember(person))
    given(Gop, ...gop.history).when({ _tag: "Agree" }, asMember(anneke)).then(new No.ConsentIncomplete({ missing: [femke] }))
    given(Gop, ...gop.history).when({ _tag: "Consent" }, asMember(anneke)).then(new No.ConsentedAlready())
    expect(gop.cannot({ _tag: "Consent" }, asMember(carla))).toBe("NotAllowed")
    gop.does({ _tag: "Consent" }, asMember(femke))
    given(Gop, ...gop.history).when({ _tag: "Agree" }, asMember("system")).then({ _tag: "GopAgreed" })
  })

  it("are worded anew after an objection, and then everybody is asked again; or the group lets it be", () => {
    given(Gop, ...historyAt("Proposed")).when({ _tag: "Reject" }, asMember(anneke)).then(new No.NobodyObjects())
    const gop = gopAt("Consented")
    gop.does({ _tag: "Object", text: said }, asMember(anneke))
    expect(gop.state).toMatchObject({ consented: [bram, femke, dirk], objections: [{ by: anneke, text: said }] })
    expect(gop.cannot({ _tag: "Agree" }, asMember("system"))).toBe("ConsentIncomplete")
    given(Gop, ...gop.history).when({ _tag: "Reject" }, asMember(bram)).then({ _tag: "GopRejected" })
    gop.does(proposeText, asMember(anneke))
    expect(gop.state).toMatchObject({ consented: [], objections: [] })
  })

  it("are for the leader to read and talk about, and not to write; who brought what stays in the group", () => {
    given(Gop, ...historyAt("Agreed")).when({ _tag: "DiscussWithLeader", on: "2026-01-12" }, asMember(hilde)).then({ _tag: "GopDiscussed", on: "2026-01-12" })
    for (const command of [proposeText, { _tag: "Consent" }, { _tag: "Object" }, contribute] as const)
      expect(gopAt("Proposed").cannot(command, asMember(hilde))).toBe("NotAllowed")
    expect(Gop.spec.seenBy).toEqual({ Member: ["Facts", "P1", "P4"] })
    const goals = [{ id: start.id, text: start.text, themes: start.themes, actions: start.actions, sign: start.sign, names: start.names }]
    const text = tell(GopText)
    const shared = { gopId: "gop-1", groupId: "g-midden", schoolYear: "2025-2026", version: 1, goals }
    const asSystem = { staff: six, actor: "system", at }
    expect(text.cannot({ _tag: "Share", ...shared }, { ...asSystem, actor: anneke })).toBe("NotAllowed")
    text.does({ _tag: "Share", ...shared }, asSystem)
    expect(text.state).toEqual({ _tag: "Standing", ...shared })
    text.does({ _tag: "End" }, asSystem)
    expect(text.state).toEqual({ _tag: "Past", ...shared })
  })
})

describe("[S1.5] the board of what a group has and needs", () => {
  const rated = (competence: string, fun: number, skill: number) => ({ ref: sbl(competence), fun, skill, applied: "None", learned: false }) as const
  const sharers = [
    { person: anneke, ratings: [rated("sbl-4", 4, 3), rated("sbl-4", 4, 3)] },
    { person: bram, ratings: [rated("sbl-4", 2, 4)] },
    { person: dirk, ratings: [rated("sbl-4", 5, 5)] },
    { person: femke, ratings: [rated("sbl-4", 4, 2)] },
    { person: esra, ratings: [rated("sbl-6", 4, 4), { ...rated("x", 5, 5), ref: own("x") }] },
    { person: carla, ratings: [rated("sbl-6", 4, 3)] }
  ]

  it("counts what members opened to it, and makes no row of fewer than three of them", () => {
    expect(haveNeedBoard(sharers, settings)).toEqual([row])
    expect(haveNeedBoard(sharers.slice(2), settings)).toEqual([])
    expect(haveNeedBoard([], settings)).toEqual([])
    // What people named themselves is in no framework, so nobody can compare it.
    const named = sharers.map(({ person, ratings }) => ({ person, ratings: ratings.map((one) => ({ ...one, ref: own("rust") })) }))
    expect(haveNeedBoard(named, settings)).toEqual([])
  })

  it("is made by the system alone, in a draft", () => {
    given(Gop, ...historyAt("Opened")).when({ _tag: "BuildHaveNeedBoard" }, asMember("system")).then({ _tag: "HaveNeedBoardBuilt", rows: [row] })
    expect(gopAt("Opened").cannot({ _tag: "BuildHaveNeedBoard" }, asMember(anneke))).toBe("NotAllowed")
  })

  it("[S5.11] and what somebody stands out by is said of sharers alone", () => {
    expect(distinguishingQualities(dirk, sharers, settings)).toEqual([sbl("sbl-4")])
    expect(distinguishingQualities(bram, sharers, settings)).toEqual([])
  })
})
