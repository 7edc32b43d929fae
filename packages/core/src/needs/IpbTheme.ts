/** Where the needs of a theme come from. */
import { Effect } from "effect"
import { answers, Elsewhere, type Question } from "../Elsewhere.ts"
import { GopText } from "../GopText.ts"
import { IpbTheme, IpbThemeLifecycle } from "../IpbTheme.ts"
import type * as Machine from "../Machine.ts"
import { isShownOutside, Pulse } from "../Pulse.ts"
import { membersOf } from "./PopGroup.ts"
import { hr, leaders, pmr, staff } from "./Staff.ts"

type Asked = Question<Machine.Of<typeof IpbThemeLifecycle>>

/** Themes that are talked about or worked on. */
export const openThemes = Effect.gen(function* () {
  const { every } = yield* Elsewhere
  const open = ["Raised", "UnderDiscussion", "Adopted", "Active"]
  return (yield* every(IpbTheme)).flatMap(({ id, state }) => (open.includes(state._tag) ? [id] : []))
})
const otherTheme = Effect.fnUntraced(function* ({ command, id }: Asked) {
  const { one } = yield* Elsewhere
  if (command?._tag !== "Merge" || command.other === id) return null
  const other = yield* one(IpbTheme, command.other)
  if (other._tag !== "Raised" && other._tag !== "UnderDiscussion") return null
  const { credited, gops, origins, raisers, tags } = other
  return { credited, gops, origins, raisers, tags }
})

export const IpbThemeNeeds = answers(IpbThemeLifecycle, {
  staff,
  leaders,
  hr,
  pmr,
  agreedGop: Effect.fnUntraced(function* ({ command }) {
    const { one } = yield* Elsewhere
    if (command?._tag !== "Raise" || command.from === undefined) return null
    const text = yield* one(GopText, command.from.gopText)
    return text._tag === "Standing" ? { goals: text.goals.map(({ id }) => id), members: yield* membersOf(text.groupId) } : null
  }),
  otherRaisers: (asked) => Effect.map(otherTheme(asked), (other) => other?.raisers ?? []),
  otherTheme,
  knownGrounds: Effect.gen(function* () {
    const { every } = yield* Elsewhere
    const texts = (yield* every(GopText)).map(({ id }) => ({ kind: "GopText" as const, ref: id }))
    const pulses = (yield* every(Pulse)).flatMap(({ id, state }) =>
      state._tag === "Reported" && isShownOutside(state) ? [{ kind: "Measurement" as const, ref: id }] : [])
    return [...texts, ...pulses]
  }),
  takenIn: Effect.fnUntraced(function* ({ command, id }) {
    const { one } = yield* Elsewhere
    const into = command?._tag === "TakeIn" ? yield* one(IpbTheme, command.into) : undefined
    return into !== undefined && "merged" in into && into.merged.includes(id)
  })
})
