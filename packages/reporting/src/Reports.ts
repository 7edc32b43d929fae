/** The reports there are, by the name under which they are asked for. A new one is a file and a line here. */
import type { Report } from "./Report.ts"
import { competenceProfile } from "./reports/CompetenceProfile.ts"
import { pap } from "./reports/Pap.ts"
import { pop } from "./reports/Pop.ts"

export const reports = {
  pop,
  pap,
  "competence-profile": competenceProfile
} satisfies Readonly<Record<string, Report>>
export type Kind = keyof typeof reports
