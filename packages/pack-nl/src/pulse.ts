/**
 * What the programme looks for, and how it may ask. The pulse is in our own words. Of the questionnaires of others there
 * are names and terms only: no item of theirs is in here.
 */
import type { Pack } from "@groeikring/core"

export const scales: ReadonlyArray<Pack.Scale> = [
  { id: "Autonomy", name: { nl: "autonomie: zelf kunnen kiezen", en: "autonomy: one's own choices" } },
  { id: "Relatedness", name: { nl: "relatie: tijd en contact met elkaar", en: "relatedness: time and contact with others" } },
  { id: "Competence", name: { nl: "competentie: iets kunnen en groeien", en: "competence: being able, and growing" } },
  { id: "SelfWorth", name: { nl: "zelfwaardering: gewaardeerd worden", en: "self-worth: being valued" } },
  {
    id: "Result1",
    name: { nl: "meer zelfvertrouwen en zelfbewustzijn, en trots", en: "more self-confidence and self-awareness, and pride" }
  },
  {
    id: "Result2",
    name: {
      nl: "verantwoordelijk voor je eigen ontwikkeling, leren en loopbaan",
      en: "responsible for one's own development, learning and career"
    }
  },
  { id: "Result3", name: { nl: "elkaar ondersteunen", en: "supporting each other" } },
  { id: "Result4", name: { nl: "plezier, enthousiasme en steun in het werk", en: "joy, enthusiasm and support at work" } },
  { id: "LivingPop", name: { nl: "een POP dat leeft", en: "a living personal plan" } }
]

export const pulses: ReadonlyArray<Pack.Pulse> = [
  {
    id: "pop-puls",
    name: { nl: "POP-puls", en: "POP pulse" },
    answers: [
      { value: 1, name: { nl: "helemaal niet", en: "not at all" } },
      { value: 2, name: { nl: "weinig", en: "little" } },
      { value: 3, name: { nl: "enigszins", en: "somewhat" } },
      { value: 4, name: { nl: "veel", en: "much" } },
      { value: 5, name: { nl: "helemaal", en: "entirely" } }
    ],
    items: [
      {
        id: "q1",
        scale: "Autonomy",
        text: {
          nl: "Ik kan in mijn werk zelf keuzes maken binnen de afspraken van de school.",
          en: "In my work I can make my own choices within the school’s agreements."
        }
      },
      {
        id: "q2",
        scale: "Relatedness",
        text: {
          nl: "Ik sta er niet alleen voor; er is echt tijd voor elkaar.",
          en: "I do not stand alone; there is real time for each other."
        }
      },
      {
        id: "q3",
        scale: "Competence",
        text: {
          nl: "Ik werk aan dingen die net haalbaar voor me zijn en merk dat ik groei.",
          en: "I work on things just within reach and notice that I grow."
        }
      },
      {
        id: "q4",
        scale: "SelfWorth",
        text: { nl: "Ik voel me gewaardeerd om wat ik bijdraag.", en: "I feel valued for what I contribute." }
      },
      {
        id: "q5",
        scale: "Result1",
        text: {
          nl: "Ik kan mijn sterke en zwakke kanten goed benoemen.",
          en: "I can name my strong and weak sides well."
        }
      },
      {
        id: "q6",
        scale: "Result1",
        text: {
          nl: "Ik ben trots op iets wat me de laatste weken is gelukt.",
          en: "I am proud of something I achieved in recent weeks."
        }
      },
      {
        id: "q7",
        scale: "Result2",
        text: { nl: "Ik stuur mijn eigen ontwikkeling en loopbaan.", en: "I steer my own development and career." }
      },
      {
        id: "q8",
        scale: "Result2",
        text: {
          nl: "Ik heb na de laatste bijeenkomst echt iets anders geprobeerd.",
          en: "After the last meeting I really tried something different."
        }
      },
      {
        id: "q9",
        scale: "Result3",
        text: {
          nl: "Collega’s helpen mij verder met vragen uit mijn werk.",
          en: "Colleagues help me forward with questions from my work."
        }
      },
      {
        id: "q10",
        scale: "Result3",
        text: { nl: "Ik help collega’s verder met hun vragen.", en: "I help colleagues forward with their questions." }
      },
      { id: "q11", scale: "Result4", text: { nl: "Ik heb plezier in mijn werk.", en: "I enjoy my work." } },
      { id: "q12", scale: "Result4", text: { nl: "Ik voel me gesteund in mijn werk.", en: "I feel supported in my work." } }
    ],
    extra: [
      {
        id: "living-pop",
        scale: "LivingPop",
        text: { nl: "Mijn POP leeft: ik doe er echt iets mee.", en: "My POP lives: I really do something with it." }
      }
    ],
    months: [10, 2, 6],
    caveat: {
      nl: "Een korte, niet gevalideerde puls: om over in gesprek te gaan, niet om iets te bewijzen.",
      en: "A short pulse that was not validated: meant for conversation, not for proof."
    },
    validFrom: "2025-08-01",
    source: { mark: "Own", at: "our own words" }
  }
]

export const instruments: ReadonlyArray<Pack.Instrument> = [
  {
    id: "bpnsfs",
    name: "Basic Psychological Need Satisfaction and Frustration Scale",
    measures: ["Autonomy", "Relatedness", "Competence"],
    needsLicence: true,
    licence: {
      nl: "vrij voor onderzoek; voor ander gebruik toestemming van het Center for Self-Determination Theory",
      en: "free for academic use; other use needs the permission of the Center for Self-Determination Theory"
    },
    source: { mark: "Found", at: "https://selfdeterminationtheory.org" }
  },
  {
    id: "w-bns",
    name: "Work-related Basic Need Satisfaction scale",
    measures: ["Autonomy", "Relatedness", "Competence"],
    needsLicence: true,
    licence: { nl: "niet gevonden: vraag de auteurs", en: "not found: ask the authors" },
    source: { mark: "Found", at: "Van den Broeck et al. 2010, JOOP 83, 981-1002" }
  },
  {
    id: "uwes",
    name: "Utrecht Work Engagement Scale (17, 9 or 3 items)",
    measures: ["Result4"],
    needsLicence: true,
    licence: {
      nl: "vrij voor onderzoek zonder winst; anders toestemming",
      en: "free for non-commercial research, else permission"
    },
    source: { mark: "Known", at: "manual by Schaufeli and Bakker" }
  },
  {
    id: "tses",
    name: "Teachers' Sense of Efficacy Scale (24 or 12 items)",
    measures: ["Result1"],
    needsLicence: true,
    licence: {
      nl: "vrij in te zien; noem de auteurs, en vraag hun voor gebruik in een product",
      en: "open access; credit the authors, and ask them for use in a product"
    },
    source: { mark: "Found", at: "https://edinstruments.org" }
  },
  {
    id: "obse",
    name: "Organization-Based Self-Esteem (10 items)",
    measures: ["SelfWorth", "Result1"],
    needsLicence: true,
    licence: { nl: "van Pierce et al. 1989: vraag het", en: "of Pierce et al. 1989: ask" },
    source: { mark: "Found", at: "Wikibooks, Handbook of Management Scales" }
  },
  {
    id: "edmondson-7",
    name: "Psychological safety in teams (7 items)",
    measures: ["Result3"],
    needsLicence: true,
    licence: { nl: "rechten van het tijdschrift", en: "copyright of the journal" },
    source: { mark: "Found", at: "Edmondson 1999" }
  }
]
