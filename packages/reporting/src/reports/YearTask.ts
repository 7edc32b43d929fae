import { bars } from "../charts/Bars.ts"
import { facts, paragraph, section, signatures, table } from "../Document.ts"
import type { Thing } from "../Eyes.ts"
import { report } from "../Report.ts"
import { inBoth } from "../Words.ts"

const words = inBoth({
  nl: {
    title: "Jaartaak",
    fte: "Werktijdfactor",
    norm: "Uren in het jaar",
    cao: "Cao",
    standing: "Hoe het ervoor staat",
    leader: "Leidinggevende",
    money: "Geld om te leren",
    lines: "Het werk van het jaar",
    line: "onderdeel",
    hours: "uren",
    block: "Tijd om te groeien",
    purpose: "waarvoor",
    meant: "bedoeld",
    used: "gebruikt",
    left: "over",
    none: "Er is nog niets over afgesproken.",
    noBlock: "Er is nog geen tijd voor ontwikkeling afgesproken. Zonder die uren kan een groep niet beginnen.",
    objection: "Bezwaar"
  },
  en: {
    title: "Year task",
    fte: "Working time factor",
    norm: "Hours in the year",
    cao: "Collective agreement",
    standing: "Where it stands",
    leader: "Leader",
    money: "Money for learning",
    lines: "The work of the year",
    line: "part",
    hours: "hours",
    block: "Time to grow",
    purpose: "what for",
    meant: "meant",
    used: "used",
    left: "left",
    none: "Nothing was agreed yet.",
    noBlock: "No time for development was agreed yet. Without those hours a group cannot begin.",
    objection: "Objection"
  }
})

export const yearTask = report<Thing<"TimeBudget">>({
  name: { nl: "jaartaak", en: "year task" },
  about: {
    nl: "De jaartaak van één persoon, met de tijd om te groeien en wat daarvan over is",
    en: "The year task of one person, with the time to grow and what is left of it"
  },
  of: "TimeBudget",
  read: (eyes, id) => eyes.one("TimeBudget", id),
  tell: (task, saying) => {
    const said = words(saying.language)
    const { choice, hours, nameOf, number, state } = saying
    const {
      booked = [],
      cao = "–",
      fte = 0,
      leader = "",
      lines = [],
      money = 0,
      normMinutes,
      objection,
      personId = "",
      schoolYear = "–"
    } = task
    const earmarked = new Map<string, number>()
    for (const { minutes = 0, purpose = "–" } of lines.flatMap(({ earmarks = [] }) => earmarks))
      earmarked.set(purpose, (earmarked.get(purpose) ?? 0) + minutes)
    const spent = (purpose: string) => booked.reduce((sum, one) => (one.purpose === purpose ? sum + (one.minutes ?? 0) : sum), 0)
    const block = [...earmarked].map(([purpose, minutes]) => ({
      name: choice("TimeBudget", "purpose", purpose),
      values: [minutes, spent(purpose), minutes - spent(purpose)].map((minutes) => minutes / 60)
    }))
    return {
      title: said.title,
      subtitle: `${nameOf(personId)}, ${schoolYear}`,
      body: [
        facts([
          [said.standing, state("TimeBudget", task._tag)],
          [said.cao, cao],
          [said.fte, number(fte)],
          [said.norm, hours(normMinutes === undefined ? undefined : normMinutes * fte)],
          [said.leader, nameOf(leader)],
          [said.money, `€ ${number(money)}`]
        ]),
        section(
          said.lines,
          table({
            caption: said.lines,
            columns: [
              { head: said.line, width: 3 },
              { head: said.hours, isNumber: true }
            ],
            rows: lines.map(({ line, minutes = 0 }) => [choice("TimeBudget", "line", line), minutes / 60]),
            empty: said.none
          })
        ),
        section(
          said.block,
          block.length === 0
            ? paragraph(said.noBlock)
            : bars(saying.language, {
                caption: said.block,
                about: said.purpose,
                series: [said.meant, said.used, said.left],
                rows: block,
                nothing: said.none
              })
        ),
        ...(objection === undefined ? [] : [section(said.objection, paragraph(objection))]),
        signatures([{ name: nameOf(personId) }, { name: nameOf(leader) }])
      ]
    }
  }
})
