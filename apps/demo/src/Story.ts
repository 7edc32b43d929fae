/** The year as a story in the terminal: what happened, every refusal and its reason, and how things stand. */
import { asStory, bold, dim, house, type Language, line, nameOf, play } from "@groeikring/cli"
import { Glossary, type Machine } from "@groeikring/core"
import { School } from "@groeikring/storage"
import { SqliteStore, StoreUnusable } from "@groeikring/storage-sqlite"
import { Cause, Effect, Exit, Layer } from "effect"
import { existsSync } from "node:fs"
import { createInterface } from "node:readline/promises"
import { linesOf, scriptsUntil } from "./Scripts.ts"
import { makeRoom, takeAway } from "./StoreFile.ts"

interface Telling {
  readonly file: string
  readonly language: Language
  readonly reset: boolean
  readonly continue: boolean
  /** The number of the last story to tell. */
  readonly until: string
}
const people = ["p-femke", "p-anneke", "p-bram", "p-carla", "p-dirk", "p-esra", "p-hilde", "p-joke"]

const startsOver = async ({ continue: goesOn, file, language, reset }: Telling) => {
  if (!existsSync(file) || reset) return true
  if (goesOn || !process.stdin.isTTY) return false
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await asking.question(
    language === "nl"
      ? "obs De Zwaluw staat er al. Verder gaan (Enter), of opnieuw beginnen (o)? "
      : "obs De Zwaluw is there already. Go on (Enter), or start over (o)? "
  )
  asking.close()
  return answer.trim().toLowerCase().startsWith("o")
}

const story = Effect.fnUntraced(function* ({ file, language: lang, until }: Telling) {
  const say = (nl: string, en: string) => (lang === "nl" ? nl : en)
  const school = yield* School
  const lines = scriptsUntil(Number(until)).flatMap((name) => linesOf(name))
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
        `Opnieuw beginnen: npm start -- --story ${until} --reset. In het Engels: met --lang en erbij.`,
        `Start over: npm start -- --story ${until} --reset. In Dutch: with --lang nl.`
      )
    )
  )
  return unexpected
})

/** Tells it, and answers with the exit code. */
export const tell = async (telling: Telling): Promise<number> => {
  if (!/^\d+$/.test(telling.until)) {
    process.stderr.write(
      telling.language === "nl"
        ? "Een verhaal heeft een nummer. Zeg bijvoorbeeld --story 1.\n"
        : "A story has a number. Say --story 1, for example.\n"
    )
    return 2
  }
  if (await startsOver(telling)) takeAway(telling.file)
  makeRoom(telling.file)
  const { domain, packs, processes } = house
  const exit = await Effect.runPromiseExit(
    story(telling).pipe(
      Effect.provide(School.layer({ domain, packs, processes }).pipe(Layer.provide(SqliteStore.layer(telling.file))))
    )
  )
  if (Exit.isSuccess(exit)) return exit.value > 0 ? 1 : 0
  const failure = Cause.squash(exit.cause)
  process.stderr.write(`${failure instanceof StoreUnusable ? failure.message : Cause.pretty(exit.cause)}\n`)
  return 1
}
