export * as PostgresStore from "./PostgresStore.ts"
export * as PostgresVault from "./PostgresVault.ts"
