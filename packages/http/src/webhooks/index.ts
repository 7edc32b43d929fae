/**
 * Webhooks: what happens at a school, told to another server as it happens, without a word of anybody.
 *
 * Apart from the server, so that who has none does not carry them along.
 */
export * as CloudEvent from "./CloudEvent.ts"
export * as Courier from "./Courier.ts"
export { endpoints } from "./Endpoints.ts"
export * as Target from "./Target.ts"
export * from "./Webhooks.ts"
