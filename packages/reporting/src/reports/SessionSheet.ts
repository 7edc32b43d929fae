import { facts, list, note, paragraph, section, table } from "../Document.ts"
import type { Thing } from "../Eyes.ts"
import { report } from "../Report.ts"
import { rowsOf } from "../Told.ts"
import { inBoth } from "../Words.ts"

const words = inBoth({
  nl: {
    title: "Blad van een bijeenkomst",
    attendees: "Wie er waren",
    minutes: "Duur",
    long: (n: number) => `${n} minuten`,
    method: "Methode",
    items: "Wat op het blad kwam",
    kind: "soort",
    said: "wat",
    noItems: "Er kwam niets op het blad.",
    tips: "Tips",
    noTips: "Er zijn geen tips.",
    notes: "Mijn eigen aantekeningen",
    notesNote: "Alleen jij leest dit deel.",
    purged:
      "De woorden van deze bijeenkomst zijn gewist, zoals de groep afsprak. Wat blijft: wie er waren, wanneer, en hoe lang.",
    stopped: "Deze bijeenkomst is gestopt. Alle woorden zijn meteen gewist, en niemand vraagt waarom.",
    others: "Wat er gezegd is, is alleen voor wie erbij waren.",
    off: "Deze bijeenkomst is niet gehouden.",
    coming: "Deze bijeenkomst moet nog komen."
  },
  en: {
    title: "Sheet of a meeting",
    attendees: "Who were there",
    minutes: "Length",
    long: (n: number) => `${n} minutes`,
    method: "Method",
    items: "What came on the sheet",
    kind: "kind",
    said: "what",
    noItems: "Nothing came on the sheet.",
    tips: "Tips",
    noTips: "There are no tips.",
    notes: "My own notes",
    notesNote: "You alone read this part.",
    purged: "The words of this meeting were purged, as the group agreed. What stays: who were there, when, and for how long.",
    stopped: "This meeting was stopped. All words were erased at once, and nobody asks why.",
    others: "What was said is only for those who were there.",
    off: "This meeting was not held.",
    coming: "This meeting is still to come."
  }
})

export const sessionSheet = report<Thing<"Intervision">>({
  name: { nl: "blad van een bijeenkomst", en: "sheet of a meeting" },
  about: { nl: "Wat er van een bijeenkomst bleef, en wat er is gewist", en: "What stayed of a meeting, and what was purged" },
  of: "Intervision",
  read: (eyes, id) => eyes.one("Intervision", id),
  tell: (session, saying) => {
    const { choice, day, language, packs } = saying
    const said = words(language)
    const { _tag, items, methodId, minutes, notes = [], on, tips } = session
    const method = packs.methods.find(({ id }) => id === (methodId ?? session.method?.id))
    const isGone = _tag === "Purged" || _tag === "Stopped"
    const isComing = _tag === "Planned" || _tag === "Ready"
    const isOff = _tag === "Cancelled" || _tag === "Postponed"
    return {
      title: said.title,
      subtitle: day(on),
      body: [
        facts([
          ...rowsOf("Intervision", session, ["_tag"], saying),
          ...(isComing ? [] : [[said.attendees, saying.names(session.attendees)] as const]),
          ...rowsOf("Intervision", session, ["facilitator"], saying),
          ...(minutes === undefined ? [] : [[said.minutes, said.long(minutes)] as const]),
          ...(method === undefined ? [] : [[said.method, method.name[language]] as const]),
          ...rowsOf("Intervision", session, ["caseGiver"], saying)
        ]),
        ...(isGone
          ? [note(_tag === "Purged" ? said.purged : said.stopped)]
          : isOff
            ? [note(said.off)]
            : isComing
              ? [note(said.coming)]
              : []),
        ...(items === undefined && tips === undefined && !isGone && !isOff && !isComing ? [note(said.others)] : []),
        ...(items === undefined
          ? []
          : [
              section(
                said.items,
                table({
                  caption: said.items,
                  columns: [{ head: said.kind }, { head: said.said, width: 3 }],
                  rows: items
                    .filter(({ hidden }) => hidden !== true)
                    .map(({ type, words: told = "–" }) => [choice("Intervision", "type", type), told]),
                  empty: said.noItems
                })
              )
            ]),
        ...(tips === undefined
          ? []
          : [section(said.tips, tips.length === 0 ? paragraph(said.noTips) : list(tips.map(({ words: told = "–" }) => told)))]),
        ...(notes.length === 0
          ? []
          : [section(said.notes, list(notes.map(({ words: told = "–" }) => told)), note(said.notesNote))])
      ]
    }
  }
})
