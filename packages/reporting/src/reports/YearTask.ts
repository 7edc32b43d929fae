import { bars } from "../charts/Bars.ts"
import { facts, paragraph, section, signatures, table } from "../Document.ts"
import type { Thing } from "../Eyes.ts"
import { report } from "../Report.ts"
import { rowsOf } from "../Told.ts"
import { inBoth } from "../Words.ts"

const words = inBoth({
  nl: {
    title: "Jaartaak",
    norm: "Uren in het jaar",
    money: "Geld om te leren",
    lines: "Het werk van het jaar",
    line: "onderdeel",
    hours: "uren",
    block: "Tijd om te groeien",
    purpose: "waarvoor",
    share: "Tijd om te groeien, naast de uren voor professionalisering",
    agreed: (who: string, year: string) => `Dit is de jaartaak van ${who} voor ${year}, zoals we die samen bespraken.`,
    meant: "bedoeld",
    used: "gebruikt",
    none: "Er is nog niets over afgesproken.",
    noBlock: "Er is nog geen tijd voor ontwikkeling afgesproken. Zonder die uren kan een groep niet beginnen.",
    objection: "Bezwaar"
  },
  en: {
    title: "Year task",
    norm: "Hours in the year",
    money: "Money for learning",
    lines: "The work of the year",
    line: "part",
    hours: "hours",
    block: "Time to grow",
    purpose: "what for",
    share: "Time to grow, beside the hours for professionalisation",
    agreed: (who: string, year: string) => `This is the year task of ${who} for ${year}, as we talked it through together.`,
    meant: "meant",
    used: "used",
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
    const { choice, euros, hours, nameOf, percent } = saying
    const { booked, fte = 0, leader = "", lines = [], money = 0, normMinutes, objection, personId = "", schoolYear = "–" } = task
    const earmarked = new Map<string, number>()
    for (const { minutes = 0, purpose = "–" } of lines.flatMap(({ earmarks = [] }) => earmarks))
      earmarked.set(purpose, (earmarked.get(purpose) ?? 0) + minutes)
    const spent = (purpose: string) =>
      (booked ?? []).reduce((sum, one) => (one.purpose === purpose ? sum + (one.minutes ?? 0) : sum), 0)
    // What was used, and when, is for whose task it is: it tells who was at which meeting.
    const isOwn = booked !== undefined
    const block = [...earmarked].map(([purpose, minutes]) => ({
      name: choice("TimeBudget", "purpose", purpose),
      values: (isOwn ? [minutes, spent(purpose)] : [minutes]).map((minutes) => minutes / 60)
    }))
    // Who works part-time gives a larger share of it to the same meetings (CAO PO art. 9.3).
    const schooling = lines.find(({ line }) => line === "Professionalisation")?.minutes ?? 0
    const meant = [...earmarked.values()].reduce((sum, minutes) => sum + minutes, 0)
    const share = schooling === 0 || meant === 0 ? undefined : meant / schooling
    return {
      title: said.title,
      subtitle: `${nameOf(personId)}, ${schoolYear}`,
      body: [
        facts([
          ...rowsOf("TimeBudget", task, ["_tag", "cao", "fte"], saying),
          [said.norm, hours(normMinutes === undefined ? undefined : normMinutes * fte)],
          ...(share === undefined ? [] : [[said.share, percent(share)] as const]),
          ...rowsOf("TimeBudget", task, ["leader"], saying),
          [said.money, euros(money)]
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
                series: isOwn ? [said.meant, said.used] : [said.meant],
                rows: block,
                nothing: said.none
              })
        ),
        ...(objection === undefined ? [] : [section(said.objection, paragraph(objection))]),
        signatures(said.agreed(nameOf(personId), schoolYear), [{ name: nameOf(personId) }, { name: nameOf(leader) }])
      ]
    }
  }
})
