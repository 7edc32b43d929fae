/** What a thing holds and the form of each command, read off the lifecycle: which fields there are, of which kind, and within which limits. */
import { type Domain, type Machine, Shape } from "@groeikring/core"
import { Path } from "@groeikring/http"
import type { Schema, SchemaAST } from "effect"
import type { Field, Form, Forms } from "@groeikring/web/house"

type AST = SchemaAST.AST

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

const initial = <S extends string>(name: S) => name.toLowerCase() as Lowercase<S>
const fieldsOf = (ast: SchemaAST.Objects) => ast.propertySignatures.map(({ name, type }) => fieldOf(String(name), type))

/** What is put in a list under a name of its own is new there. */
const rowOf = (field: Field): Field =>
  field.kind.is === "group" ? { ...field, kind: { is: "group", of: named(field.kind.of, ["id"]) } } : field
/** The fields in which something new gets its name. */
const named = (fields: ReadonlyArray<Field>, names: ReadonlyArray<string>): ReadonlyArray<Field> =>
  fields.map((field) => (field.kind.is === "name" && names.includes(field.name) ? { ...field, isNew: true } : field))

const kindOf = (name: string, ast: AST): Field["kind"] => {
  const shape = Shape.kindOf(ast)
  if (shape !== "Other") return { is: initial(shape) }
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
      return ast.rest[0] === undefined ? { is: "text" } : { is: "list", of: rowOf(fieldOf(name, ast.rest[0])) }
    case "Objects": {
      const entry = ast.indexSignatures[0]
      return entry === undefined
        ? { is: "group", of: fieldsOf(ast) }
        : { is: "record", by: kindOf(name, entry.parameter), of: fieldOf(name, entry.type) }
    }
    case "Union": {
      const some = ast.types.filter((type) => !isNull(type))
      if (some.length === 1) return kindOf(name, some[0]!)
      // One of several: what any of them holds.
      const groups = some.flatMap((type) => (type._tag === "Objects" ? [fieldsOf(type)] : []))
      return groups.length < some.length ? { is: "text" } : { is: "group", of: together(groups) }
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

/** The fields of several, each once. */
const together = (all: ReadonlyArray<ReadonlyArray<Field>>): ReadonlyArray<Field> =>
  all.flat().filter(({ name }, n, every) => every.findIndex((one) => one.name === name) === n)

const isForPeople = ({ by }: Machine.CommandSpec) => by.some((role) => role !== "System")
const forgets =
  ({ events }: Machine.Spec) =>
  (event: string) =>
    events[event]!.forgets === true
/** Where some commands lead to from a state; words that go for good are no way on. */
const waysFrom = (spec: Machine.Spec, state: string, commands: ReadonlyArray<Machine.CommandSpec>): ReadonlyArray<string> =>
  commands
    .flatMap(({ emits }) => emits)
    .filter((event) => spec.events[event]!.from.includes(state) && !forgets(spec)(event))
    .map((event) => spec.events[event]!.to)
/** What people can do no more about: words that are gone, or a state that no command of theirs leads out of. */
const lasting = (spec: Machine.Spec, { emits }: Machine.CommandSpec): Form["lasts"] => {
  if (emits.some(forgets(spec))) return "Erased"
  const theirs = Object.values(spec.commands).filter(isForPeople)
  return emits.length > 0 &&
    emits.every((event) => spec.events[event]!.to !== "Same" && waysFrom(spec, spec.events[event]!.to, theirs).length === 0)
    ? "Ended"
    : undefined
}
/** The states in which a thing is over: no way leads on, or none but to such an end. */
const endsOf = (spec: Machine.Spec): ReadonlyArray<string> => {
  const ways = (state: string) => waysFrom(spec, state, Object.values(spec.commands))
  const states = Object.keys(spec.states)
  const last = states.filter((state) => ways(state).length === 0)
  return states.filter((state) => ways(state).every((to) => last.includes(to)))
}

const held = (fields: object): ReadonlyArray<Field> =>
  Object.entries(fields).map(([name, schema]) => fieldOf(name, (schema as Schema.Top).ast))

const formOf = (spec: Machine.Spec, command: Machine.CommandSpec): Form => {
  const { by, payload = {}, refuses = [] } = command
  const lasts = lasting(spec, command)
  // What can be refused because it is there already is new: the refusal calls it by the name of the field.
  const made = refuses.filter(({ tag }) => tag.endsWith("Exists")).map(({ tag }) => tag.toLowerCase())
  const names = Object.keys(payload).filter((name) => made.some((tag) => tag.includes(name.toLowerCase())))
  return {
    by: by.filter((role) => role !== "System"),
    fields: named(held(payload), names),
    ...(lasts !== undefined && { lasts })
  }
}

/** What a thing holds and the forms of every command that is for people, by machine. A command that is added to a machine is here by itself. */
export const formsOf = (domain: Domain.Domain): Forms =>
  Object.fromEntries(
    Object.values(domain).map(({ machine }) => {
      const { commands, foundBy, states }: Machine.Spec = machine.spec
      return [
        machine.name,
        {
          path: Path.collection(machine.name),
          foundBy,
          ends: endsOf(machine.spec),
          holds: together(Object.values(states).map(held)),
          commands: Object.fromEntries(
            Object.entries(commands)
              .filter(([, command]) => isForPeople(command))
              .map(([tag, command]) => [tag, { ...formOf(machine.spec, command), path: Path.kebab(tag) }])
          )
        }
      ]
    })
  )
