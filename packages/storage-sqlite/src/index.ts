export { StoreUnusable } from "./Database.ts"
export * as SqliteStore from "./SqliteStore.ts"
export * as SqliteVault from "./SqliteVault.ts"
