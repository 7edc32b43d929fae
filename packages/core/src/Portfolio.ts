/**
 * Portfolio — the keeping folder of one person: it goes along when they leave. What is in it are entries, each a thing
 * of its own, so that one of them can be opened, or really erased, without the others.
 */
import { Schema } from "effect"
import { mayNotErase, StillKept, StillWorksHere } from "./Leaving.ts"
import * as Machine from "./Machine.ts"
import { seenBy } from "./Privacy.ts"
import { refusal } from "./Refusal.ts"
import { Settings } from "./Settings.ts"
import { Id, Instant, maybe, People, Person } from "./Vocabulary.ts"

const Format = Schema.Literals(["Json", "Pdf"])

// What it is about --------------------------------------------------------------

const folder = { ownerId: Person, exportedAt: maybe(Instant) }
const exporting = { ...folder, formats: Schema.Array(Format) }
const handedOver = { ...folder, handedOverAt: Instant }

// Why not -----------------------------------------------------------------------

export class PortfolioExists extends refusal(
  "PortfolioExists",
  ({ portfolio }) => `You have a portfolio already: ${portfolio}. Go on with that one.`,
  { portfolio: Id }
) {}
export class NoFormat extends refusal("NoFormat", "An export is made in a format, and you chose none. Choose one, or both.") {}

// Lifecycle ---------------------------------------------------------------------

export const PortfolioLifecycle = Machine.lifecycle("Portfolio", {
  roles: { Owner: "ownerId" },
  foundBy: ["ownerId"],
  seenBy: seenBy("Portfolio"),
  needs: { otherPortfolio: Schema.NullOr(Id), staff: People, settings: Settings },
  states: { Open: folder, Exporting: exporting, HandedOver: handedOver, Erased: { ownerId: Person } },
  events: {
    PortfolioOpened: { from: ["Start"], to: "Open", payload: { ownerId: Person } },
    PortfolioExportAsked: { from: ["Open"], to: "Exporting", payload: { formats: Schema.Array(Format) } },
    /** The copy was made, and the folder stays: who takes a copy along goes on growing. */
    PortfolioExported: { from: ["Exporting"], to: "Open", payload: { at: Instant } },
    PortfolioHandedOver: { from: ["Open", "Exporting"], to: "HandedOver", payload: { at: Instant } },
    PortfolioErased: { from: ["Open", "Exporting", "HandedOver"], to: "Erased", forgets: true }
  },
  commands: {
    Open: { by: ["Founder", "Owner"], emits: ["PortfolioOpened"], needs: ["otherPortfolio"], refuses: [PortfolioExists] },
    /** In open formats, as often as they like. */
    Export: {
      by: ["Owner"],
      emits: ["PortfolioExportAsked"],
      refuses: [NoFormat],
      payload: { formats: Schema.Array(Format) }
    },
    /** The files are there: said by whoever made them. */
    FinishExport: { by: ["Owner", "System"], emits: ["PortfolioExported"] },
    HandOver: { by: ["System"], emits: ["PortfolioHandedOver"], needs: ["staff"], refuses: [StillWorksHere] },
    Erase: { by: ["Owner", "System"], emits: ["PortfolioErased"], needs: ["settings"], refuses: [StillKept] }
  }
})

// Rules -------------------------------------------------------------------------

export const Portfolio = Machine.make(PortfolioLifecycle, {
  decide: {
    Open: (_, __, { actor, otherPortfolio }) =>
      otherPortfolio === null ? { _tag: "PortfolioOpened", ownerId: actor } : new PortfolioExists({ portfolio: otherPortfolio }),
    Export: (_, { formats }) => (formats.length === 0 ? new NoFormat() : { _tag: "PortfolioExportAsked", formats }),
    FinishExport: (_, __, { at }) => ({ _tag: "PortfolioExported", at }),
    HandOver: ({ ownerId }, _, { at, staff }) =>
      staff.includes(ownerId) ? new StillWorksHere() : { _tag: "PortfolioHandedOver", at },
    Erase: (folder, _, { actor, at, settings }) =>
      mayNotErase(folder._tag === "HandedOver" ? folder.handedOverAt : undefined, actor === folder.ownerId, at, settings)
        ?? { _tag: "PortfolioErased" }
  },
  evolve: {
    PortfolioOpened: (_, { ownerId }) => ({ ownerId }),
    PortfolioExportAsked: (folder, { formats }) => ({ ...folder, formats }),
    PortfolioExported: (folder, { at }) => ({ ...folder, exportedAt: at }),
    PortfolioHandedOver: (folder, { at }) => ({ ...folder, handedOverAt: at }),
    PortfolioErased: (folder) => folder
  }
})
