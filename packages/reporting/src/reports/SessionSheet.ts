import { facts, list, note, paragraph, section, table } from "../Document.ts"
import type { Thing } from "../Eyes.ts"
import { report } from "../Report.ts"
import { inBoth } from "../Words.ts"

const words = inBoth({
  nl: {
    title: "Blad van een bijeenkomst",
    attendees: "Wie er waren",
    facilitator: "Gespreksleider",
    minutes: "Duur",
    long: (n: number) => `${n} minuten`,
    method: "Methode",
    caseGiver: "Inbrenger",
    standing: "Hoe het ervoor staat",
    items: "Wat op het blad kwam",
    kind: "soort",
    said: "wat",
    noItems: "Er kwam niets op het blad.",
    tips: "Tips",
    noTips: "Er zijn geen tips.",
    notes: "Mijn eigen aantekeningen",
    notesNote: "Alleen jij leest dit deel.",
    purged: "De woorden van deze bijeenkomst zijn gewist, zoals de groep afsprak. Wie er waren, wanneer en hoe lang is gebleven.",
    stopped: "Deze bijeenkomst is gestopt. Alle woorden zijn meteen gewist, en niemand vraagt waarom.",
    others: "Wat er gezegd is, is alleen voor wie erbij waren.",
    off: "Deze bijeenkomst is niet gehouden."
  },
  en: {
    title: "Sheet of a meeting",
    attendees: "Who were there",
    facilitator: "Facilitator",
    minutes: "Length",
    long: (n: number) => `${n} minutes`,
    method: "Method",
    caseGiver: "Case giver",
    standing: "Where it stands",
    items: "What came on the sheet",
    kind: "kind",
    said: "what",
    noItems: "Nothing came on the sheet.",
    tips: "Tips",
    noTips: "There are no tips.",
    notes: "My own notes",
    notesNote: "You alone read this part.",
    purged: "The words of this meeting were purged, as the group agreed. Who were there, when and how long has stayed.",
    stopped: "This meeting was stopped. All words were erased at once, and nobody asks why.",
    others: "What was said is only for those who were there.",
    off: "This meeting was not held."
  }
})

export const sessionSheet = report<Thing<"Intervision">>({
  name: { nl: "blad van een bijeenkomst", en: "sheet of a meeting" },
  about: { nl: "Wat er van een bijeenkomst bleef, en wat er is gewist", en: "What stayed of a meeting, and what was purged" },
  of: "Intervision",
  read: (eyes, id) => eyes.one("Intervision", id),
  tell: (session, { choice, day, language, nameOf, names, packs, state }) => {
    const said = words(language)
    const { _tag, attendees, caseGiver, facilitator, items, methodId, minutes, notes = [], on, tips } = session
    const method = packs.methods.find(({ id }) => id === (methodId ?? session.method?.id))
    const isGone = _tag === "Purged" || _tag === "Stopped"
    const isOff = _tag === "Cancelled" || _tag === "Postponed"
    return {
      title: said.title,
      subtitle: day(on),
      body: [
        facts([
          [said.standing, state("Intervision", _tag)],
          [said.attendees, names(attendees)],
          ...(facilitator === undefined ? [] : [[said.facilitator, nameOf(facilitator)] as const]),
          ...(minutes === undefined ? [] : [[said.minutes, said.long(minutes)] as const]),
          ...(method === undefined ? [] : [[said.method, method.name[language]] as const]),
          ...(caseGiver === undefined ? [] : [[said.caseGiver, nameOf(caseGiver)] as const])
        ]),
        ...(isGone ? [note(_tag === "Purged" ? said.purged : said.stopped)] : isOff ? [note(said.off)] : []),
        ...(items === undefined && tips === undefined && !isGone && !isOff ? [note(said.others)] : []),
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
