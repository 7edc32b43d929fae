import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { Elsewhere } from "../src/Elsewhere.ts"
import * as Machine from "../src/Machine.ts"
import { Pap } from "../src/Pap.ts"
import { type Asked, card, command, on, onKnowing, type Reaction, reactions, sends as canSend, suggestion, suggests as canSuggest, tells } from "../src/Process.ts"
import type { Settings } from "../src/Settings.ts"
import { Loan, LoanLifecycle } from "./loan.ts"

type L = Machine.Of<typeof Loan>

/** No reaction below asks for a number of the school, or for anything in a pack. */
const settings = {} as Settings
const state = { _tag: "Renewed", book: "b1", borrower: "p-femke", due: "2025-10-07", notes: [] } as const
const happened = { id: "l1", version: 7, at: 1000, state, settings }
const renewed = { _tag: "LoanRenewed", due: "2025-10-07" } as const

/** A school in which every thing there is, is this loan. */
const elsewhere = Elsewhere.of({
  one: () => Effect.succeed(state as never),
  all: () =>
    Effect.succeed([
      { id: "l1", state },
      { id: "l2", state }
    ] as never),
  read: () => Effect.undefined,
  every: () => Effect.succeed([]),
  packs: {} as never
})
const asked = (
  table: ReadonlyArray<Reaction>,
  event: Machine.Event<L> = renewed,
  change: { readonly id?: string; readonly version?: number } = {}
) =>
  Effect.runSync(
    reactions(table, Loan, event, { ...happened, ...change }).pipe(Effect.provideService(Elsewhere, elsewhere))
  )
const renewal = (react: (id: string) => ReadonlyArray<Asked>) =>
  on("R1", LoanLifecycle, "LoanRenewed", [canSend(Loan, "Return"), tells("LookBackSoon"), tells("Confidant")], (_, { id }) => react(id))

describe("a fact in one machine asks something of another", () => {
  it("to send: for the system, for whoever asked for it before, or not before its time", () => {
    const sends = renewal((id) => [
      command(Loan, id, { _tag: "Return" }),
      command(Loan, "l2", { _tag: "Return" }, { as: "p-iris", notBefore: 2000 })
    ])
    expect(asked([sends])).toEqual([
      {
        _tag: "Send",
        rule: "R1",
        machine: "Loan",
        id: "l1",
        command: { _tag: "Return" },
        as: Machine.system,
        key: "R1: Loan/l1@7 > Loan/l1 Return"
      },
      {
        _tag: "Send",
        rule: "R1",
        machine: "Loan",
        id: "l2",
        command: { _tag: "Return" },
        as: "p-iris",
        notBefore: 2000,
        key: "R1: Loan/l1@7 > Loan/l2 Return"
      }
    ])
  })

  it("to suggest to one person, who may let it lie", () => {
    const suggests = on("R2", LoanLifecycle, "LoanRenewed", [canSuggest(Pap, "MarkTried")], ({ due }, { state: { book, borrower } }) => [
      suggestion(Pap, `${book} ${due}`, borrower, { _tag: "MarkTried" })
    ])
    expect(asked([suggests])).toEqual([
      {
        _tag: "Suggest",
        rule: "R2",
        machine: "Pap",
        id: "b1 2025-10-07",
        to: "p-femke",
        command: { _tag: "MarkTried" },
        key: "R2: Loan/l1@7 > p-femke: Pap/b1 2025-10-07 MarkTried"
      }
    ])
  })

  it("or to tell one person, with nothing to do about it", () => {
    expect(asked([renewal(() => [card("p-femke", "LookBackSoon", { notBefore: 2000 })])])).toEqual([
      {
        _tag: "Tell",
        rule: "R1",
        to: "p-femke",
        card: "LookBackSoon",
        notBefore: 2000,
        key: "R1: Loan/l1@7 > p-femke/LookBackSoon"
      }
    ])
  })

  it("and nothing else than what stands beside the rule", () => {
    const other = [command(Pap, "p1", { _tag: "CarryOver" }), suggestion(Loan, "l1", "p-femke", { _tag: "Return" }), card("p-femke", "TryYourPlan")]
    for (const one of other) expect(() => asked([renewal(() => [one])])).toThrow(/does not say so/)
  })

  it("a rule may look elsewhere first", () => {
    const knows = onKnowing(
      "R3",
      LoanLifecycle,
      "LoanRenewed", [canSend(Loan, "Return")],
      (_, { state }) => Effect.flatMap(Elsewhere, ({ all }) => all(Loan, "borrower", state.borrower)),
      (_, { id, known }) =>
        known.filter((other) => other.id !== id).map((other) => command(Loan, other.id, { _tag: "Return" }))
    )
    expect(asked([knows]).map(({ key }) => key)).toEqual(["R3: Loan/l1@7 > Loan/l2 Return"])
  })
})

describe("doing it twice does it once", () => {
  const three = renewal((id) => [
    command(Loan, id, { _tag: "Return" }),
    command(Loan, "l9", { _tag: "Return" }),
    card("p-femke", "Confidant")
  ])
  const keys = (change?: { readonly id?: string; readonly version?: number }) =>
    asked([three], renewed, change).map(({ key }) => key)

  it("the same fact asks for the same under the same keys", () => {
    expect(asked([three])).toEqual(asked([three]))
    expect(new Set(keys()).size).toBe(3)
  })

  it("a later fact, or one of another thing, asks under other keys", () => {
    expect(new Set([...keys(), ...keys({ version: 8 }), ...keys({ id: "l2" })]).size).toBe(9)
  })

  it("a fact that no row is about asks for nothing; nor does one of the same name elsewhere", () => {
    expect(asked([three], { _tag: "DamageSeen", damage: "torn" })).toEqual([])
    const other = reactions([three], { ...LoanLifecycle, name: "Other" }, renewed, happened)
    expect(Effect.runSync(other.pipe(Effect.provideService(Elsewhere, elsewhere)))).toEqual([])
  })
})
