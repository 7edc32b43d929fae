/**
 * The hard rules of confidentiality (domain 5.3) and the table of who sees what (5.2), held against the registry: every
 * machine, every role, every command. What a machine adds tomorrow is tried here by itself.
 */
import { dutch, settings } from "@groeikring/pack-nl"
import { words } from "@groeikring/testkit"
import { Arbitrary, Effect, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { Threshold } from "../src/Anonymity.ts"
import { coaching } from "../src/conversation/Talk.ts"
import { domain } from "../src/Domain.ts"
import { english } from "../src/English.ts"
import { isLive } from "../src/Grant.ts"
import type * as Machine from "../src/Machine.ts"
import { inCommand } from "../src/Names.ts"
import * as Privacy from "../src/Privacy.ts"
import { type Class, classesIn, mapWords } from "../src/Private.ts"
import { processes } from "../src/Processes.ts"
import { asking } from "./asking.ts"
import { at, entryAt, femke, popAt, profileAt } from "./growth.ts"
import { asMember, gopAt, proposeText } from "./group.ts"
import { sessionAt, six } from "./session.ts"
import { as, bram, hilde, talkAt, visit } from "./talk.ts"
import { machines } from "./walks.ts"

type Fields = Readonly<Record<string, Schema.Top>>
const places: Readonly<Record<string, Privacy.Place>> = Privacy.places
const classesOf = (fields: object = {}): ReadonlyArray<Class> => [...new Set(Object.values(fields as Fields).flatMap(classesIn))]
const keepsWordsOf = (name: string, ...classes: ReadonlyArray<Class>) =>
  places[name]!.keeps.some((kind) => Privacy.table[kind].shows.some((seen) => classes.some((one) => one === seen)))
/** Of a person or a group, and never of the employer. */
const isCoaching = (name: string) => keepsWordsOf(name, "P0", "P1")
const commands = machines.flatMap(([name, { spec }]) =>
  Object.entries(spec.commands).map(([command, row]) => ({ name, command, row, spec, called: `${name}.${command}` }))
)
const isOwn = (name: string, role: string) => {
  const viewer = places[name]!.roles[role]
  return role === "Founder" || viewer === "Self" || viewer === "Member" || viewer === "Attendee"
}

describe("the table of who sees what is that of the domain, cell by cell", () => {
  const columns = ["Self", "Attendee", "Member", "Leader", "Hr", "Pmr", "Ib", "Board", "Admin"] as const
  /** As domain 5.2 has it, without the column of who leads a later session: they see what they attended. */
  const cells: Readonly<Record<string, { readonly kinds: ReadonlyArray<Privacy.Kind>; readonly row: string }>> = {
    "ratings, quadrant": { kinds: ["Ratings"], row: "SW G G G - - - - -" },
    recognitions: { kinds: ["Recognitions"], row: "S W W - - - - - -" },
    "case and captured items, tips": { kinds: ["CasesAndTips"], row: "- SW - - - - - - -" },
    PAP: { kinds: ["Plans"], row: "SW - - - - - - - -" },
    "attendance, minutes held": { kinds: ["Attendance"], row: "- S S C C C - C -" },
    "POP goals": { kinds: ["Goals"], row: "SW G G G - - - - -" },
    "the agreed part of them": { kinds: ["AgreedPartOfGoals"], row: "SW - - SW - - - - -" },
    "the agreed facilities": { kinds: ["AgreedFacilities"], row: "SW - - SW S - - - -" },
    portfolio: { kinds: ["Portfolios"], row: "SW G G G - - G - -" },
    "GOP draft": { kinds: ["GroupPlanDrafts"], row: "- SW SW - - - - - -" },
    "GOP agreed": { kinds: ["AgreedGroupPlans"], row: "- S S S S S S S -" },
    "conversation report, appraisal": { kinds: ["ReportsAndAppraisals"], row: "SW - - SW S - - A -" },
    jaartaak: { kinds: ["YearTasks"], row: "S - - SW SW - - C -" },
    "pulse answers": { kinds: ["RawAnswers"], row: "- - - - - - - - -" }
  }
  const written: Readonly<Record<Privacy.Mark, string>> = {
    Sees: "S", Writes: "SW", Offers: "W", Grant: "G", Counts: "C", OnAppeal: "A", Never: "-"
  }
  it.each(Object.entries(cells))("%s", (_, { kinds, row }) => {
    for (const kind of kinds) expect(columns.map((viewer) => written[Privacy.mark(kind, viewer)]).join(" ")).toBe(row)
  })

  it("has no other rows than those, but for what everybody in the school may see, and what an owner opened", () => {
    const named = Object.values(cells).flatMap(({ kinds }) => kinds)
    const others = (Object.keys(Privacy.table) as ReadonlyArray<Privacy.Kind>).filter((kind) => !named.includes(kind))
    const withWords = others.filter((kind) => Privacy.table[kind].shows.some((seen) => seen === "P0" || seen === "P1" || seen === "P2" || seen === "P3"))
    // A view of a colleague is its author's own; a group's agreement is the group's; an opened view is for whom it was opened to.
    expect(withWords.toSorted()).toEqual(["GroupAgreements", "Opened", "ViewsOfOthers"])
    expect(columns.map((viewer) => written[Privacy.mark("ViewsOfOthers", viewer)]).join(" ")).toBe("SW - - - - - - - -")
    expect(columns.map((viewer) => written[Privacy.mark("GroupAgreements", viewer)]).join(" ")).toBe("- SW SW - - - - - -")
    expect(columns.map((viewer) => written[Privacy.mark("Opened", viewer)]).join(" ")).toBe("SW - - - - - - - -")
  })

  it("reflections have no row of their own, for they go nowhere: nothing that is opened has a field for them", () => {
    const { events, states } = domain.CompetenceProfile.machine.spec
    expect(classesOf(events.ReflectionWritten.payload)).toEqual(["P0"])
    // Here and below fields are looked up by names read off them, where a struct knows its own alone.
    const reflected = Object.keys(events.ReflectionWritten.payload).filter((field) => classesOf({ field: (events.ReflectionWritten.payload as unknown as Fields)[field]! }).length > 0)
    const opened = [events.ViewGranted.payload, domain.SharedView.machine.spec.states.Open]
    expect(opened.flatMap((fields) => Object.keys(fields).filter((field) => field === "reflections" || reflected.includes(field)))).toEqual([])
    expect("reflections" in states.Active).toBe(true)
  })
})

describe("[C2] what crosses from the coaching space", () => {
  const crossing = (["P2", "P3", "P4"] as const).map((klass) => klass as Class)
  const crosses = commands.filter(({ row, spec }) =>
    row.emits.some((event) => classesOf(spec.events[event]!.payload).some((klass) => crossing.includes(klass)))
  )

  it("is written by whoever sends it, word for word: no rule copies words from what is kept", () => {
    expect(crosses.length).toBeGreaterThan(15)
    expect(
      crosses.flatMap(({ called, row, spec }) => {
        const asked = classesOf(row.payload)
        const told = row.emits.flatMap((event) => classesOf(spec.events[event]!.payload)).filter((klass) => crossing.includes(klass))
        return told.every((klass) => asked.includes(klass)) ? [] : [called]
      })
    ).toEqual([])
  })

  it("crosses by a fact of its owner, in every machine of the coaching space", () => {
    const strangers = crosses
      .filter(({ name }) => isCoaching(name))
      .flatMap(({ called, name, row }) => row.by.filter((role) => !isOwn(name, role)).map((role) => `${called} by ${role}`))
    expect(strangers).toEqual([])
  })

  it("follows by itself only from such a fact, and is sent in the name of the owner", async () => {
    const ask = asking(processes)
    const bySystem = crosses.filter(({ row }) => row.by.includes("System")).map(({ called }) => called)
    expect(bySystem).toEqual(["GopText.Share"])
    const opened = [
      ["CompetenceProfile", profileAt("Shared"), "ViewGranted"],
      ["PortfolioEntry", entryAt("Granted"), "EntryGranted"],
      ["Pop", popAt("Active"), "GoalShared"]
    ] as const
    for (const [machine, { history, state }, tag] of opened) {
      const fact = (history as ReadonlyArray<Machine.Tagged<string>>).find(({ _tag }) => _tag === tag)!
      const views = (await ask(machine, "x", fact, state)).filter((one) => one._tag === "Send" && one.machine === "SharedView")
      expect(views.map((one) => one._tag === "Send" && one.as)).toEqual([femke])
    }
  })

  it("and nothing that a rule is told from elsewhere holds words of a person or of a group", () => {
    const own = new Set<Class>(["P0", "P1", "P2"])
    expect(
      machines.flatMap(([name, { spec }]) =>
        isCoaching(name) ? [] : Object.entries(spec.needs).flatMap(([need, schema]) => classesOf({ need: schema }).some((klass) => own.has(klass)) ? [`${name}.${need}`] : []))
    ).toEqual([])
  })
})

describe("[C3] what is opened has an end, and can be taken back", () => {
  const openings = machines.flatMap(([name, { spec }]) =>
    Object.entries(spec.events).flatMap(([event, { payload = {} }]) =>
      classesOf(payload).includes("P2") ? [{ name, spec, event, payload: payload as unknown as Fields }] : []))

  it("is known of every fact that opens words", () => {
    expect(openings.map(({ event, name }) => `${name}.${event}`).toSorted()).toEqual([
      "CompetenceProfile.ViewGranted", "OtherView.OtherViewShared", "Pop.GoalShared", "PortfolioEntry.EntryGranted", "SharedView.ViewOpened"
    ])
  })

  it.each(openings.filter(({ name }) => name !== "OtherView"))("$name.$event names its end, always", ({ payload }) => {
    expect(Schema.is(Schema.Struct({ until: payload["until"]! }) as never)({})).toBe(false)
    expect(isLive({ until: at }, at)).toBe(false)
    expect(isLive({ until: at }, at - 1)).toBe(true)
  })

  it.each(openings)("$name.$event is undone by whose it is, and by the system when its end comes", ({ name, spec }) => {
    const ends = Object.entries(spec.events).flatMap(([event, { forgets, payload = {} }]) =>
      "grant" in payload && classesOf(payload).length === 0 && !("until" in payload) ? [event] : forgets ? [event] : [])
    const by = Object.entries(spec.commands).flatMap(([, { by, emits }]) => (emits.some((event) => ends.includes(event)) ? by : []))
    expect(by).toContain("System")
    // A view follows what it is a view of, and that is its owner's.
    expect(name === "SharedView" || by.some((role) => isOwn(name, role))).toBe(true)
  })
})

describe("[C4] who is the employer asks nothing of the coaching space", () => {
  const employer = /Leader|Hr|Sponsor|Council|Pmr|Decider|Administrator/
  it("there is no command for them there, but to give time and to talk of a plan that the group agreed", () => {
    const theirs = commands.filter(({ name, row }) => isCoaching(name) && row.by.some((role) => employer.test(role)))
    expect(theirs.map(({ called }) => called)).toEqual(["PopGroup.GrantTime", "PopGroup.ReplaceSponsor", "Gop.DiscussWithLeader"])
    // And nobody is told no: none of these waits for somebody's answer.
    expect(theirs.flatMap(({ row, spec }) => row.emits.flatMap((event) => classesOf(spec.events[event]!.payload)))).toEqual([])
  })

  it("an invitation that is ignored is no fact: nothing tells that somebody did not answer", () => {
    const facts = machines.flatMap(([name, { spec }]) => Object.keys(spec.events).map((event) => `${name}.${event}`))
    expect(facts.filter((fact) => /Ignored|Unanswered|NotAnswered|NotShared|Refused/.test(fact))).toEqual([])
    // What is declined is known to who declined, and looks to the other like what still lies there.
    const declined = machines.flatMap(([name, { spec }]) => Object.keys(spec.events).filter((event) => /Declined/.test(event)).map((event) => [name, event] as const))
    expect(declined).toEqual([["CompetenceProfile", "RecognitionDeclined"], ["IpbTheme", "ThemeDeclined"]])
  })
})

describe("[C6] an appraisal has no way into the coaching space", () => {
  const states = ["Planned", "AgendaOpen"] as const
  it.each(coaching.flatMap((kind) => states.map((state) => [kind, state] as const)))("an agenda of one takes no %s while it is %s", (kind, state) => {
    const talk = talkAt("Planned", "Appraisal")
    if (state === "AgendaOpen") talk.does(visit, as(hilde))
    expect(talk.tag).toBe(state)
    for (const actor of [bram, hilde]) {
      expect(talk.cannot({ ...visit, item: "i", about: { kind, ref: "x" } }, as(actor))).toBe("ContentNotShareableToFile")
    }
  })

  it("what a judgement holds points to a framework alone", () => {
    const { events } = domain.Conversation.machine.spec
    const refs = Object.keys(events.JudgementRecorded.payload).filter((field) => !["by", "framework", "text"].includes(field))
    expect(refs).toEqual([])
  })

  it("no command of a conversation, a year of talks or a year task is told anything of a plan, a session, a rating or a folder", () => {
    const inside = /pap|session(?!Minutes)|rating|portfolio|tip|reflection|recognition|gop/i
    const sources = ["Conversation", "ConversationCycle", "EmployeeCycle", "TimeBudget"] as const
    expect(sources.flatMap((name) => Object.keys(domain[name].machine.spec.needs).filter((need) => inside.test(need)).map((need) => `${name}.${need}`))).toEqual([])
  })
})

describe("[C7] names of pupils, parents and absent colleagues", () => {
  const known = [{ name: "Noor", role: "leerling" }]
  const writes = commands.flatMap(({ called, command, row }) => {
    const payload = (row.payload ?? {}) as unknown as Fields
    const fields = Object.entries(payload).flatMap(([field, schema]) => (classesIn(schema).length > 0 ? [field] : []))
    // What the system alone sends was looked at when somebody wrote it.
    return fields.length > 0 && row.by.some((role) => role !== "System") ? [{ called, command, fields, payload }] : []
  })
  /** What commands of a kind say in words, arbitrary ones, with this name in each. */
  const naming = (payload: Fields, fields: ReadonlyArray<string>, command: string) => {
    // Of fields that were picked by name the compiler does not know the codec.
    const said = Schema.Struct(Object.fromEntries(fields.map((field) => [field, payload[field]!]))) as unknown as Schema.Schema<object>
    const some = Effect.runSync(Arbitrary.sampleEffect(Arbitrary.schema(said), { count: 20, seed: command }))
    return some.map((one) => mapWords(one, ({ class: klass, subject }) => words(klass, "Noor was boos.", subject)))
  }
  const countIn = (value: object) => {
    let count = 0
    mapWords(value, (inside) => {
      count++
      return inside
    })
    return count
  }

  it("are looked for in every command with words", () => expect(writes.length).toBeGreaterThan(30))

  it.each(writes)("$called warns for one in $fields, with a letter instead", ({ command, fields, payload }) => {
    const some = naming(payload, fields, command)
    const warnings = some.map((one) => inCommand(one, known))
    expect(warnings.map(({ length }) => length)).toEqual(some.map(countIn))
    expect(new Set(warnings.flat().map(({ path }) => path.split(".")[0]))).toEqual(new Set(fields))
    expect(new Set(warnings.flat().map(({ proposal }) => proposal))).toEqual(new Set(["leerling A"]))
  })
})

describe("[C9] a gate for every number, and for every sentence", () => {
  it("no sentence of a group is agreed while somebody who brought something to it has not consented", () => {
    const gop = gopAt("Proposed")
    expect(gop.cannot({ _tag: "Agree" }, asMember("p-anneke"))).toBe("ConsentIncomplete")
    expect(domain.Gop.machine.spec.events.GopAgreed.from).toEqual(["Proposed"])
    expect(proposeText.goals.length).toBeGreaterThan(0)
  })

  it("every fact that words of a group leave it by is one that this gate is before", () => {
    const agreed = machines.flatMap(([name, { spec }]) =>
      Object.entries(spec.events).flatMap(([event, { payload = {} }]) => (classesOf(payload).includes("P4") ? [`${name}.${event}`] : [])))
    expect(agreed.toSorted()).toEqual([
      // Inside the group: it is what they are asked to consent to, and what they say of it themselves afterwards.
      "Gop.GopEvaluated", "Gop.GopProposed",
      // What leaves: sent by the system alone, because of an agreed plan.
      "GopText.GopTextShared",
      // Of the school, written by who raises it.
      "IpbTheme.ThemeDeclined", "IpbTheme.ThemeEvaluated", "IpbTheme.ThemeRaised",
      // What a moment in the roster is for, written for everybody by who proposes it.
      "RosteredMoment.MomentProposed"
    ])
    expect(domain.GopText.machine.spec.commands.Share.by).toEqual(["System"])
    expect(processes.filter(({ machine }) => machine === "Gop").map(({ event }) => event)).toContain("GopAgreed")
  })

  it("a school that asks for fewer than five answers before it shows a number cannot be set up", () => {
    const { anonymity } = settings
    const fits = Schema.is(Threshold)
    expect([4, 5, anonymity.k, 10, 11].map((k) => fits({ ...anonymity, k }))).toEqual([false, true, true, true, false])
    expect(domain.PulseAnswers.machine.spec.seenBy).toEqual({})
  })
})

describe("[C10] words can be made to go", () => {
  /** What goes with whose it is: no term ends it, its owner or the group does. */
  const withTheirOwner = ["PopGroup", "Gop", "GopText", "IpbTheme", "RosteredMoment"]
  it("every machine that keeps words has a fact that forgets them, from every state in which there are any, or they go with whose they are", () => {
    const kept = machines.flatMap(([name, { spec }]) => {
      const withWords = Object.entries(spec.states).filter(([, fields]) => classesOf(fields).length > 0).map(([state]) => state)
      if (withWords.length === 0) return []
      const events = Object.values(spec.events)
      const leads = new Set(events.filter(({ forgets }) => forgets).flatMap(({ from }) => from))
      for (let before = -1; before !== leads.size;) {
        before = leads.size
        for (const { from, to } of events) if (leads.has(to)) for (const state of from) leads.add(state)
      }
      return withWords.every((state) => leads.has(state)) ? [] : [name]
    })
    expect(kept.toSorted()).toEqual(withTheirOwner.toSorted())
  })

  it("what somebody takes back of what they said in a group, or to somebody, is read by nobody any more", () => {
    const taking = machines.flatMap(([name, { spec }]) =>
      Object.entries(spec.events).flatMap(([event, { takesBack }]) => (takesBack === undefined ? [] : [`${name}: ${event} of ${takesBack.event}`])))
    expect(taking.toSorted()).toEqual([
      "CompetenceProfile: PersonalCompetenceRemoved of PersonalCompetenceAdded",
      "CompetenceProfile: RecognitionDeclined of RecognitionOffered",
      "Gop: ContributionWithdrawn of GoalContributed",
      "Gop: QualityWithdrawn of QualityOffered",
      "Intervision: CaseWithdrawn of CaseOffered",
      "Intervision: ItemRedacted of ItemCaptured"
    ])
  })

  it("no state that a fact of forgetting leads to has a field for words", () => {
    expect(
      machines.flatMap(([name, { spec }]) =>
        Object.entries(spec.events).flatMap(([event, { forgets, to }]) =>
          forgets && to !== "Same" && classesOf(spec.states[to]).length > 0 ? [`${name}.${event} > ${to}`] : []))
    ).toEqual([])
  })
})

describe("[C11] somebody is in danger", () => {
  it("is told outside: there is no command, no fact and no reason for it, and nobody is asked why they stop", () => {
    const all = machines.flatMap(([name, { spec }]) => [...Object.keys(spec.events), ...Object.keys(spec.commands)].map((tag) => `${name}.${tag}`))
    expect(all.filter((tag) => /Danger|Abuse|Unsafe|Emergency|Incident/.test(tag))).toEqual([])
    expect(domain.Intervision.machine.spec.commands.StopSafely).toEqual({ by: ["Attendee"], emits: ["SessionStopped"] })
  })

  it("a session that is stopped tells everybody who was there where the confidence ends", async () => {
    const { state } = sessionAt("Intervision")
    const told = await asking(processes)("Intervision", "s1", { _tag: "SessionStopped", at }, { ...state, _tag: "Stopped", attendees: six, endedAt: at })
    expect(told.flatMap((one) => (one._tag === "Tell" ? [[one.to, one.card]] : []))).toEqual(six.map((person) => [person, "Confidant"]))
    expect(english.cards.Confidant).toMatch(/danger.*confidence ends.*reporting code of your school, outside this tool/)
    expect(dutch.cards.Confidant).toMatch(/gevaar.*vertrouwelijkheid op.*meldcode van je school/)
  })
})
