/** The form of each of the six talks: what is asked, what is agreed, and what the talk can lead to. */
import type { Language } from "../Document.ts"
import type { Thing } from "../Eyes.ts"
import { inBoth } from "../Words.ts"

type Kind = NonNullable<Thing<"Conversation">["type"]>
interface Form {
  readonly questions: readonly [string, string, string]
  /** The head above what was agreed. */
  readonly agreements: string
  /** How the two stand, and what may follow from it. */
  readonly standing: string
}

const equal = {
  nl: "Jullie praten als gelijken. Dit gesprek heeft geen gevolgen voor je positie.",
  en: "You talk as equals. This talk has no consequences for your position."
}
const forms = inBoth<{ readonly [K in Kind]: Form }>({
  nl: {
    GoalSetting: {
      questions: [
        "Waar wil je dit jaar naartoe?",
        "Waaraan merken we dat het lukt?",
        "Wat heb je ervoor nodig: tijd, geld, ruimte of iemand die meekijkt?"
      ],
      agreements: "Onze doelen, en wat ervoor nodig is",
      standing: equal.nl
    },
    Pop: {
      questions: [
        "Welk deel van je POP wil je hier bespreken?",
        "Waarom wil je juist dit leren?",
        "Wat kan de school doen om je te helpen?"
      ],
      agreements: "Het deel van het POP dat we afspreken",
      standing: `${equal.nl} Wat je niet deelt, blijft van jou.`
    },
    Progress: {
      questions: [
        "Wat gaat goed, en waar ben je trots op?",
        "Wat loopt anders dan we dachten?",
        "Wat stellen we bij, en wie doet wat?"
      ],
      agreements: "Bijgestelde afspraken",
      standing: equal.nl
    },
    Performance: {
      questions: [
        "Hoe gaat het met je werk, en met jou?",
        "Wat verwacht je van je leidinggevende en van de school?",
        "Waar werken we samen aan, het komende jaar?"
      ],
      agreements: "Afspraken over en weer",
      standing: equal.nl
    },
    Appraisal: {
      questions: [
        "Welke eisen liepen we langs, en met welke voorbeelden?",
        "Wat laat je zien in je werk?",
        "Wat vraagt nog aandacht, en wat is daarvoor nodig?"
      ],
      agreements: "Wat er na de beoordeling gebeurt",
      standing:
        "Dit is een oordeel van één kant, en het kan gevolgen hebben. Tekenen voor gezien mag altijd; bezwaar maken kan ook."
    },
    Career: {
      questions: [
        "Waar loop je warm voor, en wat geeft je werk zin?",
        "Waar zie je jezelf over een paar jaar?",
        "Welke eerste stap past daarbij?"
      ],
      agreements: "Eerste stappen",
      standing: "Dit gesprek is er omdat jij erom vroeg. Jij beslist of er iets van in het dossier komt."
    }
  },
  en: {
    GoalSetting: {
      questions: [
        "Where do you want to get to this year?",
        "How will we notice that it works?",
        "What do you need for it: time, money, room, or somebody who looks along?"
      ],
      agreements: "Our goals, and what they take",
      standing: equal.en
    },
    Pop: {
      questions: [
        "Which part of your POP do you want to talk about here?",
        "Why do you want to learn just this?",
        "What can the school do to help you?"
      ],
      agreements: "The part of the POP that we agree on",
      standing: `${equal.en} What you do not share stays yours.`
    },
    Progress: {
      questions: [
        "What goes well, and what are you proud of?",
        "What goes otherwise than we thought?",
        "What do we adjust, and who does what?"
      ],
      agreements: "Adjusted agreements",
      standing: equal.en
    },
    Performance: {
      questions: [
        "How is your work going, and how are you?",
        "What do you expect of your leader and of the school?",
        "What shall we work on together in the year to come?"
      ],
      agreements: "Agreements both ways",
      standing: equal.en
    },
    Appraisal: {
      questions: [
        "Which requirements did we go through, and with which examples?",
        "What do you show in your work?",
        "What still needs attention, and what does that take?"
      ],
      agreements: "What happens after the appraisal",
      standing:
        "This is a judgement of one side, and it can have consequences. Signing for seen is always possible; so is an objection."
    },
    Career: {
      questions: [
        "What do you warm to, and what gives your work sense?",
        "Where do you see yourself in a few years?",
        "Which first step belongs to that?"
      ],
      agreements: "First steps",
      standing: "This talk is there because you asked for it. You decide whether anything of it is filed."
    }
  }
})

/** The form of a kind of talk; of a talk of which the kind is not seen, that of a talk about the work. */
export const formOf = (language: Language, kind: Kind = "Progress"): Form => forms(language)[kind]
