/**
 * Moving a store: its facts as lines of text (NDJSON), from whatever store to whatever other one.
 *
 * The first line says what it is, then each line is one write as it happened, and every so many lines a checksum of all
 * that came before. Nothing behind a checksum that does not fit is written. The last line says how much there was.
 */
import { type Domain, Refusal } from "@groeikring/core"
import { Effect, Option, Result, Schema, Stream } from "effect"
import { createHash, type Hash } from "node:crypto"
import { standingOf, takeOver } from "./Agenda.ts"
import type { AnyMachine, State } from "./AnyMachine.ts"
import { EventStore, type Fact, nameOf, type NewFact, type Write } from "./EventStore.ts"
import { Replay } from "./Replaying.ts"
import { Rows } from "./Rows.ts"
import { Vault } from "./Vault.ts"
import { type Digest, digesting, verify } from "./Verifying.ts"
import { linksOf } from "./Writing.ts"

const format = 1
/** So many writes lie between two checksums, and are written to a store at once. */
const between = 500

const Boxes = Schema.Record(Schema.String, Schema.String)
const Words = Schema.Record(Schema.String, Schema.Array(Schema.String))
const MovedFact = Schema.Struct({
  type: Schema.String,
  data: Schema.Json,
  actor: Schema.optionalKey(Schema.String),
  /** Sealed, as they lie. */
  boxes: Schema.optionalKey(Boxes),
  /** Opened, because that was asked and allowed. */
  words: Schema.optionalKey(Words)
})
const Manifest = Schema.Struct({
  groeikring: Schema.Literal("facts"),
  format: Schema.Int,
  tenant: Schema.String,
  words: Schema.Literals(["Sealed", "Opened"]),
  /** A fingerprint of the events of each machine, to say which of them are of another version. */
  machines: Schema.Record(Schema.String, Schema.String)
})
const MovedWrite = Schema.Struct({
  machine: Schema.String,
  id: Schema.String,
  expected: Schema.Int,
  at: Schema.Int,
  command: Schema.String,
  correlation: Schema.String,
  causation: Schema.optionalKey(Schema.String),
  facts: Schema.NonEmptyArray(MovedFact)
})
type MovedWrite = typeof MovedWrite.Type
const Checksum = Schema.Struct({ sha256: Schema.String })
const End = Schema.Struct({
  end: Schema.Literal(true),
  facts: Schema.Int,
  digest: Schema.String,
  /** What the process rules had looked at and done. */
  tended: Schema.Struct({ facts: Schema.Int, day: Schema.Int, open: Schema.Array(Schema.String) }),
  sha256: Schema.String
})
const Line = Schema.Union([Manifest, MovedWrite, End, Checksum])
const readLine = Schema.decodeUnknownResult(Schema.fromJsonString(Line))

/** The file is not, or no longer, what was exported. What was written before this line is whole. */
export class DamagedExport extends Refusal.refusal(
  "DamagedExport",
  ({ line, problem }) => `Line ${line} ${problem}. Get a whole file and import it again: it goes on where this ended.`,
  { line: Schema.Int, problem: Schema.String }
) {}

/** Facts are moved to a place where there are none, or go on where the same file stopped. */
export class OtherFacts extends Refusal.refusal(
  "OtherFacts",
  ({ tenant }) => `There are other facts in the store of ${tenant} already. Import into a new store.`,
  { tenant: Schema.String }
) {}

/** The store cannot be read whole, so it is not moved. */
export class StoreDamaged extends Refusal.refusal(
  "StoreDamaged",
  ({ problem, stream, version }) => `Fact ${version} of ${stream} is wrong: ${problem}. Restore a copy first.`,
  { stream: Schema.String, version: Schema.Int, problem: Schema.String }
) {}

const fingerprintOf = ({ Event }: AnyMachine) =>
  createHash("sha256")
    .update(JSON.stringify(Schema.toJsonSchemaDocument(Event)))
    .digest("hex")
    .slice(0, 16)
const fingerprints = (domain: Domain.Domain) =>
  Object.fromEntries(Object.entries(domain).map(([name, { machine }]) => [name, fingerprintOf(machine)]))

/** A running checksum over lines. */
const summing = (): { readonly add: (line: string) => string; readonly sum: () => string } => {
  const hash: Hash = createHash("sha256")
  return {
    add: (line) => {
      hash.update(line).update("\n")
      return line
    },
    sum: () => hash.copy().digest("hex")
  }
}

export interface Exporting {
  /** `"Opened"` puts the words of people into the file for all to read: only where they asked for it, or the law does. */
  readonly words: "Sealed" | "Opened"
}

