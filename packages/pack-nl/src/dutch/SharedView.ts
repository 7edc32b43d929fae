import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields } from "./FieldsAndSteps.ts"

export const sharedView: Glossary.MachineWords<Machine.Of<typeof Domain.domain.SharedView.machine>> = {
  name: "Wat iemand opende",
  states: {
    Open: "open",
    Closed: "gesloten"
  },
  commands: {
    Open: "voor iemand openen",
    Close: "sluiten"
  },
  help: {
    Open: "Woord voor woord wat de eigenaar koos, tot een dag.",
    Close: "Vanaf nu kan niemand het meer lezen."
  },
  events: {
    ViewOpened: "opende iets van zichzelf",
    ViewClosed: "sloot het weer"
  },
  roles: {
    Owner: "de eigenaar",
    SourceOwner: "van wie het is",
    Reader: "voor wie het open is"
  },
  fields: {
    ...fields,
    applied: "gedaan in je werk",
    fun: "hoe leuk",
    learned: "geleerd",
    part: "welk deel",
    rows: "competenties",
    skill: "hoe goed",
    sourceId: "waar het van is",
    sourceType: "waar het van is"
  },
  choices: {
    applied: {
      None: "nog niet",
      Tried: "geprobeerd",
      Practised: "geoefend",
      Regular: "gewoon in het werk"
    },
    sourceType: {
      CompetenceProfile: "competentieprofiel",
      PortfolioEntry: "portfolio",
      Pop: "POP"
    },
    kind: {
      Person: "een persoon",
      Group: "een groep",
      Conversation: "een gesprek"
    }
  },
  refusals: {}
}
