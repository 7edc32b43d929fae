import { mergeConfig } from "vitest/config"
import { shared } from "../../vitest.shared.ts"

// A command line is typed in a process of its own, and two cores have to make do.
export default mergeConfig(shared, { test: { testTimeout: 30_000 } })
