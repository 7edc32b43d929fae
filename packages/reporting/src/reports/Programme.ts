import { Effect } from "effect"
import { capital, facts, list, note, paragraph, section, table } from "../Document.ts"
import type { Thing } from "../Eyes.ts"
import { report } from "../Report.ts"
import type { Saying } from "../Saying.ts"
import { inBoth } from "../Words.ts"

interface Overview {
  readonly programme: Thing<"Programme">
  readonly moments: ReadonlyArray<Thing<"RosteredMoment">>
  readonly themes: ReadonlyArray<Thing<"IpbTheme">>
}

const words = inBoth({
  nl: {
    overview: "Het programma in het kort",
    checklist: "Wat ervoor nodig is",
    standing: "Hoe ver we zijn",
    schools: "Scholen",
    bureau: "Bureau",
    hope: "Waar we op hopen",
    bounds: "Binnen deze grenzen kiezen mensen zelf",
    minutes: "Tijd per persoon",
    euros: "Geld per persoon",
    frameworks: "Kaders",
    themes: "Thema's",
    free: "geen grens",
    kickoff: "De start",
    noKickoff: "De startbijeenkomst moet nog komen.",
    on: "Wanneer",
    instruction: "Uitleg",
    practice: "Eerste ronde",
    long: (n: number) => `${n} minuten`,
    numbers: "Hoe het loopt",
    what: "wat",
    count: "aantal",
    of: (some: number, all: number) => `${some} van ${all}`,
    sessions: "bijeenkomsten gehouden van wat in het rooster stond",
    pauses: "professionele pauzes gehouden van wat in het rooster stond",
    again: "verschoven momenten die een nieuwe dag kregen",
    team: "vastgestelde thema's die (ook) uit het team komen",
    noNumbers: "Er is nog niets in het rooster, en er is nog geen thema.",
    noPerson: "Deze getallen gaan over het rooster en de thema's. Niemand is erin te vinden, en ze zijn geen doel op zich.",
    next: "Wat nu",
    evaluated: "Het team keek terug op dit deel. De volgende stap kan.",
    notEvaluated: "Het team kijkt eerst samen terug op dit deel.",
    agenda: (n: number) => (n === 1 ? "Op de agenda staat één puls." : `Op de agenda staan ${n} pulsen.`),
    embedded: "Dit hoort nu bij de school.",
    stopped: "Dit programma is gestopt. Wat mensen voor zichzelf maakten, is van hen gebleven.",
    part: "onderdeel",
    condition: "stand",
    asks: "wat het vraagt",
    tick: "klaar",
    yes: "ja",
    todo: "Nog te doen",
    done: "Alles staat er. Houden zo.",
    breaches: (n: number, days: number) =>
      n === 0
        ? `Geen enkel moment bleef liggen. Een verschoven moment krijgt binnen ${days} dagen een nieuwe dag.`
        : n === 1
          ? `Eén moment kreeg niet binnen ${days} dagen een nieuwe dag.`
          : `${n} momenten kregen niet binnen ${days} dagen een nieuwe dag.`,
    explained: {
      HoursAgreed: "in elke jaartaak staan uren om te groeien, met een handtekening van twee kanten",
      SessionsRostered: "alle bijeenkomsten van alle groepen staan voor het hele jaar in het rooster",
      PausesRostered: "pauzes zonder agenda, met tijd voor elkaar, staan in het rooster",
      CycleConsented: "de PMR stemde in met de regeling voor gesprekken",
      PortfolioOpen: "ieder heeft een map die van henzelf is",
      FrameworkPublished: "er is een lijst competenties om over werk te praten"
    }
  },
  en: {
    overview: "The programme in short",
    checklist: "What it takes",
    standing: "How far we are",
    schools: "Schools",
    bureau: "Bureau",
    hope: "What we hope for",
    bounds: "Within these bounds people choose for themselves",
    minutes: "Time for each",
    euros: "Money for each",
    frameworks: "Frameworks",
    themes: "Themes",
    free: "no bound",
    kickoff: "The start",
    noKickoff: "The kickoff has yet to come.",
    on: "When",
    instruction: "Instruction",
    practice: "First round",
    long: (n: number) => `${n} minutes`,
    numbers: "How it goes",
    what: "what",
    count: "number",
    of: (some: number, all: number) => `${some} of ${all}`,
    sessions: "meetings held of those in the roster",
    pauses: "professional pauses held of those in the roster",
    again: "displaced moments that got another day",
    team: "adopted themes that come from the team (too)",
    noNumbers: "Nothing is in the roster yet, and there is no theme yet.",
    noPerson:
      "These numbers are about the roster and the themes. Nobody can be found in them, and they are no goal in themselves.",
    next: "What now",
    evaluated: "The team looked back on this part. The next step can be made.",
    notEvaluated: "The team looks back on this part together first.",
    agenda: (n: number) => (n === 1 ? "One pulse is on the agenda." : `${n} pulses are on the agenda.`),
    embedded: "This is part of the school now.",
    stopped: "This programme was stopped. What people made for themselves is still theirs.",
    part: "part",
    condition: "standing",
    asks: "what it asks",
    tick: "done",
    yes: "yes",
    todo: "Still to do",
    done: "All of it is there. Keep it so.",
    breaches: (n: number, days: number) =>
      n === 0
        ? `Not one moment was left. A displaced moment gets another day within ${days} days.`
        : n === 1
          ? `One moment got no other day within ${days} days.`
          : `${n} moments got no other day within ${days} days.`,
    explained: {
      HoursAgreed: "every year task has hours to grow, signed from two sides",
      SessionsRostered: "all meetings of all groups are in the roster for the whole year",
      PausesRostered: "pauses without an agenda, with time for each other, are in the roster",
      CycleConsented: "the staff part of the council consented to the regulation of conversations",
      PortfolioOpen: "everybody has a folder of their own",
      FrameworkPublished: "there is a list of competences to speak about work"
    }
  }
})

