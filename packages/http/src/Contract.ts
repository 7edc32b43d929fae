/**
 * The contract: an `HttpApi` derived from a registry of machines.
 *
 * Per machine there is a list, one thing, what can be done with it, its history, and an endpoint for each command. Nothing
 * here knows a machine by name.
 */
import { type Domain, Machine, Private, type Refusal } from "@groeikring/core"
import {
  ClockWentBack,
  CommandIdTaken,
  Conflict,
  NoSuchSuggestion,
  NothingToSee,
  Reading,
  ReservedActor,
  Vault
} from "@groeikring/storage"
import { Schema } from "effect"
import { HttpApi, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "effect/http-api"
import * as Document from "./Document.ts"
import type { Contact } from "./Document.ts"
import { type Login, WhoAsks } from "./Login.ts"
import { NoSuchReport, NotAcceptable, type Publisher } from "./Publisher.ts"
import { TooOften } from "./Limits.ts"
import { collection, kebab, version } from "./Path.ts"
import * as Problem from "./Problem.ts"

type AnyMachine = Machine.Lifecycle<Machine.Spec>
type Fields = Schema.Struct.Fields

// What a viewer sees -----------------------------------------------------------------

/** Fields as a viewer sees them: those with private words may be left out, and those that are somebody's own. */
const seenFields = (fields: Fields, own: ReadonlyArray<string>): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      own.includes(name) || Private.classesIn(field as Schema.Top).length > 0 ? Schema.optionalKey(field as Schema.Top) : field
    ])
  )
/** One of these, of which a viewer may see no more than the tag. */
const seenUnion = (name: string, rows: Readonly<Record<string, Fields>>, own: ReadonlyArray<string> = []) =>
  Schema.Union(Object.entries(rows).map(([tag, fields]) => Schema.TaggedStruct(tag, seenFields(fields, own)))).annotate({
    identifier: name
  })

/** What an endpoint may be refused with: what any may be, and these. */
export const problemSchemas = (refusals: ReadonlyArray<Refusal.AnyRefusalClass>) =>
  [
    ...new Set([Problem.InvalidRequest, Problem.Unauthenticated, TooOften, Problem.OutOfOrder, Problem.NotReady, ...refusals])
  ].map(Problem.schemaOf)

/** A moment as the contract writes it: whole minutes since 1970-01-01T00:00Z. */
const At = Schema.Int.annotate({ description: "Whole minutes since 1970-01-01T00:00Z" })
const because = Schema.Struct({
  type: Schema.String,
  title: Schema.String,
  status: Schema.Int,
  detail: Schema.String,
  code: Schema.String,
  about: Schema.optionalKey(Schema.Json),
  errors: Schema.optionalKey(Schema.Json)
})
const Possible = Schema.Union([
  Schema.Struct({ can: Schema.Literal(true), events: Schema.Array(Schema.String), asks: Schema.Array(Schema.String) }),
  Schema.Struct({ can: Schema.Literal(false), because })
]).annotate({ identifier: "Possible" })

/** What there is to see of a machine. */
interface Parts {
  readonly State: Schema.Top
  readonly Event: Schema.Top
}
const parts = new WeakMap<AnyMachine, Parts>()
export const partsOf = (machine: AnyMachine): Parts => {
  const known = parts.get(machine) ?? madeOf(machine)
  parts.set(machine, known)
  return known
}
const madeOf = ({ name, spec }: AnyMachine) => {
  const payloads = Object.fromEntries(Object.entries(spec.events).map(([tag, { payload = {} }]) => [tag, payload]))
  return { State: seenUnion(`${name}State`, spec.states, spec.own), Event: seenUnion(`${name}Event`, payloads) }
}

// The endpoints --------------------------------------------------------------------------

const id = Schema.NonEmptyString.check(Schema.isMaxLength(100))
const pageQuery = { cursor: Schema.optionalKey(Schema.String), limit: Schema.optionalKey(Schema.String) }
export const commandHeaders = {
  "idempotency-key": Schema.optionalKey(Schema.String),
  "if-match": Schema.optionalKey(Schema.String),
  "if-none-match": Schema.optionalKey(Schema.String)
}

