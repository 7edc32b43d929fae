/** The reference page of a machine, read off its lifecycle: in Markdown, for people. */
import * as Machine from "./Machine.ts"
import * as Privacy from "./Privacy.ts"
import { classesIn } from "./Private.ts"

type Fields = Record<string, Parameters<typeof classesIn>[0]>

const code = (text: string) => `\`${text}\``
/** Rows of cells as a table in Markdown. */
export const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`).join("\n")

/** A field, and the data class of the words inside it. */
const fieldOf = ([name, schema]: [string, Fields[string]]) => {
  const classes = classesIn(schema)
  return classes.length === 0 ? code(name) : `${code(name)} (${classes.join(", ")})`
}
const fields = (of: object | undefined) => Object.entries((of ?? {}) as Fields).map(fieldOf).join(", ") || "–"

/**
 * A machine's page: diagram, states, who may do what, events, roles and refusals. `about` says what the machine is for.
 *
 * @example
 * ```ts
 * import { Pap, Reference } from "@groeikring/core"
 *
 * Reference.page(Pap, "A plan.").split("\n")[0] // => "# Pap"
 * ```
 */
export const page = <L extends Machine.Spec>(machine: Machine.Lifecycle<L>, about = ""): string => {
  const { among, commands, events, needs, roles, seenBy, states, unsaid }: Machine.Spec = machine.spec
  const refusals = new Map(
    Object.entries(commands).flatMap(([command, { refuses = [] }]) =>
      refuses.map(({ fields, tag }) => [tag, { command, fields }])
    )
  )
  return (
    [
      `# ${machine.name}`,
        ...(about === "" ? [] : [about]),
      "## Lifecycle",
      `\`\`\`mermaid\n${Machine.toMermaid(machine)}\n\`\`\``,
      "## States",
      "The letter behind a field is the data class of the words in it.",
      table(
        ["state", "fields"],
        Object.entries(states).map(([tag, of]) => [code(tag), fields(of)])
      ),
      "## Who may do what",
      table(
        ["command", "by", "payload", "needs to know", "leads to", "may be refused with"],
        Object.entries(commands).map(([tag, { by, emits, needs = [], payload, refuses = [] }]) => [
          code(tag),
          by.join(", "),
          fields(payload),
          needs.map(code).join(", ") || "–",
          emits.map(code).join(", "),
          refuses.map(({ tag }) => code(tag)).join(", ") || "–"
        ])
      ),
      "## Events",
      table(
        ["event", "from", "to", "payload"],
        Object.entries(events).map(([tag, { anonymous, forgets, from, payload, takesBack, to }]) => [
          code(tag) + (anonymous ? " (names no actor)" : "") + (forgets ? " (its words can never be read again)" : "")
            + (takesBack === undefined ? "" : ` (nobody reads the words of that ${code(takesBack.event)} any more)`),
          from.map((state) => (state === "Start" ? "–" : code(state))).join(", "),
          to === "Same" ? "stays" : code(to),
          fields(payload)
        ])
      ),
      "## Roles",
      table(
        ["role", "held by", "sees"],
        Object.entries(roles).map(([role, of]) => [
          role,
          of in needs ? `${code(of)}, known from elsewhere` : `the field ${code(of)}`,
          (seenBy[role] ?? []).map((seen) => (seen === "Facts" ? "the facts" : seen === "Own" ? "what is their own" : `words of class ${seen}`)).join(", ") || "nothing"
        ])
      ),
      ...(among === undefined ? [] : [`Whoever is no ${code(among)} any more sees nothing of it, whatever else they are.`]),
      ...(unsaid === undefined
        ? []
        : [`As long as ${code(unsaid.while)} is true, the words beside it are for whom ${code(unsaid.by)} names alone.`]),
      "## Refusals",
      refusals.size === 0
        ? "Only the general ones: `NotAllowed`, `IllegalCommand`, `InvalidCommand`."
        : table(
            ["refusal", "carries"],
            [...refusals].map(([tag, { fields: of }]) => [code(tag), fields(of)])
          )
    ].join("\n\n") + "\n"
  )
}

const fieldsWithWords = ({ events, states }: Machine.Spec) => {
  const payloads = Object.entries(events).map(([event, { payload = {} }]) => [event, payload] as const)
  return [...Object.entries(states), ...payloads].flatMap(([of, fields]) =>
    Object.entries(fields as Fields).flatMap(([field, schema]) => {
      const classes = classesIn(schema)
      return classes.length === 0 ? [] : [{ field: `${of}.${field}`, classes: classes.join(", ") }]
    })
  )
}

/**
 * The reference page of who sees what: the table, the place of every machine in it, and the data class of every field
 * that holds words. `about` stands under the title.
 *
 * @example
 * ```ts
 * import { Domain, Reference } from "@groeikring/core"
 *
 * Reference.privacy(Domain.domain, "Read off the table.").split("\n")[0] // => "# Who sees what"
 * ```
 */
export const privacy = (domain: Readonly<Record<string, { readonly machine: { readonly spec: Machine.Spec } }>>, about: string): string => {
  const kinds = Object.keys(Privacy.table) as ReadonlyArray<Privacy.Kind>
  const machines = Object.entries(Privacy.places as Readonly<Record<string, Privacy.Place>>).filter(([name]) => name in domain)
  return (
    [
      "# Who sees what",
      about,
      "A row is a kind of data, a column somebody who looks. `Grant`: only what its owner opened, until a date. `Counts`: a number, never the thing. " +
        "`Offers`: writes it, and does not see it. `OnAppeal`: as long as they decide an objection.",
      table(
        ["data", "what there is to see", ...Privacy.viewers],
        kinds.map((kind) => [
          kind,
          Privacy.table[kind].shows.join(", "),
          ...Privacy.viewers.map((viewer) => (Privacy.mark(kind, viewer) === "Never" ? "–" : Privacy.mark(kind, viewer)))
        ])
      ),
      "## The place of every machine",
      "An `Asker` may ask something, and sees nothing by that.",
      table(
        ["machine", "keeps", "its roles look as"],
        machines.map(([name, { keeps, roles }]) => [
          code(name),
          keeps.join(", "),
          Object.entries(roles)
            .map(([role, viewer]) => `${role}: ${viewer}`)
            .join(", ")
        ])
      ),
      "## The data class of every field with words",
      "P0 is private, P1 stays in the group, P2 was opened by its owner, P3 is the record of a talk, P4 was agreed by a group.",
      table(
        ["machine", "field", "class"],
        machines.flatMap(([name]) =>
          fieldsWithWords(domain[name]!.machine.spec).map(({ classes, field }) => [code(name), code(field), classes])
        )
      )
    ].join("\n\n") + "\n"
  )
}
