import { mergeConfig } from "vitest/config"
import { shared } from "../../vitest.shared.ts"

export default mergeConfig(shared, {
  test: {
    testTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 60_000,
    globalSetup: ["test/setup.ts"],
    // Who plays in a window mostly waits for others.
    maxWorkers: 3
  }
})
