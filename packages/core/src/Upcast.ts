/** Facts are stored for years. This table says what an old one means today. */
import { Schema, SchemaTransformation } from "effect"
import type * as Machine from "./Machine.ts"

type Fields = Schema.Struct.Fields

/**
 * One row per event shape that is no longer written: the tag and fields it `was`
 * stored with, and the event it `is` today, typed by the lifecycle.
 *
 * **Gotchas** Today's shape is tried first, then this table. An event that keeps its shape but changes its meaning
 * needs a new name.
 */
export const table =
  <L extends Machine.Spec>(_lifecycle: Machine.Lifecycle<L>) =>
  <const Was extends Record<string, Fields>>(rows: {
    readonly [K in keyof Was]: {
      readonly was: Was[K]
      readonly is: (old: Schema.Struct<Was[K]>["Type"]) => Machine.Event<L>
    }
  }): Machine.Upcasts<L> =>
    Object.entries(rows).map(([tag, row]) => ({ tag, ...(row as { was: Fields; is: (old: never) => Machine.Event<L> }) }))

/** Reads today's events and, where a row is none of those, the older shapes. Writes only today's. */
export const reading = <L extends Machine.Spec>({ Event, rules }: Machine.Machine<L>) => {
  const today = Schema.toCodecJson(Event)
  const older = (rules.upcasts ?? []).map(({ is, tag, was }) =>
    Schema.toCodecJson(Schema.TaggedStruct(tag, was)).pipe(
      Schema.decodeTo(
        Schema.toType(Event as Schema.Top),
        SchemaTransformation.transform<unknown, unknown>({
          decode: (old) => is(old as never),
          encode: (now) => now
        }) as never
      )
    )
  )
  // Of a lifecycle that is not known yet the compiler cannot see that every shape is read as an event of today.
  return Schema.Union([today, ...older]) as unknown as Schema.Codec<Machine.Event<L>, Schema.Json>
}
