/** `groeikring report`: a document to keep, made through the eyes of who asks. Nothing of it is loaded before it is asked for. */
import type { Refusal } from "@groeikring/core"
import type { Publisher } from "@groeikring/http"
import type { Format, Report, Unwritable } from "@groeikring/reporting"
import type { CertificateUnusable } from "@groeikring/reporting/seal"
import { Effect, Option, Result } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { flags } from "./Flags.ts"
import * as Front from "./Front.ts"
import { bold, complain, dim, json, line, tell } from "./Output.ts"
import { fileName, fillFolder, type Wanted } from "./ReportFolder.ts"
import { wholeFile } from "./WholeFile.ts"

const formats = ["html", "pdf", "docx", "odt", "xlsx", "ods", "csv", "md", "json"] as const satisfies ReadonlyArray<Format>

const written = (file: string, bytes: Uint8Array) => wholeFile(file, (to) => Effect.sync(() => writeFileSync(to, bytes)))

/** The look of the school, from a small file; what is wrong with it ends the command. */
const houseFrom = Effect.fnUntraced(function* ({ say }: Front.Desk, file: Option.Option<string>, school: string) {
  const { houseOf, themeFrom } = yield* Effect.promise(() => import("@groeikring/reporting"))
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
    return yield* wrong(
      `${file.value} is geen huisstijl: ${theme.failure}. Verbeter het daar.`,
      `${file.value} is no house style: ${theme.failure}. Mend it there.`
    )
  if (theme.success.logo === undefined) return houseOf(theme.success)
  const name = join(dirname(file.value), theme.success.logo)
  const bytes = yield* read(name)
  if (Result.isFailure(bytes))
    return yield* wrong(`${name} kan niet worden gelezen. Controleer de naam.`, `${name} cannot be read. Check its name.`)
  const { logoFrom } = yield* Effect.promise(() => import("@groeikring/reporting/logo"))
  const logo = yield* Effect.result(logoFrom(bytes.success))
  return Result.isFailure(logo)
    ? yield* wrong(
        `${name} is geen hele PNG of SVG (${logo.failure.problem}). Kies een ander logo.`,
        `${name} is no whole PNG or SVG (${logo.failure.problem}). Choose another logo.`
      )
    : houseOf(theme.success, logo.success)
})

/** What cannot be sealed, in the language of who asked. */
const unsealable = ({ say }: Front.Desk, file: string, { day, message, reason }: CertificateUnusable) =>
  ({
    NoCertificate: say(`${file} is geen certificaat met een sleutel. Kies een heel .p12- of .pfx-bestand.`, message),
    WrongPassphrase: say(`Het certificaat ${file} gaat niet open met dit wachtwoord. Controleer het.`, message),
    NotValidYet: say(`Het certificaat ${file} geldt pas vanaf ${day}. Wacht, of kies een ander.`, message),
    Expired: say(`Het certificaat ${file} gold tot ${day}. Vraag een nieuw aan.`, message)
  })[reason]

/** Seals each PDF with the certificate that is given, opened before the first report is made. */
const sealFrom = Effect.fnUntraced(function* (
  desk: Front.Desk,
  {
    certificate,
    format,
    passphrase
  }: { readonly certificate: Option.Option<string>; readonly passphrase: Option.Option<string>; readonly format: Format }
) {
  const { say } = desk
  const wrong = Effect.fnUntraced(function* (text: string) {
    complain(text)
    return yield* Front.ended(Front.codes.invalid)
  })
  if (Option.isNone(certificate)) return (bytes: Uint8Array) => Effect.succeed(bytes)
  const file = certificate.value
  if (format !== "pdf")
    return yield* wrong(
      say("Alleen een PDF krijgt een zegel. Kies --format pdf.", "Only a PDF gets a seal. Choose --format pdf.")
    )
  const variable = Option.getOrElse(passphrase, () => "GROEIKRING_PASSPHRASE")
  const secret = process.env[variable]
  if (secret === undefined)
    return yield* wrong(
      say(
        `${variable} is leeg. Zet het wachtwoord van het certificaat in die omgevingsvariabele.`,
        `${variable} is empty. Put the passphrase of the certificate in that environment variable.`
      )
    )
  const bytes = yield* Effect.result(Effect.try({ try: () => readFileSync(file), catch: () => file }))
  if (Result.isFailure(bytes))
    return yield* wrong(say(`${file} kan niet worden gelezen. Controleer de naam.`, `${file} cannot be read. Check its name.`))
  const { certificateFrom, sealed } = yield* Effect.promise(() => import("@groeikring/reporting/seal"))
  const opened = yield* Effect.result(certificateFrom(bytes.success, secret, new Date()))
  if (Result.isFailure(opened)) return yield* wrong(unsealable(desk, file, opened.failure))
  return (pdf: Uint8Array) =>
    sealed(pdf, opened.success, new Date()).pipe(Effect.catch((failure) => wrong(unsealable(desk, file, failure))))
})

