/** One server for all files: the one that TEST_PG_URL names (as a superuser), or one that starts here and stops at the end. */
import type { TestProject } from "vitest/node"
import { startServer } from "./server.ts"

declare module "vitest" {
  interface ProvidedContext {
    readonly server: string
  }
}

export default async ({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const named = process.env["TEST_PG_URL"]
  if (named !== undefined) {
    provide("server", named)
    return
  }
  const { drop, url } = await startServer()
  provide("server", url)
  return drop
}
