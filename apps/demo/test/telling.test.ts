import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"

const own = mkdtempSync(join(tmpdir(), "groeikring-"))
afterAll(() => rmSync(own, { recursive: true, force: true }))
const start = (...args: ReadonlyArray<string>) => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ["--conditions=@groeikring/source", join(import.meta.dirname, "../src/main.ts"), ...args],
    { encoding: "utf8", input: "", env: { ...process.env, NO_COLOR: "1", TMPDIR: own } }
  )
  return { status, stderr, out: stdout }
}

describe("a story by itself", () => {
  it("is one of a list, in Dutch and in English", () => {
    const { out, status } = start("--stories")
    expect([status, out.trim().split("\n").length]).toEqual([0, 5])
    expect(out).toContain("--story 3  Grenzen: wat van de groep is blijft in de groep")
    expect(start("--stories", "--lang", "en").out).toContain("--story 5  Time, numbers and goodbye")
  })

  it("is told without those before it, and leaves nothing behind", () => {
    const { out, status, stderr } = start("--story", "2")
    expect([status, stderr]).toEqual([0, ""])
    expect(out).toContain("Verhaal 2. Drie bijeenkomsten lang proberen")
    expect(out).not.toMatch(/Verhaal [1345]\.|anders dan verwacht|undefined|\[object/)
    expect(readdirSync(own)).toEqual([])
  })

  it("that is not there is said so, with those that are", () => {
    const { out, status, stderr } = start("--story", "6", "--lang", "en")
    expect([status, stderr]).toEqual([2, "There is no such story. Choose one of these:\n"])
    expect(out).toContain("--story 1  Six teachers of the middle years start a POP-group.")
  })
})
