/** What the bench prints. */
import { median, type race } from "./rounds.ts"

export const line = (text = ""): void => console.log(text)
export const rate = (number: number): string => new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 }).format(number)

/** A number in its column, and what it counts. */
export const row = (number: number, text: string): void => line(`  ${rate(number).padStart(14)} ${text}`)
export const table = (title: string, unit: string, results: Awaited<ReturnType<typeof race>>): void => {
  line(`\n${title}`)
  for (const { name, rates } of results) row(median(rates), `${unit}  ${name}`)
}
export const goal = (text: string, value: number, limit: number, atLeast: boolean): void =>
  line(
    `  ${(atLeast ? value >= limit : value <= limit) ? "reached " : "missed  "} ${text}: ${value.toFixed(2)} (goal ${atLeast ? "≥" : "≤"} ${limit})`
  )
