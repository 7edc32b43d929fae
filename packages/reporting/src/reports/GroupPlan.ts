import { Effect, Option } from "effect"
import { bars } from "../charts/Bars.ts"
import { type Block, facts, list, note, paragraph, section, table } from "../Document.ts"
import type { AsSeen, Thing } from "../Eyes.ts"
import { report } from "../Report.ts"
import type { Saying } from "../Saying.ts"
import { inBoth } from "../Words.ts"

interface Agreed {
  readonly text: Thing<"GopText">
  /** The plan behind it, for the members of the group. */
  readonly plan: Option.Option<Thing<"Gop">>
  readonly themes: ReadonlyArray<Thing<"IpbTheme">>
}
type Goal = NonNullable<Thing<"GopText">["goals"]>[number]

const words = inBoth({
  nl: {
    title: "Groepsontwikkelingsplan",
    draft: "Werkblad van ons plan",
    actions: "Wat we doen",
    sign: "Zo zien we dat het lukt",
    before: "Uiterlijk",
    themes: "Hoort bij",
    noGoals: "In dit plan staat nog geen doel.",
    past: "Dit plan is afgerond. Wat afgesproken was, blijft te lezen.",
    only: "Dit is wat de groep samen afsprak. Wie wat inbracht, blijft in de groep.",
    board: "Wat we kunnen en wat we willen leren",
    boardRow: "competentie",
    have: "kan het",
    talent: "kan het en doet het graag",
    need: "wil erin groeien",
    noBoard: (sharers: number) => `Het bord is nog leeg. Een rij komt er pas als ten minste ${sharers} van jullie haar openen.`,
    sources: "Wat we inbrachten",
    kind: "soort",
    what: "wat",
    by: "van wie",
    noSources: "Er is nog niets ingebracht. Begin met een doel uit je POP, of met iets wat lukte.",
    offers: "Wat we elkaar kunnen geven",
    noOffers: "Er is nog geen aanbod. Waar loop jij warm voor?",
    proposal: "Ons voorstel",
    noProposal: "Er ligt nog geen tekst.",
    said: "Wie ja zei",
    yes: "ja",
    notYet: "nog niet",
    who: "wie",
    objections: "Wie bezwaar heeft",
    objection: "waarom",
    ours: "Dit blad blijft in de groep. Pas als iedereen van wie het is ja zegt, gaat de tekst naar buiten."
  },
  en: {
    title: "Group development plan",
    draft: "Worksheet of our plan",
    actions: "What we do",
    sign: "How we see that it works",
    before: "Before",
    themes: "Belongs to",
    noGoals: "There is no goal in this plan yet.",
    past: "This plan is done. What was agreed can still be read.",
    only: "This is what the group agreed together. Who brought what stays in the group.",
    board: "What we can do and what we want to learn",
    boardRow: "competence",
    have: "can do it",
    talent: "can do it and likes to",
    need: "wants to grow in it",
    noBoard: (sharers: number) => `The board is empty. A row appears when at least ${sharers} of you open it.`,
    sources: "What we brought",
    kind: "kind",
    what: "what",
    by: "from",
    noSources: "Nothing was brought yet. Begin with a goal of your POP, or with something that worked.",
    offers: "What we can give each other",
    noOffers: "There is no offer yet. What do you warm to?",
    proposal: "Our proposal",
    noProposal: "There is no text yet.",
    said: "Who said yes",
    yes: "yes",
    notYet: "not yet",
    who: "who",
    objections: "Who objects",
    objection: "why",
    ours: "This sheet stays in the group. Only when everybody whose it is says yes does the text leave it."
  }
})

/** A goal with what shows that it works: the same before and after it was agreed. */
const goalOf = (goal: Goal, before: string | undefined, themes: Agreed["themes"], saying: Saying): Block => {
  const said = words(saying.language)
  const belongs = (goal.themes ?? []).map((id) => themes.find((theme) => theme.id === id)?.text ?? saying.called(id))
  return section(
    goal.text ?? "–",
    ...((goal.actions ?? []).length === 0 ? [] : [paragraph({ strong: said.actions }), list(goal.actions ?? [])]),
    facts([
      [said.sign, goal.sign ?? "–"],
      ...(before === undefined ? [] : [[said.before, saying.day(before)] as const]),
      ...(belongs.length === 0 ? [] : [[said.themes, belongs.join("; ")] as const])
    ])
  )
}
const deadlineIn = (plan: AsSeen<{ deadlines?: ReadonlyArray<{ goal: string; before: string }> }>, goal: string | undefined) =>
  plan.deadlines?.find((one) => one.goal === goal)?.before

