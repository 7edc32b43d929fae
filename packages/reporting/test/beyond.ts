/** What reports are made of and the stories do not tell: an objection before the summer, what a programme has, and two pulses of the whole school. */
import { pack } from "@groeikring/pack-nl"
import type { Line } from "./zwaluw.ts"

const [anneke, bram, carla, dirk, esra, femke] = ["p-anneke", "p-bram", "p-carla", "p-dirk", "p-esra", "p-femke"]
const middle = [anneke, bram, carla, dirk, esra, femke] as const
const others = ["p-hilde", "p-iris", "p-joke", "p-kees", "p-lies"]
const by =
  (machine: string, id: string) =>
  (as: string, at: string, does: string, payload: object = {}) => ({
    machine,
    id,
    as,
    at: `${at}:00+01:00`,
    do: does,
    ...payload
  })

const requirements = pack.frameworks.find(({ id }) => id === "bekwaamheidseisen-2017-po")!
const version = { framework: requirements.id, version: 1 }
const framework = by("CompetenceFramework", requirements.id)
const entry = by("PortfolioEntry", "map-bram/nee-gezegd")
const second = by("Conversation", "functionering-bram-2")
const appraisal = by("Conversation", "beoordeling-bram")
const programme = by("Programme", "groeien-2025")

/** A pulse of the whole school: how many of each unit answer, and what. */
const pulse = (id: string, month: string, middleAnswers: ReadonlyArray<number>, otherAnswers: ReadonlyArray<number>) => {
  const { id: instrument, items } = pack.pulses[0]!
  const [measure, box] = [by("Pulse", id), by("PulseAnswers", id)]
  const given = [
    ...middleAnswers.map((value, n) => [`midden-${n}`, value]),
    ...otherAnswers.map((value, n) => [`rond-${n}`, value])
  ]
  return [
    measure("p-kees", `${month}-01T09:00`, "Design", {
      schoolYear: "2025-2026",
      instrument,
      items: items.map(({ id, scale }) => ({ id, scale })),
      units: [
        { id: "middenbouw", people: middle },
        { id: "directie-en-ondersteuning", people: others }
      ]
    }),
    measure("p-lies", `${month}-02T09:00`, "Consent", { document: "brief-pmr-puls" }),
    measure("p-kees", `${month}-03T09:00`, "Open"),
    box("p-kees", `${month}-03T09:05`, "DrawTokens", {
      tokens: [
        { unit: "middenbouw", tokens: middle.map((_, n) => `midden-${n}`) },
        { unit: "directie-en-ondersteuning", tokens: others.map((_, n) => `rond-${n}`) }
      ]
    }),
    ...given.map(([token, value]) =>
      box(femke, `${month}-04T12:00`, "Answer", {
        token,
        values: Object.fromEntries(items.map(({ id }, n) => [id, Math.min(5, Math.max(1, Number(value) + (n % 3) - 1))]))
      })
    ),
    measure("p-kees", `${month}-10T09:00`, "Close")
  ]
}

