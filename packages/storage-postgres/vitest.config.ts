import { defineConfig, mergeConfig } from "vitest/config"
import { shared } from "../../vitest.shared.ts"

// One file after the other: a transaction that a test keeps open holds up every reader of the server.
export default mergeConfig(
  defineConfig(shared),
  defineConfig({ test: { globalSetup: "test/globalSetup.ts", fileParallelism: false } })
)
