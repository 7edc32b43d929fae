/**
 * From a tagged PDF to one file that is PDF/A-2a and PDF/UA-1: for who opens it in twenty years, and for who cannot see it.
 * The compiler writes one standard at a time, or none; what is missing are words in the metadata, and what colours mean.
 */
import { PDF, PdfArray, PdfBool, PdfDict, PdfName, PdfNumber, PdfRef, PdfStream, PdfString } from "@libpdf/core"
import { zlibSync } from "fflate"
import { sRgb } from "./Colours.ts"
import { withRowHeads } from "./RowHeads.ts"

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

const withStandards = (metadata: string) => {
  const declared = metadata.includes("<pdfaExtension:schemas>")
    ? metadata.replace(/(<pdfaExtension:schemas>\s*<rdf:Bag>)/, `$1${accessible}`)
    : metadata.replace(
        end,
        `<rdf:Description rdf:about="" ${spaces}><pdfaExtension:schemas><rdf:Bag>${accessible}</rdf:Bag></pdfaExtension:schemas></rdf:Description>${end}`
      )
  const claims = [
    declared.includes("<pdfaid:part>") ? "" : "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
    declared.includes("<pdfuaid:part>") ? "" : "<pdfuaid:part>1</pdfuaid:part>"
  ].join("")
  return declared.replace(
    end,
    `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">${claims}</rdf:Description>${end}`
  )
}

/** Adds what PDF/A-2a and PDF/UA-1 ask for to a tagged PDF that lacks it. The same bytes come in, the same bytes go out. */
export const archived = async (tagged: Uint8Array): Promise<Uint8Array> => {
  const document = await PDF.load(tagged)
  const catalog = document.getCatalog()
  const reference = catalog.get("Metadata")
  const metadata = reference instanceof PdfRef ? document.getObject(reference) : reference
  if (!(metadata instanceof PdfStream)) throw new Error("This PDF has no metadata to add to.")
  const text = withStandards(new TextDecoder().decode(metadata.getDecodedData()))
  metadata.setData(new TextEncoder().encode(text))
  if (!catalog.has("OutputIntents")) {
    const profile = { N: PdfNumber.of(3), Filter: PdfName.of("FlateDecode") }
    const intent = {
      Type: PdfName.of("OutputIntent"),
      S: PdfName.of("GTS_PDFA1"),
      OutputConditionIdentifier: PdfString.fromString("sRGB"),
      Info: PdfString.fromString("sRGB IEC61966-2.1"),
      DestOutputProfile: document.register(PdfStream.fromDict(profile, zlibSync(sRgb())))
    }
    catalog.set("OutputIntents", PdfArray.of(PdfDict.of(intent)))
  }
  withRowHeads(document)
  catalog.set("ViewerPreferences", PdfDict.of({ DisplayDocTitle: PdfBool.TRUE }))
  // The compiler packs its streams; what it leaves plain, such as the metadata, is there for who reads the file as it is.
  return document.save({ compressStreams: false })
}
