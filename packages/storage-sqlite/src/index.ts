export { StoreUnusable } from "@groeikring/storage"
export * as SqliteStore from "./SqliteStore.ts"
export * as SqliteVault from "./SqliteVault.ts"
