/** The picture of a school: drawn once before it is used, so that a broken one is found before a hundred reports are made. */
import { Resvg } from "@resvg/resvg-js"
import { Effect } from "effect"
import { unzlibSync } from "fflate"
import { type Logo, LogoUnreadable } from "./Theme.ts"

export { LogoUnreadable } from "./Theme.ts"

/**
 * Reads a logo.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { logoFrom } from "@groeikring/reporting/logo"
 *
 * const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
 * const logo = await Effect.runPromise(logoFrom(new TextEncoder().encode(drawing)))
 * logo.format // => "svg"
 *
 * const none = await Effect.runPromise(Effect.flip(logoFrom(new TextEncoder().encode("logo"))))
 * none.problem // => "it is no PNG and no SVG"
 * ```
 */
export const logoFrom = (bytes: Uint8Array): Effect.Effect<Logo, LogoUnreadable> =>
  Effect.suspend(() => {
    const isPng = signature.every((byte, n) => bytes[n] === byte)
    const problem = isPng ? wrongInPng(bytes) : looksLikeSvg(bytes) ? wrongInSvg(bytes) : "it is no PNG and no SVG"
    return problem === undefined
      ? Effect.succeed({ format: isPng ? ("png" as const) : ("svg" as const), bytes })
      : Effect.fail(new LogoUnreadable({ problem }))
  })

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const looksLikeSvg = (bytes: Uint8Array) =>
  /^\ufeff?\s*(<\?xml[^>]*>\s*)?(<!DOCTYPE[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(
    new TextDecoder().decode(bytes.slice(0, 4000))
  )

const wrongInSvg = (bytes: Uint8Array): string | undefined => {
  try {
    const { height, width } = new Resvg(new TextDecoder().decode(bytes), { font: { loadSystemFonts: false } })
    return width > 0 && height > 0 ? undefined : "it has no size"
  } catch {
    return "its SVG has an error in it"
  }
}

/** Walks the parts of a PNG, and unpacks its dots: half a file is no logo. */
const wrongInPng = (bytes: Uint8Array): string | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const packed: Array<Uint8Array> = []
  let size: { readonly width: number; readonly height: number } | undefined
  for (let at = 8; at + 12 <= bytes.length;) {
    const [length, kind] = [view.getUint32(at), String.fromCharCode(...bytes.subarray(at + 4, at + 8))]
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (data.length < length) break
    if (kind === "IHDR" && length === 13) size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (kind === "IDAT") packed.push(data)
    if (kind === "IEND") return size === undefined ? "its PNG has no size" : wrongInDots(packed, size)
    at += 12 + length
  }
  return "its PNG ends halfway"
}
const wrongInDots = (
  packed: ReadonlyArray<Uint8Array>,
  { height, width }: { readonly width: number; readonly height: number }
) => {
  if (width === 0 || height === 0 || width > 8000 || height > 8000) return "its PNG is empty, or larger than 8000 dots"
  const whole = new Uint8Array(packed.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of packed) {
    whole.set(part, at)
    at += part.length
  }
  try {
    return unzlibSync(whole).length < height ? "its PNG has fewer dots than it says" : undefined
  } catch {
    return "its PNG cannot be unpacked"
  }
}
