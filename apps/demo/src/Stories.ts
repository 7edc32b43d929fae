/**
 * One story of the school year at a time, told in the terminal. What came before it is played unseen, in a school of its
 * own that is thrown away afterwards: whatever stands in the school of the demo stays as it is.
 */
import { asStory, bold, dim, house, type Language, line, play } from "@groeikring/cli"
import { School } from "@groeikring/storage"
import { SqliteStore } from "@groeikring/storage-sqlite"
import { Effect, Layer } from "effect"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { linesOf, scriptsUntil } from "./Scripts.ts"

const stories = scriptsUntil().slice(1)

/** Says which stories there are, each by its own first sentence. */
const listStories = (lang: Language) => {
  for (const [n, name] of stories.entries()) {
    const title = linesOf(name).find((one) => one._tag === "Prose")
    line(`${bold(`--story ${n + 1}`)}  ${title?.[lang].replace(/^\S+ \d+\. /, "") ?? ""}`)
  }
}

const unseen = { prose: () => {}, outcome: () => {}, tended: () => {} }

/** Tells one story, and answers with how many of its lines came out otherwise than it says. */
const tellStory = async (number: number, lang: Language) => {
  const before = scriptsUntil(number - 1).flatMap((name) => linesOf(name))
  const lines = linesOf(`story-${number}.jsonl`)
  const own = mkdtempSync(join(tmpdir(), "groeikring-"))
  const { domain, packs, processes } = house
  const school = School.layer({ domain, packs, processes }).pipe(Layer.provide(SqliteStore.layer(join(own, "de-zwaluw.db"))))
  try {
    const { lines: asked, unexpected } = await Effect.runPromise(
      Effect.gen(function* () {
        const school = yield* School
        yield* play(school, before, unseen, lang)
        return yield* play(school, lines, asStory(house, lang), lang)
      }).pipe(Effect.provide(school))
    )
    const nl = `${asked} opdrachten. Dit was een school om naar te kijken; npm start houdt er een bij.`
    const en = `${asked} commands. This was a school to look at; npm start keeps one.`
    line(dim(`\n${lang === "nl" ? nl : en}`))
    return unexpected
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

/**
 * Does what `--stories` or `--story N` asks for and answers with an exit code; nothing when neither is asked for, or when
 * a file to keep it in is named as well: then it is about that school.
 */
export const storyAsked = async (args: ReadonlyArray<string>): Promise<number | undefined> => {
  const options = {
    lang: { type: "string" },
    stories: { type: "boolean" },
    story: { type: "string" },
    store: { type: "string" }
  } as const
  const { values } = parseArgs({ args: [...args], strict: false, options })
  const { lang: asked, store, stories: list, story } = values
  if (list === undefined && (story === undefined || store !== undefined)) return undefined
  const lang: Language = asked === "en" ? "en" : "nl"
  const number = stories.findIndex((_, n) => story === String(n + 1)) + 1
  if (list === undefined && number > 0) return (await tellStory(number, lang)) > 0 ? 1 : 0
  if (list === undefined)
    process.stderr.write(
      lang === "nl" ? "Zo’n verhaal is er niet. Kies er een van deze:\n" : "There is no such story. Choose one of these:\n"
    )
  listStories(lang)
  return list === undefined ? 2 : 0
}
