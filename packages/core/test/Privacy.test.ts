/** The hard rules of confidentiality (domain 5.3), over every machine and every role: nothing here is an example. */
import type { Schema, SchemaAST } from "effect"
import { describe, expect, it } from "vitest"
import { domain } from "../src/Domain.ts"
import type * as Machine from "../src/Machine.ts"
import * as Privacy from "../src/Privacy.ts"
import { classesIn } from "../src/Private.ts"

type Fields = Readonly<Record<string, Schema.Top>>
// Here machines are walked by name, whatever each of them is.
const machines: ReadonlyArray<readonly [string, Machine.Spec]> = Object.entries(
  domain as unknown as Record<string, { readonly machine: Machine.Machine<Machine.Spec> }>
).map(([name, { machine }]) => [name, machine.spec] as const)
const places: Readonly<Record<string, Privacy.Place>> = Privacy.places
const kinds = Object.keys(Privacy.table) as ReadonlyArray<Privacy.Kind>
const isEmployers = (viewer: string) => Privacy.employers.some((one) => one === viewer)

const fieldsOf = ({ events, states }: Machine.Spec): ReadonlyArray<readonly [string, Schema.Top]> => [
  ...Object.entries(states).flatMap(([state, fields]) => named(state, fields as Fields)),
  ...Object.entries(events).flatMap(([event, { payload = {} }]) => named(event, payload as Fields))
]
const named = (of: string, fields: Fields) =>
  Object.entries(fields).map(([field, schema]) => [`${of}.${field}`, schema] as const)

describe("the table of who sees what", () => {
  it("has a place for every machine and every role, and for nothing that is not there", () => {
    expect(Object.fromEntries(machines.map(([name, { roles }]) => [name, Object.keys(roles).toSorted()]))).toEqual(
      Object.fromEntries(Object.entries(places).map(([name, { roles }]) => [name, Object.keys(roles).toSorted()]))
    )
  })

  it("is where every machine reads who sees it", () => {
    expect(Object.fromEntries(machines.map(([name, { seenBy }]) => [name, seenBy]))).toEqual(
      Object.fromEntries(Object.keys(places).map((name) => [name, Privacy.seenBy(name as keyof typeof Privacy.places)]))
    )
  })

  it("has no row that no machine keeps", () => {
    const kept = new Set(Object.values(places).flatMap(({ keeps }) => keeps))
    expect(kinds.filter((kind) => !kept.has(kind))).toEqual([])
  })

  it.each(machines)("shows every class of words in %s to somebody, or to whose they are", (name, spec) => {
    const shown = new Set(places[name]!.keeps.flatMap((kind) => Privacy.table[kind].shows as ReadonlyArray<Machine.Seen>))
    expect(
      fieldsOf(spec).flatMap(([field, schema]) =>
        classesIn(schema).flatMap((klass) => (klass === "P0" || shown.has(klass) ? [] : [`${field} ${klass}`]))
      )
    ).toEqual([])
  })
})

describe("whose a thing is", () => {
  it("is said by the roles that look at what is their own, and by nothing of what is of many", () => {
    expect(Privacy.owners("Pap")).toEqual(["Owner"])
    expect(Privacy.owners("Conversation")).toEqual(["Employee"])
    expect([Privacy.owners("Intervision"), Privacy.owners("PopGroup"), Privacy.owners("NoMachine")]).toEqual([[], [], []])
    expect(Privacy.ownerFields(domain.Conversation.machine)).toEqual(["employeeId"])
    expect(Privacy.ownerFields(domain.Intervision.machine)).toEqual([])
    // Of a machine from elsewhere nothing is known, so it may be of any of its roles.
    expect(Privacy.ownerFields({ name: "NoMachine", spec: { roles: { Reader: "readerId", Keeper: "keeperId" } } })).toEqual(["readerId", "keeperId"])
  })

  it("whoever may only ask sees nothing by it", () => {
    expect(Privacy.seenBy("Pap")).toEqual({ Owner: ["Facts", "P0"] })
    expect(Privacy.seenBy("PulseAnswers")).toEqual({})
  })
})

