/** The scripts of the year: who works at obs De Zwaluw, and then its stories, in their order. */
import { house, readScript } from "@groeikring/cli"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

const folder = join(import.meta.dirname, "..", "stories")
const numberOf = (name: string) => Number(/^story-(\d+)\.jsonl$/.exec(name)?.[1] ?? 0)

/** The files with the stories up to one of them; all of them unless told. */
export const scriptsUntil = (last = Infinity): ReadonlyArray<string> => [
  "school.jsonl",
  ...readdirSync(folder)
    .filter((name) => numberOf(name) > 0 && numberOf(name) <= last)
    .toSorted((one, other) => numberOf(one) - numberOf(other))
]

/** The lines of a script beside these sources. One that cannot be read is a mistake of ours. */
export const linesOf = (name: string, from = folder) => {
  const { lines, problems } = readScript(house.domain, name, readFileSync(join(from, name), "utf8"))
  for (const { line, path, problem } of problems) throw new Error(`${name}:${line} ${path} ${problem}`)
  return lines
}
