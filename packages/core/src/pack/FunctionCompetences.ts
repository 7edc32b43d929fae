import type { Competence, Framework, FunctionProfile } from "./Schemas.ts"

/** What a function asks: the competences of its frameworks that are for everybody or for this function, and its own. */
export const competencesOf = (
  { frameworks: named, id, own }: FunctionProfile,
  frameworks: ReadonlyArray<Framework>
): ReadonlyArray<Competence> => [
  ...named.flatMap((one) => frameworks.filter((framework) => framework.id === one)).flatMap(({ competences }) =>
    competences.filter(({ functions, kind }) => kind === "Functional" && (functions?.includes(id) ?? true))
  ),
  ...own
]
