/** Reports from the command line: one, a sealed one, a whole folder, and whatever can be wrong. A file is whole, or it is not there. */
import forge from "node-forge"
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { once } from "node:events"
import { spawn } from "node:child_process"
import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import { freshStore } from "./folder.ts"
import { stories, type } from "./terminal.ts"

const at = "2026-06-30T12:00:00+02:00"
let store = ""
/** A name in the folder of this test that nothing has yet. */
const fresh = () => freshStore().replace(/\.db$/, "")
const report = (...args: ReadonlyArray<string>) => type(["report", ...args, "--at", at, "--store", store])
const json = (text: string): unknown => JSON.parse(text)
const onLinux = process.platform === "linux"

beforeAll(async () => {
  store = freshStore()
  const { code, err } = await type(["play", ...stories, "--store", store])
  if (code !== 0) throw new Error(err)
})

/** A certificate that a school made itself. */
const certificate = (from: Date, until: Date) => {
  const { privateKey, publicKey } = forge.pki.rsa.generateKeyPair(2048)
  const made = forge.pki.createCertificate()
  made.publicKey = publicKey
  made.serialNumber = "01"
  made.validity.notBefore = from
  made.validity.notAfter = until
  made.setSubject([{ name: "commonName", value: "obs De Zwaluw" }])
  made.setIssuer([{ name: "commonName", value: "obs De Zwaluw" }])
  made.sign(privateKey, forge.md.sha256.create())
  const packed = forge.pkcs12.toPkcs12Asn1(privateKey, [made], "geheim", { algorithm: "aes256" })
  return Buffer.from(forge.asn1.toDer(packed).getBytes(), "binary")
}

describe("groeikring report", () => {
  it("lists what there is, and for whom", async () => {
    const listed = json((await type(["report", "list"])).out) as ReadonlyArray<{ kind: string; for: string }>
    expect(listed.length).toBeGreaterThan(20)
    expect(listed.find(({ kind }) => kind === "pop")).toMatchObject({ name: "POP", for: "Pop" })
  })

  it("makes one document, as somebody sees it", async () => {
    const file = `${fresh()}.html`
    const made = await report("pop", "--for", "pop-femke", "--as", "p-femke", "--format", "html", "-o", file)
    expect([made.code, json(made.out)]).toEqual([0, { ok: true, file }])
    expect(readFileSync(file, "utf8")).toContain("Mijn lessen beginnen rustig")
    const refused = await report("pop", "--for", "pop-femke", "--as", "p-hilde", "--format", "html", "-o", `${file}.no`)
    expect([refused.code, existsSync(`${file}.no`)]).toEqual([1, false])
    expect(refused.err).toContain("pop-femke")
  })

  it.each([
    ["a kind that is not there", ["popp", "--as", "p-femke", "-o", "x"], /no report popp[\s\S]*competence-profile/],
    ["nobody it is for", ["pop", "-o", "x"], /--as/],
    ["no file", ["pop", "--as", "p-femke"], /-o/],
    ["nothing it is about", ["pop", "--as", "p-femke", "-o", "x"], /--for/]
  ])("asks again for %s", async (_, args, words) => {
    const asked = await report(...args)
    expect([asked.code, existsSync("x")]).toEqual([2, false])
    expect(asked.err).toMatch(words)
  })
})

describe("a seal", () => {
  beforeAll(() => {
    const day = 86_400_000
    writeFileSync(`${store}.p12`, certificate(new Date(Date.now() - day), new Date(Date.now() + day)))
    writeFileSync(`${store}.old.p12`, certificate(new Date("2020-01-01T00:00:00Z"), new Date("2021-01-01T00:00:00Z")))
    process.env["SEAL_OF_A_TEST"] = "geheim"
  })

  it("makes one report, and seals it where a certificate is given", async () => {
    const [plain, sealed] = [`${store}.plain.pdf`, `${store}.sealed.pdf`]
    expect((await report("glossary", "--as", "p-femke", "--lang", "nl", "-o", plain)).code).toBe(0)
    const made = await report(
      "glossary",
      "--as",
      "p-femke",
      "--lang",
      "nl",
      "-o",
      sealed,
      "--certificate",
      `${store}.p12`,
      "--passphrase-env",
      "SEAL_OF_A_TEST"
    )
    expect([made.code, made.err]).toEqual([0, ""])
    expect(readFileSync(plain, "latin1")).not.toContain("/ETSI.CAdES.detached")
    expect(readFileSync(sealed, "latin1")).toContain("/ETSI.CAdES.detached")
  })

  it("says why it cannot seal, and makes nothing", async () => {
    const file = `${store}.none.pdf`
    const refused = async (...words: ReadonlyArray<string>) => {
      const { code, err } = await report("glossary", "--as", "p-femke", "--lang", "nl", "-o", file, ...words)
      expect([code, existsSync(file)]).toEqual([2, false])
      return err
    }
    const own = ["--certificate", `${store}.p12`]
    expect(await refused(...own)).toContain("GROEIKRING_PASSPHRASE is leeg")
    expect(await refused(...own, "--passphrase-env", "SEAL_OF_A_TEST", "--format", "html")).toContain("Alleen een PDF")
    process.env["WRONG_SEAL_OF_A_TEST"] = "fout"
    expect(await refused(...own, "--passphrase-env", "WRONG_SEAL_OF_A_TEST")).toContain("gaat niet open met dit wachtwoord")
    expect(await refused("--certificate", store, "--passphrase-env", "SEAL_OF_A_TEST")).toContain("geen certificaat")
    expect(await refused("--certificate", `${store}.nowhere`, "--passphrase-env", "SEAL_OF_A_TEST")).toContain(
      "kan niet worden gelezen"
    )
    expect(await refused("--certificate", `${store}.old.p12`, "--passphrase-env", "SEAL_OF_A_TEST")).toContain(
      "gold tot 2021-01-01"
    )
  })
})

