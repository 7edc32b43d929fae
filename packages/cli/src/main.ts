// Behind the door: the line that was typed.
import { looked } from "./Alone.ts"

// Whoever reads the output may stop early, as `head` does: that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit()
  throw error
})
const args = process.argv.slice(2)
const { run } = args[0] === "serve" ? await import("./Unbundled.ts") : { run: undefined }
process.exitCode = run === undefined ? ((await looked(args)) ?? (await (await import("./index.ts")).run(args))) : await run(args)
