import { defineConfig } from "tsup"
import { library } from "../../tsup.base.ts"

export default defineConfig(
  library(
    {
      index: "src/index.ts",
      Pdf: "src/Pdf.ts",
      Word: "src/Word.ts",
      OpenDocument: "src/OpenDocument.ts",
      Spreadsheet: "src/Spreadsheet.ts"
    },
    // The compiler is optional: there is a binary of it for some machines, and it is looked for when a PDF is asked.
    { platform: "node", external: [/^@myriaddreamin\//] }
  )
)
