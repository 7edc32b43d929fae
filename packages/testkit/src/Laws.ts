/** The laws of a machine: what every machine promises, tried over arbitrary walks through its lifecycle. */
import { Machine, Private, Upcast } from "@groeikring/core"
import { Result, Schema } from "effect"
import { isDeepStrictEqual } from "node:util"
import { dice, examples, frozen, isPlain, nobody, pick, textsIn } from "./Examples.ts"
import { said, shown, tagOf } from "./Json.ts"

/** A command as it is told to a machine. */
export interface Told<L extends Machine.Spec> {
  readonly command: Machine.Command<L>
  readonly context: Machine.Context<L>
}

/** What the walks are told about a machine. Everything may be left out. */
export interface Walks<L extends Machine.Spec> {
  /** Whoever walks: people who keep meeting each other. */
  readonly actors?: ReadonlyArray<string>
  /** Histories to walk on from, at every point of them: the stories that chance does not find. */
  readonly starts?: ReadonlyArray<ReadonlyArray<Machine.Event<L>>>
  /** What the needs mostly are, so that things get through. Now and then they are something else after all. */
  readonly facts?: { readonly [N in Machine.Tag<L["needs"]>]?: L["needs"][N]["Type"] }
  /** Values by the name of a field, in commands, facts and needs alike. The values in `starts` are known already. */
  readonly examples?: Readonly<Record<string, ReadonlyArray<unknown>>>
  /** Has the last word on every command and what is told with it. */
  readonly retell?: (told: Told<L>, state: Machine.State<L> | Machine.Start) => Told<L>
  /** The moment at which the walks begin; time only goes on. */
  readonly at?: number
  /** How many steps to walk at most, in all. */
  readonly steps?: number
}

/** What every machine promises. */
export const promises = {
  who: "a command is not allowed exactly to those without its role",
  where: "a command is illegal exactly when it is not on the menu",
  stranger: "a stranger hears the same words whatever the state",
  declared: "a rule answers with the facts and refusals that its command declares",
  answers: "a rule always answers, and the same question gets the same answer",
  untouched: "a rule changes nothing that it is given",
  fact: "a fact carries its declared fields and no others",
  state: "a state carries its declared fields and no others",
  history: "a history adds up to its state",
  stored: "a fact comes back from storage as it went in",
  old: "an old fact is read as an event of today",
  possible: "what is said to be possible is what can be done",
  found: "a thing is found by text",
  walked: "every command can be done, and every arrow is walked"
} as const
type Promise = keyof typeof promises

/**
 * Tries every promise on a machine and answers with what is wrong, each in a sentence; empty when all is well.
 *
 * **When to use** Once in the tests of every machine. The walks are the same in every run: their seed is the name.
 *
 * **Gotchas** A walk begins with nothing, at any point of a story in `starts`, or where another walk has been; it heads
 * for what nobody has done yet. What needs a special fact (a majority, an amount) it may never find: tell that
 * in `starts` or `facts`.
 *
 * @example
 * ```ts
 * import { Staff } from "@groeikring/core"
 * import { laws } from "@groeikring/testkit"
 *
 * laws(Staff) // => []
 * ```
 */
export const laws = <L extends Machine.Spec>(machine: Machine.Machine<L>, options: Walks<L> = {}): ReadonlyArray<string> =>
  walk(machine, options).problems

/**
 * A few histories in which every event happens that the walks came by: the stories, and what was walked on from them.
 *
 * **When to use** To keep facts of this version, so that a later one can be held to reading them.
 *
 * @example
 * ```ts
 * import { Staff } from "@groeikring/core"
 * import { histories } from "@groeikring/testkit"
 *
 * histories(Staff)[0]?.[0]?._tag // => "StaffOpened"
 * ```
 */
export const histories = <L extends Machine.Spec>(
  machine: Machine.Machine<L>,
  options: Walks<L> = {}
): ReadonlyArray<ReadonlyArray<Machine.Event<L>>> => {
  const { shortest } = walk(machine, options)
  const told = new Set<string>()
  const kept: Array<ReadonlyArray<Event>> = []
  // The longest first: it tells most of what the others do.
  for (const [event, history] of [...shortest].toSorted(([, one], [, other]) => other.length - one.length)) {
    if (told.has(event)) continue
    kept.push(history)
    for (const { _tag } of history) told.add(_tag)
  }
  return kept
}

