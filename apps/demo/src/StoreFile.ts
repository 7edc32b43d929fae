/** The file of a school, and everything that lies beside it. */
import { mkdirSync, rmSync } from "node:fs"
import { dirname } from "node:path"

const besides = ["", "-wal", "-shm", ".keys", ".keys-wal", ".keys-shm", ".master", ".clock", ".steps"]

/** Takes it away, with its keys and its clocks. */
export const takeAway = (file: string): void => {
  for (const part of besides) rmSync(file + part, { force: true })
}
export const makeRoom = (file: string): void => void mkdirSync(dirname(file), { recursive: true })
