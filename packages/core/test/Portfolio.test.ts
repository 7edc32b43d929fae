import { given, tell, words } from "@groeikring/testkit"
import { settings } from "@groeikring/pack-nl"
import { describe, expect, it } from "vitest"
import { GrantEndsInThePast, GrantExists, GrantNotOver, NoSuchGrant, NotInYourCircle } from "../src/Grant.ts"
import { StillKept, StillWorksHere } from "../src/Leaving.ts"
import * as Machine from "../src/Machine.ts"
import { NoFormat, Portfolio, PortfolioExists } from "../src/Portfolio.ts"
import {
  EntryWithoutTitle, MarkedAlready, NoOpenPortfolio, NoSuchAttachment, NotMarked, NotWeighedYet, PortfolioEntry, PupilsInPicture
} from "../src/PortfolioEntry.ts"
import { byYear } from "../src/Timeline.ts"
import { asKeeper, at, bram, content, day, entryAt, femke, grantEnd, group, hilde, kees, leader, open, sbl, six, talk, weighed } from "./growth.ts"

const p0 = (text: string) => words("P0", text, "ownerId")
const { portfolioId: _folder, ...inside } = content
const afterTalk = Date.UTC(2026, 1, 26, 23) / 60_000
const { grant: id, ...shown } = open

describe("[S7.6, S7.7, S6.17] keeping something", () => {
  const kinds = [
    "CompetenceSnapshot", "DevelopingCompetence", "Success", "PapResult", "Recognition", "Feedback", "Reflection", "Identity", "Certificate",
    "Artefact", "Career"
  ] as const
  it.each(kinds)("[S7.17, S7.18, S5.10, S6.9] holds %s", (kind) => {
    given(PortfolioEntry)
      .when({ ...content, _tag: "Keep", kind }, asKeeper(femke))
      .then({ ...content, _tag: "EntryKept", ownerId: femke, kind })
  })

  it("may begin as a draft that has no title yet", () => {
    const entry = tell(PortfolioEntry)
    entry.does({ ...content, _tag: "Draft", title: p0("") }, asKeeper(femke))
    entry.does({ ...inside, _tag: "Edit", title: p0(""), text: p0("nog een zin") }, asKeeper(femke))
    given(PortfolioEntry, ...entry.history).when({ ...content, _tag: "Keep", title: p0("") }, asKeeper(femke)).then(new EntryWithoutTitle())
    entry.does({ ...content, _tag: "Keep" }, asKeeper(femke))
    given(PortfolioEntry, ...entry.history).when({ ...inside, _tag: "Edit", title: p0(" ") }, asKeeper(femke)).then(new EntryWithoutTitle())
    expect(entry.tag).toBe("Kept")
  })

  it("happens in one's own open folder", () => {
    for (const _tag of ["Draft", "Keep"] as const) {
      given(PortfolioEntry).when({ ...content, _tag }, asKeeper(femke, { ownPortfolioIsOpen: false })).then(new NoOpenPortfolio())
    }
    given(PortfolioEntry)
      .when({ ...content, _tag: "AcceptSuggestion", suggestedFrom: "Pap" }, asKeeper(femke, { ownPortfolioIsOpen: false }))
      .then(new NoOpenPortfolio())
  })

  it("of a suggestion is the owner's doing: nothing enters by itself", () => {
    given(PortfolioEntry)
      .when({ ...content, _tag: "AcceptSuggestion", suggestedFrom: "Recognition", papRef: "pap-1" }, asKeeper(femke))
      .then({ ...content, _tag: "EntryKept", ownerId: femke, suggestedFrom: "Recognition", papRef: "pap-1" })
    expect(Object.entries(PortfolioEntry.spec.commands).filter(([, { by }]) => (by as ReadonlyArray<string>).includes("System")).map(([tag]) => tag))
      .toEqual(["Lapse", "Delete"])
  })

  it("holds no pictures of pupils", () => {
    const picture = { file: "foto.jpg", name: p0("de nieuwe hoek"), medium: "Image" } as const
    const withPicture = { ...content, attachments: [picture] }
    for (const _tag of ["Draft", "Keep"] as const) {
      given(PortfolioEntry).when({ ...withPicture, _tag }, asKeeper(femke)).then(new PupilsInPicture())
    }
    given(PortfolioEntry, ...entryAt("Kept").history)
      .when({ ...inside, attachments: [{ ...picture, withoutPupils: false }], _tag: "Edit" }, asKeeper(femke))
      .then(new PupilsInPicture())
    const fine = { ...content, attachments: [{ ...picture, withoutPupils: true }] }
    given(PortfolioEntry).when({ ...fine, _tag: "Keep" }, asKeeper(femke)).then({ ...fine, _tag: "EntryKept", ownerId: femke })
  })

  it("and changing it forgets what the new text leaves out", () => {
    const entry = tell(PortfolioEntry)
    entry.does({ ...content, _tag: "Keep", papRef: "pap-1" }, asKeeper(femke))
    entry.does({ ...inside, _tag: "Edit" }, asKeeper(femke))
    expect("papRef" in entry.state).toBe(false)
  })
})

