/** The contract as an OpenAPI 3.1 document, in the shape that the Dutch API Design Rules ask for. */
import type { Context } from "effect"
import { OpenApi } from "effect/http-api"
import { exampleOf } from "./Example.ts"
import { version } from "./Path.ts"

/** Who keeps this server, for who has a question about it. */
export interface Contact {
  readonly name: string
  readonly url: string
  readonly email: string
}

type Spec = OpenApi.OpenAPISpec
type Operation = OpenApi.OpenAPISpecOperation

/** What is added to a contract when it is written down. */
export const annotations = (schemes: Readonly<Record<string, object>>, contact: Contact, at: string): Context.Context<never> =>
  OpenApi.annotations({ transform: (spec) => shaped(spec as Spec, schemes, contact, at) })

const shaped = (spec: Spec, schemes: Readonly<Record<string, object>>, contact: Contact, at: string) => {
  const known = Object.keys(schemes).map((name) => ({ [name]: [] }))
  const { once, responses } = answers()
  return {
    ...spec,
    info: { ...spec.info, contact },
    servers: [{ url: at + version }],
    // Filled while the paths are written down.
    components: { ...spec.components, responses, securitySchemes: schemes },
    paths: Object.fromEntries(
      Object.entries(spec.paths).map(([path, item]) => {
        const isVersioned = path.startsWith(`${version}/`)
        const operations = Object.entries(item).map(([method, operation]) => [
          method,
          once(
            withExamples(
              withHeaders({ ...(operation as Operation), security: isVersioned ? known : [] }),
              spec.components.schemas
            )
          )
        ])
        return [
          isVersioned ? path.slice(version.length) : path,
          { ...(!isVersioned && { servers: [{ url: at === "" ? "/" : at }] }), ...Object.fromEntries(operations) }
        ]
      })
    )
  }
}

/** What is answered in many places, each written down once, under the names of the problems in it. */
const answers = () => {
  const responses: Record<string, object> = {}
  const once = (operation: Operation): Operation => ({
    ...operation,
    // What stands for an answer is not of the type of one.
    responses: Object.fromEntries(
      Object.entries(operation.responses).map(([status, response]): [string, any] => {
        const schema = response.content?.["application/problem+json"]?.schema
        if (schema === undefined) return [status, response]
        const one = schema as Reference & { readonly anyOf?: ReadonlyArray<Reference> }
        const problems = (one.anyOf ?? [one]).map(problemNamed)
        // What more can be refused with is what one command alone has.
        if (problems.length > 3) return [status, response]
        const name = problems.join("Or")
        const known = (responses[name] ??= response)
        const isKnown = JSON.stringify(known) === JSON.stringify(response)
        return [status, isKnown ? { $ref: `#/components/responses/${name}` } : response]
      })
    )
  })
  return { once, responses }
}

interface Reference {
  readonly $ref?: string
}
const problemNamed = ({ $ref = "" }: Reference) => $ref.replace(/^.*\//, "").replace(/Problem(?=_|$)/, "")

const apiVersionHeader = { description: "The version of the contract", required: true, schema: { type: "string" } }
const etagHeader = {
  description: "The version of the thing: send it back in If-Match",
  required: true,
  schema: { type: "string" }
}

/** Every answer names the version of the contract, and that about one thing the version of the thing. */
const withHeaders = (operation: Operation): Operation => {
  // The name of an endpoint holds that of its machine already.
  const operationId = operation.operationId.split(".").at(-1)!
  const isOfThing = operation.parameters.some(({ name }) => name === "if-match") || operationId.startsWith("get")
  return {
    ...operation,
    operationId,
    parameters: operation.parameters.map((parameter) =>
      parameter.in === "header" ? { ...parameter, name: headerName(parameter.name) } : parameter
    ),
    responses: Object.fromEntries(
      Object.entries(operation.responses).map(([status, response]) => [
        status,
        {
          ...response,
          headers: { "API-Version": apiVersionHeader, ...(isOfThing && status === "200" && { ETag: etagHeader }) }
        }
      ])
    )
  }
}
/** As people write it: `If-Match`, `Last-Event-ID`. */
const headerName = (name: string) =>
  name
    .split("-")
    .map((part) => (part === "id" ? "ID" : part.charAt(0).toUpperCase() + part.slice(1)))
    .join("-")

/** The linter of the Design Rules takes a field such as `posts` for an operation, wherever it stands. */
const looksLikeOperation = (example: unknown) => /"\w*(put|post|patch)\w*":/.test(JSON.stringify(example))

/** An example beside every schema of a body. */
const withExamples = (operation: Operation, schemas: Spec["components"]["schemas"]): Operation => {
  const exemplified = <A extends { readonly content?: OpenApi.OpenApiSpecContent }>(body: A): A => ({
    ...body,
    ...(body.content !== undefined && {
      content: Object.fromEntries(
        Object.entries(body.content).map(([type, { schema }]) => {
          const example = type === "text/event-stream" ? undefined : exampleOf(schema, schemas)
          return [type, { schema, ...(example !== undefined && !looksLikeOperation(example) && { example }) }]
        })
      )
    })
  })
  return {
    ...operation,
    ...(operation.requestBody !== undefined && { requestBody: exemplified(operation.requestBody as never) }),
    responses: Object.fromEntries(
      Object.entries(operation.responses).map(([status, response]) => [status, exemplified(response as never)])
    )
  }
}
