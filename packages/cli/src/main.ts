// Behind the door: the line that was typed.
import { looked } from "./Alone.ts"

// Whoever reads the output may stop early, as `head` does: that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit()
  throw error
})
const args = process.argv.slice(2)
const isOnServer = [...args, process.env["GROEIKRING_STORE"] ?? ""].some((one) => /^(--store=)?postgres(ql)?:/.test(one))
process.exitCode =
  isOnServer || args[0] === "serve"
    ? // The package and not this bundle of it: who has a file does not carry the way to a server along.
      await (await import("@groeikring/cli")).run(args)
    : ((await looked(args)) ?? (await (await import("./index.ts")).run(args)))
