/** What is read off a lifecycle and written nowhere else. */
import { describe, expect, it } from "vitest"
import * as Machine from "../src/Machine.ts"
import { Pap } from "../src/Pap.ts"
import * as Private from "../src/Private.ts"
import { at, back, bram, femke, iris, Loan, LoanLifecycle, type LoanState, out, renewed, RenewedBefore, TooManyLoans } from "./loan.ts"

const { rules } = Loan
const words = (text: string) => new Private.Words({ class: "P0", subject: "borrower" }, text)
/** What draft 2020-12 does not know, or knows in another form; and references that lead nowhere. */
const strayKeywords = (schema: unknown, definitions: object, path = "#"): ReadonlyArray<string> => {
  if (typeof schema === "boolean") return []
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return [`${path} is no schema`]
  const isText = (value: unknown) => typeof value === "string"
  const isCount = (value: unknown) => Number.isInteger(value)
  const inside = (value: unknown, at: string) => strayKeywords(value, definitions, at)
  const ofList = (value: unknown, at: string) =>
    Array.isArray(value) ? value.flatMap((one, n) => inside(one, `${at}/${n}`)) : [`${at} is no list`]
  const ofTable = (value: unknown, at: string) =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, one]) => inside(one, `${at}/${name}`))
      : [`${at} is no table`]
  const plain: Record<string, (value: unknown) => boolean> = {
    title: isText,
    description: isText,
    format: isText,
    default: () => true,
    examples: Array.isArray,
    const: () => true,
    enum: Array.isArray,
    type: (value) =>
      [value]
        .flat()
        .every((one) => ["string", "number", "integer", "boolean", "object", "array", "null"].includes(one as string)),
    pattern: (value) => isText(value) && new RegExp(value, "u") instanceof RegExp,
    minLength: isCount,
    maxLength: isCount,
    minItems: isCount,
    maxItems: isCount,
    uniqueItems: (value) => typeof value === "boolean",
    minimum: Number.isFinite,
    maximum: Number.isFinite,
    exclusiveMinimum: Number.isFinite,
    exclusiveMaximum: Number.isFinite,
    required: (value) => Array.isArray(value) && new Set(value).size === value.length && value.every(isText),
    $ref: (value) => isText(value) && value.replace(/^#\/\$defs\//, "") in definitions
  }
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const at = `${path}/${keyword}`
    if (keyword in plain) return plain[keyword]!(value) ? [] : [`${at} is ${JSON.stringify(value)}`]
    if (["anyOf", "oneOf", "allOf", "prefixItems"].includes(keyword)) return ofList(value, at)
    if (["properties", "patternProperties", "$defs"].includes(keyword)) return ofTable(value, at)
    if (["items", "additionalProperties", "not", "propertyNames"].includes(keyword)) return inside(value, at)
    return [`${at} is not of draft 2020-12`]
  })
}

