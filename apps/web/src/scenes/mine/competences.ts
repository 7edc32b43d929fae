/** What competences are called. */
import { useHere } from "../../here.tsx"
import type { Thing } from "../../school.ts"
import { useThings } from "../../things.ts"
import type { Both } from "../../house.ts"
import type { Ref } from "./ratings.ts"

interface Published {
  readonly framework: string
  readonly version: number
  readonly competences: ReadonlyArray<{ readonly id: string; readonly name: Both; readonly core?: Both }>
}

/** The frameworks that the school published, by which people rate themselves. */
export const usePublished = (): ReadonlyArray<Published> =>
  (useThings("CompetenceFramework") ?? []).flatMap(({ state: { _tag, competences, framework, version } }) =>
    _tag === "Published" && competences !== undefined && framework !== undefined && version !== undefined
      ? [{ framework, version, competences }]
      : []
  )

/** The competence of a reference in the words of who looks; one's own in one's own words. */
export const useCompetence = (profile?: Thing<"CompetenceProfile">) => {
  const { house, language } = useHere()
  const published = usePublished()
  return ({ competence, of }: Ref): { readonly name: string; readonly core?: string } => {
    const found =
      published.find(({ framework }) => framework === of?.framework)?.competences.find(({ id }) => id === competence) ??
      house.frameworks.find(({ id }) => id === of?.framework)?.competences.find(({ id }) => id === competence)
    const own = profile?.state.personal?.find(({ id }) => id === competence)?.name
    const name = found?.name[language] ?? own ?? competence
    return {
      name,
      ...(found?.core !== undefined && { core: found.core[language] })
    }
  }
}
