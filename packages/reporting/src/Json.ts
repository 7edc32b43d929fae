/** A document as JSON: what it says and the numbers behind its figures, without how it looks. */
import type { Block, Document } from "./Document.ts"

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

/** Writes a document as JSON. */
export const json = ({ body, house: _, isCards: __, ...document }: Document): string =>
  `${JSON.stringify({ ...document, body: body.map(withoutDrawings) }, null, 2)}\n`