/** All walks of a machine: what was wrong on the way, and the shortest history that was seen with each event. */
const walk = <L extends Machine.Spec>(machine: Machine.Machine<L>, options: Walks<L>) => {
  const { spec } = machine
  const roll = dice(machine.name)
  const actors = options.actors ?? ["p-anneke", "p-bram", "p-carla", "p-dirk"]
  const starts = frozen(options.starts ?? []) as ReadonlyArray<ReadonlyArray<Event>>
  const facts = frozen(options.facts ?? {})
  const make = examples({ named: namedIn(options.examples ?? {}, starts), roll, seed: machine.name })
  const problems: Array<string> = []
  const problem = (promise: Promise, detail: string) => void problems.push(`${machine.name}: ${promises[promise]}. ${detail}`)

  // Asking a rule, and judging the answer ------------------------------------------

  const tags = Object.keys(spec.commands)
  const heard = new Map<string, string>()
  const isExact = { State: exactly(machine.State.cases), Event: exactly(machine.Event.cases) }
  const classes = new Map(
    tags.map((tag) => [
      tag,
      (spec.commands[tag]!.refuses ?? []).map((Class) => ({ Class, wrong: exact(Schema.Struct(Class.fields)) }))
    ])
  )
  const required = new Map(tags.map((tag) => [tag, requiredOf(spec.commands[tag]!)]))
  const storing = once(() => storage(machine))
  let stored = 0

  const menuOf = (state: Tagged) => tags.filter((tag) => leads(spec, tag).includes(state._tag))
  const told = (context: Row, tag: string): Row => {
    const { by, needs = [] } = spec.commands[tag]!
    const wanted = ["actor", "at", ...needs, ...by.map((role) => spec.roles[role]!)]
    return Object.fromEntries(Object.entries(context).filter(([name]) => wanted.includes(name)))
  }
  const decide = (state: Tagged, command: Tagged, context: Row) =>
    Machine.decide(machine, state, command as never, context as never) as Result.Result<ReadonlyArray<Tagged>, Tagged>

  /** One command: what is wrong with the answer, and where it leads. */
  const judge = (state: Tagged, { command, context }: Step, look: boolean): Judged => {
    const wrong: Array<readonly [Promise, string]> = []
    const tag = command._tag
    const [isHolder, isOnMenu] = [mayAsk(spec, state, tag, context), menuOf(state).includes(tag)]
    const asked = told(context, tag)
    const first = attempt(() => decide(state, command, asked))
    if (Result.isFailure(first))
      return { wrong: [[first.failure.promise, `${tag}: ${first.failure.because}`]], events: [], stop: true }
    const outcome = first.success
    const again = attempt(() => decide(state, command, asked))
    if (
      !isDeepStrictEqual(shownOutcome(machine, outcome), Result.isSuccess(again) ? shownOutcome(machine, again.success) : again)
    ) {
      wrong.push(["answers", `${tag} answered differently when it was asked again.`])
    }
    if (look) wrong.push(...outlook(state, context))
    const refused = Result.isFailure(outcome) ? (outcome.failure ?? silence) : undefined
    if (refused instanceof Machine.NotAllowed === isHolder) {
      wrong.push([
        "who",
        `${tag} is for ${spec.commands[tag]!.by.join(", ")}; ${context.actor} ${isHolder ? "holds such a role and was not allowed" : "holds no such role and was let through"}.`
      ])
    } else if (refused instanceof Machine.IllegalCommand !== (isHolder && !isOnMenu)) {
      wrong.push([
        "where",
        `${tag} is ${isOnMenu ? "on" : "not on"} the menu of ${state._tag}, and it was ${refused ? `refused with ${refused._tag}` : "done"}.`
      ])
    } else if (refused instanceof Machine.NotAllowed) {
      const words = JSON.stringify(said(refused))
      const before = heard.get(tag) ?? words
      heard.set(tag, before)
      if (words !== before) wrong.push(["stranger", `To ${tag} they heard ${before} first, and ${words} in ${state._tag}.`])
    } else if (refused && isOnMenu) {
      const declared = classes.get(tag)!.find(({ Class }) => refused instanceof Class)
      if (declared === undefined) {
        wrong.push(["declared", `${tag} was refused with a ${refused._tag} that is not one of the classes in its \`refuses\`.`])
      } else {
        const { _tag, ...fields } = refused
        const because = declared.wrong(fields)
        if (because) wrong.push(["declared", `The ${_tag} of ${tag} does not carry what it declares: ${because}.`])
      }
    }
    if (refused) return { wrong, events: [], refused: refused._tag, stop: false }
    const events = Result.isSuccess(outcome) ? outcome.success : []
    let now = state
    for (const event of events) {
      const happened = happen(now, event)
      wrong.push(...happened.wrong)
      if (happened.state === undefined) return { wrong, events: [], stop: true }
      now = happened.state
    }
    return { wrong, events, state: now, stop: false }
  }

  /** One fact: what is wrong with it, and the state it leads to. */
  const happen = (state: Tagged, event: Tagged) => {
    const wrong: Array<readonly [Promise, string]> = []
    const because = isExact.Event(event)
    if (because) wrong.push(["fact", `${event._tag}: ${because}.`])
    else if (stored++ < 400) {
      const changed = storing()(event)
      if (changed) wrong.push(["stored", changed])
    }
    const evolved = attempt(
      () => Machine.evolve(machine, state as never, frozen(event) as never) as Result.Result<Tagged, Machine.ImpossibleEvent>
    )
    if (Result.isFailure(evolved)) {
      wrong.push([evolved.failure.promise, `${event._tag}: ${evolved.failure.because}`])
      return { wrong, state: undefined }
    }
    if (Result.isFailure(evolved.success)) {
      wrong.push(["history", evolved.success.failure.message])
      return { wrong, state: undefined }
    }
    const next = frozen(evolved.success.success)
    const misfit = isExact.State(next)
    if (misfit) wrong.push(["state", `${next._tag} after ${event._tag}: ${misfit}.`])
    return { wrong, state: next }
  }

  /** What `possible`, the menu and the roles say of every command, held against what a command really meets. */
  const outlook = (state: Tagged, context: Row): ReadonlyArray<readonly [Promise, string]> => {
    const looked = attempt(() => Machine.possible(machine, state as never, context as never) as Readonly<Record<string, unknown>>)
    if (Result.isFailure(looked)) return [[looked.failure.promise, `\`possible\` in ${state._tag}: ${looked.failure.because}`]]
    const wrong: Array<readonly [Promise, string]> = []
    const menu = menuOf(state)
    const shownMenu = Machine.commandsFrom(machine, state as never) as ReadonlyArray<string>
    if (!isDeepStrictEqual([...shownMenu].toSorted(), [...menu].toSorted())) {
      wrong.push([
        "possible",
        `From ${state._tag} lead ${menu.join(", ") || "no commands"}; the menu says ${shownMenu.join(", ") || "nothing"}.`
      ])
    }
    for (const tag of tags) {
      const isHolder = mayAsk(spec, state, tag, context)
      if (Machine.isFor(machine, state, tag, context as never) !== isHolder) {
        wrong.push([
          "possible",
          `\`isFor\` says that ${tag} is ${isHolder ? "not " : ""}for ${String(context.actor)} in ${state._tag}.`
        ])
      }
      const input = required.get(tag)!
      const asks = isHolder && menu.includes(tag) && input.length > 0
      const meets = asks ? undefined : attempt(() => decide(state, { _tag: tag }, context))
      const expected =
        meets === undefined
          ? { _tag: "NeedsInput", fields: input }
          : Result.isSuccess(meets)
            ? shownOutcome(machine, meets.success)
            : meets.failure
      const answer = looked.success[tag]
      const says = asks
        ? { _tag: tagOf(answer), fields: (answer as Machine.NeedsInput).fields }
        : shownOutcome(machine, Array.isArray(answer) ? Result.succeed(answer) : Result.fail(answer as Tagged))
      if (!isDeepStrictEqual(says, expected)) {
        wrong.push([
          "possible",
          `Of ${tag} in ${state._tag} it says ${JSON.stringify(says)}; what it meets is ${JSON.stringify(expected)}.`
        ])
      }
    }
    return wrong
  }

  // Walking -----------------------------------------------------------------------------

  const unwalked = new Set(Object.entries(spec.events).flatMap(([event, { from }]) => from.map((tag) => arrow(tag, event))))
  const undone = new Set(tags)
  const turnedDown = new Map<string, Map<string, number>>()
  const places = new Map<string, Array<Place>>()
  const broken = new Map<Promise, { readonly place: Place; readonly steps: ReadonlyArray<Step>; readonly detail: string }>()

  const shortestWith = new Map<string, ReadonlyArray<Event>>()
  const remember = (place: Place) => {
    for (const { _tag } of place.history) {
      if (place.history.length < (shortestWith.get(_tag)?.length ?? Infinity)) shortestWith.set(_tag, place.history)
    }
    const known = places.get(place.state._tag) ?? places.set(place.state._tag, []).get(place.state._tag)!
    if (known.length < 16) known.push(place)
    else known[roll(16)] = place
  }
  const beginning = options.at ?? 29_290_530
  remember({ start: [], steps: [], history: [], state: Machine.Start, at: beginning })
  for (const [n, story] of starts.entries()) {
    let place = places.get("Start")![0]!
    for (const event of story) {
      const { state, wrong } = happen(place.state, event)
      for (const [promise, detail] of wrong) problem(promise, `In \`starts[${n}]\`: ${detail}`)
      if (state === undefined) break
      unwalked.delete(arrow(place.state._tag, event._tag))
      place = { ...place, start: [...place.start, event], history: [...place.history, event], state }
      remember(place)
    }
  }

  const tellStep = (state: Tagged, at: number): Step => {
    const names = { people: actors, texts: [...textsIn(state)].slice(-40) }
    const context: Record<string, unknown> & { actor: string; at: number } = {
      ...make.row(spec.needs, names, state),
      ...(roll(8) > 0 && facts),
      actor: pick([...actors, "p-nobody", Machine.system], roll),
      at
    }
    const menu = menuOf(state)
    const wanted = menu.filter(
      (tag) => undone.has(tag) || spec.commands[tag]!.emits.some((event) => unwalked.has(arrow(state._tag, event)))
    )
    const tag = pick(roll(8) === 0 || menu.length === 0 ? tags : wanted.length > 0 && roll(4) > 0 ? wanted : menu, roll)
    const holders = spec.commands[tag]!.by.flatMap((role) => holdersOf(spec, state, role, context, actors))
    if (holders.length > 0 && roll(5) > 0) context.actor = pick(holders, roll)
    const command = { _tag: tag, ...make.row(spec.commands[tag]!.payload ?? {}, names, state) }
    const retold = options.retell?.({ command, context } as never, state) ?? { command, context }
    return frozen(retold)
  }
  /** Time goes on: a moment, an hour, days, now and then years. */
  const later = (at: number) => at + pick([0, 0, 1, 5, 60, 1440, 10_080, 43_200, 525_600], roll)

  const follow = (from: Place, length: number) => {
    let place = from
    for (let n = 0; n < length; n++) {
      const step = tellStep(place.state, later(place.at))
      const { events, refused, state, stop, wrong } = judge(place.state, step, roll(6) === 0)
      const steps = [...place.steps, step]
      for (const [promise, detail] of wrong) if (!broken.has(promise)) broken.set(promise, { place: from, steps, detail })
      if (stop) return n + 1
      if (refused !== undefined) {
        const reasons = turnedDown.get(step.command._tag) ?? turnedDown.set(step.command._tag, new Map()).get(step.command._tag)!
        reasons.set(refused, (reasons.get(refused) ?? 0) + 1)
      }
      if (state === undefined) {
        place = { ...place, at: step.context.at }
        continue
      }
      undone.delete(step.command._tag)
      let from_ = place.state._tag
      for (const { _tag: event } of events) {
        unwalked.delete(arrow(from_, event))
        const { to } = spec.events[event]!
        if (to !== "Same") from_ = to
      }
      place = { start: place.start, steps, history: [...place.history, ...events], state, at: step.context.at }
      remember(place)
    }
    const replayed = attempt(() => Machine.replay(machine, place.history as never) as Result.Result<Tagged, unknown>)
    const adds =
      Result.isSuccess(replayed) &&
      Result.isSuccess(replayed.success) &&
      isDeepStrictEqual(shown(machine, "State", replayed.success.success), shown(machine, "State", place.state))
    if (!adds && !broken.has("history")) {
      broken.set("history", {
        place: from,
        steps: place.steps,
        detail: `Told again, the same facts led to another ${place.state._tag}.`
      })
    }
    return length
  }

  const most = options.steps ?? 9000
  for (let walked = 0; walked < most;) {
    const goals = [...places.keys()].filter(
      (tag) =>
        tags.some((command) => undone.has(command) && leads(spec, command).includes(tag)) ||
        Object.entries(spec.events).some(([event, { from }]) => from.includes(tag) && unwalked.has(arrow(tag, event)))
    )
    if (goals.length === 0 && walked > most / 3) break
    const toward = goals.length > 0 && roll(3) > 0 ? pick(goals, roll) : pick([...places.keys()], roll)
    walked += follow(pick(places.get(toward)!, roll), 4 + roll(12))
  }

  // Reporting -----------------------------------------------------------------------------

  /** The same story without what it can do without. */
  const shortest = (
    promise: Promise,
    { detail, place, steps }: { readonly place: Place; readonly steps: ReadonlyArray<Step>; readonly detail: string }
  ) => {
    const breaks = (steps: ReadonlyArray<Step>) => {
      let state: Tagged = Machine.Start
      for (const event of place.start) state = happen(state, event).state ?? state
      for (const step of steps) {
        const judged = judge(state, step, true)
        const found = judged.wrong.find(([other]) => other === promise)
        if (found) return found[1]
        if (judged.stop) return undefined
        state = judged.state ?? state
      }
      return undefined
    }
    let best = { steps, detail }
    if (breaks(steps) === undefined) return best
    for (let n = steps.length - 2; n >= 0; n--) {
      const fewer = best.steps.toSpliced(n, 1)
      const found = breaks(fewer)
      if (found !== undefined) best = { steps: fewer, detail: found }
    }
    return best
  }
  for (const [promise, found] of broken) {
    const { detail, steps } = shortest(promise, found)
    const before = found.place.start.map(tagOf).join(", ")
    const last = steps.at(-1)
    const story = steps
      .slice(0, -1)
      .map(({ command, context }) => `${command._tag} by ${context.actor}`)
      .join(", ")
    problem(
      promise,
      [
        detail,
        ...(before ? [`After the facts ${before}.`] : []),
        ...(story ? [`After ${story}.`] : []),
        ...(last
          ? [`Told: ${JSON.stringify(shown(machine, "Command", last.command))} by ${last.context.actor} at ${last.context.at}.`]
          : [])
      ].join(" ")
    )
  }

  for (const event of Object.keys(spec.events)) {
    if (!Object.values(spec.commands).some(({ emits }) => emits.includes(event))) problem("walked", `No command emits ${event}.`)
  }
  const hint = "Tell a story in `starts` that comes to it, or `facts` that let it through."
  const unreached = Object.keys(spec.states).filter((state) => !places.has(state))
  for (const state of unreached) {
    const ways = [...unwalked].filter((way) => way.startsWith(`${state} -> `))
    problem("walked", `No walk ever came to ${state}${ways.length > 0 ? `, so nobody walked ${ways.join(", ")}` : ""}. ${hint}`)
  }
  for (const tag of undone) {
    const from = leads(spec, tag)
    const reasons = [...(turnedDown.get(tag) ?? [])]
      .toSorted(([, a], [, b]) => b - a)
      .map(([reason, times]) => `${reason} ${times}×`)
    if (from.every((state) => unreached.includes(state))) continue
    problem(
      "walked",
      `Nobody could ever ${tag}: it was refused with ${reasons.join(", ") || "nothing, for nobody came to it"}. ${hint}`
    )
  }
  for (const way of unwalked) {
    if (!unreached.some((state) => way.startsWith(`${state} -> `))) problem("walked", `Nobody ever walked ${way}. ${hint}`)
  }

  // What needs no walk ------------------------------------------------------------------------

  for (const [tag, { payload = {} }] of Object.entries(spec.events)) {
    const changed = first(12, () => {
      const event = { _tag: tag, ...make.row(payload, nobody) }
      return storing()(event) ?? storing()(sealed(event))
    })
    if (changed && !broken.has("stored")) problem("stored", changed)
  }
  for (const row of machine.rules.upcasts ?? []) {
    const wrong = first(12, () => misread(machine, row, make.row(row.was, nobody), isExact.Event))
    if (wrong) problem("old", wrong)
  }
  for (const [state, fields] of Object.entries(spec.states)) {
    for (const field of spec.foundBy.filter((field) => field in fields)) {
      const value = first(12, () => {
        const it = make.row({ [field]: fields[field]! }, nobody)[field]
        return isText(it) || it === undefined || it === null || (Array.isArray(it) && it.every(isText))
          ? undefined
          : JSON.stringify(it)
      })
      if (value) problem("found", `\`foundBy\` names ${field}, which is no text or list of texts in ${state}: ${value}.`)
    }
  }
  for (const name of make.unknown) {
    problem(
      "walked",
      `No example can be made of the field ${name}, so it was left out. Tell some in \`examples\`, or in a story in \`starts\`.`
    )
  }
  return { problems, shortest: shortestWith }
}

