/** What the compiler promises. Each `@ts-expect-error` says what it expects to hear. */
// Here the compiler is who asserts.
/* oxlint-disable vitest/expect-expect */
import { type Effect, type Result, Schema } from "effect"
import { expectTypeOf, test } from "vitest"
import { answers, type Elsewhere } from "../src/Elsewhere.ts"
import * as Machine from "../src/Machine.ts"
import {
  type BuddyIsOwner,
  type NoNextSession,
  type NotInPapReview,
  type NotInThisGroup,
  Pap,
  type PapAlreadyOpen,
  type PapDueAfterNextSession,
  PapLifecycle,
  type PapStepLongOver,
  type PapStepNotReached,
  type PapWithoutBehaviour,
  type PapWithoutSign,
  type PapWithoutSituation
} from "../src/Pap.ts"
import * as Private from "../src/Private.ts"
import * as Process from "../src/Process.ts"
import { refusal } from "../src/Refusal.ts"
import * as Upcast from "../src/Upcast.ts"
import { Loan, LoanLifecycle, RenewedBefore } from "./loan.ts"

type L = Machine.Of<typeof Pap>
const { rules } = Pap
const asked = { actor: "p", at: 0 }
const Start = Machine.Start

test("a clause sees only the states its command is legal in", () => {
  type Sees<C extends keyof Machine.Decide<L>> = Parameters<Machine.Decide<L>[C]>[0]["_tag"]
  expectTypeOf<Sees<"Start">>().toEqualTypeOf<"Start">()
  expectTypeOf<Sees<"Review">>().toEqualTypeOf<"Reported">()
  expectTypeOf<Sees<"Report">>().toEqualTypeOf<"Committed" | "Trying">()
  type Enters<E extends keyof Machine.Evolve<L>> = Parameters<Machine.Evolve<L>[E]>[0]["_tag"]
  expectTypeOf<Enters<"PapCarriedOver">>().toEqualTypeOf<"Committed" | "Trying" | "Reported">()
})

test("the menu is typed by the state", () => {
  expectTypeOf<Machine.CommandsFrom<L, "Draft">>().toEqualTypeOf<"Commit" | "Forget">()
  expectTypeOf<Machine.CommandsFrom<L, "Closed">>().toEqualTypeOf<"Forget">()
  expectTypeOf<Machine.CommandsFrom<L, "Forgotten">>().toEqualTypeOf<never>()
  expectTypeOf(Machine.commandsFrom(Pap, Start)).toEqualTypeOf<ReadonlyArray<"Start" | "StartNext">>()
})

test("what can go wrong is spelled out, per command, and nothing else", () => {
  type Refusal<C extends Machine.Tag<L["commands"]>> = Machine.RefusalOf<L, C>
  expectTypeOf<Refusal<"Start">>().toEqualTypeOf<
    NotInThisGroup | PapAlreadyOpen | PapStepNotReached | PapStepLongOver
  >()
  expectTypeOf<Refusal<"StartNext">>().toEqualTypeOf<never>()
  expectTypeOf<Refusal<"Commit">>().toEqualTypeOf<
    PapWithoutBehaviour | PapWithoutSituation | PapWithoutSign | NoNextSession | PapDueAfterNextSession
  >()
  expectTypeOf<Refusal<"AskBuddy">>().toEqualTypeOf<BuddyIsOwner | NotInThisGroup>()
  expectTypeOf<Refusal<"Drop">>().toEqualTypeOf<never>()
  type Wrong<F extends (...args: never) => unknown> = ReturnType<F> extends Result.Result<infer _, infer E> ? E : "?"
  const review = () => Machine.decide(Pap, Start, { _tag: "Review" }, { ...asked, papReviewOpen: true })
  const tried = () => Machine.step(Pap, Start, { _tag: "MarkTried" }, asked)
  expectTypeOf<Wrong<typeof review>>().toEqualTypeOf<Machine.NotAllowed | Machine.IllegalCommand | NotInPapReview>()
  expectTypeOf<Wrong<typeof tried>>().toEqualTypeOf<Machine.NotAllowed | Machine.IllegalCommand>()
  expectTypeOf<Machine.Refusals<Machine.Of<typeof Loan>>["_tag"]>().toEqualTypeOf<"TooManyLoans" | "RenewedBefore">()
})

