import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import * as Machine from "../src/Machine.ts"
import { Pap } from "../src/Pap.ts"
import * as Private from "../src/Private.ts"
import { Loan, LoanLifecycle, RenewedBefore, TooManyLoans } from "./loan.ts"

type LoanState = Machine.State<Machine.Of<typeof Loan>>
const { rules } = Loan
const [femke, bram, iris] = ["p-femke", "p-bram", "p-iris"] as const
const at = 29_290_530
const lent = { _tag: "BookLent", book: "b1", borrower: femke, due: "2025-09-30" } as const
const out = { _tag: "Out", book: "b1", borrower: femke, due: "2025-09-30", notes: [] } as const satisfies LoanState
const renewed = { ...out, _tag: "Renewed" } as const
const back = { _tag: "Back", book: "b1" } as const
const words = (text: string) => new Private.Words({ class: "P0", subject: "borrower" }, text)
const told = (result: Result.Result<unknown, { readonly _tag: string; readonly message: string }>) =>
  Result.isFailure(result) ? `${result.failure._tag}: ${result.failure.message}` : result.success

describe("a refusal comes in order: who, where, why", () => {
  const renew = (state: LoanState | Machine.Start, actor: string) =>
    Machine.decide(Loan, state, { _tag: "Renew", due: "2025-10-07" }, { actor, at })

  it("a stranger hears the same words whatever the state is, also when there is none", () => {
    const heard = [Machine.Start, out, renewed, back].map((state) => JSON.stringify(renew(state, bram)))
    expect(new Set(heard).size).toBe(1)
    expect(told(renew(out, bram))).toMatchInlineSnapshot(
      `"NotAllowed: Renew on this Loan is for: Borrower. Ask one of them to do it."`
    )
  })

  it("whoever may, hears where it stands and what is possible for them", () => {
    expect([
      told(renew(renewed, femke)),
      told(Machine.decide(Pap, Machine.Start, { _tag: "Drop" }, { actor: femke, at }))
    ]).toMatchInlineSnapshot(`
      [
        "IllegalCommand: Cannot Renew: this Loan is Renewed. Possible now: LeaveNote, Return.",
        "NotAllowed: Drop on this Pap is for: Owner. Ask one of them to do it.",
      ]
    `)
    const lend = { _tag: "Lend", book: "b1", borrower: femke, due: "2025-09-30" } as const
    expect(
      told(Machine.decide(Loan, back, lend, { actor: iris, at, librarians: [iris], loans: 9 }))
    ).toMatchInlineSnapshot(`"IllegalCommand: Cannot Lend: this Loan is Back. Possible now: nothing."`)
    expect(
      told(Machine.decide(Loan, Machine.Start, { _tag: "TakeBack" }, { actor: iris, at, librarians: [iris], loans: 9 }))
    ).toMatchInlineSnapshot(`"IllegalCommand: Cannot TakeBack: this Loan does not exist yet. Possible now: Lend."`)
  })

  it("then the rule itself has its say", () => {
    const lend = (loans: number) =>
      Machine.decide(
        Loan,
        Machine.Start,
        { _tag: "Lend", book: "b1", borrower: femke, due: "2025-09-30" },
        { actor: iris, at, librarians: [iris], loans }
      )
    expect(Result.merge(lend(3))).toEqual(new TooManyLoans({ max: 3 }))
    expect(told(lend(3))).toBe("TooManyLoans: There are 3 books out already. Bring one back first.")
    expect(told(lend(2))).toEqual([lent])
  })

  it("the founder is whoever asks while there is nothing, the system is no person", () => {
    const may = (state: LoanState | Machine.Start, actor: string) => Machine.isFor(Loan, state, "Return", { actor, at })
    expect([may(out, femke), may(out, bram), may(out, Machine.system), may(Machine.Start, Machine.system)]).toEqual([
      true,
      false,
      true,
      true
    ])
    const starts = (state: Machine.State<Machine.Of<typeof Pap>> | Machine.Start, actor: string) =>
      Machine.isFor(Pap, state, "Start", { actor, at })
    const draft = { _tag: "Draft", ownerId: femke, groupId: "g", fromSession: "s1", tipRefs: [] } as const
    expect([starts(Machine.Start, bram), starts(draft, bram), starts(draft, femke)]).toEqual([true, false, true])
  })
})

