/** A port of this machine to listen on. */
import { createServer } from "node:net"

/** Is nobody there? */
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const trial = createServer()
    trial.once("error", () => resolve(false))
    trial.listen(port, "127.0.0.1", () => trial.close(() => resolve(true)))
  })

/** This one, or the next that is free. */
export const portFrom = async (wanted: number): Promise<number> => {
  for (let port = wanted; port < Math.min(wanted + 20, 65_536); port++) if (await isFree(port)) return port
  return 0
}
