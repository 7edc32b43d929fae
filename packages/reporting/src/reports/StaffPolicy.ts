import { Indicators, overviews } from "@groeikring/core"
import { Effect } from "effect"
import { capital, facts, note, paragraph, section, sentence, table } from "../Document.ts"
import type { Thing } from "../Eyes.ts"
import { report } from "../Report.ts"
import { inBoth } from "../Words.ts"

type Seen = Effect.Success<ReturnType<typeof overviews.IpbProgramme.read>>
type Share = Seen["plans"]
interface Model {
  readonly seen: Seen
  readonly themes: ReadonlyArray<Thing<"IpbTheme">>
  readonly groupPlans: ReadonlyArray<Thing<"GopText">>
}

const words = inBoth({
  nl: {
    title: "Ons personeelsbeleid in samenhang",
    standing: "Waar we staan",
    horizon: "termijn",
    activeGroups: "groepen die draaien",
    plans: "collega’s met een POP dat loopt",
    talks: "gesprekken die gehouden zijn",
    chain: "Thema’s, en waar ze vandaan komen",
    theme: "thema",
    state: "stand",
    origin: "herkomst",
    needs: "behoeften",
    groupPlans: "uit groepsplan",
    sessions: "bijeenkomsten",
    noThemes: "Er is nog geen thema.",
    numbers: "Hoe het gaat",
    what: "wat",
    share: "deel",
    of: "van",
    when: "kijk ernaar",
    nothing: "nog niets",
    tooFew: "te weinig om te tonen",
    horizons: { Always: "altijd", MidTerm: "op middellange termijn", LongTerm: "op lange termijn" },
    indicators: {
      rhythm: "bijeenkomsten die doorgingen",
      competences: "bijeenkomsten waarin een competentie aan bod kwam",
      followUp: "plannen waarop de eerstvolgende keer is teruggekeken",
      hours: "collega’s met uren voor ontwikkeling in de jaartaak",
      reRostered: "verdrongen momenten die op tijd een nieuwe datum kregen",
      pauses: "professionele pauzes die doorgingen",
      livingPop: "collega’s die zeggen dat hun POP leeft",
      promises: "toezeggingen van de school die op tijd zijn nagekomen",
      origins: "aangenomen thema’s die ook uit het team komen"
    },
    mix: "Hoe plannen uitpakten",
    mixOf: (count: string) => `Van ${count} plannen samen. Geen van de vier is een mislukking.`,
    promise: "Geen van deze getallen gaat over een persoon, en geen ervan is een doel. Wat te weinig mensen raakt, staat er niet."
  },
  en: {
    title: "How our staff policy hangs together",
    standing: "Where we stand",
    horizon: "horizon",
    activeGroups: "groups that run",
    plans: "colleagues with a personal plan that runs",
    talks: "talks that were held",
    chain: "Themes, and where they come from",
    theme: "theme",
    state: "standing",
    origin: "origin",
    needs: "needs",
    groupPlans: "from group plan",
    sessions: "sessions",
    noThemes: "There is no theme yet.",
    numbers: "How it goes",
    what: "what",
    share: "share",
    of: "of",
    when: "to look at",
    nothing: "nothing yet",
    tooFew: "too few to show",
    horizons: { Always: "always", MidTerm: "in the middle term", LongTerm: "in the long term" },
    indicators: {
      rhythm: "sessions that were held",
      competences: "sessions that touched a competence",
      followUp: "plans that were looked back on the first time after",
      hours: "colleagues with hours for development in the year task",
      reRostered: "displaced moments that got another date in time",
      pauses: "professional pauses that were held",
      livingPop: "colleagues who say that their personal plan lives",
      promises: "promises of the school that were kept in time",
      origins: "adopted themes that come from the team too"
    },
    mix: "How plans turned out",
    mixOf: (count: string) => `Of ${count} plans together. None of the four is a failure.`,
    promise: "None of these numbers is about a person, and none is a target. What concerns too few people is not here."
  }
})

const names = ["rhythm", "competences", "followUp", "hours", "reRostered", "pauses", "livingPop", "promises", "origins"] as const
const outcomes = ["DoneWorked", "DoneDifferently", "TriedNotWorked", "NotTried"] as const

export const staffPolicy = report<Model>({
  name: { nl: "personeelsbeleid", en: "staff policy" },
  about: {
    nl: "Voor de school: hoe thema’s, plannen, gesprekken en tijd samenhangen, in getallen zonder personen",
    en: "For the school: how themes, plans, talks and time hang together, in numbers without persons"
  },
  of: "Programme",
  read: (eyes, id) =>
    Effect.gen(function* () {
      return {
        seen: yield* eyes.overview(overviews.IpbProgramme, id),
        themes: yield* eyes.all("IpbTheme"),
        groupPlans: yield* eyes.all("GopText")
      }
    }),
  tell: ({ groupPlans, seen, themes }, { choice, language, number, percent, schoolYear, state }) => {
    const said = words(language)
    const untold = ({ _tag }: { readonly _tag: string }) => (_tag === "NothingYet" ? said.nothing : said.tooFew)
    const told = (share: Share): readonly [string, string] =>
      share._tag === "Told" ? [percent(share.share), number(share.of)] : [untold(share), "–"]
    const inFacts = (share: Share) => told(share)[0]
    const textOf = (id: string) => themes.find((theme) => theme.id === id)?.text ?? id
    const goalsOf = (id: string) =>
      groupPlans
        .find((plan) => plan.id === id)
        ?.goals?.map(({ text }) => text ?? id)
        .join("; ") ?? id
    const {
      indicators: { mix, on: _on, schoolYear: _schoolYear, ...shares }
    } = seen
    return {
      title: said.title,
      subtitle: capital(schoolYear(seen.schoolYear)),
      body: [
        section(
          said.standing,
          facts([
            [said.horizon, state("Programme", seen.horizon)],
            [said.activeGroups, number(seen.activeGroups)],
            [said.plans, inFacts(seen.plans)],
            [said.talks, inFacts(seen.talks)]
          ])
        ),
        section(
          said.chain,
          table({
            caption: said.chain,
            columns: [
              { head: said.theme, width: 3 },
              { head: said.state, width: 2 },
              { head: said.origin, width: 2 },
              { head: said.needs, width: 2 },
              { head: said.groupPlans, width: 3 },
              { head: said.sessions, width: 2, isNumber: true }
            ],
            rows: seen.themes.map((theme) => [
              textOf(theme.theme),
              state("IpbTheme", theme.state),
              theme.origins.map((origin) => choice("IpbTheme", "origins", origin)).join(", "),
              theme.needs.map((need) => choice("IpbTheme", "needs", need)).join(", ") || "–",
              theme.groupPlans.map(goalsOf).join("; ") || "–",
              theme.sessions
            ]),
            empty: said.noThemes
          })
        ),
        section(
          said.numbers,
          table({
            caption: said.numbers,
            columns: [
              { head: said.what, width: 4 },
              { head: said.share, width: 2 },
              { head: said.of },
              { head: said.when, width: 2 }
            ],
            rows: names.map((name) => [said.indicators[name], ...told(shares[name]), said.horizons[Indicators.horizons[name]]]),
            empty: sentence(said.nothing)
          })
        ),
        section(
          said.mix,
          ...(mix._tag === "Told"
            ? [
                paragraph(said.mixOf(number(mix.of))),
                facts(outcomes.map((outcome) => [choice("Pap", "outcome", outcome), percent(mix.shares[outcome])] as const))
              ]
            : [paragraph(sentence(untold(mix)))])
        ),
        note(said.promise)
      ]
    }
  }
})
