import { Domain, Machine } from "@groeikring/core"
import { pack } from "@groeikring/pack-nl"
import { publisher } from "@groeikring/reporting"
import { Ajv2020 } from "ajv/dist/2020.js"
import { Arbitrary, Effect, Result, Schema } from "effect"
import { OpenApi } from "effect/http-api"
import { execFile } from "node:child_process"
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { describe, expect, it, onTestFinished } from "vitest"
import { contract, Path, Schemas } from "../src/index.ts"
import { asking } from "./asking.ts"
import { mutated } from "./mutated.ts"
import { glossaries, served } from "./served.ts"

const document = OpenApi.fromApi(contract(Domain.domain))
const schemas = Schemas.schemas(Domain.domain)
const ajv = new Ajv2020({
  strict: true,
  strictTuples: false,
  allowUnionTypes: true,
  allErrors: true,
  validateFormats: false,
  inlineRefs: false,
  code: { optimize: false }
})
for (const schema of Object.values(schemas)) ajv.addSchema(schema)
const machines = Object.values(Domain.domain).map(({ machine }) => machine as unknown as Machine.Machine<Machine.Spec>)
const asked = machines.flatMap((machine) =>
  Object.entries(machine.spec.commands)
    .filter(([, { by }]) => by.some((role) => role !== "System"))
    .map(([tag, { payload = {} }]) => ({
      machine,
      tag,
      payload,
      path: `/${Path.collection(machine.name)}/{id}/${Path.kebab(tag)}`
    }))
)

interface Media {
  readonly schema: object
  readonly example?: unknown
}
interface Answer {
  readonly $ref?: string
  readonly content?: Readonly<Record<string, Media>>
}
interface Written {
  readonly components: { readonly responses: Readonly<Record<string, Answer>> }
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses?: Readonly<Record<string, Answer>> }>>>>
}
/**
 * The document with each example in it once. The linter follows every reference before it looks, and compiles a schema for
 * every example that it meets, so that an example of what all commands answer would be tried three hundred times.
 */
const withExamplesOnce = (document: Written) => {
  const seen = new Set<string>()
  const once = ({ $ref, ...answer }: Answer): Answer => {
    const { content = {}, ...rest } = $ref === undefined ? answer : document.components.responses[$ref.split("/").at(-1)!]!
    const media = Object.entries(content).map(([type, { example, ...one }]) => {
      const text = JSON.stringify([one, example])
      // That of an answer that others refer to stands where they refer to.
      const isNew = example !== undefined && $ref === undefined && !seen.has(text)
      seen.add(text)
      return [type, isNew ? { ...one, example } : one]
    })
    return { ...rest, content: Object.fromEntries(media) }
  }
  const values = <A, B>(all: Readonly<Record<string, A>>, change: (value: A) => B) =>
    Object.fromEntries(Object.entries(all).map(([name, value]) => [name, change(value)]))
  return {
    ...document,
    paths: values(document.paths, (item) =>
      values(item, (operation) =>
        operation.responses === undefined ? operation : { ...operation, responses: values(operation.responses, once) }
      )
    )
  }
}

describe("the contract", () => {
  it("has an endpoint for every command that a person may ask, and for no other", () => {
    const posts = Object.entries(document.paths).flatMap(([path, item]) => ("post" in item ? [path] : []))
    expect(posts.filter((path) => path !== "/me/accept").toSorted()).toEqual(asked.map(({ path }) => path).toSorted())
  })

  it("has a name in words for every schema and every answer, and a number for none", () => {
    const { responses, schemas } = document.components as unknown as Readonly<Record<"responses" | "schemas", object>>
    expect([schemas, responses].flatMap((all) => Object.keys(all)).filter((name) => !/^[A-Z][A-Za-z]+$/.test(name))).toEqual([])
  })

  const rules = join(import.meta.dirname, "../../../../shared/samples/nl-adr/linter.yaml")
  it("passes the linter of the Dutch API Design Rules, with webhooks and reports in it", async () => {
    const base = await served({ webhooks: {}, reports: publisher({ packs: pack, glossaries }) })
    const whole = (await asking(base)("GET", "/openapi.json")).body
    expect(Object.keys(whole.paths)).toEqual(expect.arrayContaining(["/webhooks/{id}/redeliver", "/reports/{kind}", "/events"]))
    if (!existsSync(rules)) return console.warn(`Not checked: ${rules} is not here.`)
    const folder = mkdtempSync(join(tmpdir(), "groeikring-"))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, "openapi.json")
    writeFileSync(file, JSON.stringify(withExamplesOnce(whole)))
    const spectral = join(import.meta.dirname, "../node_modules/.bin/spectral")
    const { stdout } = await promisify(execFile)(spectral, ["lint", "-f", "json", "-r", rules, file], { maxBuffer: 1e8 }).catch(
      (error: { readonly stdout: string }) => error
    )
    const errors = JSON.parse(stdout.slice(stdout.indexOf("["), stdout.lastIndexOf("]") + 1)).filter(
      ({ severity }: { readonly severity: number }) => severity === 0
    )
    expect(errors).toEqual([])
  })
})

/** What is wrong with a value of the right shape. */
const unsaid = ["should be a day that exists", "should be two years in a row", "should be agreements with a name of their own"]

describe("every schema", () => {
  it("compiles, under an id of its own", () => {
    for (const { $id } of Object.values(schemas)) expect([$id, typeof ajv.getSchema($id)]).toEqual([$id, "function"])
    expect(Object.keys(schemas)).toHaveLength(asked.length + 2 * machines.length)
  })

  it.each(asked.map((one) => [`${one.machine.name}.${one.tag}`, one] as const))(
    "%s takes what the server takes, and no more",
    (_, one) => {
      const { machine, payload, tag } = one
      const valid = ajv.getSchema(`urn:groeikring:schema:${Path.kebab(machine.name)}.${Path.kebab(tag)}`)!
      const codec = Schema.toCodecJson(Schema.Struct(payload)) as unknown as Schema.Codec<object, object>
      const sampled = Effect.runSync(Effect.result(Arbitrary.sampleEffect(Arbitrary.schema(codec), { count: 8, seed: tag })))
      const bodies = Result.isSuccess(sampled) ? sampled.success.map((value) => Schema.encodeSync(codec)(value)) : []
      const problemsOf = (body: object): ReadonlyArray<string> => {
        const read = Machine.commandFrom(machine, { ...body, _tag: tag })
        return Result.isSuccess(read) ? [] : read.failure.problems.map(({ problem }) => problem)
      }
      for (const body of bodies) {
        expect([JSON.stringify(body), valid(body), problemsOf(body)]).toEqual([JSON.stringify(body), true, []])
        for (const other of [{}, ...mutated(body)]) {
          if (typeof other !== "object" || other === null || Array.isArray(other)) continue
          const problems = problemsOf(other)
          // What a calendar says stands in no schema; of everything else the two say the same.
          if (problems.length > 0 && problems.every((problem) => unsaid.includes(problem))) continue
          expect([JSON.stringify(other), valid(other), problems]).toEqual([
            JSON.stringify(other),
            problems.length === 0,
            problems
          ])
        }
      }
    }
  )
})
