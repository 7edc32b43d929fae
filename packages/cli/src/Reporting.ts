/** `groeikring report`: a document to keep, made through the eyes of who asks. Nothing of it is loaded before it is asked for. */
import { type Refusal, Vocabulary } from "@groeikring/core"
import type { Asked, Format, Kind, Report } from "@groeikring/reporting"
import { type School, StoreUnusable } from "@groeikring/storage"
import { type Context, Effect, Option, Result } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { barOf } from "./Bar.ts"
import { flags } from "./Flags.ts"
import * as Front from "./Front.ts"
import { bold, complain, dim, json, line, tell } from "./Output.ts"

const formats = ["html", "pdf", "docx", "odt", "xlsx", "ods", "csv", "md", "json"] as const satisfies ReadonlyArray<Format>
type Counter = Context.Service.Shape<typeof School>

/** Writes a whole file under its name, or none. */
const writeWhole = (file: string, bytes: Uint8Array) =>
  Effect.sync(() => {
    const half = `${file}.half`
    try {
      mkdirSync(dirname(resolve(file)), { recursive: true })
      writeFileSync(half, bytes, { mode: 0o600 })
      renameSync(half, file)
    } catch (cause) {
      rmSync(half, { force: true })
      const isFull = (cause as NodeJS.ErrnoException).code === "ENOSPC"
      throw isFull
        ? new StoreUnusable(file, "cannot grow: the disk is full", "Make room and try again.", cause)
        : new StoreUnusable(file, "cannot be written", "Give yourself permission to write the file and its folder.", cause)
    }
  })

/** The look of the school, from a small file; what is wrong with it ends the command. */
const houseFrom = Effect.fnUntraced(function* ({ say }: Front.Desk, file: Option.Option<string>, school: string) {
  const { houseOf, logoFrom, themeFrom } = yield* Effect.promise(() => import("@groeikring/reporting"))
  const wrong = Effect.fnUntraced(function* (nl: string, en: string) {
    complain(say(nl, en))
    return yield* Front.ended(Front.codes.invalid)
  })
  if (Option.isNone(file)) return houseOf({ school })
  const read = (name: string) => Effect.result(Effect.try({ try: () => readFileSync(name), catch: () => name }))
  const text = yield* read(file.value)
  if (Result.isFailure(text))
    return yield* wrong(
      `${file.value} kan niet worden gelezen. Controleer de naam.`,
      `${file.value} cannot be read. Check its name.`
    )
  const theme = Result.flatMap(
    Result.try({ try: (): unknown => JSON.parse(text.success.toString()), catch: () => "this is no JSON" }),
    (value) => Result.mapError(themeFrom(value), String)
  )
  if (Result.isFailure(theme))
    return yield* wrong(`${file.value} is geen huisstijl: ${theme.failure}`, `${file.value} is no house style: ${theme.failure}`)
  if (theme.success.logo === undefined) return houseOf(theme.success)
  const name = join(dirname(file.value), theme.success.logo)
  const bytes = yield* read(name)
  const logo = Result.isFailure(bytes) ? undefined : logoFrom(bytes.success)
  return logo === undefined
    ? yield* wrong(`${name} is geen PNG of SVG. Kies een ander logo.`, `${name} is no PNG or SVG. Choose another logo.`)
    : houseOf(theme.success, logo)
})

/** The name of the school as its own list of staff has it, where this viewer sees that. */
const schoolOf = Effect.fnUntraced(function* ({ list, show }: Counter, viewer: Asked["viewer"]) {
  const [first] = yield* list("Staff", viewer)
  const name = first === undefined ? undefined : (yield* show("Staff", first, viewer)).state["school"]
  return typeof name === "string" ? name : "Groeikring"
})

/** The things a report can be about, for this viewer. */
const idsFor = ({ of }: Report, { list }: Counter, viewer: Asked["viewer"], year: string) =>
  of === "Nothing"
    ? Effect.succeed([""])
    : of === "Person"
      ? Effect.succeed([viewer.actor])
      : of === "SchoolYear"
        ? Effect.succeed([year])
        : list(of, viewer)

const fileName = (kind: string, id: string, format: string) =>
  `${id === "" ? kind : `${kind}-${id.replaceAll(/[^\p{L}\p{N}._-]+/gu, "_").slice(0, 120)}`}.${format}`

