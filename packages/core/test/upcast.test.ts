import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import * as Machine from "../src/Machine.ts"
import { Pap } from "../src/Pap.ts"
import * as Upcast from "../src/Upcast.ts"
import { Loan, LoanLifecycle } from "./loan.ts"

const read = Schema.decodeUnknownResult(Upcast.reading(Loan))
const write = Schema.encodeUnknownSync(Upcast.reading(Loan))
const value = (input: unknown) => Result.getOrThrow(read(input))

describe("facts are stored for years", () => {
  it("today's facts are read as they are, and come back the same", () => {
    const facts = [
      { _tag: "BookLent", book: "b1", borrower: "p-femke", due: "2025-09-30" },
      { _tag: "NoteLeft", note: "mooi boek" },
      { _tag: "BookReturned" },
      { _tag: "BookReturned", damage: "torn" }
    ]
    expect(facts.map((fact) => write(value(JSON.parse(JSON.stringify(fact)))))).toEqual(facts)
  })

  it("a fact in an older shape means what its row says", () => {
    expect(value({ _tag: "BookLent", book: "b1", borrower: "p-femke", weeks: 3 })).toEqual({
      _tag: "BookLent",
      book: "b1",
      borrower: "p-femke",
      due: "2025-10-01"
    })
  })

  it("a fact under an older name too, and is never written as such again", () => {
    const today = value({ _tag: "BookLost", by: "p-femke" })
    expect(today).toEqual({ _tag: "BookReturned", damage: "lost by p-femke" })
    expect(write(today)).toEqual({ _tag: "BookReturned", damage: "lost by p-femke" })
  })

  it("today's shape goes first: what fits both is a fact of today", () => {
    const both = { _tag: "BookLent", book: "b1", borrower: "p-femke", due: "2025-09-30", weeks: 3 }
    expect(value(both)).toEqual({ _tag: "BookLent", book: "b1", borrower: "p-femke", due: "2025-09-30" })
  })

  it("a fact nobody ever declared, or half an old one, is an error, not a shrug", () => {
    expect(
      [
        read({ _tag: "BookGraded", mark: 7 }),
        read({ _tag: "BookLost" }),
        read({ _tag: "BookLent", weeks: 3 }),
        read(null),
        read({})
      ].map(({ _tag }) => _tag)
    ).toEqual(Array(5).fill("Failure"))
  })

  it("a machine without a past reads today's facts only", () => {
    const { upcasts: _, ...rules } = Loan.rules
    const young = Schema.decodeUnknownResult(Upcast.reading(Machine.make(LoanLifecycle, rules)))
    expect([young({ _tag: "BookReturned" })._tag, young({ _tag: "BookLost", by: "p-femke" })._tag]).toEqual([
      "Success",
      "Failure"
    ])
  })
})

it("plans from before there was a sign still replay", () => {
  const old: unknown = [
    { _tag: "PapStarted", ownerId: "p-femke", groupId: "g", fromSession: "s1", tipRefs: [] },
    {
      _tag: "PapCommitted",
      situation: "rekenles",
      newBehaviour: "bij de deur",
      firstOccasion: "2025-09-11",
      dueSession: "s2",
      dueOn: "2025-10-07"
    },
    { _tag: "PapSucceeded", learned: "rust" }
  ]
  const history = Schema.decodeUnknownSync(Schema.Array(Upcast.reading(Pap)))(old)
  expect(history.map(({ _tag }) => _tag)).toEqual(["PapStarted", "PapCommitted", "PapReported"])
  expect(Result.getOrThrow(Machine.replay(Pap, history))).toMatchObject({
    _tag: "Reported",
    outcome: "DoneWorked",
    dueSession: { id: "s2", on: "2025-10-07" },
    sign: { class: "P0", isEmpty: false }
  })
})
