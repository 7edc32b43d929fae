/** Answers for a store on a file, in a process of its own. */
import { answering } from "@groeikring/testkit"
import { SqliteStore } from "../src/index.ts"

answering((file) => (tenant) => SqliteStore.facts(file, { tenant }))
