/** A command line from its first word to its exit code. */
import { Effect, Layer } from "effect"
import { Command } from "effect/cli"
import { presenter } from "./Complaint.ts"
import { ending } from "./Ending.ts"
import { codes, type Desk, deskOf, type House, languageIn } from "./Front.ts"
import { machineCommand, machineTitle, title } from "./MachineCommand.ts"
import { methodsCommand } from "./Methods.ts"
import { dashed } from "./Output.ts"
import { storeCommand } from "./Keeping.ts"
import { playCommand } from "./Play.ts"
import { reportCommand } from "./Reporting.ts"
import { serveCommand } from "./Serve.ts"
import { tokenCommand } from "./Tokens.ts"
import { acceptCommand, readingsCommand, suggestionsCommand, tendCommand } from "./Waiting.ts"
import { webhooksCommand } from "./Webhooks.ts"

declare const __VERSION__: string | undefined
const version = typeof __VERSION__ === "string" ? __VERSION__ : "0.0.0-source"

/** The subcommands that belong to no machine. */
const commands = {
  play: {
    nl: "Speelt scripts af, een opdracht per regel. Nog eens afspelen herhaalt niets",
    en: "Runs scripts, a line a command. Running one again repeats nothing",
    make: playCommand
  },
  methods: {
    nl: "De methoden voor intervisie, en welke passen",
    en: "The methods of intervision, and which of them fit",
    make: methodsCommand
  },
  report: {
    nl: "Een document om te bewaren: een POP, een verslag, kaarten. list noemt ze alle",
    en: "A document to keep: a POP, a report, cards. list names them all",
    make: reportCommand
  },
  suggestions: {
    nl: "Wat je wordt voorgesteld en nog openstaat",
    en: "What is suggested to you and still stands open",
    make: suggestionsCommand
  },
  accept: { nl: "Neemt een suggestie over zoals ze is", en: "Takes a suggestion as it is", make: acceptCommand },
  readings: { nl: "Wie iets las dat over jou gaat", en: "Who read something that is about you", make: readingsCommand },
  store: {
    nl: "De opslag: verhuizen, kopiëren, nakijken, wissen, termijnen en sleutels",
    en: "The store: moving, copying, checking, erasing, terms and keys",
    make: storeCommand
  },
  serve: {
    nl: "Biedt de school aan over HTTP, met een contract in OpenAPI",
    en: "Serves the school over HTTP, with a contract in OpenAPI",
    make: serveCommand
  },
  webhooks: {
    nl: "Wat er gebeurt aan een andere server laten horen",
    en: "Has another server told what happens",
    make: webhooksCommand
  },
  token: {
    nl: "Tokens voor een script: geven, noemen en intrekken",
    en: "Tokens for a script: giving, naming and revoking",
    make: tokenCommand
  },
  tend: {
    nl: "Laat de procesregels doen wat nu moet. Doe dit elke dag",
    en: "Lets the process rules do what is due. Run it every day",
    make: tendCommand
  }
}

/** The whole command line. Only what is asked for is worked out. */
const groeikring = (desk: Desk) => {
  const { domain, isAsked, say } = desk
  return Command.make("groeikring").pipe(
    Command.withDescription(
      say(
        "Professionele ontwikkeling op school: POP-groepen, intervisie, plannen en wat daarbij hoort.\n" +
          "  Exitcodes: 0 gedaan, 1 geweigerd, 2 niet geldig, 3 de opslag is niet te gebruiken, of een bestand, 130 gestopt.\n" +
          "  Omgeving: GROEIKRING_STORE, GROEIKRING_MASTER_KEY, LANG, NO_COLOR.",
        "Staff development in schools: POP-groups, intervision, plans and what belongs to them.\n" +
          "  Exit codes: 0 done, 1 refused, 2 not valid, 3 the store cannot be used, or a file, 130 stopped.\n" +
          "  Environment: GROEIKRING_STORE, GROEIKRING_MASTER_KEY, LANG, NO_COLOR."
      )
    ),
    Command.withExamples([
      { command: "groeikring play year.jsonl --story", description: say("Een jaar als verhaal", "A year as a story") },
      { command: "groeikring pap possible --id p1 --as p-femke", description: say("Wat kan er nu?", "What is possible now?") },
      { command: "groeikring methods --minutes 30 --people 6", description: say("Welke methode past?", "Which method fits?") }
    ]),
    Command.withSubcommands([
      ...Object.entries(commands).map(([word, { en, make, nl }]) =>
        isAsked(word) ? make(desk, say(nl, en)) : title(word, say(nl, en))
      ),
      ...Object.keys(domain).map((name) => (isAsked(dashed(name)) ? machineCommand(desk, name) : machineTitle(desk, name)))
    ])
  )
}

/** Only the wizard asks questions and looks into folders, so only for it the terminal and the disk are loaded. */
const servicesFor = async (args: ReadonlyArray<string>): Promise<Layer.Layer<Command.Environment>> =>
  args.includes("--wizard")
    ? (await import("@effect/platform-node/NodeServices")).layer
    : (Layer.empty as Layer.Layer<Command.Environment>)

/** Runs a command line and answers with its exit code. What there is to say goes to standard output and standard error. */
export const run = async (args: ReadonlyArray<string>, house: House): Promise<number> => {
  const language = languageIn(args)
  const everything = args.some((arg) => arg.startsWith("--completions") || arg === "--wizard")
  const desk = deskOf(house, language, (subcommand) => everything || args.includes(subcommand))
  const services = Layer.merge(await servicesFor(args), presenter(language))
  const program = Command.runWith(groeikring(desk), { version })(args)
  return ending(Effect.provide(program, services), language, helpShown)
}

/** Help that was asked for is no mistake; help beside an error is. */
const helpShown = (failure: unknown) =>
  typeof failure === "object" && failure !== null && "_tag" in failure && failure._tag === "ShowHelp"
    ? "errors" in failure && Array.isArray(failure.errors) && failure.errors.length === 0
      ? codes.done
      : codes.invalid
    : undefined
