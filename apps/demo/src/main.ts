// obs De Zwaluw in the middle of its year: in a browser, or as a story in the terminal.
import type { Language } from "@groeikring/cli"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { storyAsked } from "./Stories.ts"

// One story at a time: --stories, --story 3. With a --store to keep it in, the year up to that story is told below.
const told = await storyAsked(process.argv.slice(2))
if (told !== undefined) process.exit(told)

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: "string", default: "nl" },
    reset: { type: "boolean", default: false },
    continue: { type: "boolean", default: false },
    open: { type: "boolean", default: true },
    story: { type: "string" },
    store: { type: "string" }
  },
  allowNegative: true
})
const language: Language = values.lang === "en" ? "en" : "nl"
const school = join(import.meta.dirname, "..", "school")

if (values.story === undefined) {
  const { open } = await import("./Opening.ts")
  const file = values.store ?? join(school, "de-zwaluw.db")
  // Windows that are still open would keep the process; all that matters has been written.
  process.exit(await open({ file, language, reset: values.reset, browser: values.open }))
} else {
  const { tell } = await import("./Story.ts")
  const file = values.store ?? join(school, "story.db")
  process.exitCode = await tell({ file, language, reset: values.reset, continue: values.continue, until: values.story })
}
