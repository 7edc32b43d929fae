/** The year of De Zwaluw with a word of its own in every place where somebody wrote something, and who may read it. */
import { Domain, type Machine, Private, Privacy } from "@groeikring/core"
import { Schema } from "effect"
import { type Line, lines } from "./zwaluw.ts"

/** A word that stands in one place, and whose it is. */
export interface Canary {
  readonly word: string
  readonly machine: keyof typeof Privacy.places
  readonly id: string
  readonly by: string
  readonly class: Private.Class
  readonly line: Line
}

const canaries: Array<Canary> = []
const specOf = (machine: string): Machine.Spec => Domain.domain[machine as keyof typeof Domain.domain].machine.spec

/** The same line, with a canary wherever words may be. What else it says stays as it is. */
const withCanaries = (line: Line): Line => {
  const { as = "", at, do: does, expect, id = "", machine, say: _, sayEn: __, take, tend, ...payload } = line
  const declared = machine === undefined ? undefined : specOf(machine).commands[does ?? ""]?.payload
  if (machine === undefined || declared === undefined || take !== undefined || tend !== undefined) return line
  const codec = Schema.Struct(declared as Readonly<Record<string, Schema.Codec<unknown>>>)
  const decoded = Schema.decodeResult(codec)(payload)
  // What is malformed on purpose is refused before anybody reads it.
  if (decoded._tag === "Failure") return line
  const changed = Private.mapWords(decoded.success, (words) => {
    if (words.isEmpty) return words
    const word = `kanarie${String(canaries.length).padStart(4, "0")}`
    canaries.push({ word, machine: machine as Canary["machine"], id, by: as, class: words.class, line })
    return new Private.Words(words, word)
  })
  return { ...Schema.encodeUnknownSync(codec)(changed), as, at, do: does, expect, id, machine } as Line
}
export const canaryYear: ReadonlyArray<Line> = lines.map(withCanaries)
export const words: ReadonlyMap<string, Canary> = new Map(canaries.map((canary) => [canary.word, canary]))

// Who is who, by the stories alone -----------------------------------------------------

const group = ["p-anneke", "p-bram", "p-carla", "p-dirk", "p-esra", "p-femke"]
const staff = [...group, "p-hilde", "p-iris", "p-joke", "p-kees", "p-lies"]
const [leader, hr, council, administrator] = ["p-hilde", "p-kees", "p-lies", "p-joke"]
const of = (machine: string, id: string) =>
  lines.filter((line) => line.machine === machine && line.id === id && line.expect === undefined)
const attended = (id: string, person: string) =>
  of("Intervision", id).some(({ as, do: does }) => does === "ConfirmAttendance" && as === person)
/** HR reads a report when it is in the file; an appraisal is in it as soon as it is signed. */
const isInFile = (id: string) => of("Conversation", id).filter(({ do: does }) => does === "Sign").length === 2
const decides = (id: string, person: string) => of("Conversation", id).some((line) => line["decider"] === person)

/** As whom somebody looks at a thing: columns of the table of who sees what. */
export const columnsOf = (person: string, machine: string, id: string): ReadonlyArray<Privacy.Viewer> => {
  const all = (columns: Readonly<Partial<Record<Privacy.Viewer, boolean>>>) =>
    (Object.keys(columns) as ReadonlyArray<Privacy.Viewer>).filter((column) => columns[column] === true)
  const [first] = of(machine, id)
  const isMine = person === (first?.["personId"] ?? first?.["employeeId"] ?? first?.as)
  const inGroup = group.includes(person)
  switch (machine) {
    case "PopGroup":
      return all({
        Member: of(machine, id).some(({ as, do: does }) => (does === "Form" || does === "Join") && as === person),
        Leader: person === first?.["sponsor"]
      })
    case "Gop":
      return all({ Member: inGroup })
    case "Intervision":
      return all({ Member: inGroup, Attendee: attended(id, person) })
    case "TimeBudget":
      return all({ Self: isMine, Leader: person === leader, Hr: person === hr })
    case "Conversation":
      return all({
        Self: isMine,
        Leader: person === first?.["leaderId"],
        Hr: person === hr && isInFile(id),
        Board: decides(id, person)
      })
    case "Pap":
    case "Pop":
    case "CompetenceProfile":
    case "Portfolio":
    case "PortfolioEntry":
      return all({ Self: isMine })
    default:
      return all({
        Colleague: staff.includes(person),
        Leader: person === leader,
        Hr: person === hr,
        Pmr: person === council,
        Admin: person === administrator
      })
  }
}

const opens: ReadonlyArray<Privacy.Mark> = ["Sees", "Writes", "OnAppeal"]
/** Does the table open this to somebody who looks as one of these? */
export const isOpen = (machine: Canary["machine"], seen: Machine.Seen, columns: ReadonlyArray<Privacy.Viewer>): boolean => {
  const { keeps }: Privacy.Place = Privacy.places[machine]
  return keeps.some((kind) => {
    const { shows }: Privacy.Row = Privacy.table[kind]
    return shows.includes(seen) && columns.some((column) => opens.includes(Privacy.mark(kind, column)))
  })
}

/** To whom whoever wrote this opened it. */
const isOpenedTo = ({ line }: Canary, person: string) => {
  const to = line["to"] as { readonly kind: string; readonly id: string } | undefined
  if (to === undefined) return false
  if (to.kind === "Person") return to.id === person
  if (to.kind === "Group") return group.includes(person)
  const talk = of(to.kind, to.id)[0]
  return person === talk?.["employeeId"] || person === talk?.["leaderId"]
}
/** The last proposal is the one that everybody said yes to; the words of those before stay in the group. */
const wasAgreed = ({ id, line, machine }: Canary) =>
  machine === "Gop" && line === of("Gop", id).findLast(({ do: does }) => does === "ProposeText")

/** May this person ever read this, by the table? */
export const mayRead = (canary: Canary, person: string): boolean => {
  const { by, class: klass, id, line, machine } = canary
  if (line.expect !== undefined) return false
  const columns = columnsOf(person, machine, id)
  switch (klass) {
    case "P0":
      // Of what is private nobody else reads a word. What was said of somebody is theirs.
      return line.do === "OfferRecognition" ? columns.includes("Self") : person === by
    case "P2":
      return person === by || isOpen(machine, "P2", isOpenedTo(canary, person) ? [...columns, "Granted"] : columns)
    default:
      return isOpen(machine, klass, columns) || (wasAgreed(canary) && isOpen("GopText", "P4", columnsOf(person, "GopText", id)))
  }
}

/** The things that somebody sees nothing of, not even that they are there. */
export const hiddenFrom = (person: string): ReadonlyArray<string> => [
  ...new Set(
    lines.flatMap(({ id = "", machine }) =>
      machine !== undefined && id.length > 5 && !isOpen(machine as Canary["machine"], "Facts", columnsOf(person, machine, id))
        ? [id]
        : []
    )
  )
]
