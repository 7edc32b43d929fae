/** What was wrong with a command line, in the language of who typed it: only that, and where the help is. */
import { Console, Effect } from "effect"
import { type CliError, CliOutput } from "effect/cli"
import type { Language } from "./Front.ts"

const dutch = (error: CliError.NonShowHelpErrors): string => {
  const meant = "suggestions" in error && error.suggestions.length > 0 ? ` Bedoel je ${error.suggestions.join(" of ")}?` : ""
  switch (error._tag) {
    case "UnrecognizedOption":
      return `De vlag ${error.option} is hier niet bekend.${meant}`
    case "UnknownSubcommand":
      return `De opdracht "${error.subcommand}" is hier niet bekend.${meant}`
    case "MissingOption":
      return `De vlag --${error.option} ontbreekt.`
    case "MissingArgument":
      return `Er ontbreekt iets: ${error.argument}.`
    case "UnexpectedArgument":
      return `Dit hoort hier niet: ${error.arguments.join(" ")}.`
    case "InvalidValue":
      return `"${error.value}" past niet bij --${error.option}: ${error.expected}.`
    case "DuplicateOption":
      return `De vlag --${error.option} staat er twee keer.`
    default:
      return error.message
  }
}

const headings: Readonly<Record<string, string>> = {
  DESCRIPTION: "WAT HET IS",
  USAGE: "GEBRUIK",
  ARGUMENTS: "WAT ERBIJ HOORT",
  FLAGS: "VLAGGEN",
  "GLOBAL FLAGS": "VLAGGEN DIE ALTIJD KUNNEN",
  SUBCOMMANDS: "OPDRACHTEN",
  EXAMPLES: "VOORBEELDEN"
}
const phrases: ReadonlyArray<readonly [string, string]> = [
  ["Show help information", "Toont deze hulp"],
  ["Show version information", "Toont de versie"],
  ["Start wizard mode for a command", "Stelt vragen in plaats van vlaggen"],
  ["Print shell completion script", "Toont een script dat een shell laat aanvullen"],
  ["Sets the minimum log level", "Vanaf welk niveau er een logboek is"],
  ["<subcommand> [flags]", "<opdracht> [vlaggen]"],
  ["[flags]", "[vlaggen]"],
  ["(choices: ", "(keuze: "]
]
/** The page of help that `effect/cli` makes; what it says of itself it says in English. */
const inDutch = (page: string) =>
  phrases
    .reduce((page, [english, dutch]) => page.replaceAll(english, dutch), page)
    .replace(/^((?:\p{Cc}\[\d+m)*)([A-Z][A-Z ]+)(?=(?:\p{Cc}\[\d+m)*$)/gmu, (line, style: string, heading: string) =>
      heading in headings ? style + headings[heading] : line
    )

/** Errors go to standard error, all of them at once; help that was asked for goes to standard output. */
export const presenter = (language: Language) =>
  CliOutput.layerPresenter({
    present: (event) => {
      if (event._tag === "InvalidInvocation") {
        const help = event.commandPath.join(" ")
        // Behind a subcommand that does not exist no flag is known either.
        const unknown = event.errors.filter(({ _tag }) => _tag === "UnknownSubcommand")
        const errors = unknown.length > 0 ? unknown : event.errors
        return Effect.forEach(
          [
            ...errors.map((error) => (language === "nl" ? dutch(error) : error.message)),
            language === "nl" ? `Hulp: ${help} --help` : `Help: ${help} --help`
          ],
          (text) => Console.error(text),
          { discard: true }
        )
      }
      if (event._tag === "Help" && language === "nl") {
        const colors = process.stdout.isTTY && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb"
        return Console.log(inDutch(CliOutput.defaultFormatter({ colors }).formatHelpDoc(event.helpDoc)))
      }
      return CliOutput.defaultPresenter.present(event)
    }
  })