/**
 * The lines of a store, without line ends. The store is replayed on the way: a fact that does not fit ends it.
 *
 * **Gotchas** Sealed words open only where their keys are: move those too, or ask for opened words, which are sealed anew
 * by the vault of the store they come to. Words whose key is gone stay away either way.
 */
export const exported = (
  domain: Domain.Domain,
  { words }: Exporting
): Stream.Stream<string, StoreDamaged, EventStore | Rows | Vault> =>
  Stream.unwrap(
    Effect.gen(function* () {
      const store = yield* EventStore
      const rows = yield* Rows
      const vault = yield* Vault
      const standing = yield* standingOf(rows)
      const replay = new Replay(domain)
      const digest: Digest = digesting()
      const { add, sum } = summing()
      let [tended, lines] = [0, 0]
      const write = Effect.fnUntraced(function* (facts: readonly [Fact, ...Array<Fact>]) {
        const [{ at, causation, command, correlation, stream, version }] = facts
        const moved: MovedWrite = {
          ...stream,
          expected: version - 1,
          at,
          command,
          correlation,
          ...(causation !== undefined && { causation }),
          facts: yield* Effect.forEach(facts, (fact) => movedFact(vault, fact, words))
        }
        for (const fact of facts) {
          replay.pass(fact)
          digest.add(fact)
          if (fact.position === standing.upTo) tended = digest.facts()
        }
        const [wrong] = replay.problems
        if (wrong !== undefined) return yield* Effect.fail(new StoreDamaged(wrong))
        const line = add(JSON.stringify(moved))
        return ++lines % between === 0 ? [line, add(JSON.stringify({ sha256: sum() }))] : [line]
      })
      const manifest: typeof Manifest.Type = {
        groeikring: "facts",
        format,
        tenant: store.tenant,
        words,
        machines: fingerprints(domain)
      }
      const end = Effect.sync(() => {
        const { day, open } = standing
        const last: typeof End.Type = {
          end: true,
          facts: digest.facts(),
          digest: digest.sum(),
          tended: { facts: tended, day, open },
          sha256: sum()
        }
        return JSON.stringify(last)
      })
      return Stream.succeed(add(JSON.stringify(manifest))).pipe(
        Stream.concat(writesOf(store).pipe(Stream.mapEffect(write), Stream.flattenIterable)),
        Stream.concat(Stream.fromEffect(end))
      )
    })
  )

const movedFact = Effect.fnUntraced(function* (vault: Vault["Service"], fact: Fact, how: Exporting["words"]) {
  const { actor, boxes, data, stream, type, version } = fact
  const moved = { type, data, ...(actor !== undefined && { actor }) }
  if (Object.keys(boxes).length === 0) return moved
  if (how === "Sealed") return { ...moved, boxes }
  const words: Record<string, ReadonlyArray<string>> = {}
  for (const [subject, sealed] of Object.entries(boxes)) {
    const opened = yield* Effect.result(vault.open({ ...stream, subject, type, version }, sealed))
    if (Result.isSuccess(opened)) words[subject] = opened.success
  }
  return { ...moved, words }
})

/** The facts of a store as they were written: those of one command together. */
const writesOf = (store: EventStore["Service"]) =>
  Stream.paginate("", (from) =>
    Effect.map(
      store.readAll(from, 1_000),
      (facts) => [facts, Option.map(Option.fromNullishOr(facts.at(-1)), positionOf)] as const
    )
  ).pipe(
    Stream.groupAdjacentBy(({ command, stream }) => `${nameOf(stream)} ${command}`),
    Stream.map(([, facts]) => facts)
  )
const positionOf = ({ position }: Fact) => position

/** What was moved. */
export interface Imported {
  readonly facts: number
  /** Those that were there already, because an import of the same file was interrupted. */
  readonly before: number
  /** Machines whose events are of another version here than where they were written. */
  readonly otherVersion: ReadonlyArray<string>
  /** Words that came opened and could not be sealed, because their person or thing was forgotten here. */
  readonly forgotten: number
  /** The same for the store they came from. */
  readonly digest: string
}

/**
 * Writes the lines of an export to a store where there is nothing yet, replays all of it, and compares that with what was
 * exported. Interrupted, it goes on where it stopped when the same lines come again.
 */
