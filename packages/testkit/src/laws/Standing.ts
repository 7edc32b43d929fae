/** The laws that hold of a machine as it stands: they need examples, and no walk. */
import { type Examples, nobody } from "../Examples.ts"
import type { Breach } from "./Promises.ts"
import { type AnyMachine, isText } from "./SecondReading.ts"
import { misread, sealed, storage } from "./Storage.ts"

export const standing = (machine: AnyMachine, make: Examples): ReadonlyArray<Breach> => [
  ...changedInStorage(machine, make).map((detail): Breach => ["stored", detail]),
  ...misreadOfOld(machine, make).map((detail): Breach => ["old", detail]),
  ...notFoundByText(machine, make).map((detail): Breach => ["found", detail]),
  ...withoutExample(make).map((detail): Breach => ["walked", detail])
]

type Wrong = ReadonlyArray<string>

/** Every fact comes back from storage, also with its words sealed. */
const changedInStorage = (machine: AnyMachine, make: Examples): Wrong => {
  const changedBy = storage(machine)
  return Object.entries(machine.spec.events).flatMap(([tag, { payload = {} }]) =>
    first(() => {
      const event = { _tag: tag, ...make.row(payload, nobody) }
      return changedBy(event) ?? changedBy(sealed(event))
    })
  )
}

/** Every old fact is read as an event of today. */
const misreadOfOld = (machine: AnyMachine, make: Examples): Wrong =>
  (machine.rules.upcasts ?? []).flatMap((row) => first(() => misread(machine, row, make.row(row.was, nobody))))

/** What a thing is found by is a text, or a list of them. */
const notFoundByText = ({ spec }: AnyMachine, make: Examples): Wrong =>
  Object.entries(spec.states).flatMap(([state, fields]) =>
    spec.foundBy
      .filter((field) => field in fields)
      .flatMap((field) =>
        first(() => notText(make.row({ [field]: fields[field]! }, nobody)[field])).map(
          (value) => `\`foundBy\` names ${field}, which is no text or list of texts in ${state}: ${value}.`
        )
      )
  )
const notText = (it: unknown) =>
  isText(it) || it === undefined || it === null || (Array.isArray(it) && it.every(isText)) ? undefined : JSON.stringify(it)

const withoutExample = ({ unknown }: Examples): Wrong =>
  [...unknown].map(
    (name) =>
      `No example can be made of the field ${name}, so it was left out. Tell some in \`examples\`, or in a story in \`starts\`.`
  )

/** The first thing that is wrong, in a dozen examples. */
const first = (wrong: () => string | undefined): Wrong => {
  for (let n = 0; n < 12; n++) {
    const found = wrong()
    if (found) return [found]
  }
  return []
}
