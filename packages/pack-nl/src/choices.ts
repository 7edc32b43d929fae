/** Which method for which question (domain 3.3): the ones to think of first, and then. */
import type { Method } from "@groeikring/core"

export const choices: ReadonlyArray<Method.Choice> = [
  {
    id: "one-event",
    about: { nl: "één gebeurtenis: wat had ik kunnen doen?", en: "one concrete event: what could I have done?" },
    first: ["incident"],
    second: ["five-steps", "tietze"]
  },
  {
    id: "what-is-it",
    about: { nl: "ik weet niet wat het probleem is", en: "I do not know what the problem is" },
    first: ["problem-core"],
    second: ["ten-steps", "kollegiale-fallberatung-8"]
  },
  {
    id: "a-relation",
    about: { nl: "een relatie die me raakt", en: "a relation that touches me" },
    first: ["balint"],
    second: ["reflecting-team", "case-clinic"]
  },
  {
    id: "a-pattern",
    about: { nl: "mijn overtuigingen, een patroon dat terugkomt", en: "my convictions, a recurring pattern" },
    first: ["u-procedure"],
    second: ["socratic-questions"]
  },
  {
    id: "yes-but",
    about: { nl: "ik zeg steeds “ja, maar”", en: "I keep saying “yes, but”" },
    first: ["gossip"],
    second: ["reflecting-team"]
  },
  {
    id: "it-went-well",
    about: { nl: "iets wat goed ging", en: "something that went well" },
    first: ["learning-from-success"],
    second: ["troika"]
  },
  {
    id: "a-piece-of-work",
    about: { nl: "een stuk werk: een les, een POP, een plan", en: "a piece of work: a lesson, a POP, a plan" },
    first: ["tuning"],
    second: ["nsrf-consultancy"]
  },
  {
    id: "a-dilemma",
    about: { nl: "een dilemma zonder goed antwoord", en: "a dilemma without an answer" },
    first: ["nsrf-consultancy"],
    second: ["case-clinic"]
  },
  {
    id: "how-we-work",
    about: { nl: "hoe wij werken: visie, of een IPB-thema", en: "how we work: vision, or an IPB theme" },
    first: ["socratic-dialogue"],
    second: ["six-phases"]
  },
  {
    id: "half-an-hour",
    about: { nl: "er is maar een half uur", en: "there is only half an hour" },
    first: ["troika"],
    second: ["tietze"]
  },
  {
    id: "learning-to-ask",
    about: { nl: "leren vragen stellen", en: "learning to ask" },
    first: ["action-learning"],
    second: ["ten-steps"]
  }
]
