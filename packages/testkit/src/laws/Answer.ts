/** The laws of one command: who may ask it, where it can be done, and what its rule answers. */
import { Machine } from "@groeikring/core"
import { Result, Schema } from "effect"
import { isDeepStrictEqual } from "node:util"
import { said } from "../Json.ts"
import { ask, guardOf, shownAnswer } from "./Asking.ts"
import { exact } from "./Exact.ts"
import { happening, type Happen } from "./Fact.ts"
import { outlook } from "./Outlook.ts"
import type { Breach, Law } from "./Promises.ts"
import { type AnyMachine, mayAsk, menuOf, type Row, type Tagged } from "./SecondReading.ts"

/** One step of a walk: a command, and what is told with it. */
export interface Step {
  readonly command: Tagged
  readonly context: Row & { readonly actor: string; readonly at: number }
}

/** What came of a command, and what is wrong with that. */
export interface Judged {
  readonly wrong: ReadonlyArray<Breach>
  readonly events: ReadonlyArray<Tagged>
  readonly state?: Tagged
  /** The name of the refusal. */
  readonly refused?: string
  /** The machine broke down: there is no going on from here. */
  readonly stop: boolean
}

/** Tries a machine, and answers with what is wrong. */
export interface Judge {
  /** Asks one command; looks around as well, when told to. */
  readonly command: (state: Tagged, step: Step, look: boolean) => Judged
  /** Tells one fact. */
  readonly fact: Happen
}

export const judging = (machine: AnyMachine): Judge => {
  const { spec } = machine
  const [look, fact] = [outlook(machine), happening(machine)]
  /** In this order: where one is broken, those after it have nothing to say. */
  const lawsOfAnswer: ReadonlyArray<readonly [Law, LawOfAnswer]> = [
    ["who", who(spec)],
    ["where", where],
    ["stranger", stranger()],
    ["declared", declared(spec)]
  ]

  const follow = (from: Tagged, events: ReadonlyArray<Tagged>): Judged => {
    const wrong: Array<Breach> = []
    let state = from
    for (const event of events) {
      const happened = fact(state, event)
      wrong.push(...happened.wrong)
      if (happened.state === undefined) return { wrong, events: [], stop: true }
      state = happened.state
    }
    return { wrong, events, state, stop: false }
  }

  const command = (state: Tagged, { command, context }: Step, isLooking: boolean): Judged => {
    const tag = command._tag
    const [isHolder, isOnMenu] = [mayAsk(spec, state, tag, context), menuOf(spec, state).includes(tag)]
    const known = knownTo(spec, tag, context)
    const first = ask(machine, state, command, known)
    if (Result.isFailure(first))
      return { wrong: [[first.failure.promise, `${tag}: ${first.failure.because}`]], events: [], stop: true }
    const answer = first.success
    const again = ask(machine, state, command, known)
    const isSame = isDeepStrictEqual(
      shownAnswer(machine, answer),
      Result.isSuccess(again) ? shownAnswer(machine, again.success) : again
    )
    const refused = Result.isFailure(answer) ? (answer.failure ?? silence) : undefined
    const no = isHolder && isOnMenu && refused === undefined ? guardOf(machine, tag)?.(state, known) : undefined
    const wrong: ReadonlyArray<Breach> = [
      ...(no === undefined
        ? []
        : [["possible", `${tag} was said to meet ${no._tag} in ${state._tag}, and it was done.`] as const]),
      ...(isSame ? [] : [["answers", `${tag} answered differently when it was asked again.`] as const]),
      ...(isLooking ? look(state, context) : []),
      ...firstBreach(lawsOfAnswer, { actor: context.actor, isHolder, isOnMenu, refused, state: state._tag, tag })
    ]
    if (refused) return { wrong, events: [], refused: refused._tag, stop: false }
    const followed = follow(
      state,
      Result.getOrElse(answer, () => [])
    )
    return { ...followed, wrong: [...wrong, ...followed.wrong] }
  }
  return { command, fact }
}

/** What a command is told: who asks, when, and the facts it needs; nothing else that happens to be known. */
const knownTo = (spec: Machine.Spec, tag: string, context: Row): Row => {
  const { by, needs = [] } = spec.commands[tag]!
  const wanted = ["actor", "at", ...needs, ...by.map((role) => spec.roles[role]!)]
  return Object.fromEntries(Object.entries(context).filter(([name]) => wanted.includes(name)))
}
/** A refusal without a word. */
const silence = { _tag: "silence" }

/** A command that was asked, and how it was refused, if it was. */
interface Asked {
  readonly tag: string
  readonly actor: string
  readonly state: string
  readonly isHolder: boolean
  readonly isOnMenu: boolean
  readonly refused: Tagged | undefined
}
/** What is wrong; nothing when the law holds. */
type LawOfAnswer = (asked: Asked) => string | undefined

const firstBreach = (laws: ReadonlyArray<readonly [Law, LawOfAnswer]>, asked: Asked): ReadonlyArray<Breach> => {
  for (const [law, breaks] of laws) {
    const detail = breaks(asked)
    if (detail !== undefined) return [[law, detail]]
  }
  return []
}

const who =
  (spec: Machine.Spec): LawOfAnswer =>
  ({ actor, isHolder, refused, tag }) =>
    refused instanceof Machine.NotAllowed !== isHolder
      ? undefined
      : `${tag} is for ${spec.commands[tag]!.by.join(", ")}; ${actor} ${isHolder ? "holds such a role and was not allowed" : "holds no such role and was let through"}.`

const where: LawOfAnswer = ({ isHolder, isOnMenu, refused, state, tag }) =>
  refused instanceof Machine.IllegalCommand === (isHolder && !isOnMenu)
    ? undefined
    : `${tag} is ${isOnMenu ? "on" : "not on"} the menu of ${state}, and it was ${refused ? `refused with ${refused._tag}` : "done"}.`

const stranger = (): LawOfAnswer => {
  const heard = new Map<string, string>()
  return ({ isHolder, refused, state, tag }) => {
    if (isHolder) return undefined
    const words = JSON.stringify(said(refused))
    const before = heard.get(tag) ?? words
    heard.set(tag, before)
    return words === before ? undefined : `To ${tag} they heard ${before} first, and ${words} in ${state}.`
  }
}

const declared = (spec: Machine.Spec): LawOfAnswer => {
  const refusals = new Map(
    Object.entries(spec.commands).map(([tag, { refuses = [] }]) => [
      tag,
      refuses.map((Class) => ({ Class, misfitOf: exact(Schema.Struct(Class.fields)) }))
    ])
  )
  return ({ isHolder, isOnMenu, refused, tag }) => {
    if (refused === undefined || !isHolder || !isOnMenu) return undefined
    const refusal = refusals.get(tag)!.find(({ Class }) => refused instanceof Class)
    if (refusal === undefined)
      return `${tag} was refused with a ${refused._tag} that is not one of the classes in its \`refuses\`.`
    const { _tag, ...fields } = refused
    const misfit = refusal.misfitOf(fields)
    return misfit && `The ${_tag} of ${tag} does not carry what it declares: ${misfit}.`
  }
}
