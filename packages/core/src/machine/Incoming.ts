/** Reading what comes in: a command from outside, as JSON. */
import { Result, Schema, SchemaIssue } from "effect"
import { mapWords } from "../Private.ts"
import { refusal } from "../Refusal.ts"
import type { Lifecycle } from "./Lifecycle.ts"
import type { Command } from "./Parts.ts"
import type { Spec } from "./Spec.ts"

/** What is wrong with a command that came in, all of it at once: the path of each field, and what was expected there. */
export class InvalidCommand extends refusal(
  "InvalidCommand",
  ({ machine, problems }) =>
    `This is not a command of ${machine}: ${problems.map(({ path, problem }) => `${path || "it"} ${problem}`).join("; ")}. ` +
    "Mend these and send it again.",
  { machine: Schema.String, problems: Schema.Array(Schema.Struct({ path: Schema.String, problem: Schema.String })) }
) {}

/**
 * Reads a command from outside: JSON with a `_tag`. The only door for input, whatever the adapter.
 *
 * **Gotchas** Fields that the command does not know are a problem, not ignored: a misspelt optional field would
 * otherwise be lost without a word.
 */
export const commandFrom = <L extends Spec>(
  { Command, name, spec }: Lifecycle<L>,
  input: unknown
): Result.Result<Command<L>, InvalidCommand> => {
  const wrong = (problems: ReadonlyArray<{ readonly path: string; readonly problem: string }>) =>
    Result.fail(new InvalidCommand({ machine: name, problems }))
  const tag: unknown = typeof input === "object" && input !== null && "_tag" in input ? input._tag : undefined
  if (typeof tag !== "string" || !Object.hasOwn(spec.commands, tag)) {
    return wrong([{ path: "_tag", problem: `is not one of ${Object.keys(spec.commands).join(", ")}` }])
  }
  const codec: unknown = Schema.toCodecJson((Command.cases as Record<string, Schema.Top>)[tag]!)
  const read = Schema.decodeUnknownResult(codec as Schema.Decoder<unknown>)(input, { errors: "all", onExcessProperty: "error" })
  if (Result.isFailure(read)) return wrong(problemsOf(read.failure.issue))
  let forged = false
  mapWords(read.success, (words) => {
    forged ||= words.isSealed
    return words
  })
  return forged
    ? wrong([{ path: "", problem: "holds a reference to sealed words, which only a store may write" }])
    : Result.succeed(read.success as Command<L>)
}

const formatter = SchemaIssue.makeFormatterStandardSchemaV1()

const problemsOf = (issue: SchemaIssue.Issue) =>
  formatter(issue).issues.map(({ message, path = [] }) => ({ path: path.join("."), problem: sentence(message) }))

/** As it reads behind the name of a field: "situation is missing". */
const sentence = (message: string) =>
  message === "Missing key"
    ? "is missing"
    : message === "Expected no excess property"
      ? "is not a field of this"
      : `should be ${message.replace(/^Expected /, "")}`
