/** The form of a command, read off its payload: which fields there are, of which kind, and within which limits. */
import { type Domain, type Machine, Vocabulary } from "@groeikring/core"
import { Path } from "@groeikring/http"
import type { Schema, SchemaAST } from "effect"
import type { Field, Form, Forms } from "@groeikring/web/house"

type AST = SchemaAST.AST

/** A schema that was made optional or nullable still has the checks of the one it was made of. */
const is = (ast: AST, one: Schema.Top) => ast.checks !== undefined && ast.checks === one.ast.checks
const isNull = (ast: AST) => ast._tag === "Null"

/** A limit of a number or a length, as the check that holds it describes itself. */
const limit = (ast: AST, name: "minimum" | "maximum" | "maxLength"): number | undefined =>
  ast.checks
    ?.map(({ annotations }) => (annotations?.["arbitraryConstraint"] as Readonly<Record<string, unknown>> | undefined)?.[name])
    .find((told) => typeof told === "number")
/** What can be chosen; nothing when it is open. */
const literals = (ast: AST): ReadonlyArray<string> | undefined => {
  if (ast._tag === "Literal") return [String(ast.literal)]
  if (ast._tag !== "Union") return undefined
  const all = ast.types.filter((type) => !isNull(type)).map(literals)
  return all.every((one) => one !== undefined) ? all.flat() : undefined
}

const kindOf = (name: string, ast: AST): Field["kind"] => {
  if (is(ast, Vocabulary.Person)) return { is: "person" }
  if (is(ast, Vocabulary.Day)) return { is: "day" }
  if (is(ast, Vocabulary.Instant)) return { is: "moment" }
  if (is(ast, Vocabulary.SchoolYear)) return { is: "year" }
  const choices = literals(ast)
  if (choices !== undefined) return { is: "choice", of: choices }
  switch (ast._tag) {
    case "Declaration":
      return { is: "words" }
    case "Boolean":
      return { is: "yes" }
    case "Number": {
      const [min, max] = [limit(ast, "minimum"), limit(ast, "maximum")]
      return { is: "number", ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
    }
    case "Arrays":
      return ast.rest[0] === undefined ? { is: "text" } : { is: "list", of: fieldOf(name, ast.rest[0]) }
    case "Objects":
      return ast.indexSignatures.length > 0
        ? { is: "text" }
        : { is: "group", of: ast.propertySignatures.map(({ name, type }) => fieldOf(String(name), type)) }
    case "Union": {
      const some = ast.types.filter((type) => !isNull(type))
      return some.length === 1 ? kindOf(name, some[0]!) : { is: "text" }
    }
    default:
      return { is: "text" }
  }
}

/** How long words may be: what a declaration of private words expects says it. */
const lengthOf = (ast: AST): number | undefined =>
  ast._tag === "Declaration"
    ? Number(/at most (\d+) characters/.exec(String(ast.annotations?.["expected"] ?? ""))?.[1] ?? 280)
    : ast._tag === "Union"
      ? ast.types.map(lengthOf).find((length) => length !== undefined)
      : limit(ast, "maxLength")

const fieldOf = (name: string, ast: AST): Field => {
  const max = lengthOf(ast)
  return {
    name,
    kind: kindOf(name, ast),
    ...(ast.context?.isOptional === true && { optional: true }),
    ...(ast._tag === "Union" && ast.types.some(isNull) && { nullable: true }),
    ...(max !== undefined && { max })
  }
}

const isForPeople = ({ by }: Machine.CommandSpec) => by.some((role) => role !== "System")
const forgets =
  ({ events }: Machine.Spec) =>
  (event: string) =>
    events[event]!.forgets === true
/** What people can do no more about: words that are gone, or a state that no command of theirs leads out of. */
const lasting = (spec: Machine.Spec, { emits }: Machine.CommandSpec): Form["lasts"] => {
  if (emits.some(forgets(spec))) return "Erased"
  const leadsOn = (state: string) =>
    Object.values(spec.commands).some(
      (command) =>
        isForPeople(command) && command.emits.some((event) => spec.events[event]!.from.includes(state) && !forgets(spec)(event))
    )
  return emits.length > 0 && emits.every((event) => spec.events[event]!.to !== "Same" && !leadsOn(spec.events[event]!.to))
    ? "Ended"
    : undefined
}

const formOf = (spec: Machine.Spec, command: Machine.CommandSpec): Form => {
  const { by, payload = {}, refuses = [] } = command
  const lasts = lasting(spec, command)
  return {
    by: by.filter((role) => role !== "System"),
    fields: Object.entries(payload).map(([name, schema]) => fieldOf(name, (schema as Schema.Top).ast)),
    // What is refused because it exists already is something new.
    begins: refuses.some(({ tag }) => tag.endsWith("Exists")),
    ...(lasts !== undefined && { lasts })
  }
}

/** The forms of every command that is for people, by machine. A command that is added to a machine is here by itself. */
export const formsOf = (domain: Domain.Domain): Forms =>
  Object.fromEntries(
    Object.values(domain).map(({ machine }) => {
      const { commands, foundBy, states }: Machine.Spec = machine.spec
      return [
        machine.name,
        {
          path: Path.collection(machine.name),
          foundBy,
          ends: Object.keys(states),
          commands: Object.fromEntries(
            Object.entries(commands)
              .filter(([, command]) => isForPeople(command))
              .map(([tag, command]) => [tag, { ...formOf(machine.spec, command), path: Path.kebab(tag) }])
          )
        }
      ]
    })
  )
