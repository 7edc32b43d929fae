import { Result } from "effect"
import { describe, expect, it } from "vitest"
import * as Machine from "../src/Machine.ts"
import { Pap } from "../src/Pap.ts"
import * as Private from "../src/Private.ts"
import { at, back, bram, femke, iris, lent, Loan, LoanLifecycle, type LoanState, out, renewed, TooManyLoans } from "./loan.ts"

const { rules } = Loan
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
