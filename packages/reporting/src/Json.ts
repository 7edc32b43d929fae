/** A document as JSON: what it says and the numbers behind its figures, without how it looks. */
import { Context, Layer } from "effect"
import type { Block, Document } from "./Document.ts"
import { inText, type Writing } from "./Writing.ts"

const withoutDrawings = (block: Block): unknown => {
  switch (block.is) {
    case "Section":
      return { ...block, body: block.body.map(withoutDrawings) }
    case "Figure":
      return { is: block.is, caption: block.caption, alternative: block.alternative, data: block.data }
    default:
      return block
  }
}

/**
 * Writes a document as JSON.
 *
 * @example
 * ```ts
 * import { Document, houseOf } from "@groeikring/reporting"
 * import { json } from "@groeikring/reporting/json"
 *
 * const house = houseOf({ school: "obs De Zwaluw" })
 * const file = json({ language: "en", title: "Sheet", school: house.school, date: "2026-06-30", house, body: [Document.note("Purged.")] })
 * const { body } = JSON.parse(file) as { body: unknown }
 * body // => [{ is: "Note", text: "Purged." }]
 * ```
 */
export const json = ({ body, house: _, isCards: __, isFolded: ___, isPoster: ____, ...document }: Document): string =>
  `${JSON.stringify({ ...document, body: body.map(withoutDrawings) }, null, 2)}\n`

/** Documents as data. */
export class JsonWriter extends Context.Service<JsonWriter, Writing>()("@groeikring/reporting/JsonWriter") {
  static readonly layer = Layer.succeed(JsonWriter, inText(json))
}
