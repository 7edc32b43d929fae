/** How a command comes in: decoded, and with every problem at once. */
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import * as Machine from "../src/Machine.ts"
import { Pap } from "../src/Pap.ts"
import * as Private from "../src/Private.ts"
import { bram, Loan } from "./loan.ts"

const words = (text: string) => new Private.Words({ class: "P0", subject: "borrower" }, text)
const told = (result: Result.Result<unknown, { readonly _tag: string; readonly message: string }>) =>
  Result.isFailure(result) ? `${result.failure._tag}: ${result.failure.message}` : result.success

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
