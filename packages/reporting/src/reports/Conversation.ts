import { type Block, facts, list, note, paragraph, section, signatures, table } from "../Document.ts"
import type { Thing } from "../Eyes.ts"
import { report } from "../Report.ts"
import type { Saying } from "../Saying.ts"
import { inBoth } from "../Words.ts"

type Talk = Thing<"Conversation">

const words = inBoth({
  nl: {
    invitation: "Uitnodiging voor een gesprek",
    agenda: "Agenda",
    report: "Gespreksverslag",
    objection: "Bezwaar tegen een beoordeling",
    employee: "Medewerker",
    leader: "Leidinggevende",
    on: "Wanneer",
    year: "Schooljaar",
    kind: "Soort gesprek",
    standing: "Hoe het ervoor staat",
    dear: (name: string) => `Beste ${name},`,
    please: (kind: string, day: string) => `Op ${day} hebben we een ${kind}.`,
    both: "Jullie zetten allebei punten op de agenda, en stellen hem samen vast.",
    oneSide: "Bij een beoordeling stelt de leidinggevende de agenda vast. Jij kunt punten toevoegen.",
    days: (n: number) => `De dag en de agenda ken je ten minste ${n} dagen van tevoren.`,
    bring: "Wat je meeneemt, kies je zelf. Wat je in je groep of in je map schreef, hoort hier alleen bij als jij het opent.",
    point: "punt",
    by: "van wie",
    noAgenda: "Er staat nog niets op de agenda.",
    evidence: "Wat de medewerker zelf meenam",
    pieces: { PortfolioEntry: "een stuk uit de map", PopGoal: "een doel uit het POP" },
    what: "Wat er besproken is",
    noReport: "Er is nog geen verslag.",
    promises: "Wat er is afgesproken",
    promise: "afspraak",
    who: "wie",
    before: "vóór",
    means: "middelen",
    kept: "nagekomen",
    yes: "ja",
    no: "nee",
    open: "open",
    noPromises: "Er is niets afgesproken.",
    minutes: (n: string) => `${n} minuten`,
    judgement: "Oordeel",
    judgementNote: "Een oordeel is in woorden. Er is geen cijfer.",
    view: "Zienswijze van de medewerker",
    noView: "Ruimte voor je eigen woorden bij dit verslag:",
    signedHow: (how: string) => `getekend voor ${how}`,
    seen: "Tekenen voor gezien is iets anders dan tekenen voor akkoord.",
    yours: "Mijn bezwaar",
    noObjection: "Ik ben het niet eens met deze beoordeling, omdat:",
    until: "Bezwaar kan tot en met",
    decision: "Beslissing",
    outcome: "Uitkomst",
    decidedBy: "Beslist door",
    notAppraisal: "Dit gesprek is geen beoordeling. Er is dus niets om bezwaar tegen te maken.",
    gone: "Van dit gesprek is niets bewaard.",
    line: "……………………………………………………………………………………"
  },
  en: {
    invitation: "Invitation to a conversation",
    agenda: "Agenda",
    report: "Report of a conversation",
    objection: "Objection to an appraisal",
    employee: "Employee",
    leader: "Leader",
    on: "When",
    year: "School year",
    kind: "Kind of conversation",
    standing: "Where it stands",
    dear: (name: string) => `Dear ${name},`,
    please: (kind: string, day: string) => `On ${day} we have this conversation: ${kind}.`,
    both: "You both put points on the agenda, and you set it together.",
    oneSide: "For an appraisal the leader sets the agenda. You can add points.",
    days: (n: number) => `You know the day and the agenda at least ${n} days before.`,
    bring: "What you bring along is your choice. What you wrote in your group or your folder comes in only when you open it.",
    point: "point",
    by: "from",
    noAgenda: "Nothing is on the agenda yet.",
    evidence: "What the employee brought along",
    pieces: { PortfolioEntry: "an entry of the folder", PopGoal: "a goal of the POP" },
    what: "What was talked about",
    noReport: "There is no report yet.",
    promises: "What was agreed",
    promise: "agreement",
    who: "who",
    before: "before",
    means: "means",
    kept: "kept",
    yes: "yes",
    no: "no",
    open: "open",
    noPromises: "Nothing was agreed.",
    minutes: (n: string) => `${n} minutes`,
    judgement: "Judgement",
    judgementNote: "A judgement is in words. There is no mark.",
    view: "The employee's view",
    noView: "Room for your own words with this report:",
    signedHow: (how: string) => `signed for ${how}`,
    seen: "Signing for seen is not signing for agreed.",
    yours: "My objection",
    noObjection: "I do not agree with this appraisal, because:",
    until: "Objection is possible until",
    decision: "Decision",
    outcome: "Outcome",
    decidedBy: "Decided by",
    notAppraisal: "This conversation is no appraisal, so there is nothing to object to.",
    gone: "Nothing of this conversation was kept.",
    line: "……………………………………………………………………………………"
  }
})
type Said = ReturnType<typeof words>

