/** The meetings of somebody's groups, in their order. */
import type { Anything, Listed } from "./school.ts"
import { useThings } from "./things.ts"

export const underway = ["Opened", "ReviewingPaps", "ChoosingCase", "Intervision", "TipParade", "PapWriting", "Closing"]
export const isUnderway = ({ state: { _tag } }: Pick<Anything, "state">): boolean => underway.includes(_tag)
export const isToCome = ({ state: { _tag } }: Pick<Anything, "state">): boolean =>
  _tag === "Planned" || _tag === "Ready" || isUnderway({ state: { _tag } })

export const useMeetings = (): ReadonlyArray<Listed<"Intervision">> | undefined =>
  useThings("Intervision")?.toSorted((one, other) => one.state.on.localeCompare(other.state.on))

export const nextOf = (meetings: ReadonlyArray<Listed<"Intervision">> | undefined): Listed<"Intervision"> | undefined =>
  meetings?.find(isUnderway) ?? meetings?.find(isToCome)
