/**
 * A look at one thing, typed without a mistake, is the line that is typed most. It waits for its own machine, and not for
 * all that a school has, nor for who reads a line with care. Any other line is answered with nothing, and goes the whole way.
 */
import { pack } from "@groeikring/pack-nl"
import { Effect, Option } from "effect"
import { ending } from "./Ending.ts"
import { entries } from "./entries.ts"
import * as Front from "./Front.ts"
import * as Looks from "./Looks.ts"
import { dashed } from "./Output.ts"

export const looked = async ([typed, word, ...flags]: ReadonlyArray<string>): Promise<number | undefined> => {
  const name = Object.keys(entries).find((name) => dashed(name) === typed)
  const given = read(flags)
  if (name === undefined || !Looks.isLook(word) || given === undefined) return undefined
  const { as, at, format, id = "", store = Front.usualStore() } = given
  const moment = at === undefined ? Front.momentOf(Option.none()) : Front.minutesOf(at)
  const isFormat = format === undefined || format === "text" || format === "json"
  if (as === undefined || moment === undefined || !isFormat || Looks.all[word].asksId !== "id" in given) return undefined
  if (given.lang !== undefined && given.lang !== "nl" && given.lang !== "en") return undefined
  const language = Front.languageIn(flags)
  // Who only looks sets no rule to work.
  const rooms: Front.Rooms = { domain: { [name]: await entries[name]!() }, packs: pack, processes: [] }
  const desk = Effect.map(
    Effect.promise(() => (language === "nl" ? import("./dutch.ts") : import("./english.ts"))),
    ({ words }) => Front.deskOf({ ...rooms, retention: [], glossaries: { nl: words, en: words } }, language)
  )
  const asking = { id, as, at: moment, store, isJson: Front.isJson(Option.fromNullishOr(format)) }
  return ending(Looks.look(rooms, name, word, asking, desk), language)
}

type Read = { [flag in (typeof known)[number]]?: string }
const known = ["as", "at", "format", "id", "lang", "store"] as const

/** Flags with a value each, every one known and typed once; nothing when there is anything else. */
const read = (flags: ReadonlyArray<string>): Read | undefined => {
  const values: Read = {}
  for (let n = 0; n < flags.length; n += 2) {
    const flag = known.find((flag) => `--${flag}` === flags[n])
    const value = flags[n + 1]
    if (flag === undefined || flag in values || value === undefined || value.startsWith("-")) return undefined
    values[flag] = value
  }
  return values
}
