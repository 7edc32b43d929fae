/** How long things are kept, read off the terms of a pack. */
import type { Settings } from "../Settings.ts"
import type { Pack, Retention } from "./Schemas.ts"

type Kept = Pick<
  Settings,
  | "sessionRetention" | "eraseAfterLeavingDays" | "fileKeptDays" | "papKeptDays" | "yearTaskKeptDays" | "wagesKeptDays" | "rawAnswersDays" | "accessLogMonths"
>
const inDays = { Days: 1, Months: 365 / 12, Years: 365 } as const

/**
 * What the settings say of keeping, read off the terms of a pack: they are declared there, with their source, and here
 * nobody writes them a second time. Throws, with what is missing, where a pack has no such term.
 */
export const keeping = (retention: ReadonlyArray<Retention>): Kept => {
  const termOf = (id: string, after: Retention["terms"][number]["after"]) => {
    const term = retention.find((one) => one.id === id)?.terms.find((one) => one.after === after)
    if (term === undefined) throw new Error(`The retention of this pack has no term for ${id} after ${after}. Add one.`)
    return term
  }
  const days = (...of: Parameters<typeof termOf>) => {
    const { count, unit } = termOf(...of)
    return Math.round(count * inDays[unit])
  }
  const { count, unit } = termOf("access-log", "Written")
  return {
    sessionRetention: { afterNextSessionDays: days("session-items", "NextSession"), atMostDays: days("session-items", "SessionHeld") },
    eraseAfterLeavingDays: days("own-space", "Leaving"),
    fileKeptDays: days("conversation-reports", "Leaving"),
    papKeptDays: days("pap", "Reviewed"),
    yearTaskKeptDays: days("year-task", "Leaving"),
    wagesKeptDays: days("year-task-wages", "Written"),
    rawAnswersDays: days("pulse-answers", "Reported"),
    accessLogMonths: unit === "Months" ? count : Math.round((count * inDays[unit]) / inDays.Months)
  }
}

/** Settings that say otherwise than the terms they are read off. */
export const keptOtherwise = ({ retention, settings }: Pick<Pack, "retention" | "settings">): ReadonlyArray<string> => {
  // Two kinds of papers in the file of the employer, and one setting that keeps both.
  const file = ["conversation-reports", "appraisals"].map((id) => JSON.stringify(retention.find((one) => one.id === id)?.terms))
  try {
    return [
      ...(file[0] === file[1] ? [] : ["retention: conversation-reports and appraisals are kept differently, and the file has one term"]),
      ...Object.entries(keeping(retention)).flatMap(([setting, said]) =>
        JSON.stringify(settings[setting as keyof Kept]) === JSON.stringify(said)
          ? []
          : [`settings: ${setting} is ${JSON.stringify(settings[setting as keyof Kept])} and retention says ${JSON.stringify(said)}`])
    ]
  } catch (missing) {
    return [`retention: ${(missing as Error).message}`]
  }
}