type Tagged = Machine.Tagged<string>
type Event = Tagged
type Row = Readonly<Record<string, unknown>> & { readonly actor?: unknown }
interface Step {
  readonly command: Tagged
  readonly context: Readonly<Record<string, unknown>> & { readonly actor: string; readonly at: number }
}
interface Judged {
  readonly wrong: ReadonlyArray<readonly [Promise, string]>
  readonly events: ReadonlyArray<Tagged>
  readonly state?: Tagged
  readonly refused?: string
  readonly stop: boolean
}
/** Somewhere a walk has been, and how it got there. */
interface Place {
  readonly start: ReadonlyArray<Event>
  readonly steps: ReadonlyArray<Step>
  readonly history: ReadonlyArray<Event>
  readonly state: Tagged
  readonly at: number
}

// The lifecycle read a second time, apart from the kernel: what the kernel is held against ---------

const leads = (spec: Machine.Spec, command: string) => spec.commands[command]!.emits.flatMap((event) => spec.events[event]!.from)
const holdersOf = (
  spec: Machine.Spec,
  state: Tagged,
  role: string,
  context: Row,
  actors: ReadonlyArray<string>
): ReadonlyArray<string> => {
  if (role === "Founder") return state._tag === "Start" ? actors.filter((actor) => actor !== "system") : []
  if (role === "System") return [Machine.system]
  const field = spec.roles[role]!
  const held = (field in spec.needs ? context : (state as unknown as Row))[field]
  return isText(held) ? [held] : Array.isArray(held) ? held.filter(isText) : []
}
const mayAsk = (spec: Machine.Spec, state: Tagged, command: string, context: Row) =>
  spec.commands[command]!.by.some((role) =>
    holdersOf(spec, state, role, context, [String(context.actor)]).includes(String(context.actor))
  )