type Part = keyof NonNullable<Thing<"Programme">["infrastructure"]>
const parts = Object.keys(words("nl").explained) as ReadonlyArray<Part>
const standing = ({ infrastructure = {} }: Thing<"Programme">, part: Part) => infrastructure[part] ?? "Missing"

/** Each part of the infrastructure, and how it stands. */
const partsOf = (programme: Thing<"Programme">, { choice }: Saying) =>
  parts.map((part) => ({
    part,
    name: choice("Programme", "part", part),
    condition: choice("Programme", part, standing(programme, part)),
    isThere: standing(programme, part) === "Present"
  }))

export const programme = report<Overview>({
  name: { nl: "programma-overzicht", en: "programme overview" },
  about: {
    nl: "Voor de school: waar het programma staat, en hoe het loopt",
    en: "For the school: where the programme stands, and how it goes"
  },
  of: "Programme",
  read: (eyes, id) =>
    Effect.gen(function* () {
      const programme = yield* eyes.one("Programme", id)
      const moments = (yield* eyes.all("RosteredMoment")).filter(({ schoolYear }) => schoolYear === programme.schoolYear)
      return { programme, moments, themes: yield* eyes.all("IpbTheme") }
    }),
  tell: ({ moments, programme, themes }, saying) => {
    const said = words(saying.language)
    const { called, choice, day, euros, language, packs, state } = saying
    const { agenda = [], bounds = {}, bureau, evaluation, expectedResults = [], kickoff, schools = [] } = programme
    const isOver = programme._tag === "Embedded" || programme._tag === "Stopped"
    const rostered = moments.filter(({ _tag }) => _tag !== "Proposed")
    const held = (type: string) => {
      const all = rostered.filter((moment) => moment.type === type)
      return [all.filter(({ _tag }) => _tag === "Held").length, all.length] as const
    }
    const moved = rostered.filter(({ displacedAt }) => displacedAt !== undefined)
    const adopted = themes.filter(({ _tag }) => ["Adopted", "Active", "Evaluated", "Closed"].includes(_tag))
    const numbers = [
      [said.sessions, ...held("Session")],
      [said.pauses, ...held("Pause")],
      [said.again, moved.filter(({ _tag }) => _tag === "Rostered" || _tag === "Held").length, moved.length],
      [said.team, adopted.filter(({ origins = [] }) => origins.includes("Team")).length, adopted.length]
    ] as const
    const named = (names: ReadonlyArray<string> | undefined) => names?.join(", ") || said.free
    return {
      title: said.overview,
      subtitle: capital(saying.schoolYear(programme.schoolYear)),
      body: [
        facts([
          [said.standing, state("Programme", programme._tag)],
          [said.schools, schools.map(called).join(", ") || "–"],
          ...(bureau === undefined ? [] : [[said.bureau, called(bureau)] as const])
        ]),
        section(said.hope, list(expectedResults.map((one) => capital(choice("Programme", "expectedResults", one))))),
        section(
          said.bounds,
          facts([
            [said.minutes, bounds.minutes === undefined ? said.free : saying.hours(bounds.minutes)],
            [said.euros, bounds.euros === undefined ? said.free : euros(bounds.euros)],
            [
              said.frameworks,
              named(bounds.frameworks?.map((id) => packs.frameworks.find((one) => one.id === id)?.name[language] ?? called(id)))
            ],
            [said.themes, named(bounds.themes?.map((id) => themes.find((theme) => theme.id === id)?.text ?? called(id)))]
          ])
        ),
        section(
          said.kickoff,
          kickoff === null || kickoff === undefined
            ? paragraph(said.noKickoff)
            : facts([
                [said.on, day(kickoff.on)],
                [said.instruction, said.long(kickoff.instructionMinutes ?? 0)],
                [said.practice, said.long(kickoff.practiceMinutes ?? 0)]
              ])
        ),
        section(
          said.checklist,
          table({
            caption: said.checklist,
            columns: [{ head: said.part, width: 3 }, { head: said.condition }],
            rows: partsOf(programme, saying).map(({ condition, name }) => [name, condition]),
            empty: "–"
          })
        ),
        section(
          said.numbers,
          table({
            caption: said.numbers,
            columns: [{ head: said.what, width: 4 }, { head: said.count }],
            rows: numbers.flatMap(([name, some, all]) => (all === 0 ? [] : [[name, said.of(some, all)]])),
            empty: said.noNumbers
          }),
          note(said.noPerson)
        ),
        section(
          said.next,
          paragraph(
            programme._tag === "Embedded"
              ? said.embedded
              : programme._tag === "Stopped"
                ? said.stopped
                : evaluation === null || evaluation === undefined
                  ? said.notEvaluated
                  : said.evaluated
          ),
          ...(isOver || agenda.length === 0 ? [] : [paragraph(said.agenda(agenda.length))])
        )
      ]
    }
  }
})

