/** What an adapter that runs on Node needs besides the port. */
export * from "./MasterKeyFile.ts"
export * from "./NodeAead.ts"
