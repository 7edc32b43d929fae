import { mergeConfig } from "vitest/config"
import { shared } from "../../vitest.shared.ts"

export default mergeConfig(shared, {
  test: {
    globalSetup: ["test/setup.ts"],
    // Who plays in a window mostly waits for others.
    maxWorkers: 3
  }
})
