/** What the collective agreement gives a year task, read off the facts of a pack. */
import type { CaoOfYear } from "../Elsewhere.ts"
import { inForce } from "./InForce.ts"
import type { CaoFact, DevelopmentBlock, Sector } from "./Schemas.ts"

/** What the agreement of a sector says of one thing in a school year, as it stands on its first day. */
const saidIn = (facts: ReadonlyArray<CaoFact>, sector: Sector, schoolYear: string) => {
  const here = inForce(facts, `${schoolYear.slice(0, 4)}-08-01`).filter((one) => one.sector === sector)
  return (fact: CaoFact["fact"]) => here.find((one) => one.fact === fact)
}

/** What a year task is measured by; nothing when the agreement of that year does not say all of it. */
export const caoOfYear = (facts: ReadonlyArray<CaoFact>, sector: Sector, schoolYear: string): CaoOfYear | undefined => {
  const says = saidIn(facts, sector, schoolYear)
  const [norm, teaching, saving] = [says("NormHours"), says("MaxTeachingHours"), says("SavingYears")]
  return norm === undefined || teaching === undefined || saving === undefined
    ? undefined
    : {
      schoolYear,
      cao: `CAO ${sector.toUpperCase()}`,
      normMinutes: norm.value * 60,
      maxTeachingMinutes: teaching.value * 60,
      savingYears: saving.value
    }
}

/** Whose year task it is to be. Without hours of teaching it has as many as the agreement allows. */
export interface Post {
  readonly sector: Sector
  readonly schoolYear: string
  readonly fte: number
  readonly starter?: boolean
  readonly teachingHours?: number
}
export interface Proposal {
  readonly normMinutes: number
  readonly maxTeachingMinutes: number
  readonly lines: {
    readonly Teaching: number
    readonly Prep: number
    readonly Professionalisation: number
    readonly Sustainable: number
    readonly Other: number
  }
}

/**
 * A year task to begin the talk with: what the agreement gives each line, and the rest for other work. The share for
 * preparation is an example until a school has agreed its own.
 */
export const proposal = (
  facts: ReadonlyArray<CaoFact>,
  { fte, schoolYear, sector, starter = false, teachingHours }: Post
): Proposal | undefined => {
  const says = saidIn(facts, sector, schoolYear)
  const minutes = (fact: CaoFact["fact"]) => Math.round((says(fact)?.value ?? Number.NaN) * fte * 60)
  const normMinutes = minutes("NormHours")
  const maxTeachingMinutes = minutes("MaxTeachingHours")
  const Teaching = teachingHours === undefined ? maxTeachingMinutes : Math.round(teachingHours * 60)
  const Prep = Math.round(Teaching * (says("PrepShare")?.value ?? Number.NaN))
  const Professionalisation = minutes("ProfessionalisationHours")
  const Sustainable = minutes("SustainableHours") + (starter ? minutes("SustainableStarterHours") : 0)
  const Other = normMinutes - Teaching - Prep - Professionalisation - Sustainable
  // One fact that is not there makes a number of nothing; it shows in the rest.
  return Number.isNaN(Other)
    ? undefined
    : { normMinutes, maxTeachingMinutes, lines: { Teaching, Prep, Professionalisation, Sustainable, Other } }
}

/** The minutes of a development block, by what they are for: the earmarks of a year task. */
export const earmarks = ({ parts }: DevelopmentBlock): ReadonlyArray<{
  readonly purpose: DevelopmentBlock["parts"][number]["purpose"]
  readonly minutes: number
}> =>
  [...new Set(parts.map(({ purpose }) => purpose))].map((purpose) => ({
    purpose,
    minutes: parts.filter((part) => part.purpose === purpose).reduce((sum, { count, minutes }) => sum + count * minutes, 0)
  }))