describe("read off the lifecycle", () => {
  it("the menu of each state", () => {
    expect([Machine.Start, out, renewed, back].map((state) => Machine.commandsFrom(Loan, state))).toEqual([
      ["Lend"],
      ["Renew", "LeaveNote", "Return", "TakeBack"],
      ["LeaveNote", "Return", "TakeBack"],
      []
    ])
  })

  it("possible: the facts, what is still to tell, or why not", () => {
    const possible = (state: LoanState | Machine.Start, actor: string) =>
      Machine.possible(Loan, state, { actor, at, librarians: [iris], loans: 3 })
    expect(possible(out, femke)).toMatchObject({
      Lend: { _tag: "NotAllowed" },
      Renew: { _tag: "NeedsInput", fields: ["due"], message: "This can be done now. Tell due." },
      Return: [{ _tag: "BookReturned" }],
      TakeBack: { _tag: "NotAllowed" }
    })
    expect(possible(back, femke)).toMatchObject({ Return: { _tag: "NotAllowed" } })
    expect(possible(out, iris)).toMatchObject({
      Lend: { _tag: "IllegalCommand", possible: ["TakeBack"] },
      TakeBack: [{ _tag: "BookReturned" }]
    })
    expect(possible(renewed, femke)).toMatchObject({
      Renew: { _tag: "IllegalCommand", possible: ["LeaveNote", "Return"] }
    })
  })

  it("possible: why not, where nothing that could be told would help, and only to who may ask it", () => {
    const strict = Machine.make(LoanLifecycle, {
      ...rules,
      guard: {
        Lend: (_, { loans }) => (loans >= 3 ? new TooManyLoans({ max: 3 }) : undefined),
        Renew: ({ notes }) => (notes.length > 0 ? new RenewedBefore() : undefined)
      }
    })
    const possible = (state: LoanState | Machine.Start, actor: string, loans = 3) =>
      Machine.possible(strict, state, { actor, at, librarians: [iris], loans })
    expect(possible(out, femke).Renew).toEqual(new Machine.NeedsInput({ fields: ["due"] }))
    expect(possible({ ...out, notes: [words("mooi boek")] }, femke).Renew).toEqual(new RenewedBefore())
    expect(possible({ ...out, notes: [words("mooi boek")] }, iris).Renew).toMatchObject({ _tag: "NotAllowed" })
    expect(possible(Machine.Start, iris).Lend).toEqual(new TooManyLoans({ max: 3 }))
    expect(possible(Machine.Start, iris, 2).Lend).toMatchObject({ _tag: "NeedsInput" })
    expect(possible(out, iris).Lend).toMatchObject({ _tag: "IllegalCommand" })
  })

  it("who may see what: the borrower their own words, the librarian the facts, nobody else anything", () => {
    const seen = (state: LoanState | Machine.Start, actor: string) => [
      ...Machine.seen(Loan, state, { actor, at, librarians: [iris] } as Machine.Asked)
    ]
    expect([
      seen(out, femke),
      seen(out, iris),
      seen(out, bram),
      seen(out, Machine.system),
      seen(Machine.Start, femke)
    ]).toEqual([["Facts", "P0"], ["Facts"], [], [], []])
  })

  it("a diagram", () => {
    expect(Machine.toMermaid(Loan)).toMatchInlineSnapshot(`
      "stateDiagram-v2
        [*] --> Out: Lend / BookLent
        Out --> Renewed: Renew / LoanRenewed
        Out --> Out: LeaveNote / NoteLeft
        Renewed --> Renewed: LeaveNote / NoteLeft
        Out --> Back: Return / BookReturned
        Renewed --> Back: Return / BookReturned
        Out --> Out: TakeBack / DamageSeen
        Renewed --> Renewed: TakeBack / DamageSeen
        Out --> Back: TakeBack / BookReturned
        Renewed --> Back: TakeBack / BookReturned
        Back --> [*]"
    `)
  })

  it("a JSON Schema of every command and every event", () => {
    const { commands, events } = Machine.jsonSchemas(Loan)
    expect(Object.keys(commands)).toEqual(Object.keys(LoanLifecycle.spec.commands))
    expect(Object.keys(events)).toEqual(Object.keys(LoanLifecycle.spec.events))
    expect(commands.LeaveNote).toMatchInlineSnapshot(`
      {
        "definitions": {},
        "dialect": "draft-2020-12",
        "schema": {
          "additionalProperties": false,
          "properties": {
            "_tag": {
              "enum": [
                "LeaveNote",
              ],
              "type": "string",
            },
            "note": {
              "maxLength": 20,
              "type": "string",
            },
          },
          "required": [
            "_tag",
            "note",
          ],
          "type": "object",
        },
      }
    `)
    for (const document of [
      ...Object.values(commands),
      ...Object.values(events),
      ...Object.values(Machine.jsonSchemas(Pap).events)
    ]) {
      expect(document.dialect).toBe("draft-2020-12")
      expect(strayKeywords(document.schema, document.definitions)).toEqual([])
    }
    const schema = events.BookLent.schema as { readonly properties: object; readonly required: ReadonlyArray<string> }
    expect([Object.keys(schema.properties), schema.required.toSorted()]).toEqual([
      ["_tag", "book", "borrower", "due"],
      ["_tag", "book", "borrower", "due"]
    ])
  })
})
