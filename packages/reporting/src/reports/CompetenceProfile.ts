import { Competence } from "@groeikring/core"
import { lines } from "../charts/Lines.ts"
import { quadrant } from "../charts/Quadrant.ts"
import { capital, facts, list, note, paragraph, section, table } from "../Document.ts"
import type { Thing } from "../Eyes.ts"
import { report } from "../Report.ts"
import { rowsOf } from "../Told.ts"
import { inBoth } from "../Words.ts"

const words = inBoth({
  nl: {
    title: "Competentieprofiel",
    now: "Wat ik kan en wat ik graag doe",
    rated: "Wat ik ermee doe",
    competence: "competentie",
    applied: "in mijn werk",
    when: "gezegd op",
    none: "Er staat nog niets in dit profiel. Begin met één ding dat je graag doet.",
    grown: "Hoe het groeide",
    level: "kan ik goed",
    recognitions: "Daaraan herkennen anderen mij",
    who: "wie",
    said: "wat",
    noRecognition: "Nog niemand heeft iets gezegd dat je hebt aangenomen.",
    inside: "Wat eronder ligt",
    insideNote: "Dit deel is voor jou alleen, en gaat nooit mee met wat je deelt.",
    want: "wil",
    dare: "durf",
    warmFor: "loop ik warm voor",
    motives: "drijft mij",
    values: "vind ik belangrijk",
    selfConcept: "zo zie ik mezelf",
    open: "Voor wie dit profiel open staat",
    forNobody: "Voor niemand. Alleen jij leest dit.",
    mine: "Niemand geeft hier cijfers: dit zegt de eigenaar over zichzelf.",
    erased: "Dit profiel is gewist. Wat erin stond is door niemand meer te lezen."
  },
  en: {
    title: "Competence profile",
    now: "What I can do and what I like to do",
    rated: "What I do with it",
    competence: "competence",
    applied: "in my work",
    when: "said on",
    none: "Nothing is in this profile yet. Begin with one thing that you like to do.",
    grown: "How it grew",
    level: "good at it",
    recognitions: "What others know me by",
    who: "who",
    said: "what",
    noRecognition: "Nobody has said anything yet that you accepted.",
    inside: "What lies under it",
    insideNote: "This part is for you alone, and never goes along with what you share.",
    want: "want",
    dare: "dare",
    warmFor: "warms me",
    motives: "drives me",
    values: "matters to me",
    selfConcept: "how I see myself",
    open: "To whom this profile is open",
    forNobody: "To nobody. You alone read this.",
    mine: "Nobody gives marks here: this is what its owner says of themselves.",
    erased: "This profile was erased. Nobody can read any more what was in it."
  }
})
const inside = ["want", "dare", "warmFor", "motives", "values", "selfConcept"] as const

export const competenceProfile = report<Thing<"CompetenceProfile">>({
  name: { nl: "competentieprofiel", en: "competence profile" },
  about: {
    nl: "Wat je kunt en graag doet, met het kwadrant en hoe het groeide",
    en: "What you can do and like to do, with the quadrant and how it grew"
  },
  of: "CompetenceProfile",
  read: (eyes, id) => eyes.one("CompetenceProfile", id),
  tell: (profile, saying) => {
    const { choice, competence, dayOf, language, nameOf, packs } = saying
    const said = words(language)
    const [title, subtitle] = [said.title, nameOf(profile.ownerId ?? "")]
    if (profile._tag === "Erased") return { title, subtitle, body: [note(said.erased)] }
    const name = (ref: Parameters<typeof competence>[0]) => competence(ref, profile.personal)
    // What is rated has no words in it, so nothing of a rating can be missing where its list is there.
    const ratings = (profile.ratings ?? []) as ReadonlyArray<Competence.Rated>
    const now = Competence.current(ratings)
    const grown = now
      .map(({ ref }) => ({
        name: name(ref),
        points: Competence.lineOf(ratings, ref).flatMap(({ at, skill }) => (skill === null ? [] : [{ at, value: skill }]))
      }))
      .filter(({ points }) => points.length > 1)
    const reflections = profile.reflections ?? []
    const accepted = (profile.recognitions ?? []).filter(({ accepted }) => accepted === true)
    return {
      title,
      subtitle,
      body: [
        facts(rowsOf("CompetenceProfile", profile, ["_tag"], saying)),
        section(
          said.now,
          ...(now.length === 0
            ? [paragraph(said.none)]
            : [
                quadrant(
                  language,
                  now.map(({ fun, ref, skill }) => ({ name: name(ref), fun, skill })),
                  packs.settings.ratingThreshold
                )
              ]),
          table({
            caption: said.rated,
            columns: [
              { head: said.competence, width: 3 },
              { head: said.applied, width: 2 },
              { head: said.when, width: 2 }
            ],
            rows: now.map(({ applied, at, ref }) => [name(ref), choice("CompetenceProfile", "applied", applied), dayOf(at)]),
            empty: said.none
          })
        ),
        ...(grown.length === 0
          ? []
          : [
              section(
                said.grown,
                lines(language, {
                  caption: said.grown,
                  about: said.competence,
                  when: said.when,
                  level: said.level,
                  empty: said.none,
                  between: [1, 5],
                  lines: grown
                })
              )
            ]),
        section(
          said.recognitions,
          table({
            caption: said.recognitions,
            columns: [{ head: said.who }, { head: said.competence, width: 2 }, { head: said.said, width: 4 }],
            rows: accepted.map(({ by = "", ref, words: told = "–" }) => [nameOf(by), name(ref), told]),
            empty: said.noRecognition
          })
        ),
        ...(reflections.length === 0
          ? []
          : [
              section(
                said.inside,
                ...reflections.map((reflection) =>
                  facts(
                    inside.flatMap((field) =>
                      reflection[field] === undefined ? [] : [[said[field], reflection[field]] as const]
                    )
                  )
                ),
                note(said.insideNote)
              )
            ]),
        section(
          said.open,
          (profile.grants ?? []).length === 0
            ? paragraph(said.forNobody)
            : list((profile.grants ?? []).map((grant) => capital(saying.openTo("CompetenceProfile", grant))))
        ),
        note(said.mine)
      ]
    }
  }
})
