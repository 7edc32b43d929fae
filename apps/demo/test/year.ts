/** The school year as its scripts tell it, played once into a real file and up to where somebody wants to look. */
import { house, play, readScript } from "@groeikring/cli"
import type { Domain } from "@groeikring/core"
import { EventStore, School, type Suggestion } from "@groeikring/storage"
import { SqliteStore } from "@groeikring/storage-sqlite"
import { Effect, Layer, ManagedRuntime } from "effect"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

export type MachineName = keyof typeof Domain.domain
type Line = ReturnType<typeof readScript>["lines"][number] & { readonly story: string }
/** What a state, an event or a refusal looks like from outside. */
export type Plain = { readonly _tag: string } & Readonly<Record<string, any>>

/** A line of a script, by as much of it as tells it from the others. */
export interface Mark {
  readonly machine?: MachineName
  readonly id?: string
  readonly do?: string
  readonly as?: string
  readonly take?: string
  readonly tend?: string
  readonly expect?: string
}
const isAt = (line: Line, { as, do: asks, expect, id, machine, take, tend }: Mark) =>
  line._tag === "Tending"
    ? tend !== undefined && line.at === Math.floor(Date.parse(tend) / 60_000)
    : line._tag === "Command"
      ? take === undefined &&
        tend === undefined &&
        [machine ?? line.machine, id ?? line.id, asks ?? line.input._tag, as ?? line.as, expect ?? line.expect].every(
          (part, n) => part === [line.machine, line.id, line.input._tag, line.as, line.expect][n]
        )
      : line._tag === "Taking" && take !== undefined && line.key.startsWith(take) && (as ?? line.as) === line.as

const stories = join(import.meta.dirname, "../stories")
const linesOf = (story: string): ReadonlyArray<Line> =>
  readScript(house.domain, `${story}.jsonl`, readFileSync(join(stories, `${story}.jsonl`), "utf8")).lines.map((line) =>
    Object.assign(line, { story })
  )

/** The school year as it is told, story by story: each goes back to where it began. */
export const yearOf = (...names: ReadonlyArray<string>) => opened(names.flatMap(linesOf))
/** The school year as it was lived: what happened in it, in the order of time, and nothing that was refused. */
export const livedYear = (...names: ReadonlyArray<string>) =>
  opened(
    names
      .flatMap(linesOf)
      .flatMap((line) => (line._tag === "Prose" || ("expect" in line && line.expect !== undefined) ? [] : [line]))
      .toSorted((one, other) => one.at - other.at)
  )

/** Opens a school in a folder of its own, with nothing played yet. */
const opened = (lines: ReadonlyArray<Line>) => {
  const folder = mkdtempSync(join(tmpdir(), "groeikring-"))
  const file = join(folder, "de-zwaluw.db")
  const { domain, packs, processes } = house
  const runtime = ManagedRuntime.make(
    School.layer({ domain, packs, processes }).pipe(Layer.provideMerge(SqliteStore.layer(file)))
  )
  const ask = <A, E>(question: (school: School["Service"]) => Effect.Effect<A, E>): Promise<A> =>
    runtime.runPromise(Effect.flatMap(School, question))

  const refusals: Array<{ readonly story: string; readonly said: string; readonly refusal: Plain }> = []
  const unexpected: Array<string> = []
  let [next, at] = [0, 0]

  const playTo = async (end: number) => {
    for (const line of lines.slice(next, end)) {
      const nothing = () => {}
      await ask((school) =>
        play(
          school,
          [line],
          {
            prose: nothing,
            tended: nothing,
            outcome: (asked, outcome) => {
              const what = asked._tag === "Command" ? `${asked.as} ${asked.input._tag}` : `${asked.as} ${asked.key}`
              if (outcome._tag === "Refused") {
                const { refusal } = outcome
                refusals.push({ story: line.story, said: `${what}: ${refusal._tag}`, refusal: { ...refusal } })
              }
              if (outcome._tag === "Known" || !outcome.expected) unexpected.push(`${line.story}:${line.line} ${what}`)
            }
          },
          "en"
        )
      )
      if (line._tag !== "Prose") at = line.at
    }
    next = Math.max(next, end)
  }
  const find = (mark: Mark) => {
    const found = lines.findIndex((line, n) => n >= next && isAt(line, mark))
    if (found === -1) throw new Error(`No line ${JSON.stringify(mark)} is still to come.`)
    return found
  }

  return {
    file,
    folder,
    ask,
    /** Plays on until just before this line. */
    before: (mark: Mark) => playTo(find(mark)),
    /** Plays on until this line is done. */
    after: (mark: Mark) => playTo(find(mark) + 1),
    /** Plays a story to its end. */
    end: (story: string) => playTo(lines.findLastIndex((line) => line.story === story) + 1),
    /** Every refusal of a story, in order: who asked what, and why not. */
    refusalsIn: (story: string) => refusals.filter((one) => one.story === story).map(({ said }) => said),
    /** The last refusal so far, with all that it says. */
    lastRefusal: () => refusals.at(-1)?.refusal,
    /** Lines that came out otherwise than their script says. */
    unexpected,
    get at() {
      return at
    },
    /** Everything that happened so far, in the one order of the store. Its words are sealed. */
    facts: () => runtime.runPromise(Effect.flatMap(EventStore, (store) => store.readAll("", 10_000))),
    /** The school through the eyes of one person, at the moment of the last line or another. */
    as: (actor: string, moment?: number) => {
      const viewer = () => ({ actor, at: moment ?? at })
      return {
        show: async (machine: MachineName, id: string) => (await ask(({ show }) => show(machine, id, viewer()))).state as Plain,
        list: (machine: MachineName) => ask(({ list }) => list(machine, viewer())),
        /** What of the history of a thing this person may see. */
        history: async (machine: MachineName, id: string) =>
          (await ask(({ history }) => history(machine, id, viewer()))).map(({ event }) => event as Plain),
        /** The refusal instead of a thing, where this person sees none. */
        cannotSee: (machine: MachineName, id: string) =>
          ask(({ show }) => Effect.map(Effect.flip(show(machine, id, viewer())), ({ _tag }) => _tag)),
        /** All that this person can read anywhere, as one text: every thing, its history, and what is suggested to them. */
        everything: async () => {
          const read: Array<unknown> = [await ask(({ suggestions }) => suggestions(viewer()))]
          for (const machine of Object.keys(domain)) {
            for (const id of await ask(({ list }) => list(machine, viewer()))) {
              read.push(await ask(({ show }) => show(machine, id, viewer())))
              read.push(await ask(({ history }) => history(machine, id, viewer())))
            }
          }
          return JSON.stringify(read)
        },
        possible: (machine: MachineName, id: string) => ask(({ possible }) => possible(machine, id, viewer())),
        suggestions: (): Promise<ReadonlyArray<Suggestion>> => ask(({ suggestions }) => suggestions(viewer())),
        viewer
      }
    },
    close: async () => {
      await runtime.dispose()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
export type Year = ReturnType<typeof opened>