describe("what happens", () => {
  it("one command may cause more than one fact; each leads on from the one before", () => {
    const step = Machine.step(
      Loan,
      renewed,
      { _tag: "TakeBack", damage: "torn" },
      { actor: iris, at, librarians: [iris], loans: 0 }
    )
    expect(told(step)).toEqual({
      events: [
        { _tag: "DamageSeen", damage: "torn" },
        { _tag: "BookReturned", damage: "torn" }
      ],
      state: { ...back, damage: "torn" }
    })
  })

  it("a state keeps only the fields it declares", () => {
    expect(
      told(Machine.replay(Loan, [lent, { _tag: "NoteLeft", note: words("mooi") }, { _tag: "BookReturned" }]))
    ).toStrictEqual(back)
  })

  it("a history may go on from a state", () => {
    expect(told(Machine.replay(Loan, [{ _tag: "LoanRenewed", due: "2025-10-07" }], out))).toStrictEqual({
      ...renewed,
      due: "2025-10-07"
    })
    expect(told(Machine.replay(Loan, []))).toBe(Machine.Start)
  })

  it("a history that contradicts the lifecycle is an error, not a shrug", () => {
    expect(Machine.replay(Loan, [lent, lent])).toEqual(
      Result.fail(new Machine.ImpossibleEvent({ machine: "Loan", state: "Out", event: "BookLent" }))
    )
    expect(told(Machine.evolve(Loan, Machine.Start, { _tag: "BookReturned" }))).toMatchInlineSnapshot(
      `"ImpossibleEvent: BookReturned cannot happen: this Loan is Start. The history is damaged or from another version; restore a copy."`
    )
    expect(told(Machine.evolve(Loan, out, { _tag: "BookBurnt" } as never))).toMatch(
      /^ImpossibleEvent: BookBurnt cannot happen/
    )
  })
})

describe("a rule that contradicts its own lifecycle is a bug, so it is thrown", () => {
  const answering = (clause: string, answer: unknown) =>
    Machine.make(LoanLifecycle, { ...rules, decide: { ...rules.decide, [clause]: () => answer } })
  const librarian = { actor: iris, at, librarians: [iris], loans: 0 }
  const takeBack = (answer: unknown) => () =>
    Machine.decide(answering("TakeBack", answer), out, { _tag: "TakeBack" }, librarian)

  it("a fact the command does not declare", () => {
    expect(takeBack({ _tag: "LoanRenewed", due: "2025-10-07" })).toThrow(Machine.BrokenRule)
    expect(takeBack({ _tag: "LoanRenewed", due: "2025-10-07" })).toThrowErrorMatchingInlineSnapshot(
      `[BrokenRule: Loan.decide.TakeBack answers LoanRenewed, which TakeBack does not declare.]`
    )
    expect(takeBack([{ _tag: "DamageSeen", damage: "torn" }, lent])).toThrow(
      "Loan.decide.TakeBack answers BookLent, which TakeBack does not declare."
    )
    const renew = () =>
      Machine.decide(answering("Renew", lent), out, { _tag: "Renew", due: "2025-10-07" }, { actor: femke, at })
    expect(renew).toThrow("Loan.decide.Renew answers BookLent, which Renew does not declare.")
  })

  it("a fact that cannot follow the one before", () => {
    expect(
      takeBack([{ _tag: "BookReturned" }, { _tag: "DamageSeen", damage: "torn" }])
    ).toThrowErrorMatchingInlineSnapshot(
      `[BrokenRule: Loan.decide.TakeBack answers DamageSeen, which cannot happen in Back.]`
    )
  })

  it("a fact that cannot happen in the state it is in", () => {
    // Legal from Out and Renewed together, so the menu alone does not stop it.
    const lifecycle = Machine.lifecycle("Door", {
      states: { Shut: {}, Open: {} },
      events: {
        DoorHung: { from: ["Start"], to: "Shut" },
        DoorOpened: { from: ["Shut"], to: "Open" },
        DoorShut: { from: ["Open"], to: "Shut" }
      },
      commands: {
        Hang: { by: ["Founder"], emits: ["DoorHung"] },
        Push: { by: ["System"], emits: ["DoorOpened", "DoorShut"] }
      }
    })
    const door = Machine.make(lifecycle, {
      decide: { Hang: () => ({ _tag: "DoorHung" }), Push: () => ({ _tag: "DoorOpened" }) },
      evolve: { DoorHung: () => ({}), DoorOpened: () => ({}), DoorShut: () => ({}) }
    })
    const push = (tag: "Shut" | "Open") => () =>
      Machine.decide(door, { _tag: tag }, { _tag: "Push" }, { actor: Machine.system, at })
    expect(Result.isSuccess(push("Shut")())).toBe(true)
    expect(push("Open")).toThrow("Door.decide.Push answers DoorOpened, which cannot happen in Open.")
  })

  it("a refusal the command does not declare", () => {
    expect(takeBack(new Machine.NeedsInput({ fields: [] }))).toThrowErrorMatchingInlineSnapshot(
      `[BrokenRule: Loan.decide.TakeBack answers NeedsInput, which TakeBack does not declare.]`
    )
  })
})

