/** A server is killed in the middle of its work, again and again. KILL_RUNS says how often. */
import { afterAll, expect, it } from "vitest"
import { freshStore } from "./folder.ts"
import { answered, freePort, listening, serving, stopAll } from "./serving.ts"

afterAll(stopAll)
const runs = Number(process.env["KILL_RUNS"] ?? 3)
const clients = ["p-one", "p-two", "p-three", "p-four"]

it(
  `${runs} times a server is killed while four clients write: every answer is kept once, and streams skip and repeat nothing`,
  { timeout: 600_000 + runs * 30_000 },
  async () => {
    const [store, port] = [freshStore(), await freePort()]
    let server = await serving(store, port)
    const { base } = server
    // A school of each, and one that all of them work in.
    for (const person of clients) await answered(base, person, `/v1/staffs/${person}/open`, { school: person })
    await answered(base, clients[0]!, "/v1/staffs/shared/open", { school: "shared" })
    for (const person of clients.slice(1)) {
      await answered(base, clients[0]!, "/v1/staffs/shared/employ", { person, function: "Teacher", fte: 1 })
      await answered(base, clients[0]!, "/v1/staffs/shared/make-administrator", { person })
    }
    const listeners = clients.map((person) => listening(base, person))
    const over = new AbortController()
    const kept: Array<{ readonly school: string; readonly person: string; readonly position: string }> = []
    let again = 0
    let repeated = 0
    const working = clients.map(async (client) => {
      for (let n = 0; !over.signal.aborted; n++) {
        const school = n % 3 === 0 ? "shared" : client
        const person = `${client}-${n}`
        const { body, status, tries } = await answered(
          base,
          client,
          `/v1/staffs/${school}/employ`,
          { person, function: "Teacher", fte: 1 },
          `employ ${person}`
        )
        if (tries > 1) again++
        if (body.repeated) repeated++
        expect([person, status]).toEqual([person, 200])
        kept.push({ school, person, position: String(body.position) })
      }
    })
    for (let run = 0; run < runs; run++) {
      const before = kept.length
      while (kept.length < before + 20) await new Promise((resolve) => setTimeout(resolve, 5))
      await new Promise((resolve) => setTimeout(resolve, (run * 37) % 100))
      await server.kill("SIGKILL")
      server = await serving(store, port)
    }
    const before = kept.length
    while (kept.length < before + 20) await new Promise((resolve) => setTimeout(resolve, 5))
    over.abort()
    await Promise.all(working)

    expect(kept.length).toBeGreaterThan(runs * 20)
    // Whoever did not hear an answer asked again, and was told what came of it the first time.
    expect(again).toBeGreaterThan(0)
    for (const school of [...clients, "shared"]) {
      const { body } = await answered(
        base,
        clients[0] === school || school === "shared" ? clients[0]! : school,
        `/v1/staffs/${school}/history`
      )
      const employed = body.items
        ?.filter(({ event: { _tag, person } }) => _tag === "PersonEmployed" && !clients.includes(person!))
        .map(({ event, position }) => ({ school, person: event.person, position }))
      const told = kept.filter((one) => one.school === school)
      const order = (one: { readonly position: string }, other: { readonly position: string }) =>
        Number(one.position) - Number(other.position)
      expect(employed).toEqual(told.toSorted(order))
    }
    // Everybody heard what is to be heard, once and in order, over as many lines as it took.
    for (const [n, person] of clients.entries()) {
      const whole = listening(base, person)
      const last = Math.max(
        ...kept.filter(({ school }) => school === person || school === "shared").map(({ position }) => Number(position))
      )
      const { all, lines, stop } = listeners[n]!
      await expect.poll(() => Number(whole.all.at(-1)?.id)).toBe(last)
      await expect.poll(() => Number(all.at(-1)?.id)).toBe(last)
      await Promise.all([stop(), whole.stop()])
      expect(all).toEqual(whole.all)
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
      expect(lines()).toBeGreaterThan(runs)
    }
    console.log(`${kept.length} answers, ${again} asked again, of which ${repeated} had been written before the kill`)
    await server.kill("SIGTERM")
  }
)
