/** A theme of staff policy: from above or from the team, with the same way for both. */
import { given, tell, words } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import * as No from "../src/IpbTheme.ts"
import { IpbTheme, needsAddressed } from "../src/IpbTheme.ts"
import { NotInThisGroup } from "../src/Pap.ts"
import { NoWords } from "../src/Pop.ts"
import { asTeam, evaluation, ground, other, raisePolicy, raiseTeam, schoolWide, start, themeAt } from "./group.ts"
import { hilde, kees, lies } from "./growth.ts"
import { anneke, bram } from "./session.ts"

const historyAt = (state: Parameters<typeof themeAt>[0]) => themeAt(state).history
const none = words("P4", " ", "stream")
const fresh = {
  text: schoolWide, tags: ["klassenmanagement"], needs: [], merged: [], consentDue: false, consented: false
}

describe("a theme is raised", () => {
  it("[S1.3] from a policy proposal, by a leader or by human resources", () => {
    given(IpbTheme).when(raisePolicy, asTeam(hilde)).then({
      _tag: "ThemeRaised", origin: "Policy", text: schoolWide, tags: ["klassenmanagement"], credit: true, by: hilde
    }).is({ _tag: "Raised", ...fresh, origins: ["Policy"], raisers: [hilde], credited: [hilde], gops: [] })
    given(IpbTheme).when({ ...raisePolicy, credit: false }, asTeam(kees)).then({
      _tag: "ThemeRaised", origin: "Policy", text: schoolWide, tags: ["klassenmanagement"], credit: false, by: kees
    }).is({ _tag: "Raised", ...fresh, origins: ["Policy"], raisers: [kees], credited: [], gops: [] })
    given(IpbTheme).when(raisePolicy, asTeam(bram)).then(new No.PolicyComesFromLeaders())
    given(IpbTheme).when({ ...raisePolicy, text: none }, asTeam(hilde)).then(new NoWords())
  })

  it("[S1.4] by anybody in the team; from a group with its agreed text alone", () => {
    const gops = [raiseTeam.from]
    given(IpbTheme).when(raiseTeam, asTeam(anneke)).then({
      _tag: "ThemeRaised", origin: "Team", text: schoolWide, tags: ["klassenmanagement"], from: raiseTeam.from, credit: true, by: anneke
    }).is({ _tag: "Raised", ...fresh, origins: ["Team"], raisers: [anneke], credited: [anneke], gops })
    given(IpbTheme).when(raiseTeam, asTeam(anneke, { agreedGop: null })).then(new No.GopNotAgreed())
    given(IpbTheme).when({ ...raiseTeam, from: { gopText: "gop-1", goals: [start.id, "ander"] } }, asTeam(anneke)).then(new No.GopNotAgreed())
    given(IpbTheme).when(raiseTeam, asTeam(lies)).then(new NotInThisGroup())
  })

  it("[S1.4] with the same way from there, whatever its origin", () => {
    const ofTeam = tell(IpbTheme)
    ofTeam.does(raiseTeam, asTeam(anneke))
    for (const { cannot } of [ofTeam, themeAt("Raised")]) expect(cannot({ _tag: "Adopt" }, asTeam(hilde))).toBe("IllegalCommand")
    for (const command of [{ _tag: "Discuss", on: "2026-02-03" }, { _tag: "Adopt" }, { _tag: "Activate" }] as const) ofTeam.does(command, asTeam(hilde))
    expect(ofTeam.tag).toBe("Active")
    given(IpbTheme, ...historyAt("Raised")).when({ _tag: "Discuss", on: "2026-02-03" }, asTeam(bram)).then({ _tag: "ThemeDiscussed", on: "2026-02-03" })
  })
})

