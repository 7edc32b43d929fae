/** What came of the lines of a script: as JSON lines for programs, as a story for people. */
import { Glossary, type Refusal } from "@groeikring/core"
import type { Reacted, Sent } from "@groeikring/storage"
import * as Front from "./Front.ts"
import { bold, clock, date, dim, eventWord, green, json, line as print, nameOf, red, tell } from "./Output.ts"
import type { CommandLine, Taking, Tending } from "./Script.ts"

/** What came of one line. */
export type Outcome =
  | { readonly _tag: "Done"; readonly sent: Sent; readonly expected: boolean }
  | { readonly _tag: "Refused"; readonly refusal: Refusal.Refusal; readonly expected: boolean }
  /** An earlier run did it, or met the refusal that it expects. */
  | { readonly _tag: "Known" }

export interface Telling {
  readonly prose: (text: string) => void
  readonly outcome: (line: CommandLine | Taking, outcome: Outcome) => void
  readonly tended: (line: Tending, reactions: ReadonlyArray<Reacted>) => void
}

/** A JSON line per line, for programs. */
export const asJson = (desk: Front.Desk): Telling => {
  const errorOf = (refusal: Refusal.Refusal, machine?: string) => ({ tag: refusal._tag, message: tell(desk, refusal, machine) })
  const reacted = (reactions: ReadonlyArray<Reacted>) =>
    reactions.length === 0
      ? {}
      : {
          reactions: reactions.map(({ command, events, id, machine, refusal }) => ({
            machine,
            id,
            do: command,
            ...(refusal === undefined ? { events } : { error: errorOf(refusal, machine) })
          }))
        }
  return {
    prose: () => {},
    outcome: (asked, outcome) => {
      const { line } = asked
      const { expect, machine } = asked._tag === "Command" ? asked : {}
      switch (outcome._tag) {
        case "Known":
          return json({ line, ok: expect === undefined, ...(expect !== undefined && { error: { tag: expect } }), repeated: true })
        case "Refused":
          return json({ line, ok: false, error: errorOf(outcome.refusal, machine), expected: outcome.expected })
        case "Done": {
          const { events, reactions, repeated, state } = outcome.sent
          return json({
            line,
            ok: true,
            events: events.map(({ _tag }) => _tag),
            state: state._tag,
            ...(repeated && { repeated }),
            ...reacted(reactions),
            ...(!outcome.expected && { expected: false })
          })
        }
      }
    },
    tended: ({ line }, reactions) => json({ line, ok: true, ...reacted(reactions) })
  }
}

/** A story, for people. */
export const asStory = (house: Front.House, lang: Front.Language): Telling => {
  const desk = Front.deskOf(house, lang)
  const { words } = desk
  let today = ""
  const on = (at: number) => {
    if (date(at, lang) !== today) print(dim(`\n${(today = date(at, lang))}`))
  }
  return {
    prose: (text) => print(`\n${bold(text)}`),
    outcome: (asked, outcome) => {
      const { as, at } = asked
      on(at)
      const when = dim(clock(at, lang))
      const machine = asked._tag === "Command" ? asked.machine : undefined
      const command =
        asked._tag === "Command"
          ? Glossary.word(words, asked.machine, "commands", asked.input._tag)
          : desk.say("een suggestie overnemen", "take a suggestion")
      if (outcome._tag === "Known") return print(dim(`  ${clock(at, lang)}   ${nameOf(as)}: ${command}`))
      if (outcome._tag === "Refused") {
        print(`  ${when} ${outcome.expected ? "✋" : red("✗")} ${nameOf(as)}: ${command}?`)
        return print(`          ${tell(desk, outcome.refusal, machine)}`)
      }
      for (const { _tag } of outcome.sent.events) print(`  ${when} ${green("✓")} ${nameOf(as)} ${eventWord(desk, _tag)}`)
      const counts = new Map<string, number>()
      for (const { events } of outcome.sent.reactions) {
        for (const event of events) {
          const what = eventWord(desk, event)
          counts.set(what, (counts.get(what) ?? 0) + 1)
        }
      }
      for (const [what, times] of counts) print(dim(`          → Groeikring ${what}${times > 1 ? ` (${times}×)` : ""}`))
    },
    tended: ({ at }, reactions) => {
      if (reactions.length > 0) on(at)
      for (const { events, id } of reactions) {
        for (const event of events) print(`  ${dim(clock(at, lang))} ${green("✓")} Groeikring ${eventWord(desk, event)} (${id})`)
      }
    }
  }
}
