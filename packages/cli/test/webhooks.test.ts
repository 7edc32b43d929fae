/** Webhooks at the store itself. What they send is tried beside the server. */
import { beforeAll, expect, it } from "vitest"
import { freshStore } from "./folder.ts"
import { stories, type } from "./terminal.ts"

const text = ["--format", "text"]
const target = "https://93.184.215.14/hook"
let store = ""
beforeAll(async () => {
  store = freshStore()
  await type(["play", stories[0]!, "--store", store])
})
const hooks = (...args: ReadonlyArray<string>) => type(["webhooks", ...args, "--as", "p-joke", "--store", store])
const report = async (...args: ReadonlyArray<string>) => JSON.parse((await hooks(...args, "--format", "json")).out).report

it("a webhook is asked for, shown, given another secret, paused, resumed and removed", async () => {
  const { secret, webhook } = await report("add", target, "--machine", "Staff", "--machine", "Pop", "--after", "3")
  expect(webhook).toEqual({
    id: webhook.id,
    target,
    machines: ["Staff", "Pop"],
    status: "Sending",
    position: "3",
    waiting: 0,
    dead: 0
  })
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/)
  expect(await report("list")).toEqual([webhook])
  const rotated = await report("rotate", webhook.id)
  expect([rotated.secret === secret, rotated.secret.slice(0, 6)]).toEqual([false, "whsec_"])
  expect(await report("pause", webhook.id)).toEqual({ ...webhook, status: "Paused" })
  expect((await hooks("show", webhook.id, ...text, "--lang", "nl")).out).toBe(
    `${webhook.id}  ${target}\n  staat stil, Staff, Pop\n  0 wachten, 0 niet aangenomen\n`
  )
  expect((await report("resume", webhook.id)).status).toBe("Sending")
  for (const word of ["deliveries", "dead"]) expect(await report(word, webhook.id)).toEqual([])
  expect(await report("redeliver", webhook.id)).toBe(0)
  expect((await hooks("remove", webhook.id, ...text)).out).toBe("✓ Removed.\n")
  expect((await hooks("list", ...text)).out).toBe("You have no webhooks.\n")
})

it("what cannot be is said in the language of who asks, and nothing is kept", async () => {
  expect(await hooks("add", "http://portal.example/", ...text, "--lang", "nl")).toMatchObject({
    code: 1,
    err: "Wat daarheen gaat, is onderweg te lezen. Geef een adres dat met https begint.\n"
  })
  expect(await hooks("add", "https://10.0.0.1/", ...text)).toMatchObject({
    code: 1,
    err: "That address is not one that everybody can reach. Give one that is on the internet.\n"
  })
  expect((await hooks("add", target, "--machine", "Salary", ...text)).err).toContain("There is no Salary. Choose one of: ")
  for (const after of ["yesterday", "12abc", "0x10", "-1"]) {
    expect(await hooks("add", target, "--after", after, ...text, "--lang", "nl")).toMatchObject({
      code: 1,
      err: `Een plek "${after}" is er niet in deze opslag. Geef er een zoals die bij een feit staat, of laat het weg en begin vooraan.\n`
    })
  }
  expect((await hooks("add", target, "--after", "yesterday", ...text)).err).toBe(
    'There is no position "yesterday" in this store. Give one as it stands with a fact, or leave it out to begin at the beginning.\n'
  )
  expect((await hooks("pause", "nothing", ...text, "--lang", "nl")).err).toBe(
    "Je hebt geen webhook met die id. Vraag je lijst met webhooks op.\n"
  )
  expect((await type(["webhooks", "list", "--as", "p-joke", "--store", `${store}.missing`])).err).toContain("is not there")
  expect(await report("list")).toEqual([])
})
