import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"

const folder = mkdtempSync(join(tmpdir(), "groeikring-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const store = join(folder, "school", "de-zwaluw.db")
const start = (...args: ReadonlyArray<string>) => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ["--conditions=@groeikring/source", join(import.meta.dirname, "../src/main.ts"), "--story", "4", "--store", store, ...args],
    { encoding: "utf8", input: "", env: { ...process.env, NO_COLOR: "1" } }
  )
  return { status, stderr, out: stdout }
}

describe("[S8.2, S8.3] the demo", () => {
  it("tells the year so far in Dutch on a fresh file, with every refusal and its reason, and how things stand", () => {
    const { out, status, stderr } = start()
    expect([status, stderr]).toEqual([0, ""])
    for (const said of [
      "Verhaal 1. Zes leerkrachten van de middenbouw beginnen een POP-groep.",
      "In een POP-groep beoordeelt niemand een ander",
      "Advies wacht tot de TIP-parade. Stel nu een vraag, en bewaar je tip.",
      "De inbrenger luistert nu.",
      "Eerst de plannen, en daarop is nog niet helemaal teruggekeken.",
      "Groeikring schoof een plan door naar de volgende keer",
      "Groeikring wiste de woorden van de bijeenkomst (s3)",
      "De tekst gaat pas naar buiten als iedereen van wie het is ja zegt, en dat is nog niet zo: p-femke.",
      "PAP              pap-femke-2        afgerond",
      "Bijeenkomst s6: laten weten dat je komt",
      `Alles staat in ${store}`
    ]) {
      expect(out).toContain(said)
    }
    expect(out).not.toMatch(/anders dan verwacht|undefined|\[object/)
  })

  it("goes on the second time without failing, and tells the same in English", () => {
    const { out, status } = start("--lang", "en")
    expect(status).toBe(0)
    expect(out).toContain("The story so far has been told; this is how things stand.")
    expect(out).toContain("PAP              pap-femke-2        closed")
  })

  it("starts over when asked to", () => {
    const { out, status } = start("--reset", "--lang", "en")
    expect(status).toBe(0)
    expect(out).toContain("Story 1. Six teachers of the middle years start a POP-group.")
  })

  it("keeps none of the private words in the bytes of its files", () => {
    const bytes = Buffer.concat(readdirSync(join(folder, "school")).map((name) => readFileSync(join(folder, "school", name))))
    expect(bytes.includes("PapCommitted")).toBe(true)
    const scripts = ["story-1", "story-2", "story-3", "story-4"].map((name) =>
      readFileSync(join(import.meta.dirname, "../stories", `${name}.jsonl`), "utf8")
    )
    const lines = scripts.flatMap((script) =>
      script
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>)
    )
    const secret = lines.flatMap((line) =>
      ["words", "question", "situation", "newBehaviour", "sign", "learned", "confidentiality"].map((field) => line[field])
    )
    const words = secret.filter((text): text is string => typeof text === "string" && text.length > 8)
    expect(words.length).toBeGreaterThan(40)
    for (const text of words) expect([text, bytes.includes(text)]).toEqual([text, false])
  })
})
