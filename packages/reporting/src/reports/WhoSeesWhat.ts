import { Domain, type Machine } from "@groeikring/core"
import { Effect } from "effect"
import { list, note, section, table } from "../Document.ts"
import type { MachineName } from "../Eyes.ts"
import { report } from "../Report.ts"
import { inBoth } from "../Words.ts"

/** Who sees the same of a kind of thing. */
interface Row {
  readonly machine: MachineName
  readonly roles: ReadonlyArray<string>
  readonly sees: ReadonlyArray<Machine.Seen>
}

const words = inBoth({
  nl: {
    title: "Wie ziet wat",
    subtitle: "Voor iedereen op school",
    promises: "Waar je op kunt rekenen",
    promised: [
      "Wat je in je groep, je plan of je map schrijft, gaat nooit vanzelf naar je leidinggevende.",
      "Alleen jij kunt iets delen. Wat je deelt heeft altijd een einddatum, en je kunt het terugnemen.",
      "Wat je wist, is echt weg. Niemand kan het daarna nog lezen, ook de beheerder niet.",
      "Er staat nergens een cijfer of een oordeel van de computer over jou."
    ],
    table: "Wie wat te zien krijgt",
    thing: "wat",
    who: "wie",
    sees: "ziet",
    none: "Niemand ziet iets.",
    derived: "Deze lijst is gemaakt van dezelfde regels die het systeem zelf volgt.",
    classes: {
      Facts: "dat het er is, en wanneer",
      Own: "wat alleen van henzelf is",
      P0: "de eigen woorden",
      P1: "wat in de groep gezegd is",
      P2: "wat gedeeld is",
      P3: "wat in het gesprek is vastgelegd",
      P4: "wat de groep samen vaststelde"
    }
  },
  en: {
    title: "Who sees what",
    subtitle: "For everybody at school",
    promises: "What you can count on",
    promised: [
      "What you write in your group, your plan or your folder never goes to your leader by itself.",
      "You alone can share something. What you share always ends on a day, and you can take it back.",
      "What you erase is really gone. Nobody can read it after that, and neither can an administrator.",
      "Nowhere is there a mark, or a judgement of a computer, about you."
    ],
    table: "Who gets to see what",
    thing: "what",
    who: "who",
    sees: "sees",
    none: "Nobody sees anything.",
    derived: "This list is made of the same rules that the system itself follows.",
    classes: {
      Facts: "that it is there, and when",
      Own: "what is theirs alone",
      P0: "their own words",
      P1: "what was said in the group",
      P2: "what was shared",
      P3: "what was recorded of the talk",
      P4: "what the group settled together"
    }
  }
})

/** Read off the machines themselves, so that the leaflet cannot promise what they do not keep. */
const rows = (): ReadonlyArray<Row> =>
  Object.entries(Domain.domain).flatMap(([machine, entry]) => {
    const seenBy: Readonly<Record<string, ReadonlyArray<Machine.Seen>>> = entry.machine.spec.seenBy
    const sights = [...new Set(Object.values(seenBy).map((sees) => sees.join(" ")))]
    return sights.map((sight) => {
      const roles = Object.keys(seenBy).filter((role) => seenBy[role]!.join(" ") === sight)
      return { machine: machine as MachineName, roles, sees: seenBy[roles[0]!]! }
    })
  })

export const whoSeesWhat = report<ReadonlyArray<Row>>({
  name: { nl: "folder wie ziet wat", en: "leaflet who sees what" },
  about: { nl: "Voor iedereen: wie wat te zien krijgt, en wat niemand ziet", en: "For everyone: who gets to see what" },
  of: "Nothing",
  read: () => Effect.sync(rows),
  tell: (rows, saying) => {
    const said = words(saying.language)
    return {
      title: said.title,
      subtitle: said.subtitle,
      body: [
        section(said.promises, list(said.promised)),
        section(
          said.table,
          table({
            caption: said.table,
            columns: [
              { head: said.thing, width: 2 },
              { head: said.who, width: 4 },
              { head: said.sees, width: 5 }
            ],
            rows: rows.map(({ machine, roles, sees }) => [
              saying.machine(machine),
              roles.map((role) => saying.role(machine, role)).join(", "),
              sees.map((one) => said.classes[one]).join("; ")
            ]),
            empty: said.none
          })
        ),
        note(said.derived)
      ]
    }
  }
})