/** The fields that only the asker can tell. */
const requiredOf = ({ payload = {} }: Machine.CommandSpec) =>
  Object.keys(payload).filter((field) => exact(Schema.Struct({ [field]: payload[field]! }))({}) !== undefined)
/** A refusal without a word. */
const silence = { _tag: "silence" }
const arrow = (from: string, event: string) => `${from} -> ${event}`
const isText = (value: unknown): value is string => typeof value === "string"

// Checking values -------------------------------------------------------------------------------------

const oneLine = ({ message }: Schema.SchemaError) => message.replaceAll(/\s*\n\s*/g, " ")

/** What is wrong with a value, read as exactly this type; nothing when it fits. */
const exact = (schema: Schema.Top) => {
  const read = Schema.decodeUnknownResult(Schema.toType(schema), { onExcessProperty: "error" })
  return (value: unknown): string | undefined => {
    const result = read(value)
    return Result.isSuccess(result) ? undefined : oneLine(result.failure)
  }
}
const exactly = (cases: object) => {
  const checks = new Map(
    Object.entries(cases as Readonly<Record<string, Schema.Top>>).map(([tag, schema]) => [tag, once(() => exact(schema))])
  )
  return (value: unknown) => {
    const check = checks.get(tagOf(value))
    return check === undefined ? `there is no ${tagOf(value)}` : check()(value)
  }
}

