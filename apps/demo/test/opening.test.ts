import { createServer } from "node:net"
import { afterAll, describe, expect, inject, it } from "vitest"
import { schoolFrom, serve } from "./served.ts"

const school = schoolFrom(inject("played"))
afterAll(() => school.away())

describe("the demo opens", () => {
  it("takes another port when its own is taken, and says so; what is said is nobody else's", async () => {
    const other = createServer()
    const taken = await new Promise<number>((resolve) => {
      other.listen(0, "127.0.0.1", () => resolve((other.address() as { readonly port: number }).port))
    })
    const { said, stop, url } = await serve(school.file, { PORT: String(taken) })
    expect(said()).toContain(`Poort ${taken} is bezet`)
    expect(new URL(url).port).not.toBe(String(taken))

    const page = await fetch(url)
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect([page.headers.get("x-frame-options"), page.headers.get("referrer-policy")]).toEqual(["DENY", "no-referrer"])
    const html = await page.text()
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|https?:\/\//)

    // A page of somebody else hears nothing, and neither does who says to be nobody.
    const joins = (origin: string, person: string) =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(`${url.replace("http", "ws")}/live?person=${person}`, { headers: { origin } } as never)
        socket.addEventListener("open", () => (socket.close(), resolve(true)))
        socket.addEventListener("error", () => resolve(false))
      })
    expect([await joins(url, "p-femke"), await joins("http://elsewhere.example", "p-femke"), await joins(url, "")]).toEqual([
      true,
      false,
      false
    ])

    // What is outside of the page is not there, by whatever path.
    for (const path of ["/../package.json", "/house/..%2f..%2fseason.jsonl"])
      expect([path, (await fetch(url + path)).status]).toEqual([path, 404])
    await stop()
    other.close()
  })

  it("knows every command of every machine, with its words, its help and its fields in both languages", async () => {
    const { stop, url } = await serve(school.file)
    const read = async (path: string) => (await (await fetch(`${url}/house/${path}`)).json()) as never
    interface House {
      readonly forms: Readonly<
        Record<
          string,
          {
            readonly commands: Readonly<
              Record<
                string,
                { readonly fields: ReadonlyArray<{ readonly name: string; readonly kind: { readonly is: string } }> }
              >
            >
          }
        >
      >
    }
    interface Words {
      readonly machines: Readonly<
        Record<
          string,
          {
            readonly commands: Readonly<Record<string, string>>
            readonly help: Readonly<Record<string, string>>
            readonly fields: Readonly<Record<string, string>>
          }
        >
      >
    }
    const { forms }: House = await read("house.json")
    expect(Object.keys(forms).length).toBeGreaterThan(20)
    for (const language of ["nl", "en"]) {
      const { machines }: Words = await read(`words.${language}.json`)
      for (const [machine, { commands }] of Object.entries(forms))
        for (const [command, { fields }] of Object.entries(commands)) {
          const missing = [
            machines[machine]?.commands[command],
            machines[machine]?.help[command],
            ...fields.map(({ name }) => machines[machine]?.fields[name])
          ].filter((one) => one === undefined)
          expect([machine, command, missing]).toEqual([machine, command, []])
        }
    }
    expect(forms["Intervision"]?.commands["OfferTip"]?.fields).toEqual([
      { name: "tip", kind: { is: "name" } },
      { name: "words", kind: { is: "words" }, max: 140 },
      { name: "named", kind: { is: "yes" }, optional: true }
    ])
    await stop()
  })
})
