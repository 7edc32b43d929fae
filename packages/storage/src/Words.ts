/** The way of words to the disk and back: sealed before a fact is written, opened only for someone who may read them. */
import { Private, Upcast } from "@groeikring/core"
import { Effect, Schema } from "effect"
import { type AnyMachine, type Event, tagOf } from "./AnyMachine.ts"
import type { Fact, NewFact, StreamName } from "./EventStore.ts"
import { nameOf } from "./EventStore.ts"
import type { Vault } from "./Vault.ts"

const codecs = new WeakMap<
  AnyMachine,
  {
    readonly decode: (json: unknown) => Event
    readonly encode: (event: Event) => Schema.Json
  }
>()
const codecOf = (machine: AnyMachine) => {
  const known = codecs.get(machine)
  if (known !== undefined) return known
  const reading = Upcast.reading(machine)
  const codec = { decode: Schema.decodeUnknownSync(reading), encode: Schema.encodeSync(reading) }
  codecs.set(machine, codec)
  return codec
}

/** The event that a stored fact is today, its words still sealed. */
export const eventOf = (machine: AnyMachine, { data }: NewFact): Event => codecOf(machine).decode(data)

/**
 * A fact as it will lie in the store: no plain words, and one box per person.
 *
 * Words without a subject are a mistake in the machine, so this dies; so are words of the actor where there is none.
 */
export const sealed = Effect.fnUntraced(function* (
  vault: Vault["Service"],
  machine: AnyMachine,
  event: Event,
  about: { readonly stream: StreamName; readonly version: number; readonly subjects: object; readonly actor: string | undefined }
) {
  const { stream, subjects, version } = about
  const type = tagOf(event)
  const texts: Record<string, Array<string>> = {}
  const data = Private.mapWords(event, (words) => {
    const inside = Private.Words.inside(words)
    if (typeof inside !== "string") return words
    // Whose key it is would tell who it was.
    if (words.subject === "actor" && machine.spec.events[type]!.anonymous)
      throw new Error(`${machine.name}.${type} has no author, and yet it has words of its actor.`)
    const subject: unknown = words.subject === "stream" ? nameOf(stream) : (subjects as Record<string, unknown>)[words.subject]
    if (typeof subject !== "string")
      throw new Error(`${machine.name}.${type} has words of "${words.subject}", and nobody is that.`)
    const part = (texts[subject] ??= []).push(inside) - 1
    return new Private.Words(words, { class: words.class, subject, fact: version, part, empty: words.isEmpty })
  })
  const boxes: Record<string, string> = {}
  for (const [subject, words] of Object.entries(texts)) {
    boxes[subject] = yield* vault.seal({ ...stream, subject, type, version }, words)
  }
  const fact: NewFact = {
    type,
    data: codecOf(machine).encode(data),
    boxes,
    ...(about.actor !== undefined && { actor: about.actor })
  }
  return { event: data, fact }
})

/** The boxes of one stream, by version, beside the event that they are of. */
export type Boxes = ReadonlyMap<number, Pick<Fact, "type" | "boxes"> & { readonly of: Event }>

/** Reads sealed words. Each box is opened once, and only when somebody asks. */
export const reader = (vault: Vault["Service"], stream: StreamName, boxes: Boxes) => {
  const opened = new Map<string, ReadonlyArray<string> | undefined>()
  return Effect.fnUntraced(function* (words: Private.Words) {
    const inside = Private.Words.inside(words)
    if (typeof inside === "string") return inside
    const { fact: version, part, subject } = inside
    const key = `${version}/${subject}`
    if (!opened.has(key)) {
      const box = boxes.get(version)
      const sealed = box?.boxes[subject]
      opened.set(
        key,
        box === undefined || sealed === undefined
          ? undefined
          : yield* Effect.catch(vault.open({ ...stream, subject, type: box.type, version }, sealed), () => Effect.undefined)
      )
    }
    return opened.get(key)?.[part]
  })
}
export type Reader = ReturnType<typeof reader>

/** All the words inside a value, opened: what each of them says, or nothing where its key is gone. */
export const openedWords = Effect.fnUntraced(function* (read: Reader, value: unknown) {
  const all: Array<Private.Words> = []
  Private.mapWords(value, (words) => all.push(words))
  const said = new Map<Private.Words, string | undefined>()
  for (const words of all) said.set(words, yield* read(words))
  return said
})
