import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields, refusals } from "./FieldsAndSteps.ts"

export const portfolio: Glossary.MachineWords<Machine.Of<typeof Domain.domain.Portfolio.machine>> = {
  name: "Portfolio",
  states: {
    Open: "open",
    Exporting: "wordt gekopieerd",
    HandedOver: "meegegeven",
    Erased: "gewist"
  },
  commands: {
    Open: "je portfolio beginnen",
    Export: "een kopie maken",
    FinishExport: "melden dat de kopie er is",
    HandOver: "meegeven",
    Erase: "wissen"
  },
  help: {
    Open: "Jouw bewaarmap. Hij is van jou, ook als je weggaat.",
    Export: "In open formaten, zo vaak als je wilt.",
    FinishExport: "De bestanden staan klaar. De map blijft zoals hij is.",
    HandOver: "De eigenaar is weg en neemt hem mee.",
    Erase: "Alles erin gaat voorgoed weg."
  },
  events: {
    PortfolioOpened: "begon een portfolio",
    PortfolioExportAsked: "vroeg een kopie van het portfolio",
    PortfolioExported: "maakte de kopie van het portfolio",
    PortfolioHandedOver: "gaf het portfolio mee",
    PortfolioErased: "wiste het portfolio"
  },
  roles: {
    Owner: "de eigenaar"
  },
  fields: {
    ...fields,
    exportedAt: "laatste kopie",
    formats: "formaten",
    handedOverAt: "meegegeven op"
  },
  choices: {
    formats: {
      Json: "gegevens (JSON)",
      Pdf: "om te lezen (PDF)"
    }
  },
  refusals: {
    PortfolioExists: ({ portfolio }) => `Je hebt al een portfolio: ${portfolio}. Ga daarmee verder.`,
    NoFormat: "Een kopie maak je in een formaat, en je koos er geen. Kies er een, of allebei.",
    StillWorksHere: refusals.StillWorksHere,
    StillKept: refusals.StillKept
  }
}
