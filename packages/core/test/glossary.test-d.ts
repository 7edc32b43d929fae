/** What the compiler promises about words. */
// Here the compiler is who asserts.
/* oxlint-disable vitest/expect-expect */
import { Schema } from "effect"
import { expectTypeOf, test } from "vitest"
import type { domain } from "../src/Domain.ts"
import type { AnyGlossary, Glossary, MachineWords } from "../src/Glossary.ts"
import * as Machine from "../src/Machine.ts"
import * as Private from "../src/Private.ts"
import { refusal } from "../src/Refusal.ts"

class TooLate extends refusal("TooLate", ({ hour }) => `It is ${hour} already. Come tomorrow.`, { hour: Schema.Int }) {}
const Bag = Schema.Struct({ colour: Schema.Literals(["Red", "Blue"]), weight: Schema.Int })
const Library = Machine.lifecycle("Library", {
  roles: { Reader: "reader" },
  states: { Open: { reader: Schema.String, bags: Schema.Array(Bag) }, Closed: {} },
  events: {
    Opened: { from: ["Start"], to: "Open", payload: { reader: Schema.String } },
    Shut: { from: ["Open"], to: "Closed", payload: { why: Schema.NullOr(Schema.Literals(["Holiday", "Night"])) } }
  },
  commands: {
    OpenIt: { by: ["Founder"], emits: ["Opened"] },
    Shut: {
      by: ["Reader"],
      emits: ["Shut"],
      refuses: [TooLate],
      payload: {
        words: Private.text({ class: "P0", max: 20, subject: "actor" }),
        among: Schema.Record(Schema.String, Schema.Struct({ size: Schema.optionalKey(Schema.Literals(["Small"])) }))
      }
    }
  }
})
type W = MachineWords<Machine.Of<typeof Library>>

test("every field has a word, also those inside others, but for the keys of a record and the inside of private words", () => {
  expectTypeOf<keyof W["fields"]>().toEqualTypeOf<"reader" | "bags" | "colour" | "weight" | "why" | "words" | "among" | "size">()
})

test("every choice has a word, under the field for which it is one", () => {
  expectTypeOf<W["choices"]>().toEqualTypeOf<{
    readonly colour: { readonly Red: string; readonly Blue: string }
    readonly why: { readonly Holiday: string; readonly Night: string }
    readonly size: { readonly Small: string }
  }>()
})

test("every state, command, event, role and refusal has its words", () => {
  expectTypeOf<keyof W["states"]>().toEqualTypeOf<"Open" | "Closed">()
  expectTypeOf<keyof W["commands"]>().toEqualTypeOf<"OpenIt" | "Shut">()
  expectTypeOf<keyof W["help"]>().toEqualTypeOf<"OpenIt" | "Shut">()
  expectTypeOf<keyof W["events"]>().toEqualTypeOf<"Opened" | "Shut">()
  expectTypeOf<keyof W["roles"]>().toEqualTypeOf<"Reader">()
  expectTypeOf<W["refusals"]>().toEqualTypeOf<{
    readonly TooLate: string | ((refusal: TooLate, machine?: string) => string)
  }>()
})

test("every machine of the registry has words, and every card", () => {
  expectTypeOf<keyof Glossary["machines"]>().toEqualTypeOf<keyof typeof domain>()
  expectTypeOf<keyof Glossary["cards"]>().toEqualTypeOf<"Confidant" | "TryYourPlan" | "LookBackSoon" | "GiveRecognition" | "KeepQuadrant" | "TryAnotherMethod">()
})

test("the words of the domain cannot leave one out", () => {
  type Plan = Glossary["machines"]["Pap"]
  expectTypeOf<"situation" | "dueSession">().toExtend<keyof Plan["fields"]>()
  expectTypeOf<keyof Plan["choices"]["outcome"]>().toEqualTypeOf<"DoneWorked" | "DoneDifferently" | "TriedNotWorked" | "NotTried">()
})

test("a machine of your own has its words beside those of the domain", () => {
  expectTypeOf<Glossary>().toExtend<AnyGlossary>()
  expectTypeOf<W>().toExtend<NonNullable<AnyGlossary["machines"][string]>>()
})