const machineGroup = (machine: AnyMachine) => {
  const { name, spec } = machine
  const { Event, State } = partsOf(machine)
  const possible = Schema.Struct(Object.fromEntries(asksOfPeople(spec).map(([command]) => [command, Possible]))).annotate({
    identifier: `${name}Possible`
  })
  const thing = { id: Schema.String, version: Schema.Int, state: State }
  const path = `/${collection(name)}` as const
  const looking = problemSchemas([NothingToSee])
  return HttpApiGroup.make(name).add(
    HttpApiEndpoint.get(nameOf("list", name), path, {
      query: { ...pageQuery, ...Object.fromEntries(spec.foundBy.map((field) => [field, Schema.optionalKey(Schema.String)])) },
      success: Schema.Struct({ items: Schema.Array(Schema.Struct(thing)), next: Schema.NullOr(Schema.String) }),
      error: problemSchemas([])
    }),
    HttpApiEndpoint.get(nameOf("get", name), `${path}/:id`, {
      params: { id },
      success: Schema.Struct({ ...thing, possible }),
      error: looking
    }),
    HttpApiEndpoint.get(nameOf("possible", name), `${path}/:id/possible`, {
      params: { id },
      success: possible,
      error: problemSchemas([])
    }),
    HttpApiEndpoint.get(nameOf("history", name), `${path}/:id/history`, {
      params: { id },
      success: Schema.Struct({
        items: Schema.Array(
          Schema.Struct({
            version: Schema.Int,
            position: Schema.String,
            at: At,
            actor: Schema.optionalKey(Schema.String),
            event: Event
          })
        )
      }),
      error: looking
    }),
    ...asksOfPeople(spec).map(([tag, { payload = {}, refuses = [] }]) =>
      HttpApiEndpoint.post(nameOf(tag, name), `${path}/:id/${kebab(tag)}`, {
        params: { id },
        headers: commandHeaders,
        ...(Object.keys(payload).length > 0 && { payload: Schema.Struct(payload) }),
        success: Schema.Struct({
          version: Schema.Int,
          position: Schema.String,
          repeated: Schema.Boolean,
          events: Schema.Array(Event),
          // Who asked for it need not be one who sees it.
          state: Schema.Union([State, Schema.Struct({ _tag: Schema.String })])
        }),
        error: problemSchemas([...always, ...refuses])
      })
    )
  )
}
/** What any command may be refused with. */
const always = [
  Machine.InvalidCommand,
  Machine.NotAllowed,
  Machine.IllegalCommand,
  Conflict,
  ClockWentBack,
  CommandIdTaken,
  ReservedActor,
  Vault.Forgotten,
  Problem.ForeignPage,
  Problem.TooMuch
]
/** The name of an endpoint: what is done, and of which machine. */
export const nameOf = (done: string, machine: string): string => `${done.charAt(0).toLowerCase()}${done.slice(1)}${machine}`
/** The commands that are not for the process rules alone. */
export const asksOfPeople = ({ commands }: Machine.Spec): ReadonlyArray<readonly [string, Machine.CommandSpec]> =>
  Object.entries(commands).filter(([, { by }]) => by.some((role) => role !== "System"))

const Suggestion = Schema.Struct({
  key: Schema.String,
  rule: Schema.String,
  machine: Schema.String,
  id: Schema.String,
  from: Schema.optionalKey(Schema.String),
  command: Schema.optionalKey(Schema.Json),
  card: Schema.optionalKey(Schema.String)
}).annotate({ identifier: "Suggestion" })

const me = HttpApiGroup.make("Me").add(
  HttpApiEndpoint.get("me", "/me", {
    success: Schema.Struct({ person: Schema.String, suggestions: Schema.Array(Suggestion) }),
    error: problemSchemas([])
  }),
  HttpApiEndpoint.get("readings", "/me/readings", {
    success: Schema.Struct({ person: Schema.String, readings: Schema.Array(Reading.annotate({ identifier: "Reading" })) }),
    error: problemSchemas([])
  }),
  HttpApiEndpoint.post("accept", "/me/accept", {
    payload: Schema.Struct({ key: Schema.String }),
    success: Schema.Struct({
      version: Schema.Int,
      position: Schema.String,
      repeated: Schema.Boolean,
      events: Schema.Array(Schema.Json),
      state: Schema.Json
    }),
    error: problemSchemas([NoSuchSuggestion, ...always])
  })
)

