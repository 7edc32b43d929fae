/** What runs on Node alone: the master key of an adapter, and moving and verifying a store. */
export * from "./MasterKeyFile.ts"
export * as Moving from "./Moving.ts"
export * from "./NodeAead.ts"
export { verify, type Verified } from "./Verifying.ts"
