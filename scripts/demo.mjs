// Starts the demo: builds its page when something in it changed, and then serves it. A story in the terminal needs no page.
import { spawn, spawnSync } from "node:child_process"

const args = process.argv.slice(2)
if (!args.some((arg) => arg.startsWith("--story"))) {
  const built = spawnSync(
    "turbo",
    ["run", "build", "--filter=@groeikring/web", "--output-logs=errors-only", "--log-prefix=none"],
    {
      stdio: ["ignore", "pipe", "inherit"],
      encoding: "utf8"
    }
  )
  if (built.status !== 0) {
    process.stderr.write(
      `${built.stdout ?? ""}\nThe page of the demo could not be built; why is above. Run the same command again.\n`
    )
    process.exit(1)
  }
}
const demo = spawn(process.execPath, ["--conditions=@groeikring/source", "apps/demo/src/main.ts", ...args], { stdio: "inherit" })
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => demo.kill(signal))
demo.on("exit", (code, signal) => process.exit(signal === null ? (code ?? 1) : 1))
