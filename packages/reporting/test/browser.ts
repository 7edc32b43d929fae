/** A Chromium for tests: the one that is told, the one inside an npm package (Linux on x64), or the system's. */
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { type Browser, chromium } from "playwright-core"

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-sync"
]

/** The browser of the package with the libraries and the fonts that a bare Linux lacks, unpacked once in the package that tests. */
const packed = async (root: string) => {
  const from = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "../bin")
  const { version } = JSON.parse(readFileSync(join(from, "../package.json"), "utf8")) as { readonly version: string }
  const unpacked = join(root, "node_modules", `.chromium-${version}`)
  if (!existsSync(unpacked)) await unpack(from, unpacked)
  return {
    executablePath: join(unpacked, "chromium"),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(unpacked, "al2023", "lib"),
      FONTCONFIG_FILE: join(unpacked, "fonts.conf")
    } as Record<string, string>
  }
}

/** Each process in a place of its own, and whoever is first gives it the name: nobody starts half a browser. */
const unpack = async (from: string, unpacked: string) => {
  const own = mkdtempSync(`${unpacked}-`)
  const { TMPDIR } = process.env
  process.env["TMPDIR"] = own
  try {
    const { inflate } = await import("@sparticuz/chromium")
    for (const file of ["chromium.br", "al2023.tar.br", "fonts.tar.br"]) await inflate(join(from, file))
    // The package looks for its fonts where its own cloud puts them; without a font nothing is drawn, and no contrast is seen.
    const [fonts, cache] = ["fonts", "font-cache"].map((name) => join(unpacked, name))
    const told = `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`
    writeFileSync(join(own, "fonts.conf"), told)
    renameSync(own, unpacked)
  } catch (cause) {
    if (!existsSync(unpacked)) throw cause
  } finally {
    rmSync(own, { recursive: true, force: true })
    if (TMPDIR === undefined) delete process.env["TMPDIR"]
    else process.env["TMPDIR"] = TMPDIR
  }
}

/** `root` is the folder of the package that tests. */
export const opened = async (root = join(import.meta.dirname, "..")): Promise<Browser> => {
  const told = process.env["CHROMIUM_PATH"]
  if (told !== undefined) return chromium.launch({ executablePath: told, args: quiet })
  if (process.platform === "linux" && process.arch === "x64") return chromium.launch({ ...(await packed(root)), args: quiet })
  const system = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]
  const executablePath = system.find((path) => existsSync(path))
  if (executablePath === undefined) throw new Error("There is no Chromium here. Name one in CHROMIUM_PATH.")
  return chromium.launch({ executablePath, args: quiet })
}