export const infrastructure = report<Thing<"Programme">>({
  name: { nl: "checklist voorwaarden", en: "infrastructure checklist" },
  about: {
    nl: "Voor de school: wat ervoor nodig is om te groeien, om af te vinken",
    en: "For the school: what it takes to grow, to tick off"
  },
  of: "Programme",
  read: (eyes, id) => eyes.one("Programme", id),
  tell: (programme, saying) => {
    const said = words(saying.language)
    const all = partsOf(programme, saying)
    const todo = all.filter(({ isThere }) => !isThere)
    return {
      title: said.checklist,
      subtitle: capital(saying.schoolYear(programme.schoolYear)),
      body: [
        table({
          caption: said.checklist,
          columns: [
            { head: said.part, width: 3 },
            { head: said.asks, width: 5 },
            { head: said.condition, width: 2 },
            { head: said.tick }
          ],
          rows: all.map(({ condition, isThere, name, part }) => [name, said.explained[part], condition, isThere ? said.yes : ""]),
          empty: "–"
        }),
        section(
          said.todo,
          todo.length === 0 ? paragraph(said.done) : list(todo.map(({ condition, name }) => `${capital(name)}: ${condition}`)),
          paragraph(said.breaches(programme.breaches ?? 0, saying.packs.settings.reRosterDays))
        )
      ]
    }
  }
})
