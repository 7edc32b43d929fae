/** One document of every kind and language, out of the year of obs De Zwaluw. */
import type { School } from "@groeikring/storage"
import { Effect } from "effect"
import type { Document, Language } from "../src/Document.ts"
import type { Kind } from "../src/index.ts"
import { house, kinds, reportOf } from "./zwaluw.ts"

/** One of each kind, as whoever it is for. */
const samples = {
  pop: ["pop-femke", "p-femke"],
  pap: ["pap-femke-2", "p-femke"],
  "competence-profile": ["profiel-femke", "p-femke"],
  portfolio: ["map-bram", "p-bram"],
  "competence-file": ["map-bram", "p-bram"],
  "own-data": ["p-femke", "p-femke"],
  "working-agreement": ["g-midden", "p-femke"],
  "session-sheet": ["s1", "p-femke"],
  "group-plan": ["g-midden/2025-2026", "p-hilde"],
  "group-worksheet": ["g-midden/2025-2026", "p-femke"],
  "year-poster": ["2025-2026", "p-femke"],
  "conversation-invitation": ["voortgang-bram", "p-bram"],
  "conversation-agenda": ["voortgang-bram", "p-bram"],
  "conversation-report": ["voortgang-bram", "p-bram"],
  "objection-slip": ["beoordeling-bram", "p-bram"],
  "year-task": ["jaartaak-femke", "p-femke"],
  rostered: ["2025-2026", "p-hilde"],
  promises: ["2025-2026", "p-hilde"],
  pulse: ["puls-jun", "p-hilde"],
  programme: ["groeien-2025", "p-hilde"],
  "staff-policy": ["groeien-2025", "p-anneke"],
  infrastructure: ["groeien-2025", "p-hilde"],
  "method-cards": ["", "p-femke"],
  glossary: ["", "p-femke"],
  "who-sees-what": ["", "p-femke"]
} as const satisfies Readonly<Record<Kind, readonly [id: string, viewer: string]>>

export const languages = ["nl", "en"] as const satisfies ReadonlyArray<Language>

/** Each by its kind and its language: `pop.nl`. */
export const samplesOf = Effect.fnUntraced(function* (school: School["Service"], as = house) {
  const made = new Map<string, Document>()
  for (const kind of kinds) {
    const [id, viewer] = samples[kind]
    for (const language of languages) made.set(`${kind}.${language}`, yield* reportOf(school, kind, id, viewer, language, as))
  }
  return made
})
