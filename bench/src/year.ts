// A year of a board of 1,200 people, decided and evolved in memory: every machine, as often as a year has it.
import type { Domain } from "@groeikring/core"
import { Machine } from "@groeikring/core"
import { encoded, type Told, tellings } from "@groeikring/testkit"
import { Result } from "effect"
import { machines, walksOf } from "../../packages/core/test/walks.ts"
import { line, rate } from "./report.ts"

type Spec = Machine.Spec
type Step = Told<Spec>
type Name = keyof typeof Domain.domain

const people = Number(process.env["PEOPLE"] ?? 1200)
const [groups, schools] = [Math.round(people / 6), Math.round(people / 30)]
/** How many of each there are: of a person, of a group of six, of a school of thirty, of the board. */
const things: { readonly [M in Name]: number } = {
  TimeBudget: people,
  Pop: people,
  CompetenceProfile: people,
  Portfolio: people,
  PortfolioEntry: people * 8,
  Pap: people * 8,
  PopAgreement: people,
  OtherView: people * 2,
  SharedView: people * 4,
  EmployeeCycle: people,
  Conversation: people * 3,
  PopGroup: groups,
  Intervision: groups * 8,
  Gop: groups,
  GopText: groups,
  RosteredMoment: groups * 8 + schools * 20,
  Staff: schools,
  IpbTheme: schools * 4,
  ConversationCycle: schools,
  Programme: schools,
  Pulse: schools * 2,
  PulseAnswers: schools * 2,
  CompetenceFramework: 3,
  FunctionProfile: 12
}

/** Commands that go through one after the other: as far as the walks of the laws come, by different ways. */
const storiesOf = (machine: Machine.Machine<Spec>, told: ReadonlyArray<Step>) => {
  const story = (seed: number) => {
    let [dice, state]: [number, Machine.State<Spec> | Machine.Start] = [seed, Machine.Start]
    const steps: Array<Step> = []
    for (let misses = 0; misses < 120 && steps.length < 25; misses++) {
      dice = (Math.imul(dice, 1_103_515_245) + 12_345) >>> 0
      const one = told[(dice >>> 8) % told.length]!
      const step = Machine.step(machine, state, one.command, one.context)
      if (Result.isFailure(step)) continue
      state = step.success.state
      steps.push(one)
      misses = 0
    }
    return steps
  }
  return Array.from({ length: 12 }, (_, seed) => story(seed + 1))
    .toSorted((one, other) => other.length - one.length)
    .slice(0, 4)
}

const used = () => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
const MiB = 2 ** 20

export const year = (): void => {
  const stories = machines.map(([name, machine]) => ({
    name: name as Name,
    machine,
    stories: storiesOf(machine, tellings(machine, { ...walksOf(name, machine), steps: 1500 }))
  }))
  const before = used()
  const kept: Array<ReadonlyArray<object>> = []
  const states: Array<object> = []
  const rows: Array<readonly [string, number, number, number]> = []
  let [facts, seconds, peak] = [0, 0, 0]
  for (const { machine, name, stories: some } of stories) {
    let count = 0
    const started = performance.now()
    for (let thing = 0; thing < things[name]; thing++) {
      let state: Machine.State<Spec> | Machine.Start = Machine.Start
      const history: Array<object> = []
      for (const { command, context } of some[thing % some.length]!) {
        const step = Result.getOrThrow(Machine.step(machine, state, command as never, context as never))
        state = step.state
        for (const event of step.events) history.push(event)
      }
      count += history.length
      kept.push(history)
      states.push(state)
    }
    const took = (performance.now() - started) / 1000
    peak = Math.max(peak, process.memoryUsage().rss)
    rows.push([name, things[name], count, count / took])
    facts += count
    seconds += took
  }
  const held = used() - before
  let [bytes, sampled] = [0, 0]
  let at = 0
  for (const { machine, name } of stories) {
    for (const history of kept.slice(at, at + Math.min(8, things[name]))) {
      for (const event of history) {
        bytes += JSON.stringify(Result.getOrThrow(encoded(machine, "Event", event))).length
        sampled++
      }
    }
    at += things[name]
  }
  line(`\nA year of a board of ${rate(people)} people, decided and evolved in memory`)
  for (const [name, things, count, perSecond] of rows) {
    line(`  ${rate(perSecond).padStart(14)} facts a second  ${name}: ${rate(things)} of them, ${rate(count)} facts`)
  }
  line(`  ${rate(facts / seconds).padStart(14)} facts a second over all ${rate(facts)}, in ${seconds.toFixed(1)} seconds`)
  line(`  ${rate(held / facts).padStart(14)} bytes a fact kept in memory, the ${rate(states.length)} states with them`)
  line(`  ${rate(bytes / sampled).padStart(14)} bytes a fact as JSON`)
  line(`  ${rate(peak / MiB).padStart(14)} MiB of memory at the most`)
}

if (import.meta.main) year()
