/**
 * An example of one year. Autumn, Christmas and summer are set by the ministry for each region, spring and May for a part;
 * a board may deviate and has study days besides, so it brings its own.
 */
import type { Pack } from "@groeikring/core"

const autumn = { nl: "herfstvakantie", en: "autumn holiday" }
const christmas = { name: { nl: "kerstvakantie", en: "Christmas holiday" }, from: "2025-12-20", to: "2026-01-04" }
const spring = { nl: "voorjaarsvakantie", en: "spring holiday" }
const may = { name: { nl: "meivakantie", en: "May holiday" }, from: "2026-04-25", to: "2026-05-03" }
const summer = { nl: "zomervakantie", en: "summer holiday" }
const source = {
  mark: "Known",
  at: "as on rijksoverheid.nl, school holidays 2025-2026; seen in the calendars of schools in each region"
} as const

export const holidays: ReadonlyArray<Pack.SchoolHolidays> = [
  {
    schoolYear: "2025-2026",
    region: "North",
    source,
    holidays: [
      { name: autumn, from: "2025-10-18", to: "2025-10-26" },
      christmas,
      { name: spring, from: "2026-02-21", to: "2026-03-01" },
      may,
      { name: summer, from: "2026-07-04", to: "2026-08-16" }
    ]
  },
  {
    schoolYear: "2025-2026",
    region: "Middle",
    source,
    holidays: [
      { name: autumn, from: "2025-10-18", to: "2025-10-26" },
      christmas,
      { name: spring, from: "2026-02-14", to: "2026-02-22" },
      may,
      { name: summer, from: "2026-07-18", to: "2026-08-30" }
    ]
  },
  {
    schoolYear: "2025-2026",
    region: "South",
    source,
    holidays: [
      { name: autumn, from: "2025-10-11", to: "2025-10-19" },
      christmas,
      { name: spring, from: "2026-02-14", to: "2026-02-22" },
      may,
      { name: summer, from: "2026-07-11", to: "2026-08-23" }
    ]
  }
]
