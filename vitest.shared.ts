import { defaultServerConditions } from "vite"
import type { ViteUserConfig } from "vitest/config"

const conditions = ["@groeikring/source", ...defaultServerConditions]

/** Packages import each other's TypeScript source: tests need no build. */
export const shared: ViteUserConfig = {
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["test/**/*.test.ts"],
    passWithNoTests: false,
    reporters: ["default", ["json", { outputFile: ".reports/vitest.json" }]]
  }
}
