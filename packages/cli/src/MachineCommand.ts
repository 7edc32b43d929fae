/** The subcommands of a machine: one for each of its commands, one flag for each field, and the ways to look. The lifecycle is the help. */
import { Glossary, Machine, Names, Private, Reference } from "@groeikring/core"
import { Effect, Option, Result, Schema, SchemaAST } from "effect"
import { Command, Flag } from "effect/cli"
import { readFileSync } from "node:fs"
import { flags } from "./Flags.ts"
import * as Front from "./Front.ts"
import * as Looks from "./Looks.ts"
import * as Naming from "./Naming.ts"
import { bold, complain, dashed, dim, green, json, line, nameOf, tell } from "./Output.ts"

type AnyMachine = Machine.Machine<Machine.Spec>
type Fields = NonNullable<Machine.CommandSpec["payload"]>

/** The whole subcommand of a machine, such as `groeikring pap …`. What is not asked for in it is a name and a purpose. */
export const machineCommand = (desk: Front.Desk, name: string) => {
  const machine: AnyMachine = desk.domain[name]!.machine
  return machineTitle(desk, name).pipe(
    Command.withSubcommands([
      ...Object.entries(machine.spec.commands).map(([tag, spec]) =>
        desk.isAsked(dashed(tag)) ? doing(desk, name, tag, spec) : title(dashed(tag), descriptionOf(desk, name, tag, spec))
      ),
      ...Looks.words.map((word) =>
        desk.isAsked(word) ? looking(desk, name, word) : title(word, desk.say(Looks.all[word].nl, Looks.all[word].en))
      ),
      ...Object.entries(pages).map(([word, { en, nl, print }]) =>
        Command.make(word, {}, () => Effect.sync(() => line(print(machine)))).pipe(Command.withDescription(desk.say(nl, en)))
      )
    ])
  )
}

/** Only its name and purpose: for the page that lists them all, without making hundreds of subcommands nobody asked for. */
export const machineTitle = (desk: Front.Desk, name: string) => title(dashed(name), purposeOf(desk, name))

export const title = (word: string, description: string) => Command.make(word).pipe(Command.withDescription(description))

const purposeOf = ({ domain, words }: Front.Desk, name: string) => {
  const commands = Object.keys(domain[name]!.machine.spec.commands)
  return `${words.machines[name]?.name ?? name}: ${commands.slice(0, 4).map(dashed).join(", ")}${commands.length > 4 ? " …" : ""}`
}

const descriptionOf = ({ say, words }: Front.Desk, name: string, tag: string, { by }: Machine.CommandSpec) => {
  const help = Glossary.word(words, name, "help", tag)
  const roles = by.map((role) => Glossary.word(words, name, "roles", role)).join(", ")
  return [...(help === tag ? [] : [help]), `${say("Voor", "For")}: ${roles}.`].join(" ")
}

// Doing -----------------------------------------------------------------------------

const isText = (ast: SchemaAST.AST): boolean => {
  const encoded = SchemaAST.toEncoded(ast)
  return (
    encoded._tag === "String" ||
    (encoded._tag === "Literal" && typeof encoded.literal === "string") ||
    (encoded._tag === "Union" && encoded.types.every(isText))
  )
}
const choicesIn = (ast: SchemaAST.AST): ReadonlyArray<string> => {
  const encoded = SchemaAST.toEncoded(ast)
  return encoded._tag === "Literal" && typeof encoded.literal === "string"
    ? [encoded.literal]
    : encoded._tag === "Union"
      ? encoded.types.flatMap(choicesIn)
      : []
}

