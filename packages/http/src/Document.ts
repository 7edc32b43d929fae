/** The contract as an OpenAPI 3.1 document, as the Dutch API Design Rules want it. */
import { OpenApi } from "effect/http-api"
import type { Contract } from "./Contract.ts"

export const document = (api: Contract, schemes: Readonly<Record<string, object>>) => {
  const spec = OpenApi.fromApi(api)
  return { ...spec, components: { ...spec.components, securitySchemes: schemes } }
}
