/** Where a conversation, a year of conversations and a pulse hear what they need to know. */
import { words } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import { telling, type Things } from "./asking.ts"
import { hilde, kees } from "./growth.ts"
import { at, bram, carla, dirk, femke, six } from "./session.ts"

const terms = { announceDays: 7, performanceTalks: 2 }
const regulation = (_tag: string, more: object = {}) => ({ _tag, schoolYear: "2025-2026", appraisals: true, terms, talks: [{ type: "Progress", months: [1] }], ...more })
const staff = {
  s: {
    _tag: "Working", colleagues: [...six, hilde, kees, "p-lies"], council: ["p-lies"], leaving: [],
    posts: [{ person: hilde, function: "Director", fte: 1 }, { person: kees, function: "Hr", fte: 1 }], leadersOf: { [bram]: [hilde] }
  }
}
const talk = (type: string, _tag: string, on: string, more: object = {}) => ({ _tag, type, on, employeeId: bram, leaderId: hilde, schoolYear: "2025-2026", ...more })
const planning = { command: { _tag: "Plan", type: "Appraisal", employeeId: bram, leaderId: hilde, schoolYear: "2025-2026", on: "2026-05-12" } }

describe("a conversation hears", () => {
  const hears = (things: Things, question: object = {}) => telling("Conversation", { id: "nu", actor: hilde, ...question }, { Staff: staff, ...things })

  it("[S6.12] what the regulation says that runs in its school year, and nothing of one that does not run", async () => {
    const told = async (ConversationCycle: Things[string], question: object = planning) => (await hears({ ConversationCycle }, question))["regulation"]
    expect(await told({ vroeger: regulation("Closed", { appraisals: false }), loopt: regulation("Running") })).toEqual({ appraisals: true, terms })
    expect(await told({ loopt: regulation("Running") }, { state: talk("Progress", "Planned", "2026-01-27") })).toEqual({ appraisals: true, terms })
    for (const _tag of ["Proposed", "Withheld", "Consented", "Evaluated", "Closed"]) expect(await told({ niet: regulation(_tag) })).toBe(null)
    expect(await told({ anders: regulation("Running", { schoolYear: "2024-2025" }) })).toBe(null)
    expect(await told({ loopt: regulation("Running") }, {})).toBe(null)
  })

  it("how many performance talks there were since the last appraisal, whatever became of their reports, and no other talks", async () => {
    const told = async (Conversation: Things[string]) => (await hears({ Conversation }, planning))["performanceTalks"]
    const early = talk("Performance", "Filed", "2025-02-01")
    const late = talk("Performance", "Held", "2026-02-12")
    expect(await told({ early, late, nu: talk("Performance", "Held", "2026-03-01"), voortgang: talk("Progress", "Filed", "2026-01-27") })).toBe(2)
    expect(await told({ early, gepland: talk("Performance", "Planned", "2026-06-01"), afgezegd: talk("Performance", "Cancelled", "2026-01-01") })).toBe(1)
    expect(await told({ early, late, anders: { ...late, employeeId: carla } })).toBe(2)
    const appraised = (on: string, _tag = "Filed") => talk("Appraisal", _tag, on)
    expect(await told({ early, late, oordeel: appraised("2025-06-01"), eerder: appraised("2024-06-01") })).toBe(1)
    // One that was only planned, or whose report nobody signed, ends nothing; and a talk of the same day came before it.
    expect(await told({ early, late, oordeel: appraised("2025-06-01", "Reported") })).toBe(2)
    expect(await told({ early, late, oordeel: appraised("2026-02-12", "ObjectionOpen") })).toBe(0)
  })

  it("[S5.4] who led a session that the employee was in, and who is in a group with them: none of those appraises them", async () => {
    const session = (facilitator: string, attendees: ReadonlyArray<string>) => ({ _tag: "Held", groupId: "g", facilitator, attendees })
    const things = {
      PopGroup: { g: { _tag: "Active", members: [bram, carla] }, oud: { _tag: "Dissolved", members: [bram, "p-oud"] } },
      Intervision: {
        eens: session(dirk, [bram, dirk]), zelf: session(bram, [bram, femke]), zonder: session("p-iris", [femke]), gepland: { _tag: "Planned", groupId: "g", attendees: [bram] }
      }
    }
    expect((await hears(things, planning))["coaches"]).toEqual([dirk, carla])
    expect((await hears(things))["coaches"]).toEqual([])
  })

  it("what the employee opened to this talk or to who leads it, that is open now", async () => {
    const view = (sourceType: string, granteeId: string, more: object = {}) =>
      ({ _tag: "Open", ownerId: bram, sourceType, sourceId: `${sourceType}-1`, granteeId, until: at + 1, ...more })
    const SharedView = {
      goal: view("Pop", hilde, { part: "rust" }), entry: view("PortfolioEntry", "nu"), profile: view("CompetenceProfile", "nu"), whole: view("Pop", "nu"),
      closed: view("PortfolioEntry", "nu", { _tag: "Closed" }), over: view("PortfolioEntry", "nu", { until: at }),
      anothers: view("PortfolioEntry", "nu", { ownerId: carla }), elsewhere: view("PortfolioEntry", "g-midden")
    }
    const opened = async (state: object) => (await hears({ SharedView }, { state }))["opened"]
    expect(await opened(talk("Progress", "AgendaOpen", "2026-01-27"))).toEqual([{ kind: "PortfolioEntry", ref: "PortfolioEntry-1" }, { kind: "PopGoal", ref: "rust" }])
    // What is withheld is the employee's alone, and has no leader.
    const { leaderId: _, ...alone } = talk("Career", "Withheld", "2026-01-27")
    expect(await opened(alone)).toEqual([{ kind: "PortfolioEntry", ref: "PortfolioEntry-1" }])
    expect((await hears({ SharedView }))["opened"]).toEqual([])
  })

  it("by what people may be appraised: what is published for it, with the consent of the council", async () => {
    const framework = (version: number, _tag: string, usedForAppraisal: boolean, consent: object | null) => ({ _tag, framework: "f", version, usedForAppraisal, consent })
    const yes = { by: "p-lies", document: "brief", on: "2025-06-01" }
    const CompetenceFramework = {
      goed: framework(1, "Published", true, yes), zonder: framework(2, "Published", true, null), ander: framework(3, "Published", false, yes), klad: framework(4, "Consulted", true, yes)
    }
    expect((await hears({ CompetenceFramework }))["appraisalFrameworks"]).toEqual([{ framework: "f", version: 1 }])
  })

  it("that HR reads what is in the file, and an appraisal as soon as it is signed", async () => {
    const readers = async (_tag: string) => (await hears({}, { state: talk("Appraisal", _tag, "2026-05-12") }))["fileReaders"]
    for (const _tag of ["Planned", "AgendaSet", "Held", "Reported", "Responded", "Signed", "Withheld"]) expect([_tag, await readers(_tag)]).toEqual([_tag, []])
    for (const _tag of ["ObjectionOpen", "Objected", "Decided", "Final", "Filed"]) expect([_tag, await readers(_tag)]).toEqual([_tag, [kees]])
  })
})

