/**
 * How much a live school carries: `node --conditions=@groeikring/source apps/demo/load/live.ts [viewers] [sessions] [commands a second] [seconds]`.
 *
 * Plays the year, adds a group for every session, opens each as far as the questions, and then lets people ask. Of every
 * question it measures how long it takes from the command to the screens of everybody in that circle, and counts what
 * came twice, or never.
 */
import { school as rooms } from "./rooms.ts"
import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

const [viewers = 200, sessions = 25, perSecond = 50, seconds = 120] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), "groeikring-load-"))
const file = join(folder, "school.db")

const circles = await rooms(file, viewers, sessions)
const server = spawn(
  process.execPath,
  ["--conditions=@groeikring/source", join(import.meta.dirname, "../src/main.ts"), "--no-open", "--store", file],
  {
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"]
  }
)
const url = await new Promise<string>((resolve) => {
  let said = ""
  server.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString()
    const found = /(http:\/\/localhost:\d+)\//.exec(said)?.[1]
    if (found !== undefined) resolve(found)
  })
})
const asked = async (person: string, path: string, fields: object) => {
  const response = await fetch(`${url}/v1/${path}`, {
    method: "POST",
    headers: { "groeikring-person": person, "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
    body: JSON.stringify(fields)
  })
  return { status: response.status, text: await response.text() }
}
/** A server that has too much to do does not come to its door; that counts as a refusal. */
const post = (person: string, path: string, fields: object) =>
  asked(person, path, fields).catch((failure: Error) => ({ status: 0, text: failure.message }))

// Who waits for what: the question, when it was asked, and whose screens it has not come to yet.
const waiting = new Map<string, { readonly at: number; readonly left: Set<string> }>()
const took: Array<number> = []
let repeated = 0
const heard = new Map<string, Set<string>>()
await Promise.all(
  circles.flatMap(({ people, session }) =>
    people.map(
      (person) =>
        new Promise<void>((joined, failed) => {
          const mine = new Set<string>()
          heard.set(`${session}/${person}`, mine)
          const socket = new WebSocket(`${url.replace("http", "ws")}/live?person=${person}`, {
            headers: { origin: url }
          } as never)
          socket.addEventListener("error", () => failed(new Error(`no socket for ${person}`)))
          socket.addEventListener("message", ({ data }) => {
            const fact = JSON.parse(String(data)) as {
              readonly position?: string
              readonly event?: { readonly _tag: string; readonly id?: string }
            }
            if (fact.event === undefined) return joined()
            if (fact.event._tag !== "ItemCaptured") return
            const item = `${session}/${fact.event.id}`
            if (mine.has(fact.position!)) repeated++
            mine.add(fact.position!)
            const one = waiting.get(item)
            if (one === undefined || !one.left.delete(person) || one.left.size > 0) return
            took.push(performance.now() - one.at)
            waiting.delete(item)
          })
        })
    )
  )
)
console.log(`${heard.size} viewers in ${circles.length} sessions; ${perSecond} commands a second for ${seconds} seconds`)

const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1] ?? 0) / 1024
const cpu = () =>
  readFileSync(`/proc/${server.pid}/stat`, "utf8")
    .split(" ")
    .slice(13, 15)
    .map(Number)
    .reduce((one, other) => one + other, 0) / 100
const [memoryBefore, cpuBefore] = [memory(), cpu()]
let sent = 0
let refused = 0
const begun = performance.now()
await new Promise<void>((done) => {
  const ticking = setInterval(() => {
    const due = Math.floor(((performance.now() - begun) / 1000) * perSecond)
    for (; sent < Math.min(due, perSecond * seconds); sent++) {
      const { asks, people, session } = circles[sent % circles.length]!
      const item = `v${sent}`
      const person = asks[Math.floor(sent / circles.length) % asks.length]!
      waiting.set(`${session}/${item}`, { at: performance.now(), left: new Set(people) })
      void post(person, `intervisions/${session}/capture-item`, {
        item,
        type: "Question",
        words: "Wat zie je gebeuren op dat moment?"
      }).then(({ status, text }) => {
        if (status === 200) return
        if (refused++ === 0) console.error(text)
        waiting.delete(`${session}/${item}`)
      })
    }
    if (sent >= perSecond * seconds) {
      clearInterval(ticking)
      done()
    }
  }, 5)
})
for (let n = 0; n < 100 && waiting.size > 0; n++) await new Promise((resolve) => setTimeout(resolve, 100))

const sorted = took.toSorted((one, other) => one - other)
const at = (share: number) => `${(sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(0)} ms`
console.log(`from a command to all screens: p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(0.999999)}`)
console.log(`sent ${sent}, refused ${refused}, lost ${waiting.size}, repeated ${repeated}`)
console.log(
  `memory ${memoryBefore.toFixed(0)} MB, then ${memory().toFixed(0)} MB; the server used ${((cpu() - cpuBefore) / ((performance.now() - begun) / 1000)).toFixed(2)} of a processor`
)
const ended = new Promise((resolve) => server.once("exit", resolve))
server.kill("SIGTERM")
await ended
rmSync(folder, { recursive: true, force: true })
process.exit(waiting.size + repeated + refused > 0 ? 1 : 0)