test("what can happen is spelled out too", () => {
  type Happens<F extends (...args: never) => unknown> = ReturnType<F> extends Result.Result<infer A, infer _> ? A : "?"
  const review = () => Machine.decide(Pap, Start, { _tag: "Review" }, { ...asked, papReviewOpen: true })
  expectTypeOf<Happens<typeof review>>().toEqualTypeOf<Machine.NonEmpty<{ readonly _tag: "PapReviewed"; readonly at?: number }>>()
  const possible = () => Machine.possible(Loan, Start, { ...asked, librarians: [], loans: 0 })
  expectTypeOf<ReturnType<typeof possible>["Renew"]>().toEqualTypeOf<
    | Machine.NonEmpty<{ readonly _tag: "LoanRenewed"; readonly due: string }>
    | Machine.NotAllowed
    | Machine.IllegalCommand
    | Machine.NeedsInput
    | RenewedBefore
  >()
})

test("a command is given what it needs, and nothing else", () => {
  Machine.decide(Pap, Start, { _tag: "MarkTried" }, asked)
  // @ts-expect-error Property 'papReviewOpen' is missing
  Machine.decide(Pap, Start, { _tag: "Review" }, asked)
  // @ts-expect-error number is not a boolean
  Machine.decide(Pap, Start, { _tag: "Review" }, { ...asked, papReviewOpen: 1 })
  // @ts-expect-error 'papReviewOpen' is not what MarkTried needs
  Machine.decide(Pap, Start, { _tag: "MarkTried" }, { actor: "p", at: 0, papReviewOpen: true })
  // @ts-expect-error Property 'at' is missing: a rule has no clock
  Machine.decide(Pap, Start, { _tag: "MarkTried" }, { actor: "p" })
  // @ts-expect-error "Grade" is not a command
  Machine.decide(Pap, Start, { _tag: "Grade" }, asked)
  // @ts-expect-error Property 'next' is missing
  Machine.decide(Pap, Start, { _tag: "Continue" }, asked)
})

test("a role that is read from a need makes that need required", () => {
  // @ts-expect-error Property 'librarians' is missing: it says who is a Librarian
  Machine.decide(Loan, Start, { _tag: "TakeBack" }, { ...asked, loans: 0 })
  Machine.decide(Loan, Start, { _tag: "TakeBack" }, { ...asked, loans: 0, librarians: [] })
})

test("a clause cannot reach for a fact its command does not declare", () => {
  Machine.make(PapLifecycle, {
    ...rules,
    // @ts-expect-error Property 'papReviewOpen' does not exist on the context of MarkTried
    decide: { ...rules.decide, MarkTried: (_, __, { papReviewOpen }) => papReviewOpen && { _tag: "PapTried" } }
  })
  Machine.make(LoanLifecycle, {
    ...Loan.rules,
    // @ts-expect-error Property 'shelf' does not exist: evolve knows no needs, only the state and the fact
    evolve: { ...Loan.rules.evolve, LoanRenewed: (loan, { due, shelf }) => ({ ...loan, due, book: shelf }) }
  })
})

test("every event has an evolve clause, every command a decide clause, and there are no others", () => {
  const { PapDropped: _, ...evolve } = rules.evolve
  // @ts-expect-error Property 'PapDropped' is missing
  Machine.make(PapLifecycle, { decide: rules.decide, evolve })
  const { Drop: __, ...decide } = rules.decide
  // @ts-expect-error Property 'Drop' is missing
  Machine.make(PapLifecycle, { decide, evolve: rules.evolve })
  // @ts-expect-error 'Grade' does not exist: it is no command
  Machine.make(PapLifecycle, { decide: { ...rules.decide, Grade: () => ({ _tag: "PapTried" }) }, evolve: rules.evolve })
})

test("a clause answers only with declared facts and declared refusals", () => {
  // @ts-expect-error "PapTried" is not emitted by Drop
  Machine.make(PapLifecycle, { ...rules, decide: { ...rules.decide, Drop: () => ({ _tag: "PapTried" }) } })
  // @ts-expect-error Error is not a declared refusal
  Machine.make(PapLifecycle, { ...rules, decide: { ...rules.decide, Drop: () => new Error("no") } })
  // @ts-expect-error RenewedBefore is not a refusal that Drop declares
  Machine.make(PapLifecycle, { ...rules, decide: { ...rules.decide, Drop: () => new RenewedBefore() } })
  // @ts-expect-error there must be at least one fact
  Machine.make(PapLifecycle, { ...rules, decide: { ...rules.decide, Drop: () => [] } })
  // @ts-expect-error a rule answers at once: a promise is no fact
  Machine.make(PapLifecycle, { ...rules, decide: { ...rules.decide, Drop: async () => ({ _tag: "PapDropped" }) } })
})

