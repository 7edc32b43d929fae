/** Facts replayed one by one, and what is wrong with them said instead of thrown. */
import { type Domain, Machine } from "@groeikring/core"
import { Result } from "effect"
import type { AnyMachine, State } from "./AnyMachine.ts"
import { type Fact, nameOf } from "./EventStore.ts"
import { eventOf } from "./Words.ts"

/** A fact that does not follow from those before it. */
export interface Misfit {
  readonly stream: string
  readonly version: number
  readonly problem: string
}

export class Replay {
  readonly problems: Array<Misfit> = []
  readonly #domain: Domain.Domain
  readonly #things = new Map<string, { readonly version: number; readonly state: State }>()
  constructor(domain: Domain.Domain) {
    this.#domain = domain
  }

  get streams(): number {
    return this.#things.size
  }

  /** The state after this fact; of a thing of no machine of this domain, such as a note of the store itself, there is none. */
  pass(fact: Pick<Fact, "stream" | "version" | "type" | "data" | "boxes">): State | undefined {
    const name = nameOf(fact.stream)
    const { state, version } = this.#things.get(name) ?? { state: Machine.Start, version: 0 }
    if (fact.version !== version + 1) this.#misfit(fact, `version ${version + 1} is missing`)
    const machine: AnyMachine | undefined = this.#domain[fact.stream.machine]?.machine
    const next = machine === undefined ? undefined : this.#after(machine, state, fact)
    this.#things.set(name, { version: fact.version, state: next ?? state })
    return next
  }

  #after(machine: AnyMachine, state: State, fact: Parameters<Replay["pass"]>[0]): State | undefined {
    try {
      const evolved = Machine.evolve(machine, state, eventOf(machine, fact))
      if (Result.isSuccess(evolved)) return evolved.success
      this.#misfit(fact, evolved.failure.message)
    } catch {
      this.#misfit(fact, `${fact.type} cannot be read: it is damaged, or of a newer version`)
    }
    return undefined
  }

  #misfit({ stream, version }: { readonly stream: Fact["stream"]; readonly version: number }, problem: string) {
    this.problems.push({ stream: nameOf(stream), version, problem })
  }
}
