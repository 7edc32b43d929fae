/**
 * What the colours of a file mean, for whoever prints it in twenty years: sRGB (IEC 61966-2-1) as a profile (ICC.1:2010, v4).
 * Only a compiler that adds none needs it.
 */
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
const in32 = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff)
/** A number with sixteen bits behind the point. */
const fixed = (value: number) => in32(Math.round(value * 65_536))
const spoken = (text: string) => {
  const letters = [...text].flatMap((letter) => [0, letter.charCodeAt(0)])
  return [
    ...ascii("mluc"),
    ...in32(0),
    ...in32(1),
    ...in32(12),
    ...ascii("enUS"),
    ...in32(letters.length),
    ...in32(28),
    ...letters
  ]
}
const point = (...values: ReadonlyArray<number>) => [...ascii("XYZ "), ...in32(0), ...values.flatMap(fixed)]
/** White as the profile's space has it (D50). */
const white = [0.9642, 1, 0.8249] as const
const tags = {
  desc: spoken("sRGB"),
  cprt: spoken("CC0"),
  wtpt: point(...white),
  chad: [
    ...ascii("sf32"),
    ...in32(0),
    ...[1.047_882, 0.022_918, -0.050_217, 0.029_587, 0.990_479, -0.017_059, -0.009_247, 0.015_076, 0.751_678].flatMap(fixed)
  ],
  // The primaries of sRGB, adapted from D65 to D50 (Bradford).
  rXYZ: point(0.436_066, 0.222_488, 0.013_916),
  gXYZ: point(0.385_147, 0.716_873, 0.097_076),
  bXYZ: point(0.143_066, 0.060_608, 0.714_096),
  rTRC: [...ascii("para"), ...in32(0), 0, 3, 0, 0, ...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.040_45].flatMap(fixed)]
} as const

/** The profile, as it lies in a file. */
export const sRgb = (): Uint8Array => {
  const padded = Object.entries(tags).map(([tag, bytes]) => ({
    tag,
    length: bytes.length,
    bytes: [...bytes, ...Array<number>((4 - (bytes.length % 4)) % 4).fill(0)]
  }))
  // The three channels have one curve.
  const names = [...Object.keys(tags), "gTRC", "bTRC"]
  const begin = 128 + 4 + 12 * names.length
  const offsets = padded.reduce<ReadonlyArray<number>>((all, { bytes }) => [...all, all.at(-1)! + bytes.length], [begin])
  const entry = (name: string) => {
    const n = Math.min(names.indexOf(name), padded.length - 1)
    return [...ascii(name), ...in32(offsets[n]!), ...in32(padded[n]!.length)]
  }
  const size = offsets.at(-1)!
  const header = [
    ...in32(size),
    ...in32(0),
    ...in32(0x04_20_00_00),
    ...ascii("mntrRGB XYZ "),
    ...[2026, 1, 1, 0, 0, 0].flatMap((part) => [part >> 8, part & 0xff]),
    ...ascii("acsp"),
    ...Array<number>(28).fill(0),
    ...white.flatMap(fixed),
    ...Array<number>(48).fill(0)
  ]
  return Uint8Array.from([...header, ...in32(names.length), ...names.flatMap(entry), ...padded.flatMap(({ bytes }) => bytes)])
}
