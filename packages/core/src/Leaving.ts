/** What a leaver's own things refuse: the system closes them after the last day, and erases them some days later (domain 5.6). */
import { Schema } from "effect"
import { refusal } from "./Refusal.ts"
import type { Settings } from "./Settings.ts"
import { day } from "./Vocabulary.ts"

export class StillWorksHere extends refusal(
  "StillWorksHere",
  "Its owner works here, so it stays theirs. Wait until they have left."
) {}
export class StillKept extends refusal(
  "StillKept",
  ({ days }) => `It is kept for ${days} days after its owner left. Wait for that day, or let its owner erase it.`,
  { days: Schema.Int }
) {}

/** Why the system cannot erase it yet; the owner always can. */
export const mayNotErase = (
  closedAt: number | undefined,
  isOwner: boolean,
  at: number,
  { eraseAfterLeavingDays: days }: Pick<Settings, "eraseAfterLeavingDays">
) => (!isOwner && (closedAt === undefined || at < closedAt + days * day) ? new StillKept({ days }) : undefined)
