import { capital, facts, list, note, paragraph, section, signatures } from "../Document.ts"
import type { Thing } from "../Eyes.ts"
import { report } from "../Report.ts"
import { rowsOf } from "../Told.ts"
import { inBoth } from "../Words.ts"

const words = inBoth({
  nl: {
    title: "Samenwerkingsafspraak",
    members: "Wie erbij is",
    trust: "Wat hier gezegd wordt",
    rhythm: "Ritme",
    meetings: (n: number, minutes: number) => `${n} bijeenkomsten van ${minutes} minuten`,
    intervision: "Intervisie",
    minutes: (n: number) => `${n} minuten per bijeenkomst`,
    hours: "Uren in de jaartaak",
    hoursOf: (n: string) => `${n} uur per persoon`,
    terms: "Zo werken we",
    signed: "getekend",
    agreed: (year: string) => `Dit spraken we met elkaar af voor ${year}.`,
    rituals: "Wat we elke keer doen",
    opening: "Zo beginnen we",
    celebration: "Zo vieren we een succes",
    closing: "Zo sluiten we af",
    none: "De groep heeft nog niets afgesproken. Begin met wat er nodig is om vrij te praten.",
    hidden: "De woorden van deze afspraak zijn voor de leden van de groep.",
    ended: "Deze groep is klaar. Haar afspraak is opgeruimd.",
    version: (n: number) => `Versie ${n}. Verandert de afspraak, dan tekent iedereen opnieuw.`
  },
  en: {
    title: "Working agreement",
    members: "Who is in it",
    trust: "What is said here",
    rhythm: "Rhythm",
    meetings: (n: number, minutes: number) => `${n} meetings of ${minutes} minutes`,
    intervision: "Intervision",
    minutes: (n: number) => `${n} minutes a meeting`,
    hours: "Hours in the year task",
    hoursOf: (n: string) => `${n} hours a person`,
    terms: "How we work",
    signed: "signed",
    agreed: (year: string) => `This is what we agreed with each other for ${year}.`,
    rituals: "What we do every time",
    opening: "How we begin",
    celebration: "How we celebrate a success",
    closing: "How we end",
    none: "The group has agreed on nothing yet. Begin with what it takes to speak freely.",
    hidden: "The words of this agreement are for the members of the group.",
    ended: "This group is done. Its agreement was cleared away.",
    version: (n: number) => `Version ${n}. When the agreement changes, everybody signs again.`
  }
})

export const workingAgreement = report<Thing<"PopGroup">>({
  name: { nl: "samenwerkingsafspraak", en: "working agreement" },
  about: { nl: "Wat een POP-groep met elkaar afsprak, met wie er tekende", en: "What a POP-group agreed on, and who signed" },
  of: "PopGroup",
  read: (eyes, id) => eyes.one("PopGroup", id),
  tell: ({ _tag, agreement, grantedHours, members, schoolYear, signedBy = [], type }, saying) => {
    const said = words(saying.language)
    const { choice, nameOf, number } = saying
    const isOver = _tag === "Closing" || _tag === "Dissolved"
    const terms = agreement
    const rituals = (["opening", "celebration", "closing"] as const).flatMap((ritual) => {
      const done = terms?.rituals?.[ritual]
      return done === undefined ? [] : [[said[ritual], done] as const]
    })
    return {
      title: said.title,
      subtitle: `${capital(choice("PopGroup", "type", type))}, ${saying.schoolYear(schoolYear)}`,
      body: [
        section(said.members, list((members ?? []).map(nameOf))),
        ...(terms === undefined
          ? [note(isOver ? said.ended : _tag === "Forming" ? said.none : said.hidden)]
          : [
              section(said.trust, paragraph(terms.confidentiality ?? said.hidden)),
              section(
                said.terms,
                facts([
                  [said.rhythm, said.meetings(terms.rhythm?.sessions ?? 0, terms.rhythm?.sessionMinutes ?? 0)],
                  [said.intervision, terms.intervisionMinutes == null ? "–" : said.minutes(terms.intervisionMinutes)],
                  ...rowsOf("PopGroup", terms, ["papScope", "rotation", "absenceRule"], saying),
                  [said.hours, said.hoursOf(number(grantedHours ?? 0))]
                ])
              ),
              ...(rituals.length > 0 ? [section(said.rituals, facts(rituals))] : []),
              signatures(
                said.agreed(saying.schoolYear(schoolYear)),
                (members ?? []).map((person) => ({
                  name: nameOf(person),
                  ...(signedBy.includes(person) && { signed: said.signed })
                }))
              ),
              note(said.version(terms.version ?? 1))
            ])
      ]
    }
  }
})