describe("a year of conversations hears", () => {
  const hears = (things: Things, question: object = {}) => telling("EmployeeCycle", { id: "jaar", actor: hilde, ...question }, { Staff: staff, ...things })
  const open = { command: { _tag: "Open", employeeId: bram, schoolYear: "2025-2026" } }
  const year = { state: { _tag: "InYear", employeeId: bram, schoolYear: "2025-2026" } }

  it("who leads the employee, and which talks the regulation gives everybody", async () => {
    expect(await hears({ ConversationCycle: { r: regulation("Running") } }, open)).toMatchObject({ theirLeaders: [hilde], runningCycle: { id: "r", talks: [{ type: "Progress", months: [1] }] } })
    expect(await hears({}, { state: { ...year.state, employeeId: carla } })).toMatchObject({ theirLeaders: [], runningCycle: null })
    expect(await hears({})).toMatchObject({ theirLeaders: [], runningCycle: null, heldTalks: [], popGoalsDiscussed: false })
  })

  it("[S6.12] which talks were held in that year, and whether a goal of the employee was on the table", async () => {
    const Conversation = {
      eens: talk("Progress", "Filed", "2026-01-27"), weg: talk("Performance", "Destroyed", "2026-05-01"), gepland: talk("GoalSetting", "AgendaSet", "2025-09-20"),
      vorig: talk("Pop", "Filed", "2024-10-01", { schoolYear: "2024-2025" })
    }
    expect(await hears({ Conversation }, year)).toMatchObject({ heldTalks: ["Progress", "Performance"], popGoalsDiscussed: false })
    const discussed = async (more: object) => (await hears({ Conversation: { ...Conversation, ...more } }, year))["popGoalsDiscussed"]
    expect(await discussed({ pop: talk("Pop", "Held", "2025-10-01") })).toBe(true)
    expect(await discussed({ pop: talk("Pop", "Planned", "2025-10-01") })).toBe(false)
    expect(await discussed({ met: talk("Progress", "Signed", "2026-02-01", { evidence: [{ kind: "PortfolioEntry", ref: "e1" }, { kind: "PopGoal", ref: "rust" }] }) })).toBe(true)
    expect(await discussed({ met: talk("Progress", "Signed", "2026-02-01", { evidence: [{ kind: "PortfolioEntry", ref: "e1" }] }) })).toBe(false)
  })
})

