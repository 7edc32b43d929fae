/**
 * Groeikring with promises and plain objects: a school in one file.
 *
 * @example
 * ```ts
 * import { Groeikring } from "@groeikring/groeikring"
 *
 * const school = await Groeikring.open(":memory:")
 * await school.as("p-joke").staff("de-zwaluw").open({ school: "obs De Zwaluw" })
 * const answer = await school.as("p-anneke").staff("de-zwaluw").employ({ person: "p-bram", function: "Teacher", fte: 0.8 })
 *
 * answer.ok // => false
 * answer.ok ? "" : answer.refusal._tag // => "NotAllowed"
 * await school.close()
 * ```
 */
import { Domain, type Elsewhere, type Machine, type Process, processes } from "@groeikring/core"
import { pack } from "@groeikring/pack-nl"
import { isTold, School, type Reading as Read, type Sent, type Told } from "@groeikring/storage"
import { SqliteStore } from "@groeikring/storage-sqlite"
import { Effect, Layer, ManagedRuntime, Result, Stream } from "effect"
import type { Answer, Asking, Fact, People, Reaction, Reading, Suggestion } from "./Answer.ts"

/** What a school is opened with. */
export interface Options<D extends Domain.Domain> {
  /**
   * The SQLite file, made on first use; `:memory:` keeps nothing. Keys lie beside it, in a file of their own. Or the address
   * of a PostgreSQL database (`postgres://…`), with `@groeikring/storage-postgres` installed.
   */
  readonly file: string
  /** The registry of machines: this domain's own, or one with machines of yours. */
  readonly domain?: D
  /** The process rules between them. */
  readonly processes?: ReadonlyArray<Process.Reaction>
  /** Methods and settings: the Dutch pack unless you choose otherwise. */
  readonly packs?: Elsewhere.Packs
}

/** An open school. */
export interface OpenSchool<D extends Domain.Domain> {
  /** Speaks for this person: `school.as("p-femke").pap("p1").markTried()`. Who somebody is, is for your program to know. */
  readonly as: (person: string) => People<D>
  /**
   * What happens, from `after` on (the beginning when left out), as this person may see it. Does not end by itself.
   * `onOutOfSight` is told when a thing, or part of one, goes out of their sight: what you show of it is old, so ask again.
   */
  readonly follow: (viewer: {
    readonly as: string
    readonly after?: string
    readonly onOutOfSight?: (thing: { readonly machine: string; readonly id: string }) => void
  }) => AsyncIterable<Fact>
  /** What the process rules suggest to a person and still stands open. */
  readonly suggestions: (person: string, at?: Date) => Promise<ReadonlyArray<Suggestion>>
  /** What others read that is about this person. */
  readonly readings: (person: string) => Promise<ReadonlyArray<Reading>>
  /** Takes a suggestion as it is. */
  readonly accept: (key: string, person: string, asking?: Asking) => Promise<Answer<Machine.Spec, string>>
  /** Lets the process rules do what is due: what waited for its time, and what a crash left undone. */
  readonly tend: (at?: Date) => Promise<ReadonlyArray<Reaction>>
  readonly close: () => Promise<void>
}

/** A package for servers is loaded by who has one. */
const storeAt = (file: string) =>
  /^postgres(ql)?:/.test(file)
    ? Layer.unwrap(
        Effect.map(
          Effect.promise(() => import("@groeikring/storage-postgres")),
          ({ PostgresStore }) => PostgresStore.layer(file)
        )
      )
    : SqliteStore.layer(file)

const minutes = (at: Date | undefined) => Math.floor((at ?? new Date()).getTime() / 60_000)
const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

/**
 * Opens a school.
 *
 * **Gotchas** A refusal is a value (`answer.ok` is false). A bug, a file that is no store or a broken disk is an exception.
 */
export const open = async <const D extends Domain.Domain = typeof Domain.domain>(
  where: string | Options<D>
): Promise<OpenSchool<D>> => {
  const options: Options<Domain.Domain> = typeof where === "string" ? { file: where } : where
  const domain = options.domain ?? Domain.domain
  const runtime = ManagedRuntime.make(
    School.layer({ domain, packs: options.packs ?? pack, processes: options.processes ?? processes }).pipe(
      Layer.provide(storeAt(options.file))
    )
  )
  /** A refusal comes back as a value; anything else that goes wrong is thrown. */
  const ask = <A>(question: (school: School["Service"]) => Effect.Effect<A, unknown>) =>
    runtime.runPromise(Effect.result(Effect.flatMap(School, question)))
  const answer = async (question: (school: School["Service"]) => Effect.Effect<Sent, unknown>) => {
    const answered = await ask(question)
    return Result.isSuccess(answered) ? { ok: true, ...answered.success } : { ok: false, refusal: answered.failure }
  }
  const look = async <A>(question: (school: School["Service"]) => Effect.Effect<A, unknown>) => {
    const looked = await ask(question)
    return Result.isSuccess(looked) ? { ok: true, value: looked.success } : { ok: false, refusal: looked.failure }
  }
  const thing = (actor: string, name: string, commands: ReadonlyArray<string>, id: string) => ({
    ...Object.fromEntries(
      commands.map((tag) => [
        lower(tag),
        (payload: object = {}, asking: Asking = {}) =>
          answer((school) => school.send(name, id, { ...payload, _tag: tag }, asked(actor, asking)))
      ])
    ),
    show: () => look((school) => school.show(name, id, asked(actor))),
    possible: () => look((school) => school.possible(name, id, asked(actor))),
    history: () => look((school) => Effect.map(school.history(name, id, asked(actor)), (facts) => facts.map(dated)))
  })
  const opened: OpenSchool<Domain.Domain> = {
    as: (person) =>
      Object.fromEntries(
        Object.entries(domain).map(([name, { machine }]) => [
          lower(name),
          (id: string) => thing(person, name, Object.keys(machine.spec.commands), id)
        ])
      ) as never,
    follow: ({ after = "", as, onOutOfSight }) => ({
      async *[Symbol.asyncIterator]() {
        const school = await runtime.runPromise(Effect.service(School))
        for await (const heard of Stream.toAsyncIterable(school.follow(asked(as), after))) {
          if (isTold(heard)) yield dated(heard)
          else onOutOfSight?.({ machine: heard.machine, id: heard.id })
        }
      }
    }),
    suggestions: (person, at) =>
      runtime.runPromise(Effect.flatMap(School, (school) => school.suggestions({ actor: person, at: minutes(at) }))),
    readings: (person) =>
      runtime.runPromise(Effect.flatMap(School, (school) => Effect.map(school.readings(asked(person)), (all) => all.map(dated)))),
    accept: (key, person, asking = {}) => answer((school) => school.accept(key, asked(person, asking))) as never,
    tend: (at) => runtime.runPromise(Effect.flatMap(School, (school) => school.tend(minutes(at)))),
    close: () => runtime.dispose()
  }
  // Opening now, so that a file that is no store is found here and not at the first question.
  await runtime.runPromise(Effect.service(School))
  // The registry that was handed in decides which machines there are; from here on that is known by type alone.
  return opened as never
}

const asked = (actor: string, { at, ...asking }: Asking = {}) => ({ ...asking, actor, at: minutes(at) })
const dated = <T extends Told | Read>({ at, ...said }: T): Omit<T, "at"> & { readonly at: Date } => ({
  ...said,
  at: new Date(at * 60_000)
})
