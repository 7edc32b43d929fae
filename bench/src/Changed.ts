/** A plan that is changed often: the facts of the store benchmarks as a machine reads them. */
import { Machine } from "@groeikring/core"
import { Schema } from "effect"

const Line = Schema.Struct({ key: Schema.String, value: Schema.Int })
const change = { plan: Schema.String, n: Schema.Int, note: Schema.String, lines: Schema.Array(Line) }
export const Changed = Machine.make(
  Machine.lifecycle("Plan", {
    states: { Running: { changes: Schema.Int } },
    events: {
      PlanActivated: { from: ["Start", "Running"], to: "Running", payload: change },
      PlanChanged: { from: ["Start", "Running"], to: "Running", payload: change }
    },
    commands: { Change: { by: ["Founder", "System"], emits: ["PlanChanged"], payload: change } }
  }),
  {
    decide: { Change: (_, change) => ({ ...change, _tag: "PlanChanged" }) },
    evolve: {
      PlanActivated: (plan) => ({ changes: plan._tag === "Start" ? 1 : plan.changes + 1 }),
      PlanChanged: (plan) => ({ changes: plan._tag === "Start" ? 1 : plan.changes + 1 })
    }
  }
)
