import { Effect } from "effect"
import { radar } from "../charts/Radar.ts"
import { type Block, facts, list, note, paragraph, section, signatures, table } from "../Document.ts"
import type { Thing } from "../Eyes.ts"
import { report } from "../Report.ts"
import { rowsOf } from "../Told.ts"
import { inBoth } from "../Words.ts"

interface Model {
  readonly plan: Thing<"Pop">
  readonly agreements: ReadonlyArray<Thing<"PopAgreement">>
}

const words = inBoth({
  nl: {
    title: "Persoonlijk ontwikkelingsplan",
    period: "Periode",
    who: "Wie ik ben als professional",
    noIntro: "Hier staat nog niets. Begin met één zin over jezelf in je werk.",
    goals: "Wat ik wil leren",
    noGoals: "Er staat nog geen doel in dit plan.",
    goal: (n: number) => `Doel ${n}`,
    why: "Waarom ik dit wil",
    horizon: "Tegen wanneer",
    progress: "Hoe ver ik ben",
    far: (step: number) => `stap ${step} van 4`,
    signs: "Waaraan ik het merk",
    support: "Wat mij helpt",
    shared: "Gedeeld met",
    notShared: "niemand: dit doel is alleen van mij",
    feedback: "Feedback die ik kreeg",
    about: "over",
    from: "van",
    said: "feedback",
    agreements: "Wat de school toezegt",
    what: "wat",
    before: "vóór",
    kept: "nagekomen",
    yes: "ja",
    late: "te laat",
    notYet: "nog niet",
    nothing: "Er is niets toegezegd.",
    text: "doel",
    now: "Waar ik nu sta",
    signing: "Dit wil ik leren, en dit heb ik daarvoor nodig.",
    mine: "Dit plan is van wie het schreef. Een ander leest er alleen uit wat diegene zelf deelde.",
    erased: "Dit plan is gewist. Wat erin stond is door niemand meer te lezen."
  },
  en: {
    title: "Personal development plan",
    period: "Period",
    who: "Who I am as a professional",
    noIntro: "Nothing stands here yet. Begin with one sentence about yourself in your work.",
    goals: "What I want to learn",
    noGoals: "There is no goal in this plan yet.",
    goal: (n: number) => `Goal ${n}`,
    why: "Why I want this",
    horizon: "By when",
    progress: "How far I am",
    far: (step: number) => `step ${step} of 4`,
    signs: "How I will notice",
    support: "What helps me",
    shared: "Shared with",
    notShared: "nobody: this goal is mine alone",
    feedback: "Feedback that I was given",
    about: "about",
    from: "from",
    said: "feedback",
    agreements: "What the school promises",
    what: "what",
    before: "before",
    kept: "kept",
    yes: "yes",
    late: "too late",
    notYet: "not yet",
    nothing: "Nothing was promised.",
    text: "goal",
    now: "Where I am now",
    signing: "This is what I want to learn, and what I need for it.",
    mine: "This plan belongs to whoever wrote it. Others read of it only what its owner shared.",
    erased: "This plan was erased. Nobody can read any more what was in it."
  }
})

export const pop = report<Model>({
  name: { nl: "POP", en: "POP" },
  about: {
    nl: "Je persoonlijk ontwikkelingsplan, om te bewaren en mee te nemen",
    en: "Your personal development plan, to keep and to take along"
  },
  of: "Pop",
  read: (eyes, id) =>
    Effect.gen(function* () {
      const plan = yield* eyes.one("Pop", id)
      const agreements = (yield* eyes.all("PopAgreement")).filter(({ popId }) => popId === id)
      return { plan, agreements }
    }),
  tell: ({ agreements, plan }, saying) => {
    const said = words(saying.language)
    const { day, language, nameOf } = saying
    const title = said.title
    const subtitle = nameOf(plan.ownerId ?? "")
    if (plan._tag === "Erased") return { title, subtitle, body: [note(said.erased)] }
    const goals = plan.goals ?? []
    const current = goals.filter(({ standing }) => standing !== "Deferred" && standing !== "Dropped")
    const titleOf = (goal: string | undefined) => {
      const n = goals.findIndex(({ id }) => id === goal)
      return n === -1 ? "–" : said.goal(n + 1)
    }
    const promised = agreements.flatMap(({ breached = [], delivered = [], facilities = [] }) =>
      facilities.map(({ before, goal, id = "", ...facility }) => [
        saying.facility(facility),
        titleOf(goal),
        day(before),
        delivered.includes(id) ? said.yes : breached.includes(id) ? said.late : said.notYet
      ])
    )
    const feedback = plan.feedback ?? []
    const body: Array<Block> = [
      facts([[said.period, `${day(plan.period?.from)} – ${day(plan.period?.until)}`], ...rowsOf("Pop", plan, ["_tag"], saying)]),
      section(said.who, paragraph(plan.intro ?? said.noIntro)),
      section(
        said.goals,
        ...(goals.length === 0 ? [paragraph(said.noGoals)] : []),
        ...goals.map((goal, n) =>
          section(
            `${said.goal(n + 1)}: ${goal.text ?? "–"}`,
            ...(goal.why === undefined ? [] : [paragraph({ strong: `${said.why}: ` }, goal.why)]),
            facts([
              ...rowsOf("Pop", goal, ["standing", "kind", "competence"], saying),
              [said.horizon, day(goal.horizon)],
              [said.progress, said.far(goal.progress ?? 0)],
              [said.shared, (goal.shares ?? []).map((share) => saying.openTo("Pop", share)).join("; ") || said.notShared]
            ]),
            ...((goal.signs ?? []).length === 0 ? [] : [paragraph({ strong: said.signs }), list(goal.signs ?? [])]),
            ...((goal.support ?? []).length === 0 ? [] : [paragraph({ strong: said.support }), list(goal.support ?? [])])
          )
        )
      ),
      ...(current.length === 0
        ? []
        : [
            section(
              said.now,
              radar(language, {
                caption: said.now,
                about: said.text,
                most: 4,
                arms: current.map(({ progress = null, text = "–" }) => ({ name: text, now: progress, goal: 4 }))
              })
            )
          ]),
      ...(feedback.length === 0
        ? []
        : [
            section(
              said.feedback,
              table({
                caption: said.feedback,
                columns: [{ head: said.about }, { head: said.from }, { head: said.said, width: 4 }],
                rows: feedback.map(({ by = "", goal, words: told = "–" }) => [titleOf(goal), nameOf(by), told]),
                empty: "–"
              })
            )
          ]),
      section(
        said.agreements,
        table({
          caption: said.agreements,
          columns: [{ head: said.what, width: 2 }, { head: said.text }, { head: said.before, width: 2 }, { head: said.kept }],
          rows: promised,
          empty: said.nothing
        })
      ),
      signatures(said.signing, [{ name: subtitle }]),
      note(said.mine)
    ]
    return { title, subtitle, body }
  }
})
