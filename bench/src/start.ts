/** The whole process from cold: processor time and memory until it ends. */
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { median } from "./rounds.ts"

const bin = join(import.meta.dirname, "../../packages/cli/dist/bin.js")
const stories = ["school", "story-1"].map((name) => join(import.meta.dirname, "../../apps/demo/stories", `${name}.jsonl`))
const report = `data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stderr.write("\\n@@"+JSON.stringify({cpu:(user+system)/1000,rss:process.resourceUsage().maxRSS/1024}))})`

const cost = (args: ReadonlyArray<string>) => {
  const { stderr } = spawnSync(process.execPath, ["--import", report, ...args], { encoding: "utf8" })
  return JSON.parse(stderr.slice(stderr.lastIndexOf("@@") + 2)) as { readonly cpu: number; readonly rss: number }
}

/** `groeikring show` beside `node -e 0`; nothing when the command has not been built. */
export const coldStart = (folder: string, rounds: number) => {
  if (!existsSync(bin)) return undefined
  const store = join(folder, "start.db")
  spawnSync(process.execPath, [bin, "play", ...stories, "--store", store])
  const show = [bin, "pap", "show", "--id", "pap-femke-1", "--as", "p-femke", "--store", store]
  const taken = Array.from({ length: rounds }, () => ({ nothing: cost(["-e", "0"]), show: cost(show) }))
  return {
    nothing: median(taken.map(({ nothing }) => nothing.cpu)),
    show: median(taken.map(({ show }) => show.cpu)),
    ratio: median(taken.map(({ nothing, show }) => show.cpu / nothing.cpu)),
    rss: median(taken.map(({ show }) => show.rss))
  }
}
