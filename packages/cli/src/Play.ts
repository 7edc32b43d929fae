/** `groeikring play`: runs a script against a school, and says of each line what came of it. */
import type { Refusal } from "@groeikring/core"
import type { School, Sent } from "@groeikring/storage"
import { type Context, Effect, Result } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { barOf } from "./Bar.ts"
import { flags } from "./Flags.ts"
import * as Front from "./Front.ts"
import { complain, json, line as print } from "./Output.ts"
import { inDutch, read, type ScriptLine } from "./Script.ts"
import { asJson, asStory, type Outcome, type Telling } from "./Story.ts"

/** Runs the lines in order. What an earlier run wrote is not asked again, and neither are the refusals it met on the way. */
export const run = Effect.fnUntraced(function* (
  school: Context.Service.Shape<typeof School>,
  lines: ReadonlyArray<ScriptLine>,
  telling: Telling,
  lang: Front.Language,
  progress: (done: number) => void = () => {}
) {
  const known = new Set<ScriptLine>()
  let reached = -1
  for (const [n, line] of lines.entries()) {
    if (line._tag !== "Command" || !(yield* school.wasSent(line.machine, line.id, line.command, line.as))) continue
    known.add(line)
    reached = n
  }
  let unexpected = 0
  for (const [n, line] of lines.entries()) {
    progress(n)
    if (line._tag === "Prose") telling.prose(line[lang])
    else if (line._tag === "Tending") telling.tended(line, n < reached ? [] : yield* school.tend(line.at))
    else if (line._tag === "Taking") {
      const taken = n < reached ? undefined : yield* Effect.result(school.accept(line.key, { actor: line.as, at: line.at }))
      const outcome: Outcome = taken === undefined ? { _tag: "Known" } : outcomeOf(taken, Result.isSuccess(taken))
      if (outcome._tag === "Known") known.add(line)
      if (outcome._tag === "Refused") unexpected++
      telling.outcome(line, outcome)
    } else if (known.has(line) || (line.expect !== undefined && n < reached)) telling.outcome(line, { _tag: "Known" })
    else {
      const { as, at, command, expect, id, input, machine } = line
      const answer = yield* Effect.result(school.send(machine, id, input, { actor: as, at, command }))
      const expected = (Result.isFailure(answer) ? answer.failure._tag : undefined) === expect
      if (!expected) unexpected++
      telling.outcome(line, outcomeOf(answer, expected))
      if (!expected && expect !== undefined) {
        const came = Result.isFailure(answer) ? answer.failure._tag : undefined
        complain(
          lang === "nl"
            ? `Regel ${line.line}: verwachtte ${expect}, maar ${came === undefined ? "het gebeurde" : `het werd ${came}`}.`
            : `Line ${line.line}: expected ${expect}, but ${came === undefined ? "it happened" : `it was ${came}`}.`
        )
      }
    }
  }
  progress(lines.length)
  return { lines: lines.filter(asks).length, repeated: known.size, unexpected }
})

/** Does this line ask something of the school? */
const asks = ({ _tag }: ScriptLine) => _tag === "Command" || _tag === "Taking"
const outcomeOf = (answer: Result.Result<Sent, Refusal.Refusal>, expected: boolean): Outcome =>
  Result.isFailure(answer)
    ? { _tag: "Refused", refusal: answer.failure, expected }
    : answer.success.repeated
      ? { _tag: "Known" }
      : { _tag: "Done", sent: answer.success, expected }

const contents = (file: string): string | undefined => {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8")
  } catch {
    return undefined
  }
}

/** Reads scripts; when anything is wrong with any of them, says all of it and ends. */
const scripts = Effect.fnUntraced(function* ({ domain, glossaries, language, say }: Front.Desk, files: ReadonlyArray<string>) {
  const all: Array<ScriptLine> = []
  let wrong = 0
  for (const file of files) {
    const text = contents(file)
    if (text === undefined) {
      complain(
        say(
          `${file} kan niet worden gelezen. Controleer de naam en je rechten.`,
          `${file} cannot be read. Check its name and your permissions.`
        )
      )
      wrong++
      continue
    }
    const { lines, problems } = read(domain, basename(file), text)
    for (const { line, path, problem } of problems) {
      complain(
        `${file}:${line} ${path || say("de regel", "the line")} ${language === "nl" ? inDutch(glossaries.nl.wrong(problem)) : problem}`
      )
    }
    wrong += problems.length
    all.push(...lines)
  }
  return wrong > 0 ? yield* Front.ended(Front.codes.invalid) : all
})

export const playCommand = (desk: Front.Desk, description: string) => {
  const { language, say } = desk
  const { lang, store } = flags(desk)
  return Command.make(
    "play",
    {
      files: Argument.String("files").pipe(
        Argument.withDescription(
          say("Scripts: een JSON-object per regel; - is de standaardinvoer", "Scripts: a JSON object a line; - is standard input")
        ),
        Argument.variadic({ min: 1 })
      ),
      store,
      lang,
      dryRun: Flag.Boolean("dry-run").pipe(
        Flag.withDescription(say("Controleert de scripts alleen; er gebeurt niets", "Only checks the scripts; runs nothing")),
        Flag.withDefault(false)
      ),
      story: Flag.Boolean("story").pipe(
        Flag.withDescription(
          say("Vertelt het als verhaal in plaats van JSON-regels", "Tells it as a story instead of JSON lines")
        ),
        Flag.withDefault(false)
      )
    },
    Effect.fnUntraced(function* ({ dryRun, files, store, story }) {
      const lines = yield* scripts(desk, files)
      if (dryRun) return json({ ok: true, lines: lines.filter(asks).length })
      const telling = story ? asStory(desk, language) : asJson(desk)
      const bar = barOf(lines.length)
      const besides: Telling = {
        prose: (text) => (bar.clear(), telling.prose(text)),
        outcome: (line, outcome) => (bar.clear(), telling.outcome(line, outcome)),
        tended: (line, reactions) => (bar.clear(), telling.tended(line, reactions))
      }
      const summary = yield* Front.inSchool(desk, store, (school) => run(school, lines, besides, language, bar.draw))
      if (story) {
        print(
          say(
            `\n${summary.lines} opdrachten, waarvan ${summary.repeated} al eerder gedaan en ${summary.unexpected} anders dan verwacht.`,
            `\n${summary.lines} commands, of which ${summary.repeated} done before and ${summary.unexpected} other than expected.`
          )
        )
      } else json({ ok: summary.unexpected === 0, ...summary })
      if (summary.unexpected > 0) return yield* Front.ended(Front.codes.refused)
    })
  ).pipe(
    Command.withDescription(description),
    Command.withExamples([
      {
        command: "groeikring play year.jsonl --store school.db",
        description: say("Een JSON-regel per regel, en een samenvatting", "A JSON line for each line, and a summary")
      },
      {
        command: "groeikring play year.jsonl --story --lang nl",
        description: say("Hetzelfde als verhaal", "The same as a story")
      },
      {
        command: "groeikring play year.jsonl --dry-run",
        description: say("Zoekt alleen wat eraan mankeert", "Only finds what is wrong with it")
      }
    ])
  )
}