/** Writes a fact as JSON text and reads it again. Answers with what went wrong on the way. */
const storage = <L extends Machine.Spec>(machine: Machine.Machine<L>) => {
  const codec = Upcast.reading(machine) as unknown as Schema.Codec<unknown, Schema.Json>
  const [write, read] = [Schema.encodeUnknownResult(codec), Schema.decodeUnknownResult(codec)]
  return (event: Tagged): string | undefined => {
    const written = write(event)
    if (Result.isFailure(written)) return `${event._tag} cannot be written: ${oneLine(written.failure)}.`
    const text = JSON.stringify(written.success)
    const again = read(JSON.parse(text))
    if (Result.isFailure(again)) return `${event._tag} cannot be read again from ${text}: ${oneLine(again.failure)}.`
    const rewritten = write(again.success)
    return Result.isSuccess(rewritten) && JSON.stringify(rewritten.success) === text && isAlike(again.success, event)
      ? undefined
      : `${event._tag} went in as ${JSON.stringify(shown(machine, "Event", event))} and came back as ${JSON.stringify(shown(machine, "Event", again.success))}.`
  }
}
/** The fact as a store writes it: its words are references, here to somebody with a long id. */
const sealed = <A>(fact: A): A => {
  let part = 0
  const subject = "p-0192f3a4-7c1e-7b1a-9d55-3f2a9c1e8b77"
  return Private.mapWords(
    fact,
    (words) => new Private.Words(words, { class: words.class, subject, fact: 1234, part: part++, empty: words.isEmpty })
  )
}
/** The same, but that -0 is 0 in JSON. Private words are compared by what is written of them. */
const isAlike = (one: unknown, other: unknown): boolean =>
  one === other ||
  (Array.isArray(one) &&
    Array.isArray(other) &&
    one.length === other.length &&
    one.every((item, n) => isAlike(item, other[n]))) ||
  (isPlain(one) &&
    isPlain(other) &&
    isDeepStrictEqual(Object.keys(one).toSorted(), Object.keys(other).toSorted()) &&
    Object.keys(one).every((name) => isAlike(one[name], other[name]))) ||
  isDeepStrictEqual(one, other)