/** Text is written as it is; anything else is written as JSON. What is missing is told by the machine, all at once. */
const flagOf = ({ say, words }: Front.Desk, machine: string, field: string, { ast }: Fields[string]) => {
  const label = Glossary.word(words, machine, "fields", field)
  const choices = choicesIn(ast)
  const told = [
    ...(label === field ? [] : [label]),
    ...(choices.length > 0 ? [choices.join(" | ")] : []),
    ...(SchemaAST.isOptional(ast) ? [say("mag weg", "may be left out")] : [])
  ]
  return Flag.String(dashed(field)).pipe(
    Flag.withMetavar(isText(ast) ? "TEXT" : "JSON"),
    Flag.withDescription(told.join("; ")),
    Flag.optional
  )
}
const valueOf = ({ ast }: Fields[string], text: string): unknown => {
  if (isText(ast)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A payload from a file or from standard input; nothing when it is not a JSON object. */
const payloadFrom = (source: string): Record<string, unknown> | undefined => {
  try {
    const read: unknown = JSON.parse(readFileSync(source === "-" ? 0 : source, "utf8"))
    return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** A command as it comes in from outside. */
const encodedOf = ({ Command: { cases } }: AnyMachine, command: Machine.Tagged<string>): unknown =>
  Schema.encodeUnknownSync(Schema.toCodecJson((cases as Readonly<Record<string, Schema.Top>>)[command._tag]!) as never)(command)

const doing = (desk: Front.Desk, name: string, tag: string, spec: Machine.CommandSpec) => {
  const { say, words } = desk
  const fields = Object.entries(spec.payload ?? {})
  const own = Object.fromEntries(fields.map(([field, schema]) => [field, flagOf(desk, name, field, schema)]))
  const payload = Flag.String("json").pipe(
    Flag.withDescription(
      say(
        "De velden als JSON-object in een bestand, of - voor de standaardinvoer",
        "The fields as a JSON object in a file, or - for standard input"
      )
    ),
    Flag.withMetavar("FILE|-"),
    Flag.optional
  )
  const command = Flag.String("command-id").pipe(
    Flag.withDescription(say("Een eigen id, waarmee herhalen veilig is", "An id of your choice that makes a retry safe")),
    Flag.withMetavar("ID"),
    Flag.optional
  )
  const naming: Readonly<Record<string, Flag.Flag<Option.Option<string>>>> = fields.some(
    ([, schema]) => Private.classesIn(schema as Schema.Top).length > 0
  )
    ? Naming.flags(desk)
    : {}
  return Command.make(
    dashed(tag),
    // Which flags there are is read off the fields of the command: a table of its own, whatever a field is called.
    { ...flags(desk), command, payload, naming, own },
    Effect.fnUntraced(function* (given) {
      const { names = Option.none(), namesAs = Option.none() } = given.naming
      const fromFile = Option.match(given.payload, { onNone: () => ({}), onSome: payloadFrom })
      if (fromFile === undefined) {
        complain(
          say(
            "Achter --json hoort een bestand met één JSON-object, en dat is dit niet. Controleer het bestand.",
            "The file behind --json does not hold one JSON object. Check the file."
          )
        )
        return yield* Front.ended(Front.codes.invalid)
      }
      const input = {
        ...fromFile,
        ...Object.fromEntries(
          fields.flatMap(([field, schema]) =>
            Option.match(given.own[field]!, { onNone: () => [], onSome: (text) => [[field, valueOf(schema, text)]] })
          )
        ),
        _tag: tag
      }
      const asked = {
        actor: given.as,
        at: Front.momentOf(given.at),
        ...(Option.isSome(given.command) && { command: given.command.value })
      }
      const machine: AnyMachine = desk.domain[name]!.machine
      const wellFormed = Machine.commandFrom(machine, input)
      let sent: unknown = input
      if (Result.isSuccess(wellFormed) && Option.isSome(names)) {
        const known = Naming.namesIn(desk, names.value)
        if (known === undefined) {
          complain(
            say(
              "Het bestand achter --names is niet te lezen. Controleer het pad.",
              "The file behind --names cannot be read. Check the path."
            )
          )
          return yield* Front.ended(Front.codes.invalid)
        }
        const warnings = Names.inCommand(wellFormed.success, known)
        const isSent = warnings.length === 0 || Option.isSome(namesAs)
        Naming.warn(desk, warnings, isSent)
        if (!isSent) {
          if (Front.isJson(given.format)) json({ ok: false, warnings })
          return yield* Front.ended(Front.codes.invalid)
        }
        if (Option.contains(namesAs, "letters")) sent = encodedOf(machine, Names.withLetters(wellFormed.success, known))
      }
      const answer = Result.isFailure(wellFormed)
        ? Result.fail(wellFormed.failure)
        : yield* Front.inSchool(desk, given.store, (school) => Effect.result(school.send(name, given.id, sent, asked)))
      if (Result.isFailure(answer)) {
        const refusal = answer.failure
        if (Front.isJson(given.format)) json({ ok: false, error: refusal })
        complain(tell(desk, refusal, name))
        return yield* Front.ended(refusal._tag === "InvalidCommand" ? Front.codes.invalid : Front.codes.refused)
      }
      if (Front.isJson(given.format)) return json({ ok: true, ...answer.success })
      const { events, reactions, state, version } = answer.success
      for (const event of events) line(`${green("✓")} ${nameOf(given.as)} ${Glossary.word(words, name, "events", event._tag)}`)
      for (const { command, id, machine, refusal } of reactions) {
        const why = refusal === undefined ? "" : `: ${tell(desk, refusal, machine)}`
        line(
          dim(
            `  → ${words.machines[machine]?.name ?? machine} ${id}: ${Glossary.word(words, machine, "commands", command)}${why}`
          )
        )
      }
      line(`${bold(Glossary.word(words, name, "states", state._tag))} ${dim(`(${version})`)}`)
    })
  ).pipe(
    Command.withDescription(descriptionOf(desk, name, tag, spec)),
    Command.withExamples([
      {
        command: [
          `groeikring ${dashed(name)} ${dashed(tag)} --id ID --as PERSON`,
          ...fields.filter(([, { ast }]) => !SchemaAST.isOptional(ast)).map(([field]) => `--${dashed(field)} …`)
        ].join(" "),
        description: Glossary.word(words, name, "commands", tag)
      }
    ])
  )
}

// Looking ---------------------------------------------------------------------------

const looking = (desk: Front.Desk, name: string, word: Looks.Word) => {
  const { id, ...others } = flags(desk)
  const description = desk.say(Looks.all[word].nl, Looks.all[word].en)
  const look = (
    given: Omit<Looks.Given, "at" | "isJson"> & {
      readonly at: Option.Option<string>
      readonly format: Option.Option<"text" | "json">
    }
  ) =>
    Looks.look(
      desk,
      name,
      word,
      { ...given, at: Front.momentOf(given.at), isJson: Front.isJson(given.format) },
      Effect.succeed(desk)
    )
  const usage = `groeikring ${dashed(name)} ${word}`
  return Looks.all[word].asksId
    ? Command.make(word, { id, ...others }, look).pipe(
        Command.withDescription(description),
        Command.withExamples([{ command: `${usage} --id ID --as PERSON` }])
      )
    : Command.make(word, others, (given) => look({ ...given, id: "" })).pipe(
        Command.withDescription(description),
        Command.withExamples([{ command: `${usage} --as PERSON` }])
      )
}

/** Pages read off the machine itself; no school is needed for them. */
const pages: Readonly<
  Record<string, { readonly nl: string; readonly en: string; readonly print: (machine: AnyMachine) => string }>
> = {
  diagram: {
    nl: "De levensloop als toestandsdiagram, in Mermaid",
    en: "The lifecycle as a state diagram, in Mermaid",
    print: Machine.toMermaid
  },
  reference: {
    nl: "De hele machine op een bladzij: toestanden, wie wat mag, gebeurtenissen, weigeringen",
    en: "The whole machine as a page: states, who may do what, events, refusals",
    print: (machine) => Reference.page(machine)
  },
  schema: {
    nl: "JSON Schema van elke opdracht en elke gebeurtenis",
    en: "JSON Schema of every command and event",
    print: (machine) => JSON.stringify(Machine.jsonSchemas(machine), undefined, 2)
  }
}
