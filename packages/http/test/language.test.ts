import { Domain, english, Machine } from "@groeikring/core"
import { dutch } from "@groeikring/pack-nl"
import { Arbitrary, Effect, Result, Schema } from "effect"
import { OpenApi } from "effect/http-api"
import { describe, expect, it } from "vitest"
import { contract, Problem } from "../src/index.ts"
import { mutated } from "./mutated.ts"

type AnyMachine = Machine.Machine<Machine.Spec>
const machines = Object.values(Domain.domain).map(({ machine }) => machine as unknown as AnyMachine)

/** Everything that can be wrong with a command, by what is said of it in English. */
const invalid = new Map<string, Machine.InvalidCommand>()
for (const machine of machines)
  for (const [tag, { payload = {} }] of Object.entries(machine.spec.commands)) {
    const codec = Schema.toCodecJson(Schema.Struct(payload)) as unknown as Schema.Codec<object, object>
    const sampled = Effect.runSync(Effect.result(Arbitrary.sampleEffect(Arbitrary.schema(codec), { count: 3, seed: tag })))
    const bodies = Result.isSuccess(sampled) ? sampled.success.map((value) => Schema.encodeSync(codec)(value)) : [{}]
    for (const body of bodies.flatMap(mutated)) {
      const read = Machine.commandFrom(machine, { ...(body as object), _tag: tag })
      if (Result.isFailure(read)) for (const { problem } of read.failure.problems) invalid.set(problem, read.failure)
    }
  }

describe("a problem in Dutch", () => {
  it("says what is wrong with a field in Dutch, whatever it is", () => {
    expect(invalid.size).toBeGreaterThan(40)
    for (const [english, refusal] of invalid) {
      const { detail, errors = [], title } = Problem.problemOf(refusal, { words: dutch })
      const said = errors.map((error) => error.detail)
      expect([english, title, said.filter((one) => !/^(moet|mag|hoort|ontbreekt|is (niet|geen)|verwijst)/.test(one))]).toEqual([
        english,
        "Klopt nog niet",
        []
      ])
      expect(`${said.join()}${detail}`).not.toMatch(/should|RegExp|\b(value|length|is not|of this|missing)\b/)
    }
  })

  it("says it in the words of a school", () => {
    const told = (problems: ReadonlyArray<string>) => {
      const refusal = new Machine.InvalidCommand({
        machine: "Pap",
        problems: problems.map((problem) => ({ path: "on", problem }))
      })
      return Problem.problemOf(refusal, { words: dutch }).errors!.map(({ detail }) => detail)
    }
    expect(
      told([
        "should be string",
        "should be a value with a length of at least 1",
        "should be a value between 0 and 1.2",
        'should be "Tried" | "None"',
        "should be a day, such as 2026-01-14",
        "is missing"
      ])
    ).toEqual([
      "moet tekst zijn",
      "mag niet leeg zijn",
      "moet een getal zijn van 0 tot en met 1.2",
      'moet een van deze zijn: "Tried", "None"',
      "moet een dag zijn, zoals 2026-01-14",
      "ontbreekt"
    ])
  })

  it("has a title in Dutch for every refusal of the contract, and one in English", () => {
    const problems = Object.entries(OpenApi.fromApi(contract(Domain.domain)).components.schemas).filter(([name]) =>
      name.endsWith("Problem")
    )
    expect(problems.length).toBeGreaterThan(200)
    for (const [name, { properties }] of problems as ReadonlyArray<[string, any]>) {
      const [code] = properties.code.enum
      const titles = [english, dutch].map((words) => Problem.titleOf(code, words))
      expect([name, properties.title.enum, titles[0] === titles[1]]).toEqual([name, titles, false])
    }
  })
})