describe("a regulation hears", () => {
  it("of another for the same year, unless the council said no to it", async () => {
    const other = async (_tag: string, id = "ander", more: object = {}) =>
      (await telling("ConversationCycle", { id: "r", actor: kees, command: { _tag: "Propose", schoolYear: "2025-2026" } }, { Staff: staff, ConversationCycle: { [id]: regulation(_tag, more) } }))["otherRegulation"]
    expect([await other("Proposed"), await other("Closed"), await other("Withheld"), await other("Proposed", "r"), await other("Running", "ander", { schoolYear: "2024-2025" })])
      .toEqual(["ander", "ander", null, null, null])
    expect(await telling("ConversationCycle", { id: "r", actor: kees, command: { _tag: "Consent" } }, { Staff: staff, ConversationCycle: { ander: regulation("Proposed") } }))
      .toMatchObject({ otherRegulation: null, hr: [kees], pmr: ["p-lies"], leaders: [hilde] })
  })
})

describe("a pulse hears", () => {
  const unit = { id: "midden", people: six }
  const pulse = (_tag: string, more: object = {}) => ({ _tag, schoolYear: "2025-2026", instrument: "pop-pulse", units: [unit], items: [{ id: "q1", scale: "NeedAutonomy" }, { id: "q2", scale: "Result1" }], ...more })
  const group = { PopGroup: { "g-midden": { _tag: "Active", members: six } }, Staff: staff }
  const hears = (state: object, things: Things = {}) => telling("Pulse", { id: "p", actor: kees, state }, { ...group, ...things })

  it("who has a part in it: of a group its members, and the others only when it asks to be shown outside", async () => {
    expect(await hears(pulse("Designed"))).toMatchObject({ members: [], hr: [kees], pmr: ["p-lies"], leaders: [hilde] })
    expect(await hears(pulse("Designed", { groupId: "g-midden" }))).toMatchObject({ members: six, hr: [], pmr: [], leaders: [], staff: [] })
    expect(await hears(pulse("Designed", { groupId: "g-midden", reportOutside: true }))).toMatchObject({ members: six, hr: [kees], pmr: ["p-lies"] })
    const design = { _tag: "Design", groupId: "g-midden" }
    expect(await telling("Pulse", { id: "p", actor: bram, command: design }, group)).toMatchObject({ members: six, hr: [] })
    expect(await telling("Pulse", { id: "p", actor: kees }, group)).toMatchObject({ members: [], hr: [kees] })
  })

  it("[S8.9] what was answered, under its own name, until the answers are gone", async () => {
    const said = (values: object) => words("P0", JSON.stringify(values), "token")
    const answers = [{ token: "t1", unit: "midden", said: said({ q1: 4 }) }, { token: "t2", unit: "midden", said: said({ q1: 2, q2: 5 }) }]
    const of = async (PulseAnswers: Things[string]) => (await hears(pulse("Closed"), { PulseAnswers }))["answers"]
    expect(await of({ p: { _tag: "Collected", left: [], answers } })).toEqual([{ unit: "midden", values: { q1: 4 } }, { unit: "midden", values: { q1: 2, q2: 5 } }])
    expect([await of({ p: { _tag: "Purged" } }), await of({ ander: { _tag: "Collected", left: [], answers } })]).toEqual([[], []])
  })

  it("what the last one of this instrument showed of the same people", async () => {
    const reported = (reportedOn: string, more: object = {}) => pulse("Reported", { reportedOn, means: [{ unit: "midden", scale: "Result1", answers: 6, mean: 3.5 }], ...more })
    const before = async (Pulse: Things[string], state: object = pulse("Closed")) => (await hears(state, { Pulse }))["before"]
    const februari = reported("2026-02-20", { means: [] })
    const oktober = reported("2025-10-20")
    expect(await before({ februari, oktober, p: reported("2026-06-20") })).toEqual({ units: [unit], means: [] })
    expect(await before({ oktober, februari })).toEqual({ units: [unit], means: [] })
    for (const other of [{ instrument: "uwes-9" }, { groupId: "g-midden" }, { _tag: "Suppressed" }]) expect(await before({ ander: reported("2025-10-20", other) })).toBe(null)
    expect(await before({ ander: reported("2025-10-20", { groupId: "g-midden" }) }, pulse("Closed", { groupId: "g-midden" }))).toMatchObject({ units: [unit] })
    expect(await before({ ander: reported("2025-10-20") }, { _tag: "Start" })).toBe(null)
  })

  it("of its answers: whether it takes them, what it asks, of how many, and when they may go", async () => {
    const asked = async (_tag: string, id = "p") => await telling("PulseAnswers", { id, actor: kees }, { ...group, Pulse: { p: pulse(_tag, { groupId: "g-midden" }) } })
    expect(await asked("Open")).toEqual({ hr: [kees], members: six, invited: six, asked: { open: true, reported: false, items: ["q1", "q2"], units: [{ unit: "midden", people: 6 }] } })
    for (const _tag of ["Reported", "Suppressed"]) expect(await asked(_tag)).toMatchObject({ asked: { open: false, reported: true } })
    expect(await asked("Closed")).toMatchObject({ asked: { open: false, reported: false } })
    expect(await asked("Open", "geen")).toEqual({ hr: [kees], members: [], invited: [], asked: { open: false, reported: false, items: [], units: [] } })
  })
})

describe("a year task hears", () => {
  it("who leads its owner now, and the agreement of its school year", async () => {
    const of = (question: object) => telling("TimeBudget", { id: "b", actor: hilde, ...question }, { Staff: staff })
    const task = { _tag: "Draft", personId: bram, schoolYear: "2025-2026" }
    expect(await of({ state: task })).toMatchObject({ theirLeaders: [hilde], leaders: [hilde], hr: [kees], cao: { schoolYear: "2025-2026" } })
    expect(await of({ state: { ...task, personId: carla, schoolYear: "1999-2000" } })).toMatchObject({ theirLeaders: [], cao: null })
    expect(await of({ command: { _tag: "Draft", schoolYear: "2025-2026" } })).toMatchObject({ theirLeaders: [], cao: { schoolYear: "2025-2026" } })
    expect((await of({ command: { _tag: "Agree", schoolYear: "2025-2026" } }))["cao"]).toBe(null)
  })
})
