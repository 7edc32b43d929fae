/** What reports say beside the facts: the data of a pack, and the words of each language. */
import type { Elsewhere, Glossary, Pack } from "@groeikring/core"

/** The data and the words of a school: those of a pack, or its own. */
export interface Sources {
  readonly packs: Elsewhere.Packs & Pick<Pack.Pack, "frameworks" | "pulses" | "conversationTypes" | "terms">
  readonly glossaries: { readonly nl: Glossary.AnyGlossary; readonly en: Glossary.AnyGlossary }
}
