/**
 * From a tagged PDF/A-2a to one file that is PDF/UA-1 as well: for who cannot see it, and for who opens it in twenty years.
 * The compiler writes one standard at a time; the second asks only for words in the metadata that no tool adds by itself.
 */
import { PDFBool, PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib"

const accessible =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>' +
  "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>" +
  "<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>"
const spaces =
  'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" ' +
  'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"'
const end = "</rdf:RDF>"

const withStandard = (metadata: string) => {
  const declared = metadata.includes("<pdfaExtension:schemas>")
    ? metadata.replace(/(<pdfaExtension:schemas>\s*<rdf:Bag>)/, `$1${accessible}`)
    : metadata.replace(
        end,
        `<rdf:Description rdf:about="" ${spaces}><pdfaExtension:schemas><rdf:Bag>${accessible}</rdf:Bag></pdfaExtension:schemas></rdf:Description>${end}`
      )
  return declared.includes("<pdfuaid:part>")
    ? declared
    : declared.replace(
        end,
        `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>${end}`
      )
}

/** Adds what PDF/UA-1 asks for to a tagged PDF/A-2a. The same bytes come in, the same bytes go out. */
export const accessibleToo = async (archived: Uint8Array): Promise<Uint8Array> => {
  const document = await PDFDocument.load(archived, { updateMetadata: false })
  const { catalog, context } = document
  const reference = catalog.get(PDFName.of("Metadata"))
  const metadata = context.lookup(reference)
  if (!(metadata instanceof PDFRawStream) || reference === undefined) throw new Error("This PDF has no metadata to add to.")
  const text = withStandard(new TextDecoder().decode(metadata.getContents()))
  context.assign(
    reference as Parameters<typeof context.assign>[0],
    PDFRawStream.of(context.obj({ Type: "Metadata", Subtype: "XML" }), new TextEncoder().encode(text))
  )
  catalog.set(PDFName.of("ViewerPreferences"), context.obj({ DisplayDocTitle: PDFBool.True }))
  return document.save({ addDefaultPage: false, updateFieldAppearances: false })
}
