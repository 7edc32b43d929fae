import type { Pack } from "@groeikring/core"
import { assumptions } from "./assumptions.ts"
import { cao, caoFacts } from "./cao.ts"
import { choices } from "./choices.ts"
import { conversationTypes, developmentBlocks } from "./development.ts"
import { frameworks, functionProfiles } from "./frameworks/index.ts"
import { holidays } from "./holidays.ts"
import { methods } from "./methods/index.ts"
import { instruments, pulses, scales } from "./pulse.ts"
import { retention } from "./retention.ts"
import { settings, settingSources } from "./settings.ts"
import { terms } from "./terms.ts"
import { themes } from "./themes.ts"

export { deckLines } from "./deck.ts"
export { dutch } from "./dutch/index.ts"
export { labels } from "./labels.ts"
export {
  assumptions,
  cao,
  caoFacts,
  choices,
  conversationTypes,
  developmentBlocks,
  frameworks,
  functionProfiles,
  holidays,
  instruments,
  methods,
  pulses,
  retention,
  scales,
  settings,
  settingSources,
  terms,
  themes
}

/** Everything a Dutch school begins with. Law and agreements as they were checked in the autumn of 2026. */
export const pack: Pack.Pack = {
  id: "nl",
  version: "2026.1",
  methods,
  choices,
  settings,
  cao,
  caoFacts,
  frameworks,
  functionProfiles,
  developmentBlocks,
  conversationTypes,
  holidays,
  scales,
  pulses,
  instruments,
  retention,
  themes,
  assumptions,
  terms
}
