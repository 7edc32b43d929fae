import { Vocabulary } from "@groeikring/core"
import { Effect } from "effect"
import { bars } from "../charts/Bars.ts"
import { capital, note, section, table } from "../Document.ts"
import type { Thing } from "../Eyes.ts"
import { report } from "../Report.ts"
import { inBoth } from "../Words.ts"

interface Model {
  readonly schoolYear: string
  readonly agreements: ReadonlyArray<Thing<"PopAgreement">>
  readonly talks: ReadonlyArray<Thing<"Conversation">>
}

const words = inBoth({
  nl: {
    title: "Wat we toezegden, en wat we deden",
    caption: "Toezeggingen van de school",
    where: "waar",
    pop: "bij een POP",
    talk: "in een gesprek",
    made: "gedaan",
    kept: "nagekomen",
    missed: "niet op tijd",
    open: "loopt nog",
    list: "Alle toezeggingen die je mag zien",
    who: "aan wie",
    what: "wat",
    before: "vóór",
    standing: "stand",
    none: "Er is niets toegezegd.",
    employer: "Dit gaat over wat de school beloofde. Wat een medewerker zelf op zich nam, staat er niet in."
  },
  en: {
    title: "What we promised, and what we did",
    caption: "Promises of the school",
    where: "where",
    pop: "with a POP",
    talk: "in a conversation",
    made: "made",
    kept: "kept",
    missed: "not in time",
    open: "still running",
    list: "All promises that you may see",
    who: "to whom",
    what: "what",
    before: "before",
    standing: "standing",
    none: "Nothing was promised.",
    employer: "This is about what the school promised. What an employee took upon themselves is not in it."
  }
})

export const promises = report<Model>({
  name: { nl: "toezeggingen", en: "promises" },
  about: { nl: "Wat de school toezegde, en wat daarvan is nagekomen", en: "What the school promised, and what of that was kept" },
  of: "SchoolYear",
  read: (eyes, schoolYear) =>
    Effect.gen(function* () {
      const agreements = yield* eyes.all("PopAgreement")
      const talks = (yield* eyes.all("Conversation")).filter((talk) => talk.schoolYear === schoolYear)
      return { schoolYear, agreements, talks }
    }),
  tell: ({ agreements, schoolYear, talks }, saying) => {
    const { day, language, nameOf } = saying
    const said = words(language)
    const standing = (id: string, kept: ReadonlyArray<string>, missed: ReadonlyArray<string>) =>
      kept.includes(id) ? said.kept : missed.includes(id) ? said.missed : said.open
    const withPop = agreements.flatMap(({ breached = [], delivered = [], facilities = [], ownerId = "" }) =>
      facilities
        .filter(({ before }) => before !== undefined && Vocabulary.schoolYearOf(before) === schoolYear)
        .map(({ before, id = "", ...facility }) => ({
          who: nameOf(ownerId),
          what: saying.facility(facility),
          before,
          standing: standing(id, delivered, breached)
        }))
    )
    const inTalks = talks.flatMap(({ agreements = [], employeeId = "", kept = [], missed = [] }) =>
      agreements
        .filter(({ by }) => by === "Employer")
        .map(({ before, id = "", what = "–" }) => ({
          who: nameOf(employeeId),
          what,
          before,
          standing: standing(id, kept, missed)
        }))
    )
    const counts = (all: typeof withPop) => [
      all.length,
      ...[said.kept, said.missed, said.open].map((one) => all.filter(({ standing }) => standing === one).length)
    ]
    return {
      title: said.title,
      subtitle: capital(saying.schoolYear(schoolYear)),
      body: [
        section(
          said.caption,
          bars(language, {
            caption: said.caption,
            about: said.where,
            series: [said.made, said.kept, said.missed, said.open],
            rows: [
              { name: said.pop, values: counts(withPop) },
              { name: said.talk, values: counts(inTalks) }
            ],
            nothing: said.none
          })
        ),
        section(
          said.list,
          table({
            caption: said.list,
            columns: [
              { head: said.who, width: 2 },
              { head: said.what, width: 4 },
              { head: said.before, width: 2 },
              { head: said.standing, width: 2 }
            ],
            rows: [...withPop, ...inTalks].map(({ before, standing, what, who }) => [who, what, day(before), standing]),
            empty: said.none
          })
        ),
        note(said.employer)
      ]
    }
  }
})
