/** The settings a school begins with (domain 6.5), and where each of them comes from. A board may choose others. */
import { Pack, type Settings } from "@groeikring/core"
import { pulses } from "./pulse.ts"
import { retention } from "./retention.ts"

export const settings: Settings.Settings = {
  // How long things are kept is declared in one place.
  ...Pack.keeping(retention),
  timeZone: "Europe/Amsterdam",
  groupSize: { min: 3, ideal: 6, max: 8 },
  smallGroupWeeks: 6,
  // The source of 2003 lost its number; thirty is a proposal that lets a meeting fit in an hour.
  intervisionMinutes: { min: 15, proposal: 30, max: 120 },
  tipParadeMinutes: 10,
  papMinutes: 5,
  papStartHours: 48,
  papReminderDays: 3,
  stepExtension: 0.5,
  sessionsBeforeHighTrust: 3,
  methodFit: { share: 0.6, stepMinutes: 3 },
  sameMethodInARow: 4,
  reRosterDays: 21,
  ratingThreshold: 4,
  nearZone: { min: 2, max: 3 },
  gladlyFrom: 3,
  sharersAtLeast: 3,
  ratedRecentlyDays: 365,
  grantDays: 30,
  popYears: 4,
  popReviewDays: 365,
  activeGoals: { min: 1, max: 3 },
  anonymity: { k: 5, response: 0.4, detailFrom: 10, fewChanged: 2, difference: 0.5 },
  ownInstruments: pulses.map(({ id }) => id),
  honestMixFrom: 20,
  conversationTerms: {
    announceDays: 7,
    announceAppraisalDays: 14,
    reportWorkingDays: 10,
    signDays: 14,
    objectionDays: 42,
    performanceTalks: 2
  },
  yearlyTalks: [
    { type: "GoalSetting", months: [9, 10] },
    { type: "Progress", months: [1, 2] },
    { type: "Performance", months: [5, 6] }
  ]
}

const own = { mark: "Own", at: "our own choice" } as const
const kept = (id: string): Pack.Source => retention.find((one) => one.id === id)!.source

/** Exhaustive by type: a setting without a source does not compile. */
export const settingSources: { readonly [Setting in keyof Settings.Settings]: Pack.Source } = {
  sessionRetention: kept("session-items"),
  eraseAfterLeavingDays: kept("own-space"),
  fileKeptDays: kept("conversation-reports"),
  papKeptDays: kept("pap"),
  yearTaskKeptDays: kept("year-task"),
  wagesKeptDays: kept("year-task-wages"),
  rawAnswersDays: kept("pulse-answers"),
  accessLogMonths: kept("access-log"),
  timeZone: own,
  groupSize: { mark: "Own", at: "our own; five to eight found at intervisiekickstart.nu" },
  smallGroupWeeks: own,
  intervisionMinutes: { mark: "Own", at: "a proposal: the number is lost in the deck of 2003, slide 7" },
  tipParadeMinutes: { mark: "Own", at: "our own: the deck of 2003, slide 7 gives only the name" },
  papMinutes: { mark: "Deck", at: "deck of 2003, slide 7" },
  papStartHours: own,
  papReminderDays: own,
  stepExtension: own,
  sessionsBeforeHighTrust: own,
  methodFit: own,
  sameMethodInARow: own,
  reRosterDays: own,
  ratingThreshold: own,
  nearZone: own,
  gladlyFrom: own,
  sharersAtLeast: { mark: "Own", at: "our own: members of a group chose to share, so fewer than the five of a report" },
  ratedRecentlyDays: own,
  grantDays: own,
  popYears: { mark: "Found", at: "CAO PO 2009: made or renewed at least once in four years (avs.nl)" },
  popReviewDays: { mark: "Found", at: "CAO PO 2009: talked about every year (avs.nl)" },
  activeGoals: own,
  anonymity: { mark: "Found", at: "five answers: dialog.nl; 40 per cent response: InternetSpiegel; the rest is our own" },
  ownInstruments: { mark: "Own", at: "our own words" },
  honestMixFrom: own,
  conversationTerms: {
    mark: "Own",
    at: "our own, until the regulation of the school says otherwise; two performance talks: AOb (aobmedezeggenschap.nl)"
  },
  yearlyTalks: { mark: "Own", at: "our own seasons; the talks on progress and performance: deck of 2003, slide 6" }
}
