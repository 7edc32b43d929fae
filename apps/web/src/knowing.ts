/** What the page knows: answers that are kept as long as somebody looks at them, and asked again when something happened. */
import type { Looked, Problem } from "@groeikring/http/client"
import { useCallback, useSyncExternalStore } from "react"
import { isAway } from "./school.ts"

export interface Known<A> {
  readonly value?: A
  /** Why there is no answer. */
  readonly failure?: Problem
}

/** What is asked: under a name, about a machine or one of its things. */
export interface Question<A> {
  readonly name: string
  readonly machine?: string
  /** The thing it is about; a list is about all of them. */
  readonly id?: string
  readonly ask: () => Promise<Looked<A, Problem>>
}

interface Entry {
  readonly question: Question<unknown>
  known: Known<unknown>
  readonly looking: Set<() => void>
  asking: boolean
  /** Something happened while it was being asked. */
  again: boolean
}

export class Knowing {
  readonly #entries = new Map<string, Entry>()
  #isLater = false

  #entry(question: Question<unknown>): Entry {
    const entry = this.#entries.get(question.name) ?? {
      question,
      known: {},
      looking: new Set(),
      asking: false,
      again: false
    }
    this.#entries.set(question.name, entry)
    return entry
  }

  async #ask(entry: Entry): Promise<void> {
    if (entry.asking) {
      entry.again = true
      return
    }
    entry.asking = true
    do {
      entry.again = false
      const { failure, value } = entry.known
      const answer = await entry.question.ask()
      if (!answer.ok) {
        // What was known stays on the screen while the line is broken.
        const isKept = isAway(answer.problem) && value !== undefined
        this.#tell(entry, { ...(isKept && { value }), failure: answer.problem })
      } else if (failure !== undefined || JSON.stringify(answer.value) !== JSON.stringify(value))
        this.#tell(entry, { value: answer.value })
    } while (entry.again)
    entry.asking = false
  }
  #tell(entry: Entry, known: Known<unknown>): void {
    entry.known = known
    for (const look of entry.looking) look()
  }

  look(question: Question<unknown>, told: () => void): () => void {
    const entry = this.#entry(question)
    entry.looking.add(told)
    if (entry.looking.size === 1) void this.#ask(entry)
    return () => void entry.looking.delete(told)
  }
  known(question: Question<unknown>): Known<unknown> {
    return this.#entry(question).known
  }

  #again(isAbout: (question: Question<unknown>) => boolean): void {
    for (const [name, entry] of this.#entries) {
      if (!isAbout(entry.question)) continue
      if (entry.looking.size > 0) void this.#ask(entry)
      else this.#entries.delete(name)
    }
  }
  /** Asks again what is looked at and may have changed; at once what it is about, and a little later what hangs on it. */
  heard(of: { readonly machine: string; readonly id: string }): void {
    this.#again(({ id, machine }) => machine === of.machine && (id === undefined || id === of.id))
    if (this.#isLater) return
    this.#isLater = true
    setTimeout(() => {
      this.#isLater = false
      this.all()
    }, 400)
  }
  /** Asks again about one thing: what can be done with it may hang on what somebody did and nobody else hears of. */
  about(of: { readonly machine: string; readonly id: string }): void {
    this.#again(({ id, machine }) => machine === of.machine && id === of.id)
  }
  /** Asks one question again, if somebody looks at its answer. */
  named(asked: string): void {
    this.#again(({ name }) => name === asked)
  }
  /** Asks everything again that somebody looks at. */
  all(): void {
    this.#again(() => true)
  }
}

/** An answer, for as long as a component shows it. Without a question nothing is asked. */
export const useKnown = <A>(knowing: Knowing, question: Question<A> | undefined): Known<A> => {
  const name = question?.name
  const look = useCallback(
    (told: () => void) => (question === undefined ? () => {} : knowing.look(question, told)),
    // A question with the same name is the same question.
    // oxlint-disable-next-line react/exhaustive-deps
    [knowing, name]
  )
  const now = useCallback(
    () => (question === undefined ? nothing : knowing.known(question)),
    // oxlint-disable-next-line react/exhaustive-deps
    [knowing, name]
  )
  // Under this name nothing else was ever asked.
  return useSyncExternalStore(look, now) as Known<A>
}
const nothing: Known<never> = {}
