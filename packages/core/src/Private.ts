/**
 * Private words: what people write about themselves and each other.
 *
 * A rule may ask whether there are any words, never what they say. They are sealed
 * with the key of their subject before they are stored, and stay sealed in every
 * replay; without that key nobody can read them again, and nothing else breaks.
 */
import { Schema, type SchemaAST, SchemaTransformation } from "effect"

/** P0 private, P1 group-confidential, P2 granted, P3 conversation record, P4 group-agreed (domain 5.1). */
export type Class = "P0" | "P1" | "P2" | "P3" | "P4"

/** Where sealed words lie: part `part` of what `subject` has in fact `fact` (its version) of a stream. */
export interface Sealed {
  readonly class: Class
  readonly subject: string
  readonly fact: number
  readonly part: number
  readonly empty: boolean
}

/** Words nobody can read by accident: not in a rule, a log, or an inspector. The class is part of the type. */
export class Words<out C extends Class = Class> {
  readonly #inside: string | Sealed
  readonly class: C
  /** Whose words they are: `"actor"`, or the name of a field of the fact or the state it leads to. */
  readonly subject: string
  readonly isEmpty: boolean
  constructor(of: { readonly class: C; readonly subject: string }, inside: string | Sealed) {
    this.#inside = inside
    this.class = of.class
    this.subject = of.subject
    this.isEmpty = typeof inside === "string" ? inside.trim() === "" : inside.empty
  }
  get isSealed(): boolean {
    return typeof this.#inside !== "string"
  }
  toString(): string {
    return `<private words, ${this.class}>`
  }
  /** @internal The vault and the codec below are the only readers. */
  static inside = (words: Words): string | Sealed => words.#inside
}

const dataClass = "@groeikring/dataClass"

/** Asked at every look, of fields that stay what they are. */
const classes = new WeakMap<SchemaAST.AST, ReadonlyArray<Class>>()

/** The data classes of the words anywhere inside a field. Empty: the field holds facts alone. */
export const classesIn = ({ ast }: Schema.Top): ReadonlyArray<Class> => {
  const known = classes.get(ast)
  if (known !== undefined) return known
  const walk = (ast: SchemaAST.AST): ReadonlyArray<Class> => {
    switch (ast._tag) {
      case "Declaration":
        return typeof ast.annotations?.[dataClass] === "string"
          ? [ast.annotations[dataClass] as Class]
          : ast.typeParameters.flatMap(walk)
      case "Arrays":
        return [...ast.elements, ...ast.rest].flatMap(walk)
      case "Objects":
        return [...ast.propertySignatures, ...ast.indexSignatures].flatMap(({ type }) => walk(type))
      case "Union":
        return ast.types.flatMap(walk)
      default:
        return []
    }
  }
  const found = [...new Set(walk(ast))]
  classes.set(ast, found)
  return found
}

/** A sealed word is written as a reference; no text that a person types begins with this character. */
const mark = "\u0001"
const reference = (it: Sealed) => `${mark}${it.class}|${it.fact}|${it.part}|${it.empty ? "" : "…"}|${it.subject}`
const references = new RegExp(`^${mark}P\\d\\|\\d+\\|\\d+\\|…?\\|`)
const isReference = (text: string) => references.test(text)
const dereference = (text: string): Sealed => {
  const [klass, fact, part, filled, ...subject] = text.slice(1).split("|")
  return { class: klass as Class, subject: subject.join("|"), fact: Number(fact), part: Number(part), empty: filled === "" }
}

/**
 * Personal text, at most `max` characters (privacy by brevity). `subject` is whose it is: `"actor"`, the one who
 * wrote it, or the name of a field of the fact or the state it leads to.
 */
export const text = <const C extends Class>(of: { readonly class: C; readonly max: number; readonly subject: string }) => {
  const isWords = (u: unknown): u is Words<C> => u instanceof Words && u.class === of.class
  const short = Schema.isMaxLength(of.max)
  // A reference is as long as the id of its subject makes it; only what a person writes is measured.
  const Inside = Schema.String.check(Schema.makeFilter((text) => isReference(text) || text.length <= of.max, short.annotations))
  const both = SchemaTransformation.transform({
    decode: (text: string) => new Words(of, isReference(text) ? dereference(text) : text),
    encode: (words: Words<C>) => {
      const inside = Words.inside(words)
      return typeof inside === "string" ? inside : reference(inside)
    }
  })
  const Opaque = Schema.declare(isWords, {
    expected: `private words, ${of.class}, at most ${of.max} characters`,
    [dataClass]: of.class,
    toCodecArbitrary: () => Schema.link<Words<C>>()(Inside, { decode: both.decode, encode: both.encode })
  })
  return Inside.pipe(Schema.decodeTo(Opaque, both))
}

/** Words that a rule writes down itself, to be sealed like those of a person: `of` as in the field they are for. */
export const words = <const C extends Class>(of: { readonly class: C; readonly subject: string }, said: string): Words<C> =>
  new Words(of, said)

/** The same value with every word inside it replaced: sealed, opened, or hidden. Whatever holds no words is kept as it is. */
export const mapWords = <A>(value: A, change: (words: Words) => unknown): A => {
  const walk = (value: unknown): unknown => {
    if (value instanceof Words) return change(value)
    if (Array.isArray(value)) {
      const walked = value.map(walk)
      return walked.some((inner, n) => inner !== value[n]) ? walked : value
    }
    if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
    const entries = Object.entries(value)
    const walked = entries.map(([name, inner]) => [name, walk(inner)] as const)
    return walked.some(([, inner], n) => inner !== entries[n]![1]) ? Object.fromEntries(walked) : value
  }
  return walk(value) as A
}
