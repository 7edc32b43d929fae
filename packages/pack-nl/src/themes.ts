/** Examples of themes of staff policy. */
import type { Pack } from "@groeikring/core"

export const themes: ReadonlyArray<Pack.Theme> = [
  {
    id: "klassenmanagement",
    name: { nl: "klassenmanagement", en: "class management" },
    source: { mark: "Deck", at: "deck of 2003, slide 1: from a policy proposal" }
  }
]