/** Reads a fact in an old shape. Answers with what went wrong. */
const misread = <L extends Machine.Spec>(
  machine: Machine.Machine<L>,
  { is, tag, was }: { readonly tag: string; readonly was: Schema.Struct.Fields; readonly is: (old: never) => Machine.Event<L> },
  old: object,
  exactEvent: (event: unknown) => string | undefined
): string | undefined => {
  const written = Schema.encodeUnknownResult(
    Schema.toCodecJson(Schema.TaggedStruct(tag, was)) as unknown as Schema.Codec<unknown, Schema.Json>
  )({ _tag: tag, ...old })
  if (Result.isFailure(written)) return undefined
  const row = `The row ${tag} in \`upcasts\``
  const text = JSON.stringify(written.success)
  const meant = attempt(() => is({ _tag: tag, ...old } as never))
  if (Result.isFailure(meant)) return `${row} throws: ${meant.failure.because}`
  const misfit = exactEvent(meant.success)
  if (misfit) return `${row} answers no event of today: ${misfit}.`
  const read = Schema.decodeUnknownResult(Upcast.reading(machine))(JSON.parse(text))
  if (Result.isFailure(read)) return `${row} is not read from ${text}: ${oneLine(read.failure)}.`
  return isDeepStrictEqual(shown(machine, "Event", read.success), shown(machine, "Event", meant.success))
    ? undefined
    : `${row} is passed by: today's ${tagOf(read.success)} takes ${text} for itself. A changed meaning needs a new name.`
}

