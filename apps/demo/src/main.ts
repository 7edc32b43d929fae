// The school year of obs De Zwaluw, played on a real file: `npm start`, with --lang nl|en, --reset or --continue.
import { asStory, bold, dim, house, type Language, line, nameOf, play, readScript } from "@groeikring/cli"
import { Glossary, type Machine } from "@groeikring/core"
import { School } from "@groeikring/storage"
import { SqliteStore, StoreUnusable } from "@groeikring/storage-sqlite"
import { Cause, Effect, Exit, Layer } from "effect"
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { basename, join } from "node:path"
import { createInterface } from "node:readline/promises"
import { parseArgs } from "node:util"

const app = join(import.meta.dirname, "..")
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: "string", default: "nl" },
    reset: { type: "boolean", default: false },
    continue: { type: "boolean", default: false },
    store: { type: "string", default: join(app, "school", "de-zwaluw.db") }
  }
})
const lang: Language = values.lang === "en" ? "en" : "nl"
const say = (nl: string, en: string) => (lang === "nl" ? nl : en)
const file = values.store

/** The year so far: who works there, and then its stories. */
const scripts = ["school.jsonl", "story-1.jsonl", "story-2.jsonl", "story-3.jsonl", "story-4.jsonl"].map((name) =>
  join(app, "stories", name)
)
const people = ["p-femke", "p-anneke", "p-bram", "p-carla", "p-dirk", "p-esra", "p-hilde", "p-joke"]

const startsOver = async () => {
  if (!existsSync(file) || values.reset) return true
  if (values.continue || !process.stdin.isTTY) return false
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await asking.question(
    say(
      "obs De Zwaluw staat er al. Verder gaan (Enter), of opnieuw beginnen (o)? ",
      "obs De Zwaluw is there already. Go on (Enter), or start over (o)? "
    )
  )
  asking.close()
  return answer.trim().toLowerCase().startsWith("o")
}

const story = Effect.gen(function* () {
  const school = yield* School
  const lines = scripts.flatMap((script) => {
    const { lines, problems } = readScript(house.domain, basename(script), readFileSync(script, "utf8"))
    for (const { line, path, problem } of problems) throw new Error(`${script}:${line} ${path} ${problem}`)
    return lines
  })
  const last = lines.findLast((one) => one._tag === "Command")
  const told = last !== undefined && (yield* school.wasSent(last.machine, last.id, last.command, last.as))
  const { unexpected } = told ? { unexpected: 0 } : yield* play(school, lines, asStory(house, lang), lang)
  if (told)
    line(
      say(
        "Het verhaal tot nu toe is al verteld; zo staat het ervoor.",
        "The story so far has been told; this is how things stand."
      )
    )

  const glossary: Glossary.AnyGlossary = house.glossaries[lang]
  const at = Math.floor(Date.now() / 60_000)
  line(`\n${bold(say("Zo staat het ervoor", "How things stand"))}`)
  for (const name of Object.keys(house.domain)) {
    const seen = new Map<string, { readonly by: string; readonly state: string }>()
    for (const person of people) {
      for (const id of yield* school.list(name, { actor: person, at })) {
        if (!seen.has(id)) seen.set(id, { by: person, state: (yield* school.show(name, id, { actor: person, at })).state._tag })
      }
    }
    for (const [id, { by, state }] of seen) {
      const kind = (glossary.machines[name]?.name ?? name).padEnd(16)
      const own = by === "p-femke" ? "" : dim(say(`  (gezien door ${nameOf(by)})`, `  (seen by ${nameOf(by)})`))
      line(`  ${kind} ${id.padEnd(18)} ${Glossary.word(glossary, name, "states", state)}${own}`)
    }
  }

  const femke: Machine.Asked = { actor: "p-femke", at }
  line(`\n${bold(say("Wat Femke nu kan", "What Femke can do now"))}`)
  for (const [name, id] of [
    ["PopGroup", "g-midden"],
    ["Intervision", "s6"],
    ["Pap", "pap-femke-2"]
  ] as const) {
    const possible = Object.entries(yield* school.possible(name, id, femke))
    const can = possible.flatMap(([command, answer]) => (answer.can ? [Glossary.word(glossary, name, "commands", command)] : []))
    line(
      `  ${glossary.machines[name]?.name ?? name} ${id}: ${can.join(", ") || say("niets meer: dit is klaar", "nothing more: this is done")}`
    )
  }
  for (const { card, command, id, machine } of yield* school.suggestions(femke)) {
    const words =
      card === undefined ? `${Glossary.word(glossary, machine, "commands", command?._tag ?? "")} (${id})` : glossary.cards[card]
    line(dim(`  ${say("suggestie", "suggestion")}: ${words}`))
  }
  line(`\n${say("Alles staat in", "Everything is in")} ${file}`)
  line(
    dim(
      say(
        "Opnieuw beginnen: npm start -- --reset. In het Engels: npm start -- --lang en.",
        "Start over: npm start -- --reset. In Dutch: npm start -- --lang nl."
      )
    )
  )
  return unexpected
})

if (await startsOver()) {
  for (const part of ["", "-wal", "-shm", ".keys", ".keys-wal", ".keys-shm", ".master"]) rmSync(file + part, { force: true })
  mkdirSync(join(file, ".."), { recursive: true })
}
const { domain, packs, processes } = house
const exit = await Effect.runPromiseExit(
  story.pipe(Effect.provide(School.layer({ domain, packs, processes }).pipe(Layer.provide(SqliteStore.layer(file)))))
)
if (Exit.isSuccess(exit)) process.exitCode = exit.value > 0 ? 1 : 0
else {
  const failure = Cause.squash(exit.cause)
  process.stderr.write(`${failure instanceof StoreUnusable ? failure.message : Cause.pretty(exit.cause)}\n`)
  process.exitCode = 1
}