export const reportCommand = (desk: Front.Desk, description: string) => {
  const { glossaries, language, packs, say } = desk
  const { as, at, lang, store } = flags(desk)
  return Command.make(
    "report",
    {
      kind: Argument.String("kind").pipe(
        Argument.withDescription(say("Welk rapport; list noemt ze alle", "Which report; list names them all")),
        Argument.optional
      ),
      for: Flag.String("for").pipe(
        Flag.withDescription(
          say(
            "Waar het over gaat: de id van een ding, een schooljaar of een persoon",
            "What it is about: the id of a thing, a school year or a person"
          )
        ),
        Flag.withMetavar("ID"),
        Flag.optional
      ),
      as: Flag.optional(as),
      at,
      lang,
      store,
      format: Flag.Literals("format", formats).pipe(
        Flag.withDescription(say("Wat voor bestand", "What kind of file")),
        Flag.withDefault("pdf" as const)
      ),
      output: Flag.String("output").pipe(
        Flag.withAlias("o"),
        Flag.withDescription(
          say("Het bestand, of met --all de map, die gemaakt wordt", "The file, or with --all the folder, that is made")
        ),
        Flag.withMetavar("FILE"),
        Flag.optional
      ),
      theme: Flag.String("theme").pipe(
        Flag.withDescription(
          say(
            "De huisstijl: een JSON-bestand met school, colour, logo en names",
            "The house style: a JSON file with school, colour, logo and names"
          )
        ),
        Flag.withMetavar("FILE"),
        Flag.optional
      ),
      all: Flag.Boolean("all").pipe(
        Flag.withDescription(
          say(
            "Maakt alles wat je mag zien in een map, of alles van één soort. Nog eens vragen gaat verder waar het bleef",
            "Makes all that you may see into a folder, or all of one kind. Asking again goes on where it stopped"
          )
        ),
        Flag.withDefault(false)
      )
    },
    Effect.fnUntraced(function* (given) {
      const { reports, write } = yield* Effect.promise(() => import("@groeikring/reporting"))
      const table: Readonly<Record<string, Report>> = reports
      const invalid = Effect.fnUntraced(function* (nl: string, en: string) {
        complain(say(nl, en))
        return yield* Front.ended(Front.codes.invalid)
      })
      const kind = Option.getOrUndefined(given.kind)
      if (kind === "list" || (kind === undefined && !given.all)) {
        const rows = Object.entries(table)
        if (!process.stdout.isTTY)
          return json(
            rows.map(([kind, { about, name, of }]) => ({ kind, name: name[language], about: about[language], for: of }))
          )
        const width = Math.max(...rows.map(([kind]) => kind.length))
        for (const [kind, { about, of }] of rows)
          line(`${bold(kind.padEnd(width))}  ${about[language]} ${dim(of === "Nothing" ? "" : `--for ${of}`)}`)
        return
      }
      const chosen = kind === undefined ? Object.keys(table) : [kind]
      if (kind !== undefined && !Object.hasOwn(table, kind))
        return yield* invalid(
          `Er is geen rapport ${kind}. Kies uit: ${Object.keys(table).join(", ")}.`,
          `There is no report ${kind}. Choose one of: ${Object.keys(table).join(", ")}.`
        )
      if (Option.isNone(given.as))
        return yield* invalid("Voor wie is het? Zeg het met --as.", "For whom is it? Say so with --as.")
      if (Option.isNone(given.output))
        return yield* invalid("Waar moet het komen? Zeg het met -o.", "Where should it go? Say so with -o.")
      const viewer = { actor: given.as.value, at: Front.momentOf(given.at) }
      const output = given.output.value
      const failed = Effect.fnUntraced(function* (refusal: Refusal.Refusal) {
        complain(tell(desk, refusal))
        return yield* Front.ended(Front.codes.refused)
      })
      yield* Front.lookingInSchool(desk, given.store, (school) =>
        Effect.gen(function* () {
          const house = yield* houseFrom(desk, given.theme, yield* schoolOf(school, viewer))
          const make = (kind: string, id: string, file: string) =>
            table[kind]!.make({ school, viewer, id, language, house, sources: { packs, glossaries } }).pipe(
              Effect.flatMap((document) => write(document, given.format)),
              Effect.flatMap((bytes) => writeWhole(file, bytes))
            )
          const thisYear = Vocabulary.schoolYearOf(Vocabulary.dateOf(viewer.at))
          if (!given.all) {
            const report = table[kind as Kind]!
            const usual =
              report.of === "Nothing"
                ? ""
                : report.of === "Person"
                  ? viewer.actor
                  : report.of === "SchoolYear"
                    ? thisYear
                    : undefined
            const id = Option.getOrElse(given.for, () => usual)
            if (id === undefined)
              return yield* invalid("Waarover gaat het? Zeg het met --for.", "What is it about? Say so with --for.")
            yield* make(kind!, id, output)
            return process.stdout.isTTY ? line(output) : json({ ok: true, file: output })
          }
          const wanted: Array<{ readonly kind: string; readonly id: string; readonly file: string }> = []
          for (const kind of chosen) {
            const ids = Option.isSome(given.for) ? [given.for.value] : yield* idsFor(table[kind]!, school, viewer, thisYear)
            for (const id of ids) wanted.push({ kind, id, file: join(output, fileName(kind, id, given.format)) })
          }
          const bar = barOf(wanted.length)
          let [made, skipped] = [0, 0]
          for (const [n, { file, id, kind }] of wanted.entries()) {
            bar.draw(n)
            if (existsSync(file)) skipped++
            else {
              // Some kinds are about some things of a machine only; the others are no reason to stop.
              const one = yield* Effect.result(make(kind, id, file))
              if (Result.isSuccess(one)) made++
            }
          }
          bar.draw(wanted.length)
          return process.stdout.isTTY
            ? line(
                say(
                  `${made} gemaakt, ${skipped} stonden er al, in ${output}`,
                  `${made} made, ${skipped} were there already, in ${output}`
                )
              )
            : json({ ok: true, made, skipped, folder: output })
        }).pipe(Effect.catchIf((failure): failure is Refusal.Refusal => !(failure instanceof Front.Ended), failed))
      )
    })
  ).pipe(
    Command.withDescription(description),
    Command.withExamples([
      { command: "groeikring report list" },
      { command: "groeikring report pop --for pop-femke --as p-femke --format pdf -o pop.pdf" },
      { command: "groeikring report --all --as p-femke --format html -o map" }
    ])
  )
}
