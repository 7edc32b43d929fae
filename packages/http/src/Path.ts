/**
 * Names in a URL: kebab-case, and plural for what there are many of, as the Dutch API Design Rules ask.
 *
 * @example
 * ```ts
 * import { Path } from "@groeikring/http"
 *
 * Path.collection("PortfolioEntry") // => "portfolio-entries"
 * ```
 */

/** A name of the domain as it stands in a URL: `AskBuddy` is `ask-buddy`. */
export const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase()

/** Names that are plural already: one thing of such a machine is several of what it is called by. */
const plurals = new Set(["pulse-answers"])

/** The things of a machine: `PopGroup` is `pop-groups`. */
export const collection = (machine: string): string => {
  const one = kebab(machine)
  if (plurals.has(one)) return one
  return /[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : /(s|x|z|ch|sh)$/.test(one) ? `${one}es` : `${one}s`
}

/** The major version of the contract, which every path begins with. */
export const version = "/v1"
