import { defineConfig } from "tsup"
import { library } from "../../tsup.base.ts"

export default defineConfig(
  library(
    {
      index: "src/index.ts",
      Charts: "src/Charts.ts",
      Csv: "src/Csv.ts",
      Html: "src/Html.ts",
      Json: "src/Json.ts",
      Logo: "src/Logo.ts",
      Markdown: "src/Markdown.ts",
      OpenDocument: "src/OpenDocument.ts",
      Pdf: "src/Pdf.ts",
      PdfInWasm: "src/PdfInWasm.ts",
      Seal: "src/Seal.ts",
      Spreadsheet: "src/Spreadsheet.ts",
      Word: "src/Word.ts"
    },
    // The compiler is optional: there is a binary of it for some machines, and it is looked for when a PDF is asked.
    { platform: "node", external: [/^@myriaddreamin\//] }
  )
)
