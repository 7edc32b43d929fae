/**
 * Who triggers whom: the process rules (domain 4.15) as one table, from a fact to commands for the system, suggestions
 * to a person, or a card to show. Nothing here is stored; a suggestion becomes a fact only when its person takes it.
 */
import type * as Process from "./Process.ts"
import { growth } from "./processes/Growth.ts"
import { keeping } from "./processes/Keeping.ts"
import { leaving } from "./processes/Leaving.ts"
import { meeting } from "./processes/Meeting.ts"
import { programme } from "./processes/Programme.ts"
import { talks } from "./processes/Talks.ts"
import { themes } from "./processes/Themes.ts"
import { time } from "./processes/Time.ts"

export const processes: ReadonlyArray<Process.Reaction> = [
  ...time,
  ...meeting,
  ...growth,
  ...leaving,
  ...talks,
  ...themes,
  ...programme,
  ...keeping
]