/** Comes as an event named `out-of-sight`, so that who only listens for facts does not hear it. */
const OutOfSight = Schema.Struct({
  machine: Schema.String,
  id: Schema.String,
  position: Schema.String,
  outOfSight: Schema.Literal(true)
}).annotate({
  identifier: "OutOfSight",
  description: "Something of this thing went out of the sight of who listens. What they have of it is old: ask again."
})

const eventsGroup = (machines: ReadonlyArray<AnyMachine>) =>
  HttpApiGroup.make("Events").add(
    HttpApiEndpoint.get("events", "/events", {
      query: { after: Schema.optionalKey(Schema.String) },
      headers: { "last-event-id": Schema.optionalKey(Schema.String) },
      success: HttpApiSchema.StreamSse({
        data: Schema.Union([
          ...machines.map((machine) =>
            Schema.Struct({
              machine: Schema.Literal(machine.name),
              id: Schema.String,
              version: Schema.Int,
              position: Schema.String,
              at: At,
              actor: Schema.optionalKey(Schema.String),
              event: partsOf(machine).Event
            })
          ),
          OutOfSight
        ]).annotate({ identifier: "Told" })
      }),
      error: problemSchemas([])
    })
  )

const reportsGroup = ({ kinds, refuses, types }: Publisher) =>
  HttpApiGroup.make("Reports").add(
    HttpApiEndpoint.get("reports", "/reports", {
      success: Schema.Struct({
        items: Schema.Array(Schema.Struct({ kind: Schema.String, name: Schema.String, about: Schema.String, of: Schema.String })),
        types: Schema.Array(Schema.String)
      }),
      error: problemSchemas([])
    }),
    HttpApiEndpoint.get("report", "/reports/:kind", {
      params: { kind: Schema.String.annotate({ description: `One of ${kinds.map(({ kind }) => kind).join(", ")}` }) },
      query: { for: Schema.optionalKey(Schema.String) },
      success: HttpApiSchema.StreamUint8Array({ contentType: Object.keys(types) }),
      error: problemSchemas([NothingToSee, NoSuchReport, NotAcceptable, ...refuses])
    })
  )

const health = HttpApiGroup.make("Health").add(
  HttpApiEndpoint.get("health", "/health", { success: Schema.Struct({ status: Schema.Literal("ok") }) }),
  HttpApiEndpoint.get("ready", "/ready", {
    success: Schema.Struct({ status: Schema.Literal("ready") }),
    error: problemSchemas([Problem.NotReady])
  })
)

/** The version of the contract, in every answer under `API-Version`. */
export const apiVersion = "1.0.0"

/** Who keeps a server that does not say so. */
const groeikring: Contact = {
  name: "Groeikring",
  url: "https://groeikring.example.org",
  email: "groeikring@example.org"
}
const bearer = { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } }

/** The contract of a registry. `fromApi` of `effect/http-api` writes it down as OpenAPI. */
export const contract = (
  domain: Domain.Domain,
  {
    at = "",
    beside = [],
    contact = groeikring,
    reports,
    schemes = bearer
  }: {
    readonly at?: string
    readonly contact?: Contact
    readonly schemes?: Login["Service"]["schemes"]
    readonly reports?: Publisher | undefined
    /** What is offered beside the domain, such as webhooks. */
    readonly beside?: ReadonlyArray<HttpApiGroup.Top>
  } = {}
) => {
  const machines = Object.values(domain).map(({ machine }) => machine as unknown as AnyMachine)
  // A contract is derived when it runs: which endpoints are in it is not known by type.
  const groups = [
    me,
    eventsGroup(machines),
    ...(reports === undefined ? [] : [reportsGroup(reports)]),
    ...machines.map(machineGroup),
    ...beside
  ] as unknown as [HttpApiGroup.Top]
  return HttpApi.make("groeikring")
    .add(...groups)
    .middleware(WhoAsks)
    .prefix(version)
    .add(health as unknown as HttpApiGroup.Top)
    .annotateMerge(
      OpenApi.annotations({
        title: "Groeikring",
        version: apiVersion,
        description: "Development of staff in schools: every machine of the domain, its commands, and what happens."
      })
    )
    .annotateMerge(Document.annotations(schemes, contact, at))
}
export type Contract = ReturnType<typeof contract>