const shownOutcome = <L extends Machine.Spec>(
  machine: Machine.Machine<L>,
  outcome: Result.Result<ReadonlyArray<Tagged>, Tagged>
) => (Result.isSuccess(outcome) ? outcome.success.map((event) => shown(machine, "Event", event)) : said(outcome.failure))

/** Runs a rule. A throw becomes the promise it breaks. */
const attempt = <A>(run: () => A): Result.Result<A, { readonly promise: Promise; readonly because: string }> => {
  try {
    return Result.succeed(run())
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error)
    const promise =
      error instanceof Machine.BrokenRule
        ? "declared"
        : error instanceof TypeError && /read only|not extensible|Cannot delete/.test(because)
          ? "untouched"
          : "answers"
    return Result.fail({ promise, because: promise === "answers" ? `it threw ${String(error)}.` : because })
  }
}

const namedIn = (given: Readonly<Record<string, ReadonlyArray<unknown>>>, starts: ReadonlyArray<ReadonlyArray<Event>>) => {
  const named: Record<string, Array<unknown>> = Object.create(null) as Record<string, Array<unknown>>
  for (const [name, values] of Object.entries(given)) named[name] = [...values]
  for (const event of starts.flat()) {
    for (const [name, value] of Object.entries(event)) if (name !== "_tag") (named[name] ??= []).push(value)
  }
  return named
}
const once = <A>(make: () => A) => {
  let made: { readonly it: A } | undefined
  return () => (made ??= { it: make() }).it
}
const first = <A>(times: number, make: () => A | undefined): A | undefined => {
  for (let n = 0; n < times; n++) {
    const made = make()
    if (made !== undefined) return made
  }
  return undefined
}