export const beyond: ReadonlyArray<Line> = [
  framework("p-kees", "2025-09-01T09:00", "Draft", {
    ...version,
    name: requirements.name,
    basis: requirements.basis,
    kind: "Functional",
    validFrom: "2017-08-01",
    source: "Stb. 2017, 148",
    usedForAppraisal: true,
    replacedBy: [],
    competences: requirements.competences.map(({ behaviours, core, functions = [], id, kind, name }) => ({
      id,
      kind,
      name,
      core,
      behaviours,
      functions
    }))
  }),
  framework("p-kees", "2025-09-01T09:05", "Submit"),
  framework("p-lies", "2025-09-08T09:00", "Consent", { on: "2025-09-08", document: "brief-pmr-kader" }),
  framework("p-kees", "2025-09-09T09:00", "Publish"),
  entry(bram, "2026-02-20T20:00", "MarkForCompetenceFile", { requirement: { competence: "bke-2", of: version } }),

  second("p-bram", "2026-02-20T09:00", "Plan", {
    type: "Performance",
    employeeId: bram,
    leaderId: "p-hilde",
    schoolYear: "2025-2026",
    on: "2026-03-05"
  }),
  second("p-hilde", "2026-02-20T09:10", "AddAgendaItem", { item: "taken", text: "de verdeling van de taken" }),
  second("p-hilde", "2026-02-20T09:11", "SetAgenda"),
  second("p-bram", "2026-02-20T09:12", "SetAgenda"),
  second("p-hilde", "2026-03-05T16:00", "RecordHeld", { present: [bram, "p-hilde"] }),
  appraisal("p-hilde", "2026-03-09T09:00", "Plan", {
    type: "Appraisal",
    employeeId: bram,
    leaderId: "p-hilde",
    schoolYear: "2025-2026",
    on: "2026-04-21"
  }),
  appraisal("p-hilde", "2026-03-09T09:05", "AddAgendaItem", { item: "eisen", text: "de bekwaamheidseisen, een voor een" }),
  appraisal("p-bram", "2026-03-10T20:00", "AddAgendaItem", { item: "groep", text: "de samenstelling van groep 4" }),
  appraisal("p-hilde", "2026-03-11T09:00", "SetAgenda"),
  appraisal("p-hilde", "2026-04-21T16:00", "RecordHeld", { present: [bram, "p-hilde"] }),
  appraisal("p-hilde", "2026-04-23T09:00", "RecordJudgement", {
    framework: version,
    text: "Bram voldoet aan wat van een leraar gevraagd wordt. Klassenmanagement heeft nog aandacht nodig."
  }),
  appraisal("p-hilde", "2026-04-23T09:30", "DraftReport", {
    text: "We liepen de eisen langs, met Brams voorbeelden ernaast.",
    agreements: []
  }),
  appraisal("p-bram", "2026-04-24T20:00", "Respond", { view: "Mijn voorbeelden staan er goed in. Over orde denk ik anders." }),
  appraisal("p-bram", "2026-04-27T20:00", "Sign", { how: "Seen" }),
  appraisal("p-hilde", "2026-04-28T09:00", "Sign", { how: "Agreed" }),
  appraisal("p-bram", "2026-05-06T20:00", "Object", {
    objection: "Er is dit jaar één les bezocht, en die was op de laatste dag voor de vakantie."
  }),
  appraisal("p-kees", "2026-05-07T09:00", "NameDecider", { decider: "p-iris" }),

  ...(
    [
      ["HoursAgreed", "Present"],
      ["SessionsRostered", "Present"],
      ["PausesRostered", "Planned"],
      ["CycleConsented", "Present"],
      ["PortfolioOpen", "Present"],
      ["FrameworkPublished", "Present"]
    ] as const
  ).map(([part, condition]) => programme("p-hilde", "2025-11-03T09:00", "MarkInfrastructure", { part, condition })),
  ...pulse("puls-okt", "2025-10", [2, 3, 3, 3, 4, 3], [3, 3, 4, 2, 3]),
  ...pulse("puls-jun", "2026-06", [4, 4, 4, 3, 4, 5], [4, 3, 4, 4, 4]),
  // A new group, with its rituals.
  {
    machine: "PopGroup",
    id: "g-nieuw",
    as: "p-dirk",
    at: "2026-06-20T12:00:00+02:00",
    do: "Form",
    type: "Other",
    schoolYear: "2025-2026",
    sponsor: "p-hilde"
  },
  {
    machine: "PopGroup",
    id: "g-nieuw",
    as: "p-dirk",
    at: "2026-06-20T12:01:00+02:00",
    do: "DraftAgreement",
    confidentiality: "Wat hier gezegd wordt, blijft hier.",
    rhythm: { sessions: 4, sessionMinutes: 60 },
    intervisionMinutes: 30,
    papScope: "Everyone",
    rotation: "Draw",
    absenceRule: "ByPhone",
    rituals: { opening: "Eerst koffie.", celebration: "Wie iets lukte, slaat op de gong." }
  }
]