describe("[S5.4, S7.19] opening it to somebody", () => {
  const opened = { _tag: "EntryGranted", id, to: talk, until: afterTalk, title: shown.title, text: shown.text, files: [] } as const
  it("is said in the owner's words for them, and ends thirty days after the talk", () => {
    given(PortfolioEntry, ...entryAt("Kept").history).when({ ...open, _tag: "Grant" }, asKeeper(femke)).then(opened)
    given(PortfolioEntry, ...entryAt("Kept").history)
      .when({ ...open, _tag: "Grant", to: leader }, asKeeper(femke))
      .then({ ...opened, to: leader, until: grantEnd })
    expect(entryAt("Kept").cannot({ ...open, _tag: "Grant" }, asKeeper(hilde))).toBe("NotAllowed")
  })

  it("goes to nobody outside the owner's circle, and brings only what is attached", () => {
    const entry = given(PortfolioEntry, ...entryAt("Granted").history)
    entry.when({ ...open, _tag: "Grant" }, asKeeper(femke)).then(new GrantExists({ grant: id }))
    const other = { ...open, _tag: "Grant", grant: "x" } as const
    entry.when({ ...other, to: { kind: "Person", id: "p-buiten" } }, asKeeper(femke)).then(new NotInYourCircle())
    entry.when({ ...other, until: at }, asKeeper(femke)).then(new GrantEndsInThePast())
    entry.when({ ...other, files: ["foto.jpg"] }, asKeeper(femke)).then(new NoSuchAttachment())
  })

  it("[S5.10] of a reflection, to who has a say in one's work, takes a second yes", () => {
    for (const to of [leader, { kind: "Person", id: kees }, talk] as const) {
      const entry = entryAt("Kept", "Reflection")
      expect(entry.does({ ...open, _tag: "Grant", to }, asKeeper(femke))).toEqual(["EntryGrantWeighed"])
      expect(entry.state).toMatchObject({ _tag: "Kept", grants: [], weighed: { id, to } })
      expect(entry.does({ ...open, _tag: "ConfirmGrant", to }, asKeeper(femke))).toEqual(["EntryGranted"])
      expect(entry.tag).toBe("Granted")
      expect("weighed" in entry.state).toBe(false)
    }
    for (const to of [group, { kind: "Person", id: bram }] as const) {
      expect(entryAt("Kept", "Reflection").does({ ...open, _tag: "Grant", to }, asKeeper(femke))).toEqual(["EntryGranted"])
    }
  })

  it("is confirmed for the one it was said of, and still has to be possible", () => {
    const confirm = { ...open, _tag: "ConfirmGrant" } as const
    given(PortfolioEntry, ...entryAt("Kept", "Reflection").history).when(confirm, asKeeper(femke)).then(new NotWeighedYet())
    const entry = given(PortfolioEntry, ...weighed().history)
    entry.when({ ...confirm, to: leader }, asKeeper(femke)).then(new NotWeighedYet())
    entry.when({ ...confirm, grant: "x" }, asKeeper(femke)).then(new NotWeighedYet())
    entry.when({ ...confirm, files: ["x"] }, asKeeper(femke)).then(new NoSuchAttachment())
    entry.when(confirm, asKeeper(femke)).then(opened)
  })

  it("can be taken back, and ends by itself", () => {
    const entry = entryAt("Granted")
    entry.does({ ...open, _tag: "Grant", grant: "nog-een" }, asKeeper(femke))
    expect(entry.does({ _tag: "RevokeGrant", grant: "nog-een" }, asKeeper(femke))).toEqual(["GrantRevoked"])
    given(PortfolioEntry, ...entry.history).when({ _tag: "RevokeGrant", grant: "nog-een" }, asKeeper(femke)).then(new NoSuchGrant())
    given(PortfolioEntry, ...entry.history)
      .when({ _tag: "Lapse", grant: id }, asKeeper("system"))
      .then(new GrantNotOver({ until: grantEnd }))
    given(PortfolioEntry, ...entry.history).when({ _tag: "Lapse", grant: "x" }, asKeeper("system")).then(new NoSuchGrant())
    expect(entry.does({ _tag: "Lapse", grant: id }, asKeeper("system", {}, grantEnd))).toEqual(["GrantLapsed", "EntryUngranted"])
    expect(entry.tag).toBe("Kept")
  })
})

