/** What the kernel itself refuses, in the order in which it does; and what is wrong with a rule. */
import { Schema } from "effect"
import { refusal } from "../Refusal.ts"

/** The command is for others. Says nothing about the state, not even whether there is one. */
export class NotAllowed extends refusal(
  "NotAllowed",
  ({ by, command, machine }) => `${command} on this ${machine} is for: ${by.join(", ")}. Ask one of them to do it.`,
  { machine: Schema.String, command: Schema.String, by: Schema.Array(Schema.String) }
) {}

/** The command exists, but not from here. Says what this actor can do instead. */
export class IllegalCommand extends refusal(
  "IllegalCommand",
  ({ command, machine, possible, state }) =>
    `Cannot ${command}: this ${machine} ${state === "Start" ? "does not exist yet" : `is ${state}`}. ` +
    `Possible now: ${possible.join(", ") || "nothing"}.`,
  { machine: Schema.String, state: Schema.String, command: Schema.String, possible: Schema.Array(Schema.String) }
) {}

/** The history contradicts the lifecycle: an event cannot follow the state before it. */
export class ImpossibleEvent extends refusal(
  "ImpossibleEvent",
  ({ event, machine, state }) =>
    `${event} cannot happen: this ${machine} is ${state}. The history is damaged or from another version; restore a copy.`,
  { machine: Schema.String, state: Schema.String, event: Schema.String }
) {}

/** A rule contradicts its own lifecycle. This is a bug in the machine, so it is thrown. */
export class BrokenRule extends Error {
  override readonly name = "BrokenRule"
}
