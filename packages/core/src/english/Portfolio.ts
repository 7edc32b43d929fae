import { type MachineWords, said } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { Portfolio } from "../Portfolio.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const portfolio: MachineWords<Machine.Of<typeof Portfolio>> = {
  name: "Portfolio",
  states: {
    Open: "open",
    Exporting: "being copied",
    HandedOver: "handed over",
    Erased: "erased"
  },
  commands: {
    Open: "begin your portfolio",
    Export: "take a copy",
    FinishExport: "note that the copy is there",
    HandOver: "hand it over",
    Erase: "erase it"
  },
  help: {
    Open: "Your keeping folder. It is yours, also when you leave.",
    Export: "In open formats, as often as you like.",
    FinishExport: "The files are ready. The folder stays as it is.",
    HandOver: "Its owner has left and takes it along.",
    Erase: "Everything in it goes for good."
  },
  events: {
    PortfolioOpened: "began a portfolio",
    PortfolioExportAsked: "asked for a copy of the portfolio",
    PortfolioExported: "made the copy of the portfolio",
    PortfolioHandedOver: "handed the portfolio over",
    PortfolioErased: "erased the portfolio"
  },
  roles: {
    Owner: "the owner"
  },
  fields: {
    ...shared,
    exportedAt: "last copy",
    formats: "formats",
    handedOverAt: "handed over on"
  },
  choices: {
    formats: {
      Json: "data (JSON)",
      Pdf: "to read (PDF)"
    }
  },
  refusals: {
    PortfolioExists: said,
    NoFormat: said,
    StillWorksHere: said,
    StillKept: said
  }
}