it("a folder that cannot be filled leaves Ctrl-C as it was", async () => {
  const folder = fresh()
  mkdirSync(join(folder, "pop-pop-femke.md.half"), { recursive: true })
  const before = process.listenerCount("SIGINT")
  const { code } = await report("pop", "--all", "--as", "p-femke", "--format", "md", "-o", folder)
  expect([code, process.listenerCount("SIGINT")]).toEqual([3, before])
})

describe("a house style", () => {
  const themed = async (theme: object | string, logo?: string | Uint8Array) => {
    const folder = fresh()
    mkdirSync(folder)
    const file = join(folder, "huisstijl.json")
    writeFileSync(file, typeof theme === "string" ? theme : JSON.stringify(theme))
    if (logo !== undefined) writeFileSync(join(folder, "logo.png"), logo)
    const to = join(folder, "woorden.html")
    const asked = await report("glossary", "--as", "p-femke", "--format", "html", "--theme", file, "-o", to)
    return { ...asked, html: existsSync(to) ? readFileSync(to, "utf8") : undefined }
  }

  it("is the name, the colour and the logo of the school", async () => {
    const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    const { html } = await themed({ school: "De Zwaluw", colour: "#7a1f3d", logo: "logo.png" }, picture)
    expect(html).toContain('alt="De Zwaluw"')
    expect(html).toContain("#7a1f3d")
  })

  it.each([
    [
      "a logo that is not an image",
      { school: "De Zwaluw", logo: "logo.png" },
      "MZ this is a program",
      /logo\.png is no whole PNG or SVG/
    ],
    [
      "a logo of which half is there",
      { school: "De Zwaluw", logo: "logo.png" },
      Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
      /logo\.png is no whole PNG or SVG/
    ],
    ["a colour that cannot be read", { school: "De Zwaluw", colour: "#ffee00" }, undefined, /read on white/],
    ["a logo that is not there", { school: "De Zwaluw", logo: "weg.png" }, undefined, /weg\.png/],
    [
      "all that is wrong with it",
      { school: "", colour: "blue", font: "Comic" },
      undefined,
      /school[\s\S]*colour[\s\S]*font|font[\s\S]*school/
    ],
    ["a file that is no JSON", "{", undefined, /JSON/]
  ])("is refused for %s, and nothing is made", async (_, theme, logo, words) => {
    const { code, err, html } = await themed(theme, logo)
    expect([code, html]).toEqual([2, undefined])
    expect(err).toMatch(words)
  })
})

