import { randomBytes } from "node:crypto"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type Server, startServer } from "../../storage-postgres/test/server.ts"
import { freshStore } from "./folder.ts"
import { spawned, stories, type } from "./terminal.ts"

let server: Server
beforeAll(async () => void (server = await startServer()))
afterAll(() => server.drop())
const env = { GROEIKRING_MASTER_KEY: randomBytes(32).toString("base64") }

it("the whole year of a school goes the same way on a server as in a file, and lies there for the next process", async () => {
  const tellStory = ["--story", "--lang", "nl"]
  const inFile = await type(["play", ...stories, "--store", freshStore(), ...tellStory])
  const onServer = await type(["play", ...stories, "--store", server.url, ...tellStory], { env })
  expect(inFile.code).toBe(0)
  expect(onServer).toEqual(inFile)
  const look = ["staff", "show", "--id", "de-zwaluw", "--as", "p-joke", "--format", "json"]
  const shown = await spawned(look, { env: { ...env, GROEIKRING_STORE: server.url } })
  expect(shown.err).toBe("")
  expect(JSON.parse(shown.out)).toMatchObject({ state: { school: "obs De Zwaluw" } })
})

it("a server that cannot be used is told in the language of who asks, without the password, and files are for files", async () => {
  const nowhere = "postgres://app:geheim@127.0.0.1:1/school"
  const look = ["staff", "show", "--id", "s", "--as", "p-joke", "--store", nowhere]
  expect(await type([...look, "--lang", "nl"], { env })).toMatchObject({
    code: 3,
    err: "postgres://app@127.0.0.1:1/school is niet te bereiken. Controleer of de server aan staat, en de host en de poort in het adres.\n"
  })
  for (const line of [
    ["keys", "rotate"],
    ["keys", "copy"],
    ["backup", "-o", freshStore()],
    ["restore", freshStore()]
  ]) {
    const asked = await type(["store", ...line, "--store", nowhere, "--yes"], { env })
    expect(asked.err).toContain("is a database and no file")
    expect(asked.out + asked.err).not.toContain("geheim")
  }
})
