/**
 * The `groeikring` command, read off a registry of machines.
 *
 * A school with machines of its own makes its own command in one line: `run(argv, { ...house, domain })`.
 */
import type { House } from "./Front.ts"
import { house } from "./house.ts"
import * as Line from "./Line.ts"

export type { House, Language } from "./Front.ts"
export { languageOf } from "./Front.ts"
export { house } from "./house.ts"
export { bold, dim, line, nameOf } from "./Output.ts"
export { run as play } from "./Play.ts"
export { read as readScript } from "./Script.ts"
export { asStory } from "./Story.ts"

/** Runs a command line and answers with its exit code. What there is to say goes to standard output and standard error. */
export const run = (args: ReadonlyArray<string>, of: House = house): Promise<number> => Line.run(args, of)