describe("[C1] the employer's side", () => {
  it("sees no private words and no words of a group in any row of the table", () => {
    expect(
      kinds.flatMap((kind) => {
        const shows: ReadonlyArray<Machine.Seen> = Privacy.table[kind].shows
        if (!shows.includes("P0") && !shows.includes("P1")) return []
        return Privacy.employers.flatMap((viewer) => {
          const mark = Privacy.mark(kind, viewer)
          return mark === "Never" || mark === "Grant" ? [] : [`${viewer} ${mark} ${kind}`]
        })
      })
    ).toEqual([])
  })

  it.each(machines)("sees none in any role of %s", (name, { seenBy }) => {
    expect(
      Object.entries(places[name]!.roles).flatMap(([role, viewer]) =>
        isEmployers(viewer) ? (seenBy[role] ?? []).filter((seen) => seen === "P0" || seen === "P1") : []
      )
    ).toEqual([])
  })

  it("may know how many hours were held, and sees nothing of the session that they come from", () => {
    expect(Privacy.employers.map((viewer) => Privacy.mark("Attendance", viewer))).toEqual([
      "Counts", "Counts", "Counts", "Counts", "Never"
    ])
    const { roles } = places["Intervision"]!
    expect(Object.values(roles).filter((viewer) => viewer !== "Asker" && isEmployers(viewer))).toEqual([])
  })
})

describe("[C5] what somebody did not do", () => {
  // What a group agreed on absence is nobody's absence, and a programme that is stopped is nobody's stop.
  const isAboutNobody = (field: string) => field.startsWith("Programme.")
  const inside = /absent|absence(?!Rule)|passed|NotTried|stopped|declin/i
  const own = new Set<Privacy.Viewer>(["Self", "Granted", "Attendee", "Member", "Ib"])
  it.each(machines.filter(([name]) => ["Intervision", "Pap", "Pop", "CompetenceProfile", "OtherView"].includes(name)))(
    "stays inside in %s: no fact of it is for the employer's side",
    (name, { seenBy }) => {
      expect(
        Object.entries(places[name]!.roles).flatMap(([role, viewer]) =>
          viewer !== "Asker" && !own.has(viewer) && (seenBy[role] ?? []).length > 0 ? [role] : []
        )
      ).toEqual([])
    }
  )
  it.each(machines)("in %s, what is somebody's own is for nobody else, words or not", (name, { events, own, roles, seenBy }) => {
    const isOwn = own.length > 0 || Object.values(events).some((event) => event.own)
    const seeing = Object.keys(roles).filter((role) => seenBy[role]?.includes("Own"))
    expect(seeing).toEqual(isOwn ? Object.keys(roles).filter((role) => places[name]!.roles[role] === "Self") : [])
  })
  it("is in no fact of a machine whose facts the employer's side does see", () => {
    const open = machines.filter(([name, { seenBy }]) =>
      Object.entries(places[name]!.roles).some(([role, viewer]) => isEmployers(viewer) && (seenBy[role] ?? []).length > 0)
    )
    const facts = open.flatMap(([name, spec]) =>
      fieldsOf(spec).flatMap(([field, schema]) => (classesIn(schema).length === 0 ? [`${name}.${field}`] : []))
    )
    expect(facts.length).toBeGreaterThan(0)
    expect(facts.filter((field) => inside.test(field) && !isAboutNobody(field))).toEqual([])
  })
})

/** Text that anybody may fill with anything: a string without a check. Ids, days and choices have one. */
const loose = (ast: SchemaAST.AST): boolean => {
  switch (ast._tag) {
    case "String":
      return ast.checks === undefined
    case "Declaration":
      return !("@groeikring/dataClass" in (ast.annotations ?? {})) && ast.typeParameters.some(loose)
    case "Arrays":
      return [...ast.elements, ...ast.rest].some(loose)
    case "Objects":
      return ast.propertySignatures.some(({ type }) => loose(type))
    case "Union":
      return ast.types.some(loose)
    default:
      return false
  }
}

/** Numbers and choices by which somebody says what they think of themselves or of another. */
const opinion = /^(.*\.)?(ratings?|rows|outcome|results?|scores?|progress|judgements?|judgment|applied|fun|skill|energy|opinion)$/

describe("data classes", () => {
  it.each(machines)("%s keeps no text that has none", (_, spec) => {
    expect(fieldsOf(spec).flatMap(([field, schema]) => (loose(schema.ast) ? [field] : []))).toEqual([])
  })

  it.each(machines)("%s shows an opinion without words only to whoever may see its words", (name, { seenBy, ...spec }) => {
    const opinions = fieldsOf({ ...spec, seenBy }).filter(([field]) => opinion.test(field))
    const shows = (seen: ReadonlyArray<Machine.Seen>) => seen.includes("Facts") && !seen.some((one) => one !== "Facts")
    const facts = Object.keys(seenBy).filter((role) => shows(seenBy[role] ?? []))
    expect(opinions.length === 0 ? [] : facts.map((role) => `${name} shows ${role} ${opinions.map(([field]) => field).join(", ")}`)).toEqual([])
  })
})
