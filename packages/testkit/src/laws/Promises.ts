/** What every machine promises. */
export const promises = {
  who: "a command is not allowed exactly to those without its role",
  where: "a command is illegal exactly when it is not on the menu",
  stranger: "a stranger hears the same words whatever the state",
  declared: "a rule answers with the facts and refusals that its command declares",
  answers: "a rule always answers, and the same question gets the same answer",
  untouched: "a rule changes nothing that it is given",
  fact: "a fact carries its declared fields and no others",
  state: "a state carries its declared fields and no others",
  history: "a history adds up to its state",
  stored: "a fact comes back from storage as it went in",
  old: "an old fact is read as an event of today",
  possible: "what is said to be possible is what can be done",
  found: "a thing is found by text",
  walked: "every command can be done, and every arrow is walked"
} as const

/** One of the promises, by its name. */
export type Law = keyof typeof promises

/** A promise that is broken, and how. */
export type Breach = readonly [law: Law, detail: string]
