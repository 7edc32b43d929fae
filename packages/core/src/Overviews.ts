/** The registry of what is read over many things at once. Whatever adapts the domain loops over this. */
import { IpbProgramme } from "./overviews/IpbProgramme.ts"
import { ProgrammeIndicators } from "./overviews/ProgrammeIndicators.ts"

export const overviews = { ProgrammeIndicators, IpbProgramme } as const
