/**
 * Publisher — every report in every format, for whoever may see what is in it. A server that is handed one has reports; what
 * it needs for a format is loaded when somebody asks for that format.
 */
import type { Machine, Refusal } from "@groeikring/core"
import { Effect } from "effect"
import type { Language } from "./Document.ts"
import type { Counter } from "./Eyes.ts"
import { type Format, mediaTypes, write } from "./Formats.ts"
import { NoSuchSchoolYear, type Report, usualFor } from "./Report.ts"
import { reports } from "./Reports.ts"
import type { Sources } from "./Sources.ts"
import { type House, houseOf } from "./Theme.ts"

/** What is published, and in which words. */
export interface Published {
  readonly school: Counter
  readonly viewer: Machine.Asked
  readonly kind: string
  /** What it is about; `""` for what is about nothing. */
  readonly id: string
  readonly language: Language
  /** A media type, such as `application/pdf`. */
  readonly type: string
}

const table: Readonly<Record<string, Report>> = reports
const formatOf = Object.fromEntries(Object.entries(mediaTypes).map(([format, type]) => [type, format as Format]))

/**
 * A publisher for a school with this data, these words, and this house; without a house it is called as its list of staff
 * calls it.
 *
 * @example
 * ```ts
 * import { english } from "@groeikring/core"
 * import { dutch, pack } from "@groeikring/pack-nl"
 * import { publisher } from "@groeikring/reporting"
 *
 * const { kinds, types } = publisher({ packs: pack, glossaries: { nl: dutch, en: english } })
 * kinds.some(({ kind }) => kind === "pop") // => true
 * types["application/pdf"] // => "pdf"
 * ```
 */
export const publisher = (sources: Sources, house?: House) => ({
  kinds: Object.entries(table).map(([kind, { about, name, of }]) => ({ kind, name, about, of })),
  refuses: [NoSuchSchoolYear],
  types: formatOf as Readonly<Record<string, Format>>,
  usual: (kind: string, viewer: Machine.Asked) => usualFor(table[kind]!, viewer),
  publish: Effect.fn("Publisher.publish")(function* ({ id, kind, language, school, type, viewer }: Published) {
    const look = house ?? houseOf({ school: yield* schoolOf(school, viewer) })
    const document = yield* table[kind]!.make({ school, viewer, id, language, house: look, sources })
    return yield* write(document, formatOf[type]!)
  })
})

/** The name of the school as its own list of staff has it, where this viewer sees that. */
export const schoolOf = Effect.fnUntraced(function* (
  { list, show }: Counter,
  viewer: Machine.Asked
): Effect.fn.Return<string, Refusal.Refusal> {
  const [first] = yield* list("Staff", viewer)
  if (first === undefined) return "Groeikring"
  const { state } = yield* show("Staff", first, viewer)
  return "school" in state && typeof state.school === "string" ? state.school : "Groeikring"
})
