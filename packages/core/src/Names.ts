/**
 * Names — a check for the names of pupils, parents and absent colleagues in words that are about to be kept (domain
 * 5.3, C7). It warns and proposes, and never refuses: "Roos" may be a girl, or a flower.
 *
 * Rules cannot read words, and what is stored is sealed. So whatever takes words in, a page, a terminal or an import,
 * asks here before it sends them, while they are still plain.
 */
import { mapWords, Words } from "./Private.ts"

/** Somebody whose name does not belong in an entry, and the role to call them by: leerling, ouder, collega. */
export interface Known {
  readonly name: string
  readonly role: string
}

/** A word that may be somebody's name, where it stands, and what could stand there instead. */
export interface NameSuspected {
  readonly _tag: "NameSuspected"
  readonly said: string
  readonly from: number
  readonly to: number
  readonly proposal: string
}

/** A warning for words in a command, and the field in which they stand. */
export interface InField extends NameSuspected {
  readonly path: string
}

/** Without capitals and accents, so that Zoë, zoë and Zoe are the same name. */
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
const wordsOf = (text: string) =>
  [...text.matchAll(/[\p{L}\p{M}]+/gu)].map((word) => ({ said: word[0], from: word.index, to: word.index + word[0].length }))

/** A, B … Z, AA, AB. */
const letter = (n: number): string => (n < 26 ? "" : letter(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26))

/** The name itself, or with the s of "Noors jas"; that s only where it is written as a name. */
const isSaid = (said: string, part: string, isLast: boolean) =>
  plain(said) === part || (isLast && /^\p{Lu}/u.test(said) && plain(said) === `${part}s`)

/**
 * Warns for every known name in a text, also of more than one word. Whoever comes first is A, of each role apart, and
 * stays the same letter all through the text.
 *
 * @example
 * ```ts
 * import { Names } from "@groeikring/core"
 *
 * const known = [{ name: "Noor", role: "leerling" }, { name: "Sem", role: "leerling" }]
 * Names.withProposals("Noor keek naar Sem.", Names.suspected("Noor keek naar Sem.", known)) // => "leerling A keek naar leerling B."
 * ```
 */
export const suspected = (text: string, known: ReadonlyArray<Known>): ReadonlyArray<NameSuspected> => {
  const words = wordsOf(text)
  const names = known
    .map(({ name, role }) => ({ role, parts: wordsOf(name).map(({ said }) => plain(said)) }))
    .filter(({ parts }) => parts.length > 0)
    .toSorted((one, other) => other.parts.length - one.parts.length)
  const found: Array<NameSuspected & { readonly of: (typeof names)[number] }> = []
  for (let n = 0; n < words.length;) {
    const name = names.find(({ parts }) =>
      parts.every((part, m) => {
        const [before, word] = [words[n + m - 1], words[n + m]]
        const isJoined =
          m === 0 || (before !== undefined && word !== undefined && /^[\s'’-]+$/u.test(text.slice(before.to, word.from)))
        return word !== undefined && isJoined && isSaid(word.said, part, m === parts.length - 1)
      })
    )
    if (name === undefined) {
      n++
      continue
    }
    const { parts, role } = name
    const [first, last] = [words[n]!, words[n + parts.length - 1]!]
    const sameRole = [...new Set([...found.map(({ of }) => of), name].filter((one) => one.role === role))]
    const called = `${role} ${letter(sameRole.indexOf(name))}`
    const isBare = plain(last.said) === parts.at(-1)
    found.push({
      _tag: "NameSuspected",
      said: text.slice(first.from, last.to),
      from: first.from,
      to: last.to,
      proposal: isBare ? called : `${called}'s`,
      of: name
    })
    n += parts.length
  }
  return found.map(({ of: _of, ...warning }) => warning)
}

/** Every text in a command, with the path to it; a fact or a choice is none. */
const textsIn = (value: unknown, path = ""): ReadonlyArray<{ readonly path: string; readonly text: string }> => {
  if (value instanceof Words) {
    const inside = Words.inside(value)
    return typeof inside === "string" ? [{ path, text: inside }] : []
  }
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([field, inner]) => textsIn(inner, path === "" ? field : `${path}.${field}`))
}
/** No name goes on across this. */
const border = "\n.\n"

/**
 * Warns for every known name in the words of a command, whatever the command: what a page or a terminal asks before it
 * sends one. Somebody is the same letter in all its fields.
 *
 * @example
 * ```ts
 * import { Machine, Names, Pap } from "@groeikring/core"
 * import { Result } from "effect"
 *
 * const plan = { situation: "Noor komt te laat.", newBehaviour: "Ik wacht bij de deur.", sign: "Noor is er.", firstOccasion: "2025-09-11" }
 * const command = Result.getOrThrow(Machine.commandFrom(Pap, { _tag: "Commit", ...plan }))
 * Names.inCommand(command, [{ name: "Noor", role: "leerling" }]).map(({ path, proposal }) => `${path}: ${proposal}`) // => ["situation: leerling A", "sign: leerling A"]
 * ```
 */
export const inCommand = (command: object, known: ReadonlyArray<Known>): ReadonlyArray<InField> => {
  const texts = textsIn(command)
  const starts = texts.map((_, n) => texts.slice(0, n).reduce((sum, { text }) => sum + text.length + border.length, 0))
  return suspected(texts.map(({ text }) => text).join(border), known).map((warning) => {
    const n = starts.findLastIndex((start) => start <= warning.from)
    return { ...warning, from: warning.from - starts[n]!, to: warning.to - starts[n]!, path: texts[n]!.path }
  })
}

/** The same command with every proposal taken. */
export const withLetters = <A extends object>(command: A, known: ReadonlyArray<Known>): A => {
  const warnings = inCommand(command, known)
  let n = 0
  const paths = textsIn(command).map(({ path }) => path)
  return mapWords(command, (words) => {
    const inside = Words.inside(words)
    if (typeof inside !== "string") return words
    const path = paths[n++]
    return new Words(words, withProposals(inside, warnings.filter((one) => one.path === path)))
  })
}

/** The text with every proposal taken: what a person sees when they accept them all. */
export const withProposals = (text: string, warnings: ReadonlyArray<NameSuspected>): string =>
  warnings
    .toSorted((one, other) => other.from - one.from)
    .reduce((text, { from, proposal, to }) => text.slice(0, from) + proposal + text.slice(to), text)
