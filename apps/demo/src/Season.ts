/** The year until today: every story as far as it has come, and what stands ready for this afternoon. */
import { house } from "@groeikring/cli"
import { School } from "@groeikring/storage"
import { Effect } from "effect"
import { join } from "node:path"
import { linesOf, scriptsUntil } from "./Scripts.ts"

/** Ten minutes before the sixth meeting of the middle years. */
export const today = Date.parse("2026-03-24T15:20:00+01:00")
const until = Math.floor(today / 60_000)

/** What the stories tell of the time before today, and the lines of today, each when it happened. */
const lines = () =>
  [...scriptsUntil().flatMap((name) => linesOf(name)), ...linesOf("season.jsonl", join(import.meta.dirname, ".."))]
    .flatMap((line) =>
      line._tag === "Prose" || line.at > until || ("expect" in line && line.expect !== undefined) ? [] : [line]
    )
    .toSorted((one, other) => one.at - other.at)

/** Lets it all happen, once: what was written before is not written again. Answers with what went otherwise than told. */
export const play = Effect.fnUntraced(function* (told: (done: number, of: number) => void = () => {}) {
  const school = yield* School
  const season = lines()
  const wrong: Array<string> = []
  for (const [n, line] of season.entries()) {
    told(n, season.length)
    if (line._tag === "Tending") yield* school.tend(line.at)
    else {
      const { as: actor, at } = line
      const sent =
        line._tag === "Taking"
          ? school.accept(line.key, { actor, at })
          : school.send(line.machine, line.id, line.input, { actor, at, command: line.command })
      const answer = yield* Effect.result(sent)
      if (answer._tag === "Failure") wrong.push(`${line._tag === "Taking" ? line.key : line.command}: ${answer.failure.message}`)
    }
  }
  yield* school.tend(until)
  return wrong
})

/** Has the year been played into this school? */
export const isPlayed = Effect.gen(function* () {
  const { list } = yield* School
  return (yield* list("Intervision", { actor: "p-femke", at: until })).includes("s6")
})

/** The registry and the packs of the school. */
export const { domain, glossaries, packs, processes, retention } = house
