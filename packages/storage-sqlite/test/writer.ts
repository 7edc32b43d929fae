// Writes to one school from a process of its own: `node writer.ts FILE NAME COUNT`. Says each command it has the answer of.
import { Effect } from "effect"
import { at, inSchool } from "./school.ts"

const [file, name, count] = process.argv.slice(2)
await inSchool(file!, (school) =>
  Effect.gen(function* () {
    for (let n = 0; n < Number(count); n++) {
      // Everyone writes to the same stream and to one of their own.
      yield* school.send(
        "PopGroup",
        "g",
        { _tag: "Invite", person: `p-${name}-${n}` },
        { actor: "p-anneke", at, command: `${name} ${n}` }
      )
      process.stdout.write(`${name} ${n}\n`)
    }
  })
)