describe("two themes are one", () => {
  const merge = { _tag: "Merge", other: "t-team" } as const
  it("when a leader and somebody who raised each of them say so, and then both origins stand", () => {
    given(IpbTheme, ...historyAt("Raised")).when(merge, asTeam(hilde, { otherTheme: null })).then(new No.NoSuchTheme())
    const theme = themeAt("Raised")
    theme.does(merge, asTeam(hilde))
    given(IpbTheme, ...theme.history).when(merge, asTeam(hilde)).then(new No.MergeAgreedAlready())
    expect(theme.cannot(merge, asTeam(bram))).toBe("NotAllowed")
    given(IpbTheme, ...theme.history).when(merge, asTeam(anneke)).then(
      { _tag: "MergeAgreed", other: "t-team", by: anneke },
      { _tag: "ThemesMerged", other: "t-team", ...other }
    ).is({
      _tag: "Raised", ...fresh, origins: ["Policy", "Team"], raisers: [hilde, anneke], credited: [hilde, anneke], gops: other.gops, merged: ["t-team"]
    })
  })

  it("and asking for another one begins anew", () => {
    const theme = themeAt("Raised")
    theme.does(merge, asTeam(hilde))
    theme.does({ ...merge, other: "t-ander" }, asTeam(anneke))
    expect(theme.state).toMatchObject({ merging: { other: "t-ander", by: [anneke] } })
  })

  it("and the other goes on in it", () => {
    given(IpbTheme, ...historyAt("Raised")).when({ _tag: "TakeIn", into: "t-policy" }, asTeam("system", { takenIn: false })).then(new No.NotMergedThere())
    given(IpbTheme, ...historyAt("Raised")).when({ _tag: "TakeIn", into: "t-policy" }, asTeam("system")).then({ _tag: "ThemeTakenIn", into: "t-policy" })
      .is({ _tag: "Merged", origins: ["Policy"], raisers: [hilde], credited: [hilde], gops: [], tags: ["klassenmanagement"], into: "t-policy" })
  })
})

describe("a theme is decided on", () => {
  it("by the leader after the team discussed it, with a reason when it does not go on", () => {
    given(IpbTheme, ...historyAt("UnderDiscussion")).when({ _tag: "Adopt" }, asTeam(hilde)).then({ _tag: "ThemeAdopted" })
    given(IpbTheme, ...historyAt("UnderDiscussion")).when({ _tag: "Decline", reason: none }, asTeam(hilde)).then(new No.DeclineWithoutReason())
    const reason = words("P4", "dit jaar kiezen we voor rekenen", "stream")
    given(IpbTheme, ...historyAt("UnderDiscussion")).when({ _tag: "Decline", reason }, asTeam(hilde)).then({ _tag: "ThemeDeclined", reason })
    expect(themeAt("UnderDiscussion").cannot({ _tag: "Adopt" }, asTeam(bram))).toBe("NotAllowed")
  })

  it("with the consent of the council where it has a say", () => {
    const theme = themeAt("UnderDiscussion")
    theme.does({ _tag: "AskConsent" }, asTeam(lies))
    given(IpbTheme, ...theme.history).when({ _tag: "Adopt" }, asTeam(hilde)).then(new No.CouncilConsentMissing())
    theme.does({ _tag: "GiveConsent" }, asTeam(lies))
    given(IpbTheme, ...theme.history).when({ _tag: "GiveConsent" }, asTeam(lies)).then(new No.ConsentGivenAlready())
    theme.does({ _tag: "Adopt" }, asTeam(hilde))
    expect(theme.tag).toBe("Adopted")
  })

  it("and looked back on by agreed texts and numbers alone", () => {
    given(IpbTheme, ...historyAt("Active")).when({ _tag: "Evaluate", evaluation: none, grounds: [] }, asTeam(bram)).then(new NoWords())
    given(IpbTheme, ...historyAt("Active")).when({ _tag: "Evaluate", evaluation, grounds: [ground] }, asTeam(bram)).then({ _tag: "ThemeEvaluated", evaluation, grounds: [ground] })
    const measured = { kind: "Measurement", ref: "gop-1" } as const
    given(IpbTheme, ...historyAt("Active")).when({ _tag: "Evaluate", evaluation, grounds: [ground, measured] }, asTeam(bram)).then(new No.GroundUnknown({ refs: ["gop-1"] }))
    given(IpbTheme, ...historyAt("Evaluated")).when({ _tag: "Close" }, asTeam(bram)).then({ _tag: "ThemeClosed" })
  })
})

it("[S5.7] shows which themes address each basic need, and which need no theme addresses", () => {
  const theme = themeAt("Adopted")
  theme.does({ _tag: "LinkNeed", need: "Competence" }, asTeam(hilde))
  given(IpbTheme, ...theme.history).when({ _tag: "LinkNeed", need: "Competence" }, asTeam(bram)).then(new No.NeedLinkedAlready())
  theme.does({ _tag: "LinkNeed", need: "Relatedness" }, asTeam(bram))
  const { needs } = theme.state as { readonly needs: ReadonlyArray<"Competence"> }
  expect(needsAddressed([{ id: "t-policy", needs }, { id: "t-ander", needs: [] }])).toEqual([
    { need: "Autonomy", themes: [] },
    { need: "Relatedness", themes: ["t-policy"] },
    { need: "Competence", themes: ["t-policy"] },
    { need: "SelfWorth", themes: [] }
  ])
})