const isGone = ({ _tag }: Talk) => _tag === "Destroyed" || _tag === "Erased" || _tag === "Cancelled"

const who = (talk: Talk, { choice, day, nameOf, state }: Saying, said: Said) =>
  facts([
    [said.kind, choice("Conversation", "type", talk.type)],
    [said.employee, nameOf(talk.employeeId ?? "")],
    ...(talk.leaderId === undefined ? [] : [[said.leader, nameOf(talk.leaderId)] as const]),
    [said.on, day(talk.on)],
    [said.year, talk.schoolYear ?? "–"],
    [said.standing, state("Conversation", talk._tag)]
  ])

const agendaOf = ({ agenda = [], evidence = [] }: Talk, { nameOf }: Saying, said: Said): ReadonlyArray<Block> => [
  table({
    caption: said.agenda,
    columns: [
      { head: said.point, width: 5 },
      { head: said.by, width: 2 }
    ],
    rows: agenda.map(({ by = "", text = "–" }) => [text, nameOf(by)]),
    empty: said.noAgenda
  }),
  ...(evidence.length === 0
    ? []
    : [paragraph({ strong: said.evidence }), list(evidence.map(({ kind = "PopGoal" }) => said.pieces[kind]))])
]

const promisesOf = ({ agreements = [], kept = [], missed = [] }: Talk, { choice, day, number }: Saying, said: Said) =>
  table({
    caption: said.promises,
    columns: [
      { head: said.promise, width: 4 },
      { head: said.who, width: 2 },
      { head: said.before, width: 2 },
      { head: said.means, width: 2 },
      { head: said.kept }
    ],
    rows: agreements.map(({ before, by, euros, id = "", minutes, what = "–" }) => [
      what,
      choice("Conversation", "by", by),
      day(before),
      [minutes === undefined ? [] : said.minutes(number(minutes)), euros === undefined ? [] : `€ ${number(euros)}`]
        .flat()
        .join(", ") || "–",
      kept.includes(id) ? said.yes : missed.includes(id) ? said.no : said.open
    ]),
    empty: said.noPromises
  })

const signsOf = ({ employeeId = "", leaderId, signatures: signed = [] }: Talk, { choice, nameOf }: Saying, said: Said) =>
  signatures(
    [employeeId, ...(leaderId === undefined ? [] : [leaderId])].map((person) => {
      const sign = signed.find(({ by }) => by === person)
      return {
        name: nameOf(person),
        ...(sign !== undefined && { signed: said.signedHow(choice("Conversation", "how", sign.how)) })
      }
    })
  )

