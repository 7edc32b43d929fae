import { Domain, Machine } from "@groeikring/core"
import { Ajv2020 } from "ajv/dist/2020.js"
import { Arbitrary, Effect, Result, Schema } from "effect"
import { OpenApi } from "effect/http-api"
import { execFile } from "node:child_process"
import { existsSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { describe, expect, it } from "vitest"
import { contract, Path, Schemas } from "../src/index.ts"

const document = OpenApi.fromApi(contract(Domain.domain))
const schemas = Schemas.schemas(Domain.domain)
const ajv = new Ajv2020({ strict: true, strictTuples: false, allowUnionTypes: true, allErrors: true, validateFormats: false })
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

describe("the contract", () => {
  it("has an endpoint for every command that a person may ask, and for no other", () => {
    const posts = Object.entries(document.paths).flatMap(([path, item]) => ("post" in item ? [path] : []))
    expect(posts.filter((path) => path !== "/me/accept").toSorted()).toEqual(asked.map(({ path }) => path).toSorted())
  })

  const rules = join(import.meta.dirname, "../../../../shared/samples/nl-adr/linter.yaml")
  it("passes the linter of the Dutch API Design Rules", { timeout: 60_000 }, async () => {
    if (!existsSync(rules)) return console.warn(`Not checked: ${rules} is not here.`)
    const file = join(mkdtempSync(join(tmpdir(), "groeikring-")), "openapi.json")
    writeFileSync(file, JSON.stringify(document))
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
      const serverTakes = (body: object) => Result.isSuccess(Machine.commandFrom(machine, { ...body, _tag: tag }))
      for (const body of bodies) {
        expect([JSON.stringify(body), valid(body), serverTakes(body)]).toEqual([JSON.stringify(body), true, true])
        const wrong = [
          { ...body, another: 1 },
          ...Object.keys(body).flatMap((field) => [
            { ...body, [field]: { no: "such" } },
            { ...body, [field]: null },
            Object.fromEntries(Object.entries(body).filter(([name]) => name !== field))
          ])
        ]
        for (const one of wrong) expect([valid(one), JSON.stringify(one)]).toEqual([serverTakes(one), JSON.stringify(one)])
      }
    }
  )
})
