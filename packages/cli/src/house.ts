/** The domain as it ships, with the Dutch pack. */
import { Domain, english, processes } from "@groeikring/core"
import { dutch, pack, retention } from "@groeikring/pack-nl"
import type { House } from "./Front.ts"

export const house: House = { domain: Domain.domain, packs: pack, retention, processes, glossaries: { nl: dutch, en: english } }
