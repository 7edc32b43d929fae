// Records a history for every event that none has yet, in packages/core/test/recorded. Recorded facts stay as they are;
// a state is written as it is read today, so that the difference shows what became of old facts.
import { mkdirSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { fileOf, recorded, recording } from "../packages/core/test/recordings.ts"
import { machines } from "../packages/core/test/walks.ts"

for (const [name, machine] of machines) {
  const before = recorded(name).length
  const recordings = recording(name, machine)
  mkdirSync(dirname(fileOf(name)), { recursive: true })
  const lines = recordings.map(
    ({ facts, state }) =>
      `{ "facts": [\n${facts.map((fact) => JSON.stringify(fact)).join(",\n")}\n], "state": ${JSON.stringify(state)} }`
  )
  writeFileSync(fileOf(name), `[${lines.join(",\n")}]\n`)
  if (recordings.length > before) console.log(`${name}: ${recordings.length - before} new, ${recordings.length} in all`)
}
