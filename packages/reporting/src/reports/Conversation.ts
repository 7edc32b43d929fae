import {
  capital,
  type Block,
  type Facts,
  facts,
  list,
  note,
  pageBreak,
  paragraph,
  room,
  section,
  signatures,
  table
} from "../Document.ts"
import type { Thing } from "../Eyes.ts"
import { report } from "../Report.ts"
import type { Saying } from "../Saying.ts"
import { rowsOf } from "../Told.ts"
import { formOf } from "./TalkForms.ts"
import { words } from "./TalkWords.ts"

type Talk = Thing<"Conversation">

type Said = ReturnType<typeof words>

const isAppraisal = ({ type }: Talk) => type === "Appraisal"
const isGone = ({ _tag }: Talk) => _tag === "Destroyed" || _tag === "Erased" || _tag === "Cancelled"

const who = (talk: Talk, saying: Saying, more: Facts["rows"] = []) =>
  facts([...rowsOf("Conversation", talk, ["type", "employeeId", "leaderId", "on", "schoolYear"], saying), ...more])
const standing = (talk: Talk, saying: Saying) => rowsOf("Conversation", talk, ["_tag"], saying)

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

const promisesOf = ({ agreements = [], kept = [], missed = [], type }: Talk, saying: Saying, said: Said) => {
  const { choice, day, language } = saying
  return table({
    caption: formOf(language, type).agreements,
    columns: [
      { head: said.promise, width: 4 },
      { head: said.who, width: 2 },
      { head: said.before, width: 2 },
      { head: said.means, width: 2 },
      { head: said.kept, width: 2 }
    ],
    rows: agreements.map(({ before, by, euros, id = "", minutes, what = "–" }) => [
      what,
      choice("Conversation", "by", by),
      day(before),
      [
        ...(minutes === undefined ? [] : [saying.facility({ kind: "Minutes", amount: minutes })]),
        ...(euros === undefined ? [] : [saying.facility({ kind: "Money", amount: euros })])
      ].join(", ") || "–",
      kept.includes(id) ? said.yes : missed.includes(id) ? said.no : said.open
    ]),
    empty: said.noPromises
  })
}

/** Who has not signed yet can still write; afterwards there is no room any more. */
const viewOf = ({ employeeId, signatures: signed = [], view }: Talk, said: Said): ReadonlyArray<Block> =>
  view !== undefined
    ? [paragraph(view)]
    : signed.some(({ by }) => by === employeeId)
      ? [paragraph(said.noViewGiven)]
      : [paragraph(said.noView), room(3)]

const signsOf = (talk: Talk, saying: Saying, said: Said) => {
  const { employeeId = "", leaderId, on, signatures: signed = [], type } = talk
  const { choice, nameOf } = saying
  return signatures(
    said.signing(choice("Conversation", "type", type), saying.day(on)),
    [employeeId, ...(leaderId === undefined ? [] : [leaderId])].map((person) => {
      const sign = signed.find(({ by }) => by === person)
      return {
        name: nameOf(person),
        ...(sign !== undefined && { signed: said.signedHow(choice("Conversation", "how", sign.how)) })
      }
    })
  )
}

/** A document about one conversation; of one that was destroyed there is nothing to tell. */
const about = (
  title: "invitation" | "agenda" | "report" | "objection",
  names: {
    readonly name: { readonly nl: string; readonly en: string }
    readonly about: { readonly nl: string; readonly en: string }
  },
  body: (talk: Talk, saying: Saying, said: Said) => ReadonlyArray<Block>,
  suits: (talk: Talk) => boolean = () => true
) =>
  report<Talk>({
    ...names,
    suits: (talk) => !isGone(talk) && suits(talk),
    of: "Conversation",
    read: (eyes, id) => eyes.one("Conversation", id),
    tell: (talk, saying) => {
      const said = words(saying.language)
      const kind = saying.choice("Conversation", "type", talk.type)
      return {
        title: title === "report" ? said.report(kind) : said[title],
        subtitle:
          title === "report" ? saying.nameOf(talk.employeeId ?? "") : `${capital(kind)}, ${saying.nameOf(talk.employeeId ?? "")}`,
        body: isGone(talk) ? [note(said.gone)] : body(talk, saying, said)
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
    const days = isAppraisal(talk) ? talk.terms?.announceAppraisalDays : talk.terms?.announceDays
    return [
      who(talk, saying),
      paragraph(said.dear(saying.nameOf(talk.employeeId ?? ""))),
      paragraph(said.please(saying.choice("Conversation", "type", talk.type), saying.day(talk.on))),
      paragraph(isAppraisal(talk) ? said.oneSide : said.both),
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
  (talk, saying, said) => [who(talk, saying), ...agendaOf(talk, saying, said)]
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
  (talk, saying, said) => {
    const form = formOf(saying.language, talk.type)
    const yields = saying.packs.conversationTypes.find(({ id }) => id === talk.type)?.yields[saying.language]
    const isWritten = talk.text !== undefined
    return [
      who(talk, saying, standing(talk, saying)),
      ...(yields === undefined ? [] : [section(said.aim, paragraph(`${capital(yields)}.`), note(form.standing))]),
      section(said.agenda, ...agendaOf(talk, saying, said)),
      // What is written already is the report; until then there are the questions of this kind of talk, with room for answers.
      talk.text === undefined
        ? section(said.what, ...form.questions.flatMap((question) => [paragraph({ strong: question }), room(4)]))
        : section(said.what, paragraph(talk.text)),
      ...(isWritten ? [] : [pageBreak]),
      ...(isAppraisal(talk)
        ? [section(said.judgement, paragraph(talk.judgement?.text ?? said.noJudgement), note(said.judgementNote))]
        : []),
      section(form.agreements, isWritten ? promisesOf(talk, saying, said) : room(5)),
      section(said.view, ...viewOf(talk, said)),
      note(said.seen),
      signsOf(talk, saying, said)
    ]
  }
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
    !isAppraisal(talk)
      ? [note(said.notAppraisal)]
      : [
          who(talk, saying, [
            ...standing(talk, saying),
            ...(talk.objectBefore === undefined ? [] : [[said.until, saying.dayOf(talk.objectBefore)] as const])
          ]),
          section(
            said.yours,
            ...(talk.objection === undefined ? [paragraph(said.noObjection), room(8)] : [paragraph(talk.objection)])
          ),
          ...(talk.outcome === undefined
            ? []
            : [
                section(
                  said.decision,
                  facts(rowsOf("Conversation", talk, ["outcome", "decidedBy"], saying)),
                  paragraph(talk.decision ?? "–")
                )
              ]),
          signatures(said.objecting(saying.day(talk.on)), [{ name: saying.nameOf(talk.employeeId ?? "") }])
        ],
  isAppraisal
)
