/** Opens a page in the browser of this machine, where there is one. */
import { spawn } from "node:child_process"

const opener = (): readonly [string, ReadonlyArray<string>] | undefined => {
  if (process.env["CI"] || process.env["BROWSER"] === "none" || !process.stdout.isTTY) return undefined
  if (process.platform === "darwin") return ["open", []]
  if (process.platform === "win32") return ["cmd", ["/c", "start", ""]]
  return process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"] ? ["xdg-open", []] : undefined
}

/** Tries to, and says whether it did. Who has no browser here reads the address. */
export const openBrowser = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const found = opener()
    if (found === undefined) return resolve(false)
    const [command, args] = found
    const child = spawn(command, [...args, url], { stdio: "ignore", detached: true })
    child.once("error", () => resolve(false))
    child.once("spawn", () => {
      child.unref()
      resolve(true)
    })
  })
