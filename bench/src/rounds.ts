/** Interleaved rounds: every contender gets a slice of each round, and what counts is the median of ratios within a round. */
export interface Contender {
  readonly name: string
  /** Does something `times` times. */
  readonly run: (times: number) => void | Promise<void>
  readonly close?: () => void | Promise<void>
}

const now = () => Number(process.hrtime.bigint()) / 1e9
export const median = (numbers: ReadonlyArray<number>) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)]!

/** Operations per second of each contender, per round. */
export const race = async (
  contenders: ReadonlyArray<Contender>,
  { rounds, slice, warmUp }: { readonly rounds: number; readonly slice: number; readonly warmUp: number }
) => {
  const rates = contenders.map((): Array<number> => [])
  const times: Array<number> = []
  for (const { run } of contenders) {
    // How many fit in a slice, after a warm-up.
    let fit = 1
    for (const until = now() + warmUp; now() < until;) {
      const begun = now()
      await run(fit)
      const took = now() - begun
      fit = took > slice ? fit : Math.max(fit + 1, Math.ceil(fit * Math.min(4, slice / Math.max(took, 1e-6))))
    }
    times.push(fit)
  }
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const which = (turn + round) % contenders.length
      const begun = now()
      await contenders[which]!.run(times[which]!)
      rates[which]!.push(times[which]! / (now() - begun))
    }
  }
  for (const { close } of contenders) await close?.()
  return contenders.map(({ name }, which) => ({ name, rates: rates[which]! }))
}

/** How many times as fast as another: the median over rounds. */
export const ratio = (results: Awaited<ReturnType<typeof race>>, name: string, other: string) => {
  const [mine, theirs] = [name, other].map((one) => results.find((result) => result.name === one)!.rates)
  return median(mine!.map((rate, round) => rate / theirs![round]!))
}
