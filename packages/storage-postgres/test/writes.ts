/** Writes of a test. */
import type { Fact, NewFact, Write } from "@groeikring/storage"

export const fact = (n: number): NewFact => ({ type: "Told", data: { n }, boxes: {}, actor: "p-1" })
export const numbers = (facts: ReadonlyArray<Fact>): ReadonlyArray<number> =>
  facts.map(({ data }) => (data as { readonly n: number }).n)

let commands = 0
export const write = (id: string, expected: Write["expected"], more: Partial<Write> = {}): Write => {
  const command = more.command ?? `c${++commands}`
  const stream = { machine: "Plan", id }
  return { stream, expected, facts: [fact(1)], at: 29_290_000, command, correlation: command, links: {}, ...more }
}
