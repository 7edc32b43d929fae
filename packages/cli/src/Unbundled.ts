/** The command without its bundle. A server starts once and runs for long: it loads what it needs as packages. */
export { run } from "./index.ts"
