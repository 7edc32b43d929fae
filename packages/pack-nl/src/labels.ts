/** What a school may call a competence: one thing with three names in the source of 2003 (S2.12). */
import type { Glossary } from "@groeikring/core"

export const labels = {
  nl: {
    competentie: [],
    kwaliteit: [
      ["competenties", "kwaliteiten"],
      ["competentie", "kwaliteit"]
    ],
    talent: [
      ["competenties", "talenten"],
      ["deze competentie", "dit talent"],
      ["die competentie", "dat talent"],
      ["de competentie", "het talent"],
      ["elke competentie", "elk talent"],
      ["functionele competentie", "functioneel talent"],
      ["welke competentie", "welk talent"],
      ["competentie", "talent"]
    ]
  },
  en: {
    competence: [],
    quality: [
      ["competences", "qualities"],
      ["competence", "quality"]
    ],
    talent: [
      ["competences", "talents"],
      ["competence", "talent"]
    ]
  }
} as const satisfies Readonly<Record<"nl" | "en", Readonly<Record<string, Glossary.Called>>>>
