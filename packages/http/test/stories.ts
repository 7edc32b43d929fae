/** The scripts of the demo: what the people of obs De Zwaluw asked, in order. */
import { readFileSync } from "node:fs"
import { join } from "node:path"

export interface Line {
  readonly machine: string
  readonly id: string
  readonly as: string
  readonly at: string
  readonly do: string
  readonly expect?: string
  readonly fields: Readonly<Record<string, unknown>>
}
/** A suggestion that somebody takes. */
interface Taking {
  readonly take: string
  readonly as: string
  readonly at: string
}
const folder = join(import.meta.dirname, "../../../apps/demo/stories")

export const linesOf = (...names: ReadonlyArray<string>): ReadonlyArray<Line | Taking | { readonly tend: string }> =>
  names.flatMap((name) =>
    readFileSync(join(folder, `${name}.jsonl`), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .filter((line) => !("say" in line))
      .map((line) => {
        if ("tend" in line || "take" in line) return line
        const { as, at, do: asks, expect, id, machine, ...fields } = line
        return { as, at, do: asks, expect, id, machine, fields }
      })
  )