export const imported = Effect.fnUntraced(function* <E, R>(domain: Domain.Domain, lines: Stream.Stream<string, E, R>) {
  const store = yield* EventStore
  const rows = yield* Rows
  const vault = yield* Vault
  const replay = new Replay(domain)
  const { add, sum } = summing()
  const waiting: Array<MovedWrite> = []
  let line = 0
  let manifest: typeof Manifest.Type | undefined
  let end: typeof End.Type | undefined
  let [facts, before, forgotten] = [0, 0, 0]
  const damaged = (problem: string) => Effect.fail(new DamagedExport({ line, problem }))

  const boxesOf = Effect.fnUntraced(function* ({ id, machine }: MovedWrite, version: number, fact: typeof MovedFact.Type) {
    const boxes: Record<string, string> = { ...fact.boxes }
    for (const [subject, words] of Object.entries(fact.words ?? {})) {
      const sealed = yield* Effect.result(vault.seal({ machine, id, subject, type: fact.type, version }, words))
      if (Result.isSuccess(sealed)) boxes[subject] = sealed.success
      else forgotten++
    }
    return boxes
  })
  const writeOf = Effect.fnUntraced(function* (moved: MovedWrite) {
    const { facts, id, machine, ...about } = moved
    const stream = { machine, id }
    const spec = domain[machine]?.machine.spec
    let state: State | undefined
    const whole = yield* Effect.forEach(facts, (fact, n) =>
      Effect.map(boxesOf(moved, about.expected + n + 1, fact), (boxes): NewFact => {
        const { actor, data, type } = fact
        state = replay.pass({ stream, version: about.expected + n + 1, type, data, boxes })
        return { type, data, boxes, ...(actor !== undefined && { actor }) }
      })
    )
    const write: Write = {
      ...about,
      stream,
      facts: whole,
      links: spec === undefined || state === undefined ? {} : linksOf(spec, state)
    }
    return write
  })
  const keep = Effect.fnUntraced(function* () {
    const writes = yield* Effect.forEach(waiting.splice(0), writeOf)
    const [wrong] = replay.problems
    if (wrong !== undefined) return yield* damaged(`does not fit: fact ${wrong.version} of ${wrong.stream}, ${wrong.problem}`)
    const [first] = writes
    if (facts === 0 && first !== undefined) {
      const [there] = yield* store.readAll("", 1)
      if (there !== undefined && (nameOf(there.stream) !== nameOf(first.stream) || there.command !== first.command))
        return yield* Effect.fail(new OtherFacts({ tenant: store.tenant }))
    }
    const written = yield* Effect.mapError(store.appendAll(writes), () => new OtherFacts({ tenant: store.tenant }))
    written.forEach(({ repeated }, n) => {
      facts += writes[n]!.facts.length
      if (repeated) before += writes[n]!.facts.length
    })
  })

  yield* Stream.runForEach(
    lines,
    Effect.fnUntraced(function* (text) {
      line++
      const read = readLine(text)
      if (Result.isFailure(read)) return yield* damaged("cannot be read")
      const it = read.success
      if ("groeikring" in it) {
        if (line !== 1) return yield* damaged("begins another export")
        if (it.format !== format) return yield* damaged(`is of format ${it.format}, and this is format ${format}`)
        manifest = it
      } else if (manifest === undefined) return yield* damaged("should say what this is")
      else if (end !== undefined) return yield* damaged("comes after the end")
      else if ("sha256" in it) {
        if (it.sha256 !== sum()) return yield* damaged("does not fit what came before it")
        yield* keep()
        if ("end" in it) end = it
      } else waiting.push(it)
      add(text)
    })
  )
  if (manifest === undefined || end === undefined) {
    line++
    return yield* damaged("is missing: this is not the end")
  }
  const verified = yield* verify(domain)
  if (verified.digest !== end.digest) return yield* Effect.fail(new OtherFacts({ tenant: store.tenant }))
  const { day, open } = end.tended
  const [last] = end.tended.facts === 0 ? [] : yield* nth(store, end.tended.facts)
  yield* takeOver(rows, { day, open, upTo: last?.position ?? "" })
  const here = fingerprints(domain)
  const moved: Imported = {
    facts,
    before,
    otherVersion: Object.entries(manifest.machines).flatMap(([name, print]) => (here[name] === print ? [] : [name])),
    forgotten,
    digest: verified.digest
  }
  return moved
})

/** The fact at this place in the order of all, counted from one. */
const nth = Effect.fnUntraced(function* (store: EventStore["Service"], place: number) {
  for (let [from, seen] = ["", 0]; ;) {
    const facts = yield* store.readAll(from, 1_000)
    if (facts.length === 0 || seen + facts.length >= place) return facts.slice(place - seen - 1, place - seen)
    seen += facts.length
    from = facts.at(-1)!.position
  }
})