test("an evolve clause fills in the state it enters", () => {
  // @ts-expect-error Property 'next' is missing
  Machine.make(PapLifecycle, { ...rules, evolve: { ...rules.evolve, PapContinued: (pap) => pap } })
})

test("a lifecycle names only roles, needs, states, events and fields it declares", () => {
  const states = { Open: { keeper: Schema.String } }
  const events = { Opened: { from: ["Start"], to: "Open" } } as const
  const roles = { Keeper: "keeper" } as const
  Machine.lifecycle("Door", {
    roles,
    states,
    events,
    foundBy: ["keeper"],
    seenBy: { Keeper: ["Facts", "P0"] },
    commands: { Open: { by: ["Keeper"], emits: ["Opened"] } }
  })
  // @ts-expect-error "Ajar" is not a state
  Machine.lifecycle("Door", { states, events: { Opened: { from: ["Start"], to: "Ajar" } }, commands: {} })
  // @ts-expect-error "Ajar" is not a state to leave from
  Machine.lifecycle("Door", { states, events: { Opened: { from: ["Ajar"], to: "Open" } }, commands: {} })
  // @ts-expect-error "Shut" is not an event
  Machine.lifecycle("Door", { states, events, commands: { Close: { by: ["Founder"], emits: ["Shut"] } } })
  // @ts-expect-error "Owner" is not a role
  Machine.lifecycle("Door", { states, events, commands: { Open: { by: ["Owner"], emits: ["Opened"] } } })
  // @ts-expect-error who may do it is not optional
  Machine.lifecycle("Door", { states, events, commands: { Open: { emits: ["Opened"] } } })
  // @ts-expect-error "owner" is neither a field of a state nor a need
  Machine.lifecycle("Door", { roles: { Owner: "owner" }, states, events, commands: {} })
  Machine.lifecycle("Door", {
    states,
    events,
    // @ts-expect-error "weather" is not a need
    commands: { Open: { by: ["Founder"], emits: ["Opened"], needs: ["weather"] } }
  })
  // @ts-expect-error "Start" is reserved
  Machine.lifecycle("Door", { states: { Start: { a: Schema.String } }, events: {}, commands: {} })
  // @ts-expect-error "System" is reserved: it is no person
  Machine.lifecycle("Door", { roles: { System: "keeper" }, states, events, commands: {} })
  // @ts-expect-error "actor" is reserved: who asks is no need
  Machine.lifecycle("Door", { needs: { actor: Schema.String }, states, events, commands: {} })
  // @ts-expect-error "colour" is not a field of a state
  Machine.lifecycle("Door", { roles, states, events, foundBy: ["colour"], commands: {} })
  // @ts-expect-error "Visitor" is not a role
  Machine.lifecycle("Door", { roles, states, events, seenBy: { Visitor: ["Facts"] }, commands: {} })
  // @ts-expect-error "P9" is not a data class
  Machine.lifecycle("Door", { roles, states, events, seenBy: { Keeper: ["P9"] }, commands: {} })
  Machine.lifecycle("Door", {
    roles,
    states,
    events,
    // @ts-expect-error a reason is a class of refusal, not a sentence
    commands: { Open: { by: ["Keeper"], emits: ["Opened"], refuses: ["It is locked."] } }
  })
})

test("a refusal is made with the facts it declares", () => {
  class Full extends refusal("Full", ({ max }) => `There are ${max}. Wait.`, { max: Schema.Int }) {}
  expectTypeOf(new Full({ max: 3 }).max).toEqualTypeOf<number>()
  expectTypeOf(new Full({ max: 3 })._tag).toEqualTypeOf<"Full">()
  // @ts-expect-error an argument is missing: how many?
  void new Full()
  // @ts-expect-error string is not a number
  void new Full({ max: "three" })
  // @ts-expect-error 'min' is not declared, so the sentence cannot name it
  void refusal("Empty", ({ min }) => `There are fewer than ${min}. Invite someone.`, { max: Schema.Int })
})

