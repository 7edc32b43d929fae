/** Every small way to break a file, all in one text: which one holds is asked while it runs. */
import { parseSync } from "vite"

export interface Mutant {
  readonly id: number
  readonly file: string
  readonly line: number
  readonly was: string
  readonly to: string
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}
const isNode = (value: unknown): value is Node =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Node).type === "string" &&
  typeof (value as Node).start === "number"
const childrenOf = (node: Node): ReadonlyArray<Node> =>
  Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode)

const operators: Readonly<Record<string, ReadonlyArray<string>>> = {
  "===": ["!=="],
  "!==": ["==="],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "&&": ["||"],
  "||": ["&&"]
}
const methods: Readonly<Record<string, string>> = {
  some: "every",
  every: "some",
  min: "max",
  max: "min",
  floor: "ceil",
  ceil: "floor"
}
const skipping = new Set(["filter", "toSorted", "toReversed", "slice", "trim"])

/** What can stand in the place of an expression. */
const changes = (node: Node, parent: Node, text: (node: Node) => string): ReadonlyArray<string> => {
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression": {
      const [left, right, operator] = [node["left"] as Node, node["right"] as Node, String(node["operator"])]
      return operator === "??"
        ? [text(right)]
        : (operators[operator] ?? []).map((other) => `(${text(left)}) ${other} (${text(right)})`)
    }
    case "ConditionalExpression":
      return [text(node["consequent"] as Node), text(node["alternate"] as Node)]
    case "UnaryExpression":
      return node["operator"] === "!" ? [text(node["argument"] as Node)] : []
    case "Literal":
      return typeof node["value"] === "number" && parent.type !== "Property"
        ? [String(node["value"] + 1)]
        : typeof node["value"] === "boolean"
          ? [String(!node["value"])]
          : []
    case "CallExpression": {
      const callee = node["callee"] as Node
      if (callee.type !== "MemberExpression") return []
      const [object, property] = [callee["object"] as Node, callee["property"] as Node]
      const name = text(property)
      const given = (node["arguments"] as ReadonlyArray<Node>).map(text).join(", ")
      return skipping.has(name) ? [text(object)] : methods[name] ? [`${text(object)}.${methods[name]}(${given})`] : []
    }
    default:
      return []
  }
}

/** The text of a file with all its mutants in it, counted from `first`. */
export const mutants = (file: string, source: string, first: number) => {
  const found: Array<Mutant> = []
  const text = ({ end, start }: Node) => source.slice(start, end)
  const choose = (node: Node, whole: string, others: ReadonlyArray<string>) =>
    others.reduce((rest, to) => {
      const id = first + found.length
      found.push({
        id,
        file,
        line: source.slice(0, node.start).split("\n").length,
        was: text(node).replaceAll(/\s+/g, " "),
        to: to.replaceAll(/\s+/g, " ")
      })
      return `(globalThis.mutant?.(${id}) ? (${to}) : ${rest})`
    }, `(${whole})`)
  const written = (node: Node, parent: Node, inRule: boolean): string => {
    if (node.type.startsWith("TS") && !["TSAsExpression", "TSNonNullExpression", "TSSatisfiesExpression"].includes(node.type))
      return text(node)
    // A loop that never ends tells nothing.
    const head = node.type === "ForStatement" ? [node["test"], node["update"], node["init"]] : []
    const inside =
      inRule ||
      node.type === "ArrowFunctionExpression" ||
      node.type === "FunctionExpression" ||
      node.type === "FunctionDeclaration"
    let whole = ""
    let from = node.start
    // A shorthand property names its value twice at the same place.
    const children = (node.type === "Property" && node["shorthand"] === true ? [] : childrenOf(node)).toSorted(
      (one, other) => one.start - other.start
    )
    for (const child of children) {
      if (child.start < from) continue
      whole += source.slice(from, child.start) + (head.includes(child) ? text(child) : written(child, node, inside))
      from = child.end
    }
    whole += source.slice(from, node.end)
    if (!inRule) return whole
    if (node.type === "SpreadElement") {
      const argument = node["argument"] as Node
      return `...${choose(
        node,
        whole.slice(3),
        [parent.type === "ObjectExpression" ? "{}" : "[]"].filter(() => argument.type !== "Literal")
      )}`
    }
    const others = changes(node, parent, text)
    return others.length === 0 ? whole : choose(node, whole, others)
  }
  const { errors, program } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`)
  const root = program as unknown as Node
  return { code: source.slice(0, root.start) + written(root, root, false) + source.slice(root.end), found }
}
