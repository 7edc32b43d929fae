/** How far it is, at the bottom of a terminal, on standard error: whatever reads the output does not meet it. */

const width = 24

export interface Bar {
  readonly draw: (done: number) => void
  /** Makes way for a line of output. */
  readonly clear: () => void
}

export const barOf = (total: number): Bar => {
  const { stderr } = process
  if (!stderr.isTTY || process.env["TERM"] === "dumb" || total === 0) return { draw: () => {}, clear: () => {} }
  const clear = () => void stderr.write("\r\u001b[2K")
  return {
    clear,
    draw: (done) => {
      const filled = Math.round((width * done) / total)
      if (done >= total) clear()
      else stderr.write(`\r${"█".repeat(filled)}${"░".repeat(width - filled)} ${done}/${total}`)
    }
  }
}

/** Counts what goes by, where nobody knows how much there will be. */
export const countingOf = (): { readonly next: () => void; readonly clear: () => void } => {
  const { stderr } = process
  if (!stderr.isTTY || process.env["TERM"] === "dumb") return { next: () => {}, clear: () => {} }
  let count = 0
  return {
    next: () => {
      if (++count % 1_000 === 0) stderr.write(`\r${count} …`)
    },
    clear: () => void stderr.write("\r\u001b[2K")
  }
}