describe("a file that cannot be written", () => {
  const to = (file: string, ...more: ReadonlyArray<string>) =>
    report("glossary", "--as", "p-femke", "--format", "md", "-o", file, ...more)

  it.runIf(onLinux)("says so when the disk is full", async () => {
    const { code, err } = await to("/dev/full")
    expect([code, err]).toEqual([
      3,
      "/dev/full cannot grow: the disk is full. Make room and try again; what was there is whole.\n"
    ])
  })

  /** No file may grow beyond forty kilobytes: the store is only read. */
  const onFullDisk = async (...line: ReadonlyArray<string>) => {
    const program = join(import.meta.dirname, "../src/bin.ts")
    const child = spawn("/bin/sh", [
      "-c",
      'ulimit -f 80; exec "$@"',
      "sh",
      process.execPath,
      "--conditions=@groeikring/source",
      program,
      "report",
      ...line,
      "--at",
      at,
      "--store",
      store
    ])
    let err = ""
    child.stderr.on("data", (text: Buffer) => (err += text.toString()))
    const [code] = (await once(child, "close")) as [number]
    return { code, err }
  }

  it.runIf(onLinux)("is not left half when the disk is full on the way", async () => {
    const folder = fresh()
    const to = join(folder, "kaarten.pdf")
    const { code, err } = await onFullDisk("method-cards", "--as", "p-femke", "--format", "pdf", "-o", to)
    expect([code, readdirSync(folder)]).toEqual([3, []])
    expect(err).toContain("the disk is full")
  })

  it.runIf(onLinux)("ends a whole folder, in which what was made is whole", async () => {
    const folder = fresh()
    const { code, err } = await onFullDisk("--all", "--as", "p-stranger", "--format", "pdf", "-o", folder)
    expect([code, err]).toEqual([3, expect.stringContaining("the disk is full")])
    const files = readdirSync(folder)
    expect(files.length).toBeGreaterThan(1)
    for (const file of files) expect(readFileSync(join(folder, file), "latin1").trimEnd().endsWith("%%EOF")).toBe(true)
  })

  it.runIf(onLinux)("says so where nobody may write", async () => {
    const { code, err } = await to("/sys/woorden.md")
    expect([code, err]).toEqual([
      3,
      "/sys/woorden.md cannot be written. Give yourself permission to write the file and its folder.\n"
    ])
    expect((await to("/proc/nergens/woorden.md")).code).toBe(3)
    expect(await report("--all", "--as", "p-femke", "-o", "/sys/map")).toMatchObject({
      code: 3,
      err: "/sys/map cannot be written. Give yourself permission to write the file and its folder.\n"
    })
  })

  it("says what is there instead", async () => {
    const folder = fresh()
    mkdirSync(folder)
    writeFileSync(join(folder, "bestand"), "")
    expect(await to(folder)).toMatchObject({ code: 3, err: `${folder} is a folder and no file. Name a file in it.\n` })
    expect((await to(join(folder, "bestand", "woorden.md"))).code).toBe(3)
    const all = await report("--all", "--as", "p-femke", "-o", join(folder, "bestand"))
    expect([all.code, all.err]).toEqual([3, `${join(folder, "bestand")} is a file and no folder. Name a folder.\n`])
    expect(readdirSync(folder)).toEqual(["bestand"])
  })

  it("says so in Dutch", async () =>
    expect((await to(fresh().replace(/[^/]*$/, ""), "--lang", "nl")).err).toContain("is een map en geen bestand"))
})

describe("a whole folder", () => {
  it("is all that somebody sees, and going on makes what is not there yet", async () => {
    const folder = fresh()
    const all = (...more: ReadonlyArray<string>) => report("--all", "--as", "p-hilde", "--format", "md", "-o", folder, ...more)
    const first = json((await all()).out) as { made: number }
    expect(first).toMatchObject({ ok: true, skipped: 0, refused: [], left: 0 })
    const files = readdirSync(folder)
    expect(files.length).toBe(first.made)
    // A talk that is no appraisal has no form for an objection.
    expect(files.filter((file) => file.startsWith("objection-slip"))).toEqual([])
    // What is there stays as it is.
    writeFileSync(join(folder, files[0]!), "kept")
    expect(json((await all()).out)).toMatchObject({ ok: true, made: 0, skipped: first.made })
    expect(readFileSync(join(folder, files[0]!), "utf8")).toBe("kept")
    expect(readdirSync(folder)).toEqual(files)
  })

  it("says what was refused and why, and makes the rest", async () => {
    const folder = fresh()
    const { code, err, out } = await report("--all", "--as", "p-femke", "--for", "pop-femke", "--format", "json", "-o", folder)
    const { made, refused } = json(out) as { made: number; refused: ReadonlyArray<{ kind: string; why: string }> }
    expect([code, made]).toEqual([1, readdirSync(folder).length])
    expect(refused.find(({ kind }) => kind === "pap")?.why).toContain("There is no Pap pop-femke that you may see")
    expect(err).toContain("pap pop-femke: ")
  })

  it("can be stopped between two files, and goes on where it stopped", async () => {
    const folder = fresh()
    const program = join(import.meta.dirname, "../src/bin.ts")
    const line = ["report", "--all", "--as", "p-femke", "--at", at, "--format", "pdf", "-o", folder, "--store", store]
    const child = spawn(process.execPath, ["--conditions=@groeikring/source", program, ...line])
    let [out, err] = ["", ""]
    child.stdout.on("data", (text: Buffer) => (out += text.toString()))
    child.stderr.on("data", (text: Buffer) => (err += text.toString()))
    const made = () => (existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".pdf")).length : 0)
    const looking = setInterval(() => {
      if (made() === 0) return
      clearInterval(looking)
      child.kill("SIGINT")
    }, 5)
    const [code] = (await once(child, "close")) as [number]
    clearInterval(looking)
    const stopped = json(out) as { made: number; left: number }
    expect([code, stopped.left > 0, stopped.made]).toEqual([130, true, readdirSync(folder).length])
    expect(err).toContain(`${stopped.left} are still to be made`)
    const rest = await report("--all", "--as", "p-femke", "--format", "pdf", "-o", folder)
    expect(json(rest.out)).toMatchObject({ ok: true, made: stopped.left, skipped: stopped.made, left: 0 })
    for (const file of readdirSync(folder)) {
      const text = readFileSync(join(folder, file), "latin1")
      expect([text.startsWith("%PDF-"), text.trimEnd().endsWith("%%EOF")]).toEqual([true, true])
    }
  })
})
