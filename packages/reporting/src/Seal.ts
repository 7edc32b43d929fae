/**
 * The seal of a school on a PDF: who made it, and that nothing in it was changed since (PAdES baseline B-B, ETSI EN 319 142-1).
 * The file stays what it was, for the archive and for who cannot see it.
 */
import { P12Signer, PDF } from "@libpdf/core"
import { Data, Effect } from "effect"
import { X509Certificate } from "node:crypto"
import * as pkijs from "pkijs"

/** A certificate with its key, as a school gets it in one file (PKCS #12: `.p12` or `.pfx`). */
export interface Certificate {
  /** Whose it is, as it says itself. */
  readonly holder: string
  readonly from: Date
  readonly until: Date
  readonly signer: P12Signer
}

/** A certificate that cannot seal. */
export class CertificateUnusable extends Data.TaggedError("CertificateUnusable")<{
  readonly reason: "NoCertificate" | "WrongPassphrase" | "NotValidYet" | "Expired"
  readonly day?: string
}> {
  override get message(): string {
    switch (this.reason) {
      case "NoCertificate":
        return "The file holds no certificate with a key. Choose a whole PKCS #12 file (.p12 or .pfx)."
      case "WrongPassphrase":
        return "The certificate does not open with this passphrase. Check the passphrase that came with it."
      case "NotValidYet":
        return `The certificate is valid from ${this.day} on, so nothing can be sealed with it yet. Wait, or choose another.`
      case "Expired":
        return `The certificate was valid until ${this.day}, so nothing can be sealed with it any more. Ask for a new one.`
    }
  }
}

/** Opens a certificate that is to seal at a moment. Nothing is fetched: what belongs to it is in the file. */
export const certificateFrom = (
  file: Uint8Array,
  passphrase: string,
  at: Date
): Effect.Effect<Certificate, CertificateUnusable> =>
  Effect.tryPromise({
    try: async () => {
      const signer = await P12Signer.create(file, passphrase)
      const { subject, validFrom, validTo } = new X509Certificate(signer.certificate)
      const holder = /^(?:CN|O)=(.*)$/m.exec(subject)?.[1] ?? subject
      return { holder, from: new Date(validFrom), until: new Date(validTo), signer }
    },
    catch: (failure) =>
      new CertificateUnusable({
        reason: /integrity|mac|password|decrypt/i.test(String(failure)) ? "WrongPassphrase" : "NoCertificate"
      })
  }).pipe(Effect.tap((certificate) => validOn(certificate, at)))

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10)
const validOn = ({ from, until }: Certificate, at: Date): Effect.Effect<void, CertificateUnusable> =>
  at < from
    ? Effect.fail(new CertificateUnusable({ reason: "NotValidYet", day: dayOf(from) }))
    : at > until
      ? Effect.fail(new CertificateUnusable({ reason: "Expired", day: dayOf(until) }))
      : Effect.void

/**
 * Seals a PDF as of a moment.
 *
 * **Gotchas** The moment is what the sealer says it is: there is no time stamp of a third party in it. Who reads it sees a
 * certificate that nobody vouches for when the school made it itself.
 *
 * ```ts no-run
 * import { Effect } from "effect"
 * import { readFileSync } from "node:fs"
 * import { certificateFrom, sealed } from "@groeikring/reporting/seal"
 *
 * const at = new Date()
 * const file = Effect.gen(function* () {
 *   const certificate = yield* certificateFrom(readFileSync("school.p12"), process.env["PASSPHRASE"] ?? "", at)
 *   return yield* sealed(readFileSync("pop.pdf"), certificate, at)
 * })
 * ```
 */
export const sealed = (pdf: Uint8Array, certificate: Certificate, at: Date): Effect.Effect<Uint8Array, CertificateUnusable> =>
  Effect.andThen(
    validOn(certificate, at),
    Effect.promise(async () => {
      const { holder, signer } = certificate
      const document = await PDF.load(pdf)
      const { bytes } = await document.sign({ signer, level: "B-B", signingTime: at, fieldName: "Seal", reason: holder })
      return withoutTime(bytes, signer)
    })
  )

const signingTime = "1.2.840.113549.1.9.5"
/**
 * The library puts the claimed time in the signature as well as beside it, which the baseline forbids (EN 319 142-1, table 1):
 * the signature is made again without it, in the room that was kept for it.
 */
const withoutTime = async (bytes: Uint8Array, signer: P12Signer): Promise<Uint8Array> => {
  const text = Buffer.from(bytes).toString("latin1")
  const [, before = "", gap = ""] = /\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s/.exec(text) ?? []
  const [from, until] = [Number(before) + 1, Number(gap) - 1]
  const content = pkijs.ContentInfo.fromBER(Buffer.from(text.slice(from, until), "hex"))
  const signed = new pkijs.SignedData({ schema: content.content })
  const [info] = signed.signerInfos
  if (info?.signedAttrs === undefined) throw new Error("The signature says nothing of what it signs.")
  const attributes = info.signedAttrs.attributes.filter(({ type }) => type !== signingTime)
  const asSet = new Uint8Array(new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }).toSchema().toBER())
  // What is signed are the attributes as the set they are (RFC 5652, 5.4).
  asSet[0] = 0x31
  info.signedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes })
  info.signature.valueBlock.valueHexView = await signer.sign(asSet, "SHA-256")
  content.content = signed.toSchema(true)
  const hex = Buffer.from(content.toSchema().toBER())
    .toString("hex")
    .padEnd(until - from, "0")
  const made = bytes.slice()
  made.set(Buffer.from(hex, "latin1"), from)
  return made
}
