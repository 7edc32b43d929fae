/** All that can be read in a file by somebody who takes it apart: parts, properties, alternatives, streams. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  type PDFObject,
  PDFRawStream,
  PDFString
} from "@cantoo/pdf-lib"
import { strFromU8, unzipSync } from "fflate"
import type { Format } from "../src/index.ts"

const inPdf = async (bytes: Uint8Array): Promise<string> => {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const texts: Array<string> = []
  const read = (object: PDFObject | undefined): void => {
    if (object instanceof PDFString || object instanceof PDFHexString) texts.push(object.decodeText())
    else if (object instanceof PDFArray) object.asArray().forEach(read)
    else if (object instanceof PDFDict) object.values().forEach(read)
    else if (object instanceof PDFRawStream) {
      read(object.dict)
      texts.push(strFromU8(decodePDFRawStream(object).decode(), true))
    }
  }
  for (const [, object] of pdf.context.enumerateIndirectObjects()) read(object)
  return texts.join("\n")
}

export const textsIn = (bytes: Uint8Array, format: Format): Promise<string> | string => {
  switch (format) {
    case "pdf":
      return inPdf(bytes)
    case "docx":
    case "odt":
    case "xlsx":
    case "ods":
      return Object.entries(unzipSync(bytes))
        .map(([name, part]) => `${name}\n${strFromU8(part, true)}`)
        .join("\n")
    default:
      return strFromU8(bytes)
  }
}

/** The cells of CSV as a spreadsheet reads them. */
export const cellsIn = (csv: string): ReadonlyArray<string> =>
  [...csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"')
  )
