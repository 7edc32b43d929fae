import { facts, note, paragraph, section } from "../Document.ts"
import type { Thing } from "../Eyes.ts"
import { report } from "../Report.ts"
import { inBoth } from "../Words.ts"

const words = inBoth({
  nl: {
    title: "Actieplan",
    card: "Mijn plan",
    fold: "Vouw de onderste helft naar achteren, en dan de linkerhelft. Zo past het in je agenda.",
    situation: "In deze situatie",
    behaviour: "Dan doe ik dit",
    sign: "Zo merk ik dat het werkt",
    first: "De eerste keer",
    occasion: "Eerste gelegenheid",
    lookBack: "We kijken terug op",
    buddy: "Maatje",
    standing: "Hoe het ervoor staat",
    back: "Terugkijken",
    outcome: "Hoe het ging",
    learned: "Wat ik ervan leerde",
    open: "Vul dit in als je het hebt geprobeerd.",
    competence: "Competentie",
    nothing: "Nog niet ingevuld."
  },
  en: {
    title: "Action plan",
    card: "My plan",
    fold: "Fold the lower half back, and then the left half. So it fits in your diary.",
    situation: "In this situation",
    behaviour: "I will do this",
    sign: "How I will notice that it works",
    first: "The first time",
    occasion: "First occasion",
    lookBack: "We look back on",
    buddy: "Buddy",
    standing: "Where it stands",
    back: "Looking back",
    outcome: "How it went",
    learned: "What I learned from it",
    open: "Fill this in when you have tried it.",
    competence: "Competence",
    nothing: "Not filled in yet."
  }
})

/** To write on. */
const line = "……………………"

export const pap = report<Thing<"Pap">>({
  name: { nl: "PAP-kaart", en: "PAP card" },
  about: { nl: "Je actieplan als boekje van A6, om te vouwen", en: "Your action plan as an A6 booklet, to fold" },
  of: "Pap",
  read: (eyes, id) => eyes.one("Pap", id),
  tell: (plan, { choice, competence, day, nameOf, state, language }) => {
    const said = words(language)
    const owner = nameOf(plan.ownerId ?? "")
    const isOpen = plan.outcome === undefined
    return {
      title: said.title,
      subtitle: owner,
      isCards: true,
      isFolded: true,
      body: [
        section(
          said.card,
          paragraph({ strong: owner }),
          facts([
            [said.competence, competence(plan.competenceRef === undefined ? undefined : { competence: plan.competenceRef })],
            ...(plan.buddy === undefined ? [] : [[said.buddy, nameOf(plan.buddy)] as const]),
            [said.lookBack, day(plan.dueSession?.on)],
            [said.standing, state("Pap", plan._tag)]
          ]),
          note(said.fold)
        ),
        section(
          said.situation,
          paragraph(plan.situation ?? said.nothing),
          paragraph({ strong: said.behaviour }),
          paragraph(plan.newBehaviour ?? said.nothing)
        ),
        section(
          said.first,
          facts([[said.occasion, day(plan.firstOccasion)]]),
          paragraph({ strong: said.sign }),
          paragraph(plan.sign ?? said.nothing)
        ),
        section(
          said.back,
          ...(isOpen ? [paragraph(said.open)] : []),
          facts([
            [said.outcome, isOpen ? line : choice("Pap", "outcome", plan.outcome)],
            [said.learned, isOpen ? line : (plan.learned ?? said.nothing)]
          ])
        )
      ]
    }
  }
})
