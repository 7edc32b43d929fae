/** What holds for every machine of the domain. A new line in the registry is all it takes to be tried here. */
import { coverage, laws } from "@groeikring/testkit"
import { Arbitrary, Effect, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { domain } from "../src/Domain.ts"
import type * as Machine from "../src/Machine.ts"
import * as Private from "../src/Private.ts"
import type { AnyRefusalClass } from "../src/Refusal.ts"
import { machines, walks, walksOf } from "./walks.ts"

const refusalsOf = ({ spec }: Machine.Machine<Machine.Spec>) => [
  ...new Set(Object.values(spec.commands).flatMap(({ refuses = [] }) => refuses))
]

it("says no for one reason under one name, whichever machine says it", () => {
  const classes = [...new Set(machines.flatMap(([, machine]) => refusalsOf(machine)))].map(({ tag }) => tag)
  expect(classes.filter((tag, n) => classes.indexOf(tag) !== n)).toEqual([])
})

describe.each(machines)("%s", (name, machine) => {
  const { spec } = machine
  const states = Object.keys(spec.states)

  const walks = walksOf(name, machine)

  it("keeps the laws", () => expect(laws(machine, walks)).toEqual([]))

  it("has no arrow that nobody walks: each command, to each fact that it causes, from each state it can happen in", () => {
    const { arrows, unwalked } = coverage(machine, walks)
    console.log(`${name}: ${arrows - unwalked.length} of ${arrows} arrows walked`)
    expect(unwalked).toEqual([])
  })

  it("is registered under its own name", () => expect(machine.name).toBe(name))

  it("comes to every state by its arrows, also to those where it ends", () => {
    const reached = new Set<string>(["Start"])
    for (let before = 0; before !== reached.size;) {
      before = reached.size
      for (const { from, to } of Object.values(spec.events))
        if (to !== "Same" && from.some((tag) => reached.has(tag))) reached.add(to)
    }
    expect(
      states.filter((state) => !reached.has(state)),
      "states that no arrow leads to"
    ).toEqual([])
  })

  it("calls states, events, commands, roles and refusals in PascalCase, fields and needs in camelCase", () => {
    const refusals = refusalsOf(machine).map(({ tag }) => tag)
    const names = [
      name,
      ...states,
      ...[spec.events, spec.commands, spec.roles].flatMap((table) => Object.keys(table)),
      ...refusals
    ]
    expect(
      names.filter((one) => !/^([A-Z][a-z0-9]*)+$/.test(one)),
      "not PascalCase"
    ).toEqual([])
    const tables = [
      spec.needs,
      ...Object.values(spec.states),
      ...[...Object.values(spec.events), ...Object.values(spec.commands)].map(({ payload = {} }) => payload)
    ]
    expect(
      tables.flatMap((table) => Object.keys(table)).filter((one) => !/^[a-z][a-zA-Z0-9]*$/.test(one)),
      "not camelCase"
    ).toEqual([])
  })

  it("names no event after a state, so that a fact is never mistaken for one", () => {
    expect(Object.keys(spec.events).filter((event) => event in spec.states)).toEqual([])
  })

  it("takes back words by a name that both facts say", () => {
    for (const { payload = {}, takesBack } of Object.values(spec.events)) {
      if (takesBack === undefined) continue
      const said = spec.events[takesBack.event]
      expect(Object.values((said?.payload ?? {}) as Readonly<Record<string, Schema.Top>>).flatMap(Private.classesIn)).not.toEqual([])
      expect([takesBack.named in (said?.payload ?? {}), takesBack.by in payload]).toEqual([true, true])
    }
  })

  it("says no in two sentences: what happened and why, then what to do", () => {
    expect(
      refusalsOf(machine).flatMap((Class) => (inTwoSentences(Class) ? [] : [`${Class.tag}: ${example(Class).message}`]))
    ).toEqual([])
  })

  it("has one class for each of its refusals, under its own name", () => {
    const tags = refusalsOf(machine).map(({ tag }) => tag)
    expect(
      tags.filter((tag, n) => tags.indexOf(tag) !== n),
      "the same name for two refusals"
    ).toEqual([])
    expect(
      tags.filter((tag) => ["NotAllowed", "IllegalCommand", "InvalidCommand", "NeedsInput"].includes(tag)),
      "the kernel's own"
    ).toEqual([])
  })
})

/** A refusal with plain values in its fields: no text with full stops, no number that looks like a sentence. */
const example = (Class: AnyRefusalClass) => {
  const fields = Object.fromEntries(
    Object.entries(Class.fields).map(([field, schema]) => {
      const any = Effect.runSync(
        Arbitrary.sampleEffect(Arbitrary.schema(schema), { count: 1, seed: field }).pipe(
          Effect.orElseSucceed((): ReadonlyArray<unknown> => ["x"])
        )
      )[0]
      const plain =
        [["x"], "x", 3].find((value) => Schema.is(Schema.toType(schema) as Schema.ConstraintDecoder<unknown>)(value)) ??
        any
      return [field, plain]
    })
  )
  return new (Class as unknown as new (fields: object) => { readonly message: string })(fields)
}
const inTwoSentences = (Class: AnyRefusalClass) => /^\S.*[^.!?][.!?] \p{Lu}.*[.!?]$/su.test(example(Class).message)

it("every event has a name of its own: it is stored for ever", () => {
  const owners = new Map<string, Array<string>>()
  for (const [name, { spec }] of machines) {
    for (const event of Object.keys(spec.events)) owners.set(event, [...(owners.get(event) ?? []), name])
  }
  expect(
    [...owners]
      .filter(([, names]) => names.length > 1)
      .map(([event, names]) => `${event} is an event of ${names.join(" and of ")}`)
  ).toEqual([])
})

it("walks are told about machines that exist", () => {
  expect(Object.keys(walks).filter((name) => !(name in domain))).toEqual([])
})