export const groupPlan = report<Agreed>({
  name: { nl: "groepsplan (GOP)", en: "group plan (GOP)" },
  about: {
    nl: "Wat een groep samen wil leren, zoals afgesproken, op één blad",
    en: "What a group wants to learn together, as agreed, on one page"
  },
  of: "GopText",
  read: (eyes, id) =>
    Effect.gen(function* () {
      const text = yield* eyes.one("GopText", id)
      return {
        text,
        plan: yield* Effect.option(eyes.one("Gop", text.gopId ?? id)),
        themes: yield* eyes.all("IpbTheme")
      }
    }),
  tell: ({ plan, text, themes }, saying) => {
    const said = words(saying.language)
    const goals = text.goals ?? []
    const behind = Option.getOrUndefined(plan)
    return {
      title: said.title,
      subtitle: `${saying.called(text.groupId)}, ${saying.schoolYear(text.schoolYear)}`,
      body: [
        ...(goals.length === 0 ? [paragraph(said.noGoals)] : []),
        ...goals.map((goal) => goalOf(goal, behind === undefined ? undefined : deadlineIn(behind, goal.id), themes, saying)),
        ...(text._tag === "Past" ? [note(said.past)] : []),
        note(said.only)
      ]
    }
  }
})

export const groupWorksheet = report<Omit<Agreed, "text" | "plan"> & { readonly plan: Thing<"Gop"> }>({
  name: { nl: "werkblad van het groepsplan", en: "worksheet of the group plan" },
  about: {
    nl: "Voor de groep zelf: wat jullie kunnen, inbrengen en voorstellen",
    en: "For the group itself: what you can do, bring and propose"
  },
  of: "Gop",
  read: (eyes, id) => Effect.all({ plan: eyes.one("Gop", id), themes: eyes.all("IpbTheme") }),
  tell: ({ plan, themes }, saying) => {
    const said = words(saying.language)
    const { choice, competence, nameOf } = saying
    const { board = [], consented, contributors = [], goals, groupId, objections = [], offers = [], sources = [] } = plan
    return {
      title: said.draft,
      subtitle: `${saying.called(groupId)}, ${saying.schoolYear(plan.schoolYear)}, ${saying.state("Gop", plan._tag)}`,
      body: [
        section(
          said.board,
          board.length === 0
            ? paragraph(said.noBoard(saying.packs.settings.sharersAtLeast))
            : bars(saying.language, {
                caption: said.board,
                about: said.boardRow,
                series: [said.have, said.talent, said.need],
                rows: board.map(({ have = 0, need = 0, ref, talent = 0 }) => ({
                  name: competence(ref),
                  values: [have, talent, need]
                })),
                nothing: said.noBoard(saying.packs.settings.sharersAtLeast)
              })
        ),
        section(
          said.sources,
          table({
            caption: said.sources,
            columns: [{ head: said.kind }, { head: said.what, width: 3 }, { head: said.by }],
            rows: sources.map(({ by = "", competence: ref, kind, ref: thing, text }) => [
              choice("Gop", "kind", kind),
              text ?? (ref === undefined ? saying.called(thing) : competence(ref)),
              nameOf(by)
            ]),
            empty: said.noSources
          })
        ),
        section(
          said.offers,
          table({
            caption: said.offers,
            columns: [{ head: said.by }, { head: said.what, width: 4 }],
            rows: offers.map(({ by = "", competence: ref, text }) => [nameOf(by), text ?? competence(ref)]),
            empty: said.noOffers
          })
        ),
        section(
          said.proposal,
          ...((goals ?? []).length === 0
            ? [paragraph(said.noProposal)]
            : (goals ?? []).map((goal) => goalOf(goal, deadlineIn(plan, goal.id), themes, saying)))
        ),
        ...(consented === undefined
          ? []
          : [
              table({
                caption: said.said,
                columns: [{ head: said.who }, { head: said.yes }],
                rows: contributors.map((person) => [nameOf(person), consented.includes(person) ? said.yes : said.notYet]),
                empty: said.noSources
              })
            ]),
        ...(objections.length === 0
          ? []
          : [
              table({
                caption: said.objections,
                columns: [{ head: said.who }, { head: said.objection, width: 4 }],
                rows: objections.map(({ by = "", text = "–" }) => [nameOf(by), text]),
                empty: "–"
              })
            ]),
        note(said.ours)
      ]
    }
  }
})
