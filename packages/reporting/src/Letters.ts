/** Which letters a font can draw, by the table in the font itself (OpenType `cmap`, formats 4 and 12). */
export const lettersIn = (font: Uint8Array): ReadonlySet<number> => {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const known = new Set<number>()
  const from = tableOf(view, "cmap")
  if (from === undefined) return known
  const add = (first: number, last: number) => {
    for (let letter = first; letter <= last; letter++) known.add(letter)
  }
  for (let n = 0; n < view.getUint16(from + 2); n++) {
    const at = from + view.getUint32(from + 4 + 8 * n + 4)
    const format = view.getUint16(at)
    if (format === 4) {
      const segments = view.getUint16(at + 6) / 2
      for (let one = 0; one < segments; one++) {
        const [first, last] = [view.getUint16(at + 16 + 2 * (segments + one)), view.getUint16(at + 14 + 2 * one)]
        if (first !== 0xffff) add(first, Math.min(last, 0xfffe))
      }
    } else if (format === 12) {
      for (let group = 0; group < view.getUint32(at + 12); group++)
        add(view.getUint32(at + 16 + 12 * group), view.getUint32(at + 20 + 12 * group))
    }
  }
  return known
}

const tableOf = (view: DataView, tag: string): number | undefined => {
  for (let n = 0; n < view.getUint16(4); n++) {
    const at = 12 + 16 * n
    if (tag === String.fromCharCode(...[0, 1, 2, 3].map((one) => view.getUint8(at + one)))) return view.getUint32(at + 8)
  }
  return undefined
}
