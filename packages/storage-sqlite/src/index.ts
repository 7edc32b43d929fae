export { StoreUnusable } from "@groeikring/storage"
export * as SqliteBackup from "./SqliteBackup.ts"
export * as SqliteStore from "./SqliteStore.ts"
export * as SqliteVault from "./SqliteVault.ts"
