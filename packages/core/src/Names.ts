/**
 * Names — a check for the names of pupils, parents and absent colleagues in words that are about to be kept (domain
 * 5.3, C7). It warns and proposes, and never refuses: "Roos" may be a girl, or a flower.
 *
 * Rules cannot read words, and what is stored is sealed. So whatever takes words in, a page, a terminal or an import,
 * asks here before it sends them, while they are still plain.
 */

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

/** The text with every proposal taken: what a person sees when they accept them all. */
export const withProposals = (text: string, warnings: ReadonlyArray<NameSuspected>): string =>
  warnings
    .toSorted((one, other) => other.from - one.from)
    .reduce((text, { from, proposal, to }) => text.slice(0, from) + proposal + text.slice(to), text)
