/** The first cell of each row of a table is its head: for who hears a table, and asks where in it they are. */
import { type PDF, PdfArray, PdfDict, PdfName, type PdfObject, PdfRef } from "@libpdf/core"

/**
 * Tags the first cell of every row as the head of that row. The compiler tags heads of columns alone: what makes a head of a
 * row is behind a switch that its packages do not have.
 */
export const withRowHeads = (document: PDF): void => {
  const found = (object: PdfObject | undefined) => (object instanceof PdfRef ? document.getObject(object) : object)
  const dictionariesIn = (object: PdfObject | undefined): ReadonlyArray<PdfDict> => {
    const one = found(object)
    return (one instanceof PdfArray ? [...one].map(found) : [one]).filter((each) => each instanceof PdfDict)
  }
  const look = (tag: PdfDict): void => {
    const inside = dictionariesIn(tag.get("K"))
    const [head, ...others] = inside
    if (isA(tag, "TR") && head !== undefined && isA(head, "TD")) {
      head.set("S", PdfName.of("TH"))
      head.set("A", PdfDict.of({ O: PdfName.of("Table"), Scope: PdfName.of("Row") }))
      // A list of heads takes the place of what the scopes say, and the compiler lists those of columns alone.
      for (const cell of others) for (const owned of dictionariesIn(cell.get("A"))) owned.delete("Headers")
    } else inside.forEach(look)
  }
  dictionariesIn(document.getCatalog().get("StructTreeRoot")).forEach(look)
}

const isA = (tag: PdfDict, role: string) => tag.getName("S")?.value === role