describe("commands come in through one door", () => {
  const read = (input: unknown) => told(Machine.commandFrom(Loan, input))
  const problems = (input: unknown) => {
    const result = Machine.commandFrom(Loan, input)
    return Result.isFailure(result) ? result.failure.problems : result.success
  }

  it("JSON becomes a command; text becomes private words", () => {
    expect(read({ _tag: "LeaveNote", note: "mooi boek" })).toEqual({ _tag: "LeaveNote", note: words("mooi boek") })
    expect(read({ _tag: "Return" })).toEqual({ _tag: "Return" })
    expect(read({ _tag: "TakeBack" })).toEqual({ _tag: "TakeBack" })
  })

  it("all that is wrong is told at once, each with its path", () => {
    expect(problems({ _tag: "Lend", book: "", due: "2025-02-30" })).toMatchInlineSnapshot(`
      [
        {
          "path": "book",
          "problem": "should be a value with a length of at least 1",
        },
        {
          "path": "borrower",
          "problem": "is missing",
        },
        {
          "path": "due",
          "problem": "should be a day that exists",
        },
      ]
    `)
    expect(read({ _tag: "Lend", book: "", due: "2025-02-30" })).toMatchInlineSnapshot(
      `"InvalidCommand: This is not a command of Loan: book should be a value with a length of at least 1; borrower is missing; due should be a day that exists. Mend these and send it again."`
    )
    expect(
      Machine.commandFrom(Pap, {
        _tag: "StartNext",
        ownerId: "o",
        groupId: "g",
        fromSession: "s",
        tipRefs: ["t1", 2, ""],
        earlier: { sign: 3 }
      })
    ).toMatchObject({
      failure: {
        problems: [
          { path: "tipRefs.1" },
          { path: "tipRefs.2" },
          { path: "earlier.situation" },
          { path: "earlier.newBehaviour" },
          { path: "earlier.sign" }
        ]
      }
    })
  })

  it("a field the command does not know is a problem, not ignored", () => {
    expect(problems({ _tag: "TakeBack", damagee: "torn" })).toMatchInlineSnapshot(`
      [
        {
          "path": "damagee",
          "problem": "is not a field of this",
        },
      ]
    `)
  })

  it("words that are too long are turned away at the door", () => {
    const tag = (length: number) => Machine.commandFrom(Loan, { _tag: "LeaveNote", note: "x".repeat(length) })._tag
    expect([tag(20), tag(21)]).toEqual(["Success", "Failure"])
  })

  it("whatever is no command of this machine is told what is", () => {
    expect(problems({ _tag: "Burn" })).toEqual([
      { path: "_tag", problem: "is not one of Lend, Renew, LeaveNote, Return, TakeBack" }
    ])
    expect(
      [null, undefined, 7, "Lend", [], {}, { _tag: 3 }, { _tag: "toString" }, { _tag: "__proto__" }].map(
        (input) => Machine.commandFrom(Loan, input)._tag
      )
    ).toEqual(Array(9).fill("Failure"))
  })

  it("a reference to sealed words is refused: only a store writes those", () => {
    const { note } = Schema.encodeUnknownSync(Loan.Command.cases.LeaveNote)({
      _tag: "LeaveNote",
      note: new Private.Words(
        { class: "P0", subject: "borrower" },
        { class: "P0", subject: bram, fact: 1, part: 0, empty: false }
      )
    }) as { readonly note: string }
    expect(note.length).toBeLessThanOrEqual(20)
    expect(read({ _tag: "LeaveNote", note })).toMatchInlineSnapshot(
      `"InvalidCommand: This is not a command of Loan: it holds a reference to sealed words, which only a store may write. Mend these and send it again."`
    )
  })
})

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
