/** The people of obs De Zwaluw. Facts know them by an id alone; what they are called, and where they work, is told here. */
import type { Both } from "./Both.ts"

interface Colleague {
  readonly id: string
  readonly name: string
  readonly does: Both
}

const group = (n: number): Both => ({ nl: `leerkracht groep ${n}`, en: `teacher of group ${n}` })

/** Everybody of the fictional school, in the order in which the page offers them. */
export const people: ReadonlyArray<Colleague> = [
  { id: "p-femke", name: "Femke", does: group(3) },
  { id: "p-anneke", name: "Anneke", does: group(3) },
  { id: "p-bram", name: "Bram", does: group(4) },
  { id: "p-carla", name: "Carla", does: group(5) },
  { id: "p-dirk", name: "Dirk", does: group(5) },
  { id: "p-esra", name: "Esra", does: group(4) },
  { id: "p-lies", name: "Lies", does: { nl: "leerkracht groep 7, MR", en: "teacher of group 7, staff council" } },
  { id: "p-iris", name: "Iris", does: { nl: "intern begeleider", en: "internal coach" } },
  { id: "p-hilde", name: "Hilde", does: { nl: "directeur", en: "head of the school" } },
  { id: "p-kees", name: "Kees", does: { nl: "personeelszaken", en: "human resources" } },
  { id: "p-joke", name: "Joke", does: { nl: "administratie", en: "office" } }
]

/** Its POP-groups, and the parts of the school of which a pulse tells, each by where it works. */
export const groups: ReadonlyArray<{ readonly id: string; readonly name: Both }> = [
  { id: "g-onder", name: { nl: "de onderbouw", en: "the lower years" } },
  { id: "g-midden", name: { nl: "de middenbouw", en: "the middle years" } },
  { id: "g-boven", name: { nl: "de bovenbouw", en: "the upper years" } },
  { id: "middenbouw", name: { nl: "de middenbouw", en: "the middle years" } },
  { id: "g-overig", name: { nl: "de andere collega’s", en: "the other colleagues" } }
]
