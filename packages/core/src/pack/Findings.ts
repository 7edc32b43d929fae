/** What does not hold together in a pack. */
import * as Method from "../Method.ts"
import { always, type Days, type Valid } from "./InForce.ts"
import { keptOtherwise } from "./Keeping.ts"
import type { Pack } from "./Schemas.ts"

/** What does not hold together in a pack; nothing in the list means that it is sound. For whoever writes or changes one. */
export const findings = (pack: Pack): ReadonlyArray<string> => {
  const competences = pack.frameworks.flatMap((framework) => framework.competences)
  const ids = <A extends { readonly id: string }>(entries: ReadonlyArray<A>) => entries.map(({ id }) => id)
  const functions = ids(pack.functionProfiles)
  const scales: ReadonlyArray<string> = ids(pack.scales)
  return [
    ...pack.methods.flatMap((method) => Method.flaws(method).map((flaw) => `methods: ${method.id}: ${flaw}`)),
    ...twice("methods", ids(pack.methods)),
    ...twice("choices", ids(pack.choices)),
    ...keptOtherwise(pack),
    ...twice("cao", pack.cao.map(({ schoolYear }) => schoolYear)),
    ...twice("competences", ids([...competences, ...pack.functionProfiles.flatMap(({ own }) => own)])),
    ...twice("holidays", pack.holidays.map(({ region, schoolYear }) => `${schoolYear} ${region}`)),
    ...twice("scales", scales),
    ...twice("instruments", ids(pack.instruments)),
    ...twice("themes", ids(pack.themes)),
    ...twice("assumptions", ids(pack.assumptions)),
    ...twice("terms", ids(pack.terms)),
    ...pack.choices.flatMap(({ first, id, second }) => unknown(`choices: ${id}`, [...first, ...second], ids(pack.methods))),
    ...pack.functionProfiles.flatMap(({ frameworks, id }) =>
      unknown(`functionProfiles: ${id}`, frameworks, ids(pack.frameworks))
    ),
    ...competences.flatMap(({ functions: of = [], id, resembles = [] }) => [
      ...unknown(`competences: ${id}`, of, functions),
      ...unknown(`competences: ${id}`, resembles, ids(competences))
    ]),
    ...pack.pulses.flatMap(({ extra = [], id, items }) => [
      ...twice(`pulses: ${id}`, ids([...items, ...extra])),
      ...unknown(`pulses: ${id}`, [...items, ...extra].map(({ scale }) => scale), scales)
    ]),
    ...overlaps("caoFacts", pack.caoFacts.map((fact) => [`${fact.sector} ${fact.fact}`, fact])),
    ...overlaps("frameworks", pack.frameworks.map((one) => [one.id, one])),
    ...overlaps("functionProfiles", pack.functionProfiles.map((one) => [one.id, one])),
    ...overlaps("developmentBlocks", pack.developmentBlocks.map((one) => [one.id, one])),
    ...overlaps("conversationTypes", pack.conversationTypes.map((one) => [one.id, one])),
    ...overlaps("pulses", pack.pulses.map((one) => [one.id, one])),
    ...overlaps("retention", pack.retention.map((one) => [one.id, one])),
    ...pack.holidays.flatMap(({ holidays, region, schoolYear }) =>
      overlaps(
        `holidays: ${schoolYear} ${region}`,
        holidays.map(({ from, to }) => ["a holiday", { validFrom: from, validTo: to }])
      )
    )
  ]
}

const twice = (where: string, keys: ReadonlyArray<string>) =>
  [...new Set(keys.filter((key, n) => keys.indexOf(key) !== n))].map((key) => `${where}: ${key} is there twice`)
const unknown = (where: string, keys: ReadonlyArray<string>, known: ReadonlyArray<string>) =>
  keys.filter((key) => !known.includes(key)).map((key) => `${where} names ${key}, which is not there`)

/** Entries of one key whose days meet, and entries that end before they begin. */
const overlaps = (where: string, entries: ReadonlyArray<readonly [key: string, entry: Valid]>): ReadonlyArray<string> => {
  const days = ({ validFrom, validTo = always }: Valid): Days => [validFrom, validTo]
  return entries.flatMap(([key, entry], n) => {
    const [from, to] = days(entry)
    const met = entries.slice(n + 1).filter(([other, later]) => other === key && days(later)[0] <= to && from <= days(later)[1])
    return [
      ...(from > to ? [`${where}: ${key} ends before it begins`] : []),
      ...met.map(([, { validFrom }]) => `${where}: ${key} from ${from} and from ${validFrom} hold on the same day`)
    ]
  })
}