describe("the competence file", () => {
  it("is what the owner marks for a requirement", () => {
    const entry = entryAt("Kept")
    const mark = { _tag: "MarkForCompetenceFile", requirement: sbl("sbl-7") } as const
    entry.does(mark, asKeeper(femke))
    expect(entry.state).toMatchObject({ marks: [sbl("sbl-7")] })
    given(PortfolioEntry, ...entry.history).when(mark, asKeeper(femke)).then(new MarkedAlready())
    entry.does({ _tag: "Unmark", requirement: sbl("sbl-7") }, asKeeper(femke))
    given(PortfolioEntry, ...entry.history).when({ _tag: "Unmark", requirement: sbl("sbl-7") }, asKeeper(femke)).then(new NotMarked())
    expect(entry.cannot(mark, asKeeper(hilde))).toBe("NotAllowed")
  })
})

describe("deleting", () => {
  it("is always possible, and final: the words can never be read again", () => {
    for (const state of ["Draft", "Kept", "Granted"] as const) {
      given(PortfolioEntry, ...entryAt(state).history)
        .when({ _tag: "Delete" }, asKeeper(femke))
        .then({ _tag: "EntryDeleted" })
        .is({ _tag: "Deleted", ownerId: femke, portfolioId: "map-femke" })
    }
    expect(PortfolioEntry.spec.events.EntryDeleted.forgets).toBe(true)
    expect(PortfolioEntry.spec.seenBy).toEqual({ Owner: ["Facts", "P0", "P2"] })
  })
})

describe("[S7.19] the folder", () => {
  const by = (actor: string, moment = at, more: { readonly otherPortfolio?: string; readonly staff?: ReadonlyArray<string> } = {}) =>
    ({ otherPortfolio: null, staff: six, settings, actor, at: moment, ...more })
  const opened = () => {
    const folder = tell(Portfolio)
    folder.does({ _tag: "Open" }, by(femke))
    return folder
  }

  it("is one, and its owner's", () => {
    given(Portfolio).when({ _tag: "Open" }, by(femke)).then({ _tag: "PortfolioOpened", ownerId: femke })
    given(Portfolio).when({ _tag: "Open" }, by(femke, at, { otherPortfolio: "map" })).then(new PortfolioExists({ portfolio: "map" }))
    expect([...Machine.seen(Portfolio, opened().state, by(hilde))]).toEqual([])
  })

  it("can be taken along in open formats, and growing goes on", () => {
    const folder = opened()
    given(Portfolio, ...folder.history).when({ _tag: "Export", formats: [] }, by(femke)).then(new NoFormat())
    folder.does({ _tag: "Export", formats: ["Json", "Pdf"] }, by(femke))
    expect(folder.state).toEqual({ _tag: "Exporting", ownerId: femke, formats: ["Json", "Pdf"] })
    folder.does({ _tag: "FinishExport" }, by("system"))
    expect(folder.state).toEqual({ _tag: "Open", ownerId: femke, exportedAt: at })
  })

  it("is handed over when its owner left, and erased thirty days later, or at once by its owner", () => {
    const folder = opened()
    given(Portfolio, ...folder.history).when({ _tag: "HandOver" }, by("system")).then(new StillWorksHere())
    folder.does({ _tag: "HandOver" }, by("system", at, { staff: [] }))
    given(Portfolio, ...folder.history).when({ _tag: "Erase" }, by("system", at + 30 * day - 1)).then(new StillKept({ days: 30 }))
    given(Portfolio, ...folder.history)
      .when({ _tag: "Erase" }, by("system", at + 30 * day))
      .then({ _tag: "PortfolioErased" })
      .is({ _tag: "Erased", ownerId: femke })
    given(Portfolio, ...opened().history).when({ _tag: "Erase" }, by(femke)).then({ _tag: "PortfolioErased" })
    given(Portfolio, ...opened().history).when({ _tag: "Erase" }, by("system", at + 900 * day)).then(new StillKept({ days: 30 }))
  })

  it("[S4.7, S0.3] shows growth as a line over the school years", () => {
    const [a, b, c, d] = ["2025-08-01", "2025-07-31", "2026-01-13", "2025-08-01"].map((on, n) => ({ on, n }))
    expect(byYear([a!, b!, c!, d!])).toEqual([
      { schoolYear: "2024-2025", entries: [b] },
      { schoolYear: "2025-2026", entries: [a, d, c] }
    ])
    expect(byYear([])).toEqual([])
  })
})