test("a rule cannot read private words, and a class does not change by copying", () => {
  const words = new Private.Words({ class: "P1", subject: "actor" }, "hush")
  expectTypeOf(words.isEmpty).toEqualTypeOf<boolean>()
  // @ts-expect-error words are not a string
  words.includes("h")
  // @ts-expect-error words have no length to tell anything by
  void words.length
  // @ts-expect-error P1 words do not go into a P0 field
  const own: Private.Words<"P0"> = words
  void own
  Machine.make(PapLifecycle, {
    ...rules,
    decide: {
      ...rules.decide,
      Commit: (_, plan, { nextSession: dueSession }) =>
        // @ts-expect-error Property 'startsWith' does not exist: a rule may ask whether there are words, not what they say
        plan.sign.startsWith("x")
          ? { ...plan, _tag: "PapCommitted", dueSession: dueSession! }
          : rules.decide.Commit(_, plan, { ...asked, nextSession: dueSession })
    }
  })
  Machine.make(LoanLifecycle, {
    ...Loan.rules,
    // @ts-expect-error private words are not a string: they do not become a fact in the open
    decide: { ...Loan.rules.decide, LeaveNote: (_, { note }) => ({ _tag: "NoteLeft", note: String(note) }) }
  })
})

test("a reaction is typed by the fact, the state it led to, and the machine it asks", () => {
  Process.on("r", Pap, "PapCommitted", [Process.sends(Pap, "CarryOver")], (event, { state }) => {
    expectTypeOf(event.firstOccasion).toEqualTypeOf<string>()
    expectTypeOf(state._tag).toEqualTypeOf<"Committed">()
    return [Process.command(Pap, "1", { _tag: "CarryOver" })]
  })
  Process.on("r", Pap, "PapCarriedOver", [], (_, { state }) => {
    expectTypeOf(state._tag).toEqualTypeOf<"Committed" | "Trying" | "Reported">()
    return []
  })
  // @ts-expect-error "PapCelebrated" is not an event
  Process.on("r", Pap, "PapCelebrated", [], () => [])
  // @ts-expect-error "Purge" is not a command that a rule can send to Pap
  Process.sends(Pap, "Purge")
  // @ts-expect-error "Purge" is not a command of Pap
  Process.command(Pap, "1", { _tag: "Purge" })
  // @ts-expect-error "Cheer" is not a card that a process can show
  Process.card("p", "Cheer")
})

test("an old fact becomes an event of today, in full", () => {
  Upcast.table(PapLifecycle)({
    // @ts-expect-error 'learned' is missing
    PapSucceeded: { was: { on: Schema.String }, is: () => ({ _tag: "PapReported", outcome: "DoneWorked" }) }
  })
  Upcast.table(LoanLifecycle)({
    BookLost: { was: { by: Schema.String }, is: ({ by }) => ({ _tag: "BookReturned", damage: by }) },
    // @ts-expect-error Property 'on' does not exist: the old fact did not have it
    BookBurnt: { was: { by: Schema.String }, is: ({ on }) => ({ _tag: "BookReturned", damage: on }) }
  })
})

test("every need has its answer, and there are no others", () => {
  type Answer<A> = () => Effect.Effect<A, never, Elsewhere>
  const librarians: Answer<ReadonlyArray<string>> = () => null!
  const loans: Answer<number> = () => null!
  const many: Answer<string> = () => null!
  expectTypeOf(answers(LoanLifecycle, { librarians, loans }).loans).returns.toEqualTypeOf<
    Effect.Effect<number, never, Elsewhere>
  >()
  // @ts-expect-error Property 'loans' is missing
  answers(LoanLifecycle, { librarians })
  // @ts-expect-error string is not a number
  answers(LoanLifecycle, { librarians, loans: many })
  // @ts-expect-error 'weather' is not a need of a loan
  answers(LoanLifecycle, { librarians, loans, weather: loans })
})

test("tables are complete by type", () => {
  const labels: Machine.Each<L, "roles", string> = { Owner: "Eigenaar", AskedBuddy: "Gevraagd maatje" }
  expectTypeOf(labels).toEqualTypeOf<{ readonly Owner: string; readonly AskedBuddy: string }>()
  // @ts-expect-error Property 'AskedBuddy' is missing
  const partial: Machine.Each<L, "roles", string> = { Owner: "Eigenaar" }
  void partial
})
