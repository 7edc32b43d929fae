/** A small machine to try the kernel on: a book that is lent, with a note in it that is the borrower's own. */
import { Schema } from "effect"
import * as Machine from "../src/Machine.ts"
import * as Private from "../src/Private.ts"
import { refusal } from "../src/Refusal.ts"
import * as Upcast from "../src/Upcast.ts"
import { Day, Id, maybe, Minutes, People, Person } from "../src/Vocabulary.ts"

const Note = Private.text({ class: "P0", max: 20, subject: "borrower" })

export class TooManyLoans extends refusal(
  "TooManyLoans",
  ({ max }) => `There are ${max} books out already. Bring one back first.`,
  { max: Minutes }
) {}
export class RenewedBefore extends refusal(
  "RenewedBefore",
  "A loan is renewed once, and this one was. Bring the book back."
) {}

const loan = { book: Id, borrower: Person, due: Day, notes: Schema.Array(Note) }

export const LoanLifecycle = Machine.lifecycle("Loan", {
  roles: { Borrower: "borrower", Librarian: "librarians" },
  needs: { librarians: People, loans: Minutes },
  foundBy: ["borrower"],
  seenBy: { Borrower: ["Facts", "P0"], Librarian: ["Facts"] },
  states: { Out: loan, Renewed: loan, Back: { book: Id, damage: maybe(Schema.String) } },
  events: {
    BookLent: { from: ["Start"], to: "Out", payload: { book: Id, borrower: Person, due: Day } },
    LoanRenewed: { from: ["Out"], to: "Renewed", payload: { due: Day } },
    NoteLeft: { from: ["Out", "Renewed"], to: "Same", payload: { note: Note } },
    DamageSeen: { from: ["Out", "Renewed"], to: "Same", payload: { damage: Schema.String } },
    BookReturned: { from: ["Out", "Renewed"], to: "Back", payload: { damage: maybe(Schema.String) } }
  },
  commands: {
    Lend: {
      by: ["Librarian"],
      emits: ["BookLent"],
      needs: ["loans"],
      refuses: [TooManyLoans],
      payload: { book: Id, borrower: Person, due: Day }
    },
    Renew: { by: ["Borrower"], emits: ["LoanRenewed"], refuses: [RenewedBefore], payload: { due: Day } },
    LeaveNote: { by: ["Borrower"], emits: ["NoteLeft"], payload: { note: Note } },
    Return: { by: ["Borrower", "System"], emits: ["BookReturned"] },
    TakeBack: {
      by: ["Librarian"],
      emits: ["DamageSeen", "BookReturned"],
      needs: ["loans"],
      refuses: [TooManyLoans],
      payload: { damage: maybe(Schema.String) }
    }
  }
})

export const Loan = Machine.make(LoanLifecycle, {
  decide: {
    Lend: (_, loan, { loans }) => (loans >= 3 ? new TooManyLoans({ max: 3 }) : { ...loan, _tag: "BookLent" }),
    Renew: (_, { due }) => ({ _tag: "LoanRenewed", due }),
    LeaveNote: (_, { note }) => ({ _tag: "NoteLeft", note }),
    Return: () => ({ _tag: "BookReturned" }),
    TakeBack: (_, { damage }) =>
      damage === undefined
        ? { _tag: "BookReturned" }
        : [
            { _tag: "DamageSeen", damage },
            { _tag: "BookReturned", damage }
          ]
  },
  evolve: {
    BookLent: (_, loan) => ({ ...loan, notes: [] }),
    LoanRenewed: (loan, { due }) => ({ ...loan, due }),
    NoteLeft: (loan, { note }) => ({ ...loan, notes: [...loan.notes, note] }),
    DamageSeen: (loan) => loan,
    BookReturned: (loan, returned) => ({ ...loan, ...returned })
  },
  upcasts: Upcast.table(LoanLifecycle)({
    // A book was once lent for a number of weeks.
    BookLent: {
      was: { book: Id, borrower: Person, weeks: Minutes },
      is: ({ book, borrower }) => ({ _tag: "BookLent", book, borrower, due: "2025-10-01" })
    },
    BookLost: { was: { by: Person }, is: ({ by }) => ({ _tag: "BookReturned", damage: `lost by ${by}` }) }
  })
})

export type LoanState = Machine.State<Machine.Of<typeof Loan>>
export const [femke, bram, iris] = ["p-femke", "p-bram", "p-iris"] as const
export const at = 29_290_530
export const lent = { _tag: "BookLent", book: "b1", borrower: femke, due: "2025-09-30" } as const
export const out = { _tag: "Out", book: "b1", borrower: femke, due: "2025-09-30", notes: [] } as const satisfies LoanState
export const renewed = { ...out, _tag: "Renewed" } as const
export const back = { _tag: "Back", book: "b1" } as const
