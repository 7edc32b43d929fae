import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { expect, it } from "vitest"
import { freshFile } from "./folder.ts"
import { at, found, inSchool } from "./school.ts"

const start = (file: string, name: string, count: number) => {
  const child = spawn(process.execPath, [
    "--conditions=@groeikring/source",
    join(import.meta.dirname, "writer.ts"),
    file,
    name,
    String(count)
  ])
  const said: Array<string> = []
  let complaints = ""
  child.stdout.on("data", (text: Buffer) => said.push(...text.toString().trim().split("\n")))
  child.stderr.on("data", (text: Buffer) => (complaints += text.toString()))
  return { child, said, ended: once(child, "close").then(() => complaints) }
}
const invitedIn = async (file: string) => {
  const history = await inSchool(file, (school) => school.history("PopGroup", "g", { actor: "p-anneke", at }))
  return history.flatMap(({ event }) =>
    event._tag === "MemberInvited" ? [String(event["person"]).replace(/^p-(\w+)-/, "$1 ")] : []
  )
}

it("two processes write to one file at once: nobody is told that it is busy, and nothing is lost", async () => {
  const file = freshFile()
  await inSchool(file, found)
  const writers = [start(file, "a", 60), start(file, "b", 60)]
  expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual(["", ""])
  const invited = await invitedIn(file)
  expect(invited.toSorted()).toEqual(writers.flatMap(({ said }) => said).toSorted())
  expect(invited).toHaveLength(120)
})

it("a process that is killed while it writes loses nothing it had the answer of, and its retry repeats nothing", async () => {
  const file = freshFile()
  await inSchool(file, found)
  const first = start(file, "a", 10_000)
  while (first.said.length < 20) await new Promise((resolve) => setTimeout(resolve, 5))
  first.child.kill("SIGKILL")
  await first.ended
  expect(new DatabaseSync(file).prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" })
  const kept = await invitedIn(file)
  for (const answered of first.said) expect(kept).toContain(answered)
  const again = start(file, "a", kept.length + 5)
  expect(await again.ended).toBe("")
  expect(await invitedIn(file)).toEqual(Array.from({ length: kept.length + 5 }, (_, n) => `a ${n}`))
})