export const themeFlag = ({ say }: Front.Desk) =>
  Flag.String("theme").pipe(
    Flag.withDescription(
      say(
        "De huisstijl: een JSON-bestand met school, colour, logo en names",
        "The house style: a JSON file with school, colour, logo and names"
      )
    ),
    Flag.withMetavar("FILE"),
    Flag.optional
  )

/** Who makes documents for a server, in the look of the school where one is given. */
export const publisherFor = Effect.fnUntraced(function* (
  desk: Front.Desk,
  theme: Option.Option<string>
): Effect.fn.Return<Publisher, Front.Ended> {
  const { glossaries, packs } = desk
  const { publisher } = yield* Effect.promise(() => import("@groeikring/reporting"))
  const house = Option.isSome(theme) ? yield* houseFrom(desk, theme, "") : undefined
  return publisher({ packs, glossaries }, house)
})

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
      theme: themeFlag(desk),
      certificate: Flag.String("certificate").pipe(
        Flag.withDescription(
          say(
            "Verzegelt elke PDF met dit certificaat: een .p12- of .pfx-bestand",
            "Seals each PDF with this certificate: a .p12 or .pfx file"
          )
        ),
        Flag.withMetavar("FILE"),
        Flag.optional
      ),
      passphrase: Flag.String("passphrase-env").pipe(
        Flag.withDescription(
          say(
            "De omgevingsvariabele met het wachtwoord van het certificaat; anders GROEIKRING_PASSPHRASE",
            "The environment variable with the passphrase of the certificate; GROEIKRING_PASSPHRASE, unless told"
          )
        ),
        Flag.withMetavar("NAME"),
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
      const { reports, schoolOf, usualFor, write } = yield* Effect.promise(() => import("@groeikring/reporting"))
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
      const seal = yield* sealFrom(desk, given)
      const unwritable = Effect.fnUntraced(function* (failure: Unwritable) {
        return yield* failure._tag === "CompilerMissing"
          ? invalid(
              `Op deze machine (${failure.machine}) is er niets dat een PDF maakt. Installeer @myriaddreamin/typst-ts-web-compiler, of kies een andere --format.`,
              failure.message
            )
          : invalid("Het logo is geen plaatje dat gebruikt kan worden. Kies een hele PNG of SVG.", failure.message)
      })
      yield* Front.lookingInSchool(desk, given.store, (school) =>
        Effect.gen(function* () {
          const house = yield* houseFrom(desk, given.theme, yield* schoolOf(school, viewer))
          const asked = { school, viewer, language, house, sources: { packs, glossaries } }
          const make = ({ file, id, kind }: Wanted) =>
            table[kind]!.make({ ...asked, id }).pipe(
              Effect.flatMap((document) => Effect.catch(write(document, given.format), unwritable)),
              Effect.flatMap(seal),
              Effect.flatMap((bytes) => written(file, bytes))
            )
          if (given.all) {
            const wanted = yield* Effect.forEach(chosen, (kind) =>
              Effect.map(Option.isSome(given.for) ? Effect.succeed([given.for.value]) : table[kind]!.ids(asked), (ids) =>
                ids.map((id): Wanted => ({ kind, id, file: join(output, fileName(kind, id, given.format)) }))
              )
            )
            return yield* fillFolder(desk, output, wanted.flat(), make)
          }
          const id = Option.getOrElse(given.for, () => usualFor(table[kind!]!, viewer))
          if (id === undefined)
            return yield* invalid("Waarover gaat het? Zeg het met --for.", "What is it about? Say so with --for.")
          yield* make({ kind: kind!, id, file: output })
          return process.stdout.isTTY ? line(output) : json({ ok: true, file: output })
        }).pipe(Effect.catchIf((failure): failure is Refusal.Refusal => !(failure instanceof Front.Ended), failed))
      )
    })
  ).pipe(
    Command.withDescription(description),
    Command.withExamples([
      { command: "groeikring report list" },
      { command: "groeikring report pop --for pop-femke --as p-femke --format pdf -o pop.pdf" },
      { command: "groeikring report --all --as p-femke --format html -o map" },
      { command: "groeikring report year-task --as p-femke --certificate school.p12 --passphrase-env ZEGEL -o jaartaak.pdf" }
    ])
  )
}
