/** What the names in fields are of, by how the domain calls them. */
import { useHere } from "./here.tsx"
import type { Both, Field } from "./house.ts"
import type { MachineName } from "./school.ts"

/** The machine whose things a field names. */
export const machineOf: Readonly<Record<string, MachineName>> = {
  groupId: "PopGroup",
  group: "PopGroup",
  themeId: "IpbTheme",
  themes: "IpbTheme",
  theme: "IpbTheme",
  other: "IpbTheme",
  momentId: "RosteredMoment",
  fromSession: "Intervision",
  session: "Intervision",
  pap: "Pap",
  papRef: "Pap",
  pop: "Pop",
  popId: "Pop",
  popGoalRef: "Pop",
  portfolioId: "Portfolio",
  conversation: "Conversation",
  gop: "Gop"
}
/** The list of the house that a field chooses from. */
const listOf: Readonly<Record<string, keyof Lists>> = {
  method: "methods",
  competence: "competences",
  resembles: "competences",
  framework: "frameworks",
  frameworks: "frameworks",
  function: "functions",
  functions: "functions",
  terms: "terms"
}
type Named = ReadonlyArray<{ readonly id: string; readonly name: Both }>
interface Lists {
  readonly methods: Named
  readonly frameworks: Named
  readonly competences: Named
  readonly functions: Named
  readonly terms: Named
  readonly groups: Named
  readonly pulses: Named
}
const useLists = (): Lists => {
  const { frameworks, functions, groups, methods, pulses, terms } = useHere().house
  return {
    methods,
    frameworks,
    competences: frameworks.flatMap(({ competences }) => competences),
    functions,
    terms: terms.map(({ id, term }) => ({ id, name: term })),
    groups,
    pulses
  }
}

/** What can be chosen for a field from what the house knows; nothing when it names something else. */
export const useListed = ({ name }: Field): Named | undefined => {
  const lists = useLists()
  const list = listOf[name]
  return list === undefined ? undefined : lists[list]
}
/**
 * What the house knows by a name; nothing where a name means nothing to a reader. What stands in no list of the house, and in
 * a field that is chosen from one, the school made itself: it is called as it is called there.
 */
export const useKnownBy = () => {
  const { language } = useHere()
  const all = Object.values(useLists()).flat()
  return (name: unknown, field?: Field): string | undefined =>
    all.find(({ id }) => id === name)?.name[language] ??
    (field !== undefined && Object.hasOwn(listOf, field.name) ? String(name) : undefined)
}

const areOf =
  (...names: ReadonlyArray<string>) =>
  (fields: ReadonlyArray<Field>): boolean =>
    fields.length === names.length && fields.every(({ name }) => names.includes(name))
/** The same in two languages. */
export const isBoth = areOf("nl", "en")
/** A competence of a framework: which one it is says which framework, and which version of it. */
export const isCompetence = areOf("competence", "of")
/** Something of one of several kinds. */
export const isPointer = (fields: ReadonlyArray<Field>): boolean => areOf("kind", "id")(fields) || areOf("kind", "ref")(fields)