/** A document about one conversation; of one that was destroyed there is nothing to tell. */
const about = (
  title: "invitation" | "agenda" | "report" | "objection",
  names: {
    readonly name: { readonly nl: string; readonly en: string }
    readonly about: { readonly nl: string; readonly en: string }
  },
  body: (talk: Talk, saying: Saying, said: Said) => ReadonlyArray<Block>
) =>
  report<Talk>({
    ...names,
    of: "Conversation",
    read: (eyes, id) => eyes.one("Conversation", id),
    tell: (talk, saying) => {
      const said = words(saying.language)
      return {
        title: said[title],
        subtitle: `${saying.choice("Conversation", "type", talk.type)}, ${saying.nameOf(talk.employeeId ?? "")}`,
        body: isGone(talk) ? [note(said.gone)] : [who(talk, saying, said), ...body(talk, saying, said)]
      }
    }
  })

export const conversationInvitation = about(
  "invitation",
  {
    name: { nl: "uitnodiging voor een gesprek", en: "invitation to a conversation" },
    about: {
      nl: "De uitnodiging voor een gesprek, met wat je ervan mag verwachten",
      en: "The invitation to a conversation, with what to expect of it"
    }
  },
  (talk, saying, said) => {
    const isAppraisal = talk.type === "Appraisal"
    const days = isAppraisal ? talk.terms?.announceAppraisalDays : talk.terms?.announceDays
    return [
      paragraph(said.dear(saying.nameOf(talk.employeeId ?? ""))),
      paragraph(said.please(saying.choice("Conversation", "type", talk.type), saying.day(talk.on))),
      paragraph(isAppraisal ? said.oneSide : said.both),
      ...(days === undefined ? [] : [paragraph(said.days(days))]),
      paragraph(said.bring),
      paragraph(saying.nameOf(talk.leaderId ?? talk.employeeId ?? ""))
    ]
  }
)

export const conversationAgenda = about(
  "agenda",
  {
    name: { nl: "agenda van een gesprek", en: "agenda of a conversation" },
    about: { nl: "De agenda van een gesprek, van twee kanten", en: "The agenda of a conversation, from two sides" }
  },
  (talk, saying, said) => [section(said.agenda, ...agendaOf(talk, saying, said))]
)

export const conversationReport = about(
  "report",
  {
    name: { nl: "gespreksverslag", en: "report of a conversation" },
    about: {
      nl: "Het verslag van een gesprek, met afspraken, zienswijze en handtekeningen",
      en: "The report of a conversation, with agreements, the employee's view and signatures"
    }
  },
  (talk, saying, said) => [
    section(said.agenda, ...agendaOf(talk, saying, said)),
    section(said.what, paragraph(talk.text ?? said.noReport)),
    section(said.promises, promisesOf(talk, saying, said)),
    ...(talk.judgement === undefined
      ? []
      : [section(said.judgement, paragraph(talk.judgement.text ?? "–"), note(said.judgementNote))]),
    section(
      said.view,
      ...(talk.view === undefined ? [paragraph(said.noView), paragraph(said.line), paragraph(said.line)] : [paragraph(talk.view)])
    ),
    signsOf(talk, saying, said),
    note(said.seen)
  ]
)

export const objectionSlip = about(
  "objection",
  {
    name: { nl: "bezwaarformulier", en: "objection slip" },
    about: {
      nl: "Bezwaar tegen een beoordeling, en wat erop besloten is",
      en: "An objection to an appraisal, and what was decided on it"
    }
  },
  (talk, saying, said) =>
    talk.type !== "Appraisal"
      ? [note(said.notAppraisal)]
      : [
          ...(talk.objectBefore === undefined ? [] : [facts([[said.until, saying.dayOf(talk.objectBefore)]])]),
          section(
            said.yours,
            ...(talk.objection === undefined
              ? [paragraph(said.noObjection), paragraph(said.line), paragraph(said.line), paragraph(said.line)]
              : [paragraph(talk.objection)])
          ),
          ...(talk.outcome === undefined
            ? []
            : [
                section(
                  said.decision,
                  facts([
                    [said.outcome, saying.choice("Conversation", "outcome", talk.outcome)],
                    [said.decidedBy, saying.nameOf(talk.decidedBy ?? "")]
                  ]),
                  paragraph(talk.decision ?? "–")
                )
              ]),
          signatures([{ name: saying.nameOf(talk.employeeId ?? "") }])
        ]
)
