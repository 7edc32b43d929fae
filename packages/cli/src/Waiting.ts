/** What is there for somebody: the suggestions of the process rules, who read what is about them, and the clock that lets the rules do what is due. */
import { Glossary } from "@groeikring/core"
import { Effect, Result } from "effect"
import { Argument, Command } from "effect/cli"
import { flags } from "./Flags.ts"
import * as Front from "./Front.ts"
import { bold, complain, dim, eventWord, green, json, line, moment, nameOf, tell } from "./Output.ts"

export const suggestionsCommand = (desk: Front.Desk, description: string) => {
  const { say, words } = desk
  const { as, at, format, lang, store } = flags(desk)
  return Command.make(
    "suggestions",
    { as, at, format, lang, store },
    Effect.fnUntraced(function* ({ as, at, format, store }) {
      const all = yield* Front.lookingInSchool(desk, store, (school) => school.suggestions({ actor: as, at: Front.momentOf(at) }))
      if (Front.isJson(format)) return json(all)
      if (all.length === 0) line(dim(say("Er staat niets voor je open.", "Nothing stands open for you.")))
      for (const { card, command, id, key, machine } of all) {
        if (card !== undefined) line(words.cards[card])
        else {
          const what = Glossary.word(words, machine, "commands", command?._tag ?? "")
          line(`${words.machines[machine]?.name ?? machine} ${id}: ${bold(what)}`)
          line(dim(`  groeikring accept --as ${as} '${key}'`))
        }
      }
    })
  ).pipe(Command.withDescription(description), Command.withExamples([{ command: "groeikring suggestions --as p-femke" }]))
}

export const readingsCommand = (desk: Front.Desk, description: string) => {
  const { language, say, words } = desk
  const { as, at, format, lang, store } = flags(desk)
  return Command.make(
    "readings",
    { as, at, format, lang, store },
    Effect.fnUntraced(function* ({ as, at, format, store }) {
      const all = yield* Front.lookingInSchool(desk, store, (school) => school.readings({ actor: as, at: Front.momentOf(at) }))
      if (Front.isJson(format)) return json(all)
      if (all.length === 0)
        line(dim(say("Niemand anders las iets dat over jou gaat.", "Nobody else read anything that is about you.")))
      for (const { at, id, machine, viewer } of all)
        line(`${moment(at, language)}  ${bold(nameOf(viewer))}  ${words.machines[machine]?.name ?? machine} ${id}`)
    })
  ).pipe(Command.withDescription(description), Command.withExamples([{ command: "groeikring readings --as p-femke" }]))
}

export const acceptCommand = (desk: Front.Desk, description: string) => {
  const { say } = desk
  const { as, at, format, lang, store } = flags(desk)
  return Command.make(
    "accept",
    {
      key: Argument.String("key").pipe(Argument.withDescription(say("De sleutel van een suggestie", "The key of a suggestion"))),
      as,
      at,
      format,
      lang,
      store
    },
    Effect.fnUntraced(function* ({ as, at, format, key, store }) {
      const answer = yield* Front.lookingInSchool(desk, store, (school) =>
        Effect.result(school.accept(key, { actor: as, at: Front.momentOf(at) }))
      )
      if (Result.isFailure(answer)) {
        if (Front.isJson(format)) json({ ok: false, error: answer.failure })
        complain(tell(desk, answer.failure))
        return yield* Front.ended(Front.codes.refused)
      }
      const { events, state } = answer.success
      if (Front.isJson(format)) return json({ ok: true, ...answer.success })
      for (const { _tag } of events) line(`${green("✓")} ${nameOf(as)} ${eventWord(desk, _tag)}`)
      if (events.length === 0) line(state._tag)
    })
  ).pipe(Command.withDescription(description), Command.withExamples([{ command: "groeikring accept --as p-femke 'KEY'" }]))
}

export const tendCommand = (desk: Front.Desk, description: string) => {
  const { say, words } = desk
  const { at, format, lang, store } = flags(desk)
  return Command.make(
    "tend",
    { at, format, lang, store },
    Effect.fnUntraced(function* ({ at, format, store }) {
      const done = yield* Front.lookingInSchool(desk, store, (school) => school.tend(Front.momentOf(at)))
      if (Front.isJson(format)) return json(done)
      if (done.length === 0) line(dim(say("Er was niets te doen.", "There was nothing to do.")))
      for (const { command, events, id, machine, refusal } of done) {
        const name = `${words.machines[machine]?.name ?? machine} ${id}`
        for (const event of events) line(`${green("✓")} ${name}: Groeikring ${eventWord(desk, event)}`)
        if (refusal !== undefined)
          line(dim(`  ${name}: ${Glossary.word(words, machine, "commands", command)}: ${tell(desk, refusal, machine)}`))
      }
    })
  ).pipe(Command.withDescription(description), Command.withExamples([{ command: "groeikring tend --store school.db" }]))
}
