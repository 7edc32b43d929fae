import { defaultServerConditions } from "vite"
import type { ViteUserConfig } from "vitest/config"

const conditions = ["@groeikring/source", ...defaultServerConditions]

/** Packages import each other's TypeScript source: tests need no build. */
export const shared: ViteUserConfig = {
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["test/**/*.test.ts"],
    // No test measures time; on a machine that has more to do each may take what it takes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    passWithNoTests: false,
    // The domain is built once for all files of a package, which halves what they take: no test changes what another reads.
    isolate: false,
    reporters: ["default", ["json", { outputFile: ".reports/vitest.json" }]]
  }
}
