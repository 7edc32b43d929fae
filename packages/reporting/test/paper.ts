/** A PDF as its readers meet it: what is on each page and where, its tags, and what the file says of itself. */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString
} from "@cantoo/pdf-lib"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"

interface Written {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Outside the tags: a foot, a head that is repeated on the next page. */
  readonly isArtifact: boolean
}
export interface Tag {
  readonly role: string
  readonly alt?: string
  readonly scope?: string
  /** How many heads a cell lists itself, in the place of those that the scopes give it. */
  readonly heads: number
  readonly children: ReadonlyArray<Tag>
}
export interface Paper {
  readonly pages: ReadonlyArray<{ readonly width: number; readonly height: number; readonly written: ReadonlyArray<Written> }>
  /** The tags of the whole file, in reading order. */
  readonly tags: ReadonlyArray<Tag>
  readonly language: string | undefined
  readonly title: string | undefined
  readonly isMarked: boolean
  readonly showsTitle: boolean
  readonly intents: ReadonlyArray<string>
  /** Fonts that are not in the file. */
  readonly missingFonts: ReadonlyArray<string>
  readonly metadata: string
}

const root = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"))

export const paperOf = async (bytes: Uint8Array): Promise<Paper> => {
  const task = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    useSystemFonts: false,
    standardFontDataUrl: `${join(root, "standard_fonts")}/`
  })
  const document = await task.promise
  const pages: Array<Paper["pages"][number]> = []
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n)
    const [, , width, height] = page.view as [number, number, number, number]
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const marks: Array<string> = []
    const written: Array<Written> = []
    for (const item of items) {
      if ("str" in item) {
        const [along, , , up, x, y] = item.transform as [number, number, number, number, number, number]
        const [width, height] = [item.width, Math.abs(up)]
        // What is folded over stands on its head: it goes to the left, and down.
        const [left, bottom] = [along < 0 ? x - width : x, up < 0 ? y - height : y]
        if (item.str.trim() !== "")
          written.push({ text: item.str, x: left, y: bottom, width, height, isArtifact: marks.includes("Artifact") })
      } else if (item.type === "endMarkedContent") marks.pop()
      else marks.push("tag" in item && typeof item.tag === "string" ? item.tag : "")
    }
    pages.push({ width, height, written })
  }
  await task.destroy()
  return { pages, ...(await aboutFile(bytes)) }
}

/** The tags as they lie in the file: a table that goes on over pages is one. */
const tagsIn = (node: PDFObject | undefined, { context, roles }: Tree): ReadonlyArray<Tag> => {
  const found = context.lookup(node)
  if (found instanceof PDFArray) return found.asArray().flatMap((one) => tagsIn(one, { context, roles }))
  if (!(found instanceof PDFDict)) return []
  const own = found.get(PDFName.of("S"))
  const children = tagsIn(found.get(PDFName.of("K")), { context, roles })
  if (!(own instanceof PDFName)) return children
  const standard = roles?.get(own)
  const alt = found.lookup(PDFName.of("Alt"))
  const attributes = attributesOf(found)
  const scope = attributes.find((one) => one.has(PDFName.of("Scope")))?.lookup(PDFName.of("Scope"), PDFName)
  return [
    {
      role: (standard instanceof PDFName ? standard : own).decodeText(),
      children,
      heads: attributes.reduce((sum, one) => sum + (one.lookupMaybe(PDFName.of("Headers"), PDFArray)?.size() ?? 0), 0),
      ...((alt instanceof PDFString || alt instanceof PDFHexString) && { alt: alt.decodeText() }),
      ...(scope !== undefined && { scope: scope.decodeText() })
    }
  ]
}
interface Tree {
  readonly context: PDFContext
  readonly roles: PDFDict | undefined
}
const attributesOf = (tag: PDFDict): ReadonlyArray<PDFDict> => {
  const found = tag.lookup(PDFName.of("A"))
  const all = found instanceof PDFArray ? found.asArray().map((one) => tag.context.lookup(one)) : [found]
  return all.filter((one) => one instanceof PDFDict)
}

const aboutFile = async (bytes: Uint8Array) => {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const { catalog, context } = pdf
  const missingFonts = context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of("Type")) !== PDFName.of("FontDescriptor")) return []
    const isInside = ["FontFile", "FontFile2", "FontFile3"].some((key) => object.has(PDFName.of(key)))
    return isInside ? [] : [String(object.get(PDFName.of("FontName")))]
  })
  const intents = catalog.lookupMaybe(PDFName.of("OutputIntents"), PDFArray)
  const metadata = catalog.lookup(PDFName.of("Metadata"))
  const tree = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict)
  return {
    tags: tagsIn(tree, { context, roles: tree?.lookupMaybe(PDFName.of("RoleMap"), PDFDict) }),
    language: pdf.getLanguage(),
    title: pdf.getTitle(),
    isMarked: String(catalog.lookupMaybe(PDFName.of("MarkInfo"), PDFDict)?.get(PDFName.of("Marked"))) === "true",
    showsTitle:
      String(catalog.lookupMaybe(PDFName.of("ViewerPreferences"), PDFDict)?.get(PDFName.of("DisplayDocTitle"))) === "true",
    intents: Array.from({ length: intents?.size() ?? 0 }, (_, n) => String(intents!.lookup(n, PDFDict).get(PDFName.of("S")))),
    missingFonts,
    metadata: metadata instanceof PDFRawStream ? new TextDecoder().decode(metadata.getContents()) : ""
  }
}

/** Every tag, those inside others too. */
export const flat = (tags: ReadonlyArray<Tag>): ReadonlyArray<Tag> => tags.flatMap((tag) => [tag, ...flat(tag.children)])

/** Words that lie on others or off the page: what conformance does not see. */
export const misprinted = ({ pages }: Paper): ReadonlyArray<string> =>
  pages.flatMap(({ height, width, written }, page) => {
    const off = written
      .filter((one) => one.x < -1 || one.y < -1 || one.x + one.width > width + 1 || one.y + one.height > height + 1)
      .map(({ text }) => `page ${page + 1}: ${text} is off the page`)
    const over = written.flatMap((one, n) =>
      written
        .slice(n + 1)
        .filter(
          (other) =>
            Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > 1.5 &&
            // The line of the letters, without what hangs under it.
            Math.abs(one.y - other.y) < Math.min(one.height, other.height) * 0.7
        )
        .map((other) => `page ${page + 1}: ${one.text} lies on ${other.text}`)
    )
    return [...off, ...over]
  })

/** All that is written, without spaces and the hyphens of a line's end; what is repeated on every page can be left out. */
export const lettersOf = ({ pages }: Pick<Paper, "pages">, withArtifacts = true): string =>
  letters(
    pages
      .flatMap(({ written }) => written.filter(({ isArtifact }) => withArtifacts || !isArtifact).map(({ text }) => text))
      .join("")
  )
export const letters = (text: string): string => text.normalize("NFC").replaceAll(/[\s\u00ad\u2010\u200b-]/g, "")
