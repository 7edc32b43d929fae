import { readFileSync } from "node:fs"
import { defineConfig } from "tsup"
import { library } from "../../tsup.base.ts"
import { coldStart, door } from "./build/cold-start.ts"

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string }
const define = { __VERSION__: JSON.stringify(version) }

// The command carries everything it needs in one file: a terminal should not wait for four hundred modules.
export default defineConfig([
  library({ index: "src/index.ts" }, { platform: "node", define }),
  library({ bin: "src/bin.ts" }, { platform: "node", ...door }),
  library({ main: "src/main.ts" }, { platform: "node", define, ...coldStart })
])
