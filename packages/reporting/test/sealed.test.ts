import { Effect } from "effect"
import forge from "node-forge"
import { execFileSync } from "node:child_process"
import { createHash, createPublicKey, verify } from "node:crypto"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import { type Document, paragraph, section } from "../src/Document.ts"
import { houseOf, write } from "../src/index.ts"
import { certificateFrom, sealed } from "../src/Seal.ts"
import { type Paper, paperOf } from "./paper.ts"

const { asn1, pki, pkcs12 } = forge
const at = new Date("2026-06-30T12:00:00Z")
const house = houseOf({ school: "obs De Zwaluw" })
const document: Document = {
  language: "nl",
  title: "Verslag",
  school: house.school,
  date: "2026-06-30",
  house,
  body: [section("Afspraak", paragraph("Twee middagen vrij."))]
}

/** A certificate that the school made itself, as a file. */
const made = () => {
  const { privateKey, publicKey } = pki.rsa.generateKeyPair(2048)
  const certificate = pki.createCertificate()
  certificate.publicKey = publicKey
  certificate.serialNumber = "01"
  certificate.validity.notBefore = new Date("2026-01-01T00:00:00Z")
  certificate.validity.notAfter = new Date("2028-01-01T00:00:00Z")
  const name = [{ name: "commonName", value: "obs De Zwaluw" }]
  certificate.setSubject(name)
  certificate.setIssuer(name)
  certificate.sign(privateKey, forge.md.sha256.create())
  const packed = pkcs12.toPkcs12Asn1(privateKey, [certificate], "geheim", { algorithm: "aes256" })
  return { file: Buffer.from(asn1.toDer(packed).getBytes(), "binary"), key: pki.publicKeyToPem(publicKey) }
}

let school: ReturnType<typeof made>
let plain: Uint8Array
let file: Uint8Array
let papers: readonly [Paper, Paper]
beforeAll(async () => {
  school = made()
  plain = await Effect.runPromise(write(document, "pdf"))
  file = await Effect.runPromise(
    Effect.flatMap(certificateFrom(school.file, "geheim", at), (certificate) => sealed(plain, certificate, at))
  )
  papers = [await paperOf(plain), await paperOf(file)]
})

const der = (node: forge.asn1.Asn1) => Buffer.from(asn1.toDer(node).getBytes(), "binary")
const inside = (node: forge.asn1.Asn1 | undefined) => (node?.value ?? []) as Array<forge.asn1.Asn1>
const oid = (node: forge.asn1.Asn1 | undefined) => asn1.derToOid(String(node?.value))

/** What is signed, and the signature on it, read by other code than wrote it. */
const signatureOf = (bytes: Uint8Array) => {
  const text = Buffer.from(bytes).toString("latin1")
  const range = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(text)!.slice(1).map(Number) as [
    number,
    number,
    number,
    number
  ]
  const covered = Buffer.concat([bytes.slice(range[0], range[0] + range[1]), bytes.slice(range[2], range[2] + range[3])])
  const hex = text.slice(range[0] + range[1], range[2]).replaceAll(/[<>\s]/g, "")
  const cms = asn1.fromDer(forge.util.hexToBytes(hex), { parseAllBytes: false } as never)
  const signedData = inside(inside(inside(cms)[1])[0])
  const signer = inside(inside(signedData.at(-1))[0])
  const attributes = signer.find(({ tagClass, type }) => tagClass === asn1.Class.CONTEXT_SPECIFIC && type === asn1.Type.NONE)!
  const named = new Map(inside(attributes).map((one) => [oid(inside(one)[0]), inside(inside(one)[1])[0]!]))
  // The attributes are signed as the set they are, not as the field they lie in.
  const signed = der(asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, attributes.value))
  const signature = Buffer.from(
    String(signer.findLast(({ type, tagClass }) => tagClass === asn1.Class.UNIVERSAL && type === asn1.Type.OCTETSTRING)!.value),
    "binary"
  )
  return { text, range, covered, named, signed, signature }
}
const digestAttribute = "1.2.840.113549.1.9.4"
const timeAttribute = "1.2.840.113549.1.9.5"
const certificateAttribute = "1.2.840.113549.1.9.16.2.47"

const isWhole = (bytes: Uint8Array) => {
  const { covered, named, signature, signed } = signatureOf(bytes)
  const digest = Buffer.from(String(named.get(digestAttribute)!.value), "binary")
  return (
    digest.equals(createHash("sha256").update(covered).digest()) &&
    verify("sha256", signed, createPublicKey(school.key), signature)
  )
}

describe("a sealed PDF", () => {
  it("is signed as PAdES asks: all of it, with the certificate named, and no time in the signature", () => {
    const { named, range, text } = signatureOf(file)
    expect(text).toContain("/ETSI.CAdES.detached")
    expect([range[0], range[2] + range[3]]).toEqual([0, file.length])
    expect(named.has(certificateAttribute)).toBe(true)
    expect(named.has(timeAttribute)).toBe(false)
    expect(isWhole(file)).toBe(true)
  })

  it("tells it when one letter of it is changed", () => {
    const changed = file.slice()
    changed[1000] = changed[1000]! ^ 1
    expect(isWhole(changed)).toBe(false)
  })

  it("stays what it was: its bytes, its tags, its standards", () => {
    expect(Buffer.from(file.slice(0, plain.length)).equals(Buffer.from(plain))).toBe(true)
    expect(papers[1]).toEqual(papers[0])
    expect(papers[1].metadata).toContain("<pdfuaid:part>1<")
    // What is not seen on the page has no shape, and is printed as nothing (PDF/A-2, 6.3).
    expect(signatureOf(file).text).toMatch(/\/Rect\s*\[\s*0\s+0\s+0\s+0\s*\]/)
    expect(signatureOf(file).text).toMatch(/\/F 132\b/)
  })

  it("is what pdfsig says it is, where that is", () => {
    const folder = mkdtempSync(join(tmpdir(), "groeikring-seal-"))
    try {
      writeFileSync(join(folder, "sealed.pdf"), file)
      const said = execFileSync("pdfsig", [join(folder, "sealed.pdf")], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
      expect(said).toMatch(/ETSI\.CAdES\.detached[\s\S]*Total document signed[\s\S]*Signature is Valid/)
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== "ENOENT") throw failure
      console.info("pdfsig is not here: the signature was read with node-forge and node:crypto.")
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it("is refused with what is no certificate, does not open, or is not valid on the day", async () => {
    const refused = (bytes: Uint8Array, passphrase: string, moment = at) =>
      Effect.runPromise(
        Effect.flip(
          Effect.flatMap(certificateFrom(bytes, passphrase, moment), (certificate) => sealed(plain, certificate, moment))
        )
      )
    expect((await refused(new TextEncoder().encode("geen certificaat"), "geheim")).reason).toBe("NoCertificate")
    expect((await refused(school.file.subarray(0, 500), "geheim")).reason).toBe("NoCertificate")
    expect((await refused(school.file, "fout")).reason).toBe("WrongPassphrase")
    expect(await refused(school.file, "geheim", new Date("2025-12-31T00:00:00Z"))).toMatchObject({
      reason: "NotValidYet",
      day: "2026-01-01"
    })
    expect(await refused(school.file, "geheim", new Date("2028-06-01T00:00:00Z"))).toMatchObject({
      reason: "Expired",
      day: "2028-01-01"
    })
  })
})
