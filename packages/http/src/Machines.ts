/** The answers about the things of a machine: look at them, and send them a command. */
import type { Machine } from "@groeikring/core"
import type { Sent } from "@groeikring/storage"
import { Effect } from "effect"
import { type Answers, answers, type Desk, type Given, type Handler, json, wordsFor } from "./Answer.ts"
import { askedWith, etag, fieldsOf } from "./Asking.ts"
import { asksOfPeople, nameOf } from "./Contract.ts"
import * as Page from "./Page.ts"
import * as Problem from "./Problem.ts"

/** What came of a command. What the process rules did because of it is for whoever may see that, in the events. */
export const came = ({ events, position, repeated, state, version }: Sent) =>
  json({ version, position, repeated, events, state }, etag(version))

export const machineAnswers = (desk: Desk, name: string): Answers => {
  const { domain, glossaries, largestBody, school } = desk
  const spec: Machine.Spec = domain[name]!.machine.spec

  /** Each command: what it would cause, what it still asks, or why not. */
  const possible = Effect.fnUntraced(function* ({ params: { id }, request }: Given, viewer: Machine.Asked) {
    const told = { words: wordsFor(glossaries, request), machine: name }
    const all = yield* school.possible(name, id, viewer)
    return Object.fromEntries(
      asksOfPeople(spec).map(([tag]) => {
        const one = all[tag]!
        return [tag, one.can ? one : { can: false, because: Problem.problemOf(one.because, told) }]
      })
    )
  })

  const list: Handler = Effect.fnUntraced(function* (given, viewer) {
    const { foundBy } = spec
    const by = Object.fromEntries(
      foundBy.flatMap((field) => (given.query[field] === undefined ? [] : [[field, given.query[field]]]))
    )
    const ids = yield* school.list(name, viewer, by)
    const { limit, start } = yield* Page.asked(given, { ids, foundBy })
    const end = start + limit
    const items = yield* Effect.forEach(ids.slice(start, end), (id) =>
      Effect.match(school.show(name, id, viewer), {
        onSuccess: ({ state, version }) => [{ id, version, state }],
        // It went out of their sight a moment ago.
        onFailure: () => []
      })
    )
    return json({ items: items.flat(), next: end < ids.length ? Page.cursor(ids, end) : null })
  })
  const get: Handler = Effect.fnUntraced(function* (given, viewer) {
    const { id } = given.params
    const { state, version } = yield* school.show(name, id, viewer)
    return json({ id, version, state, possible: yield* possible(given, viewer) }, etag(version))
  })
  const history: Handler = ({ params: { id } }, viewer) =>
    Effect.map(school.history(name, id, viewer), (facts) =>
      json({ items: facts.map(({ actor, at, event, position, version }) => ({ version, position, at, actor, event })) })
    )
  const send = (tag: string): Handler =>
    Effect.fnUntraced(function* ({ headers, params: { id }, request }, viewer) {
      const asked = yield* askedWith(headers, viewer)
      const fields = yield* fieldsOf(request, largestBody)
      return came(yield* school.send(name, id, { ...fields, _tag: tag }, asked))
    })

  return answers(desk, name, {
    [nameOf("list", name)]: list,
    [nameOf("get", name)]: get,
    [nameOf("possible", name)]: (given, viewer) => Effect.map(possible(given, viewer), (value) => json(value)),
    [nameOf("history", name)]: history,
    ...Object.fromEntries(asksOfPeople(spec).map(([tag]) => [nameOf(tag, name), send(tag)]))
  })
}
