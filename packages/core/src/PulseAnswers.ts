/**
 * PulseAnswers — the raw answers of one pulse, under the id of that pulse. Everybody answers once with a token that says
 * nothing of who holds it; the fact has no author, and nobody may read this. What was answered is sealed like the words of
 * a person, under the token. Only the k gate counts it, and then it goes, for good and in every copy.
 */
import { Schema } from "effect"
import * as Machine from "./Machine.ts"
import * as Private from "./Private.ts"
import { seenBy } from "./Privacy.ts"
import { Answers } from "./Pulse.ts"
import { refusal } from "./Refusal.ts"
import { Id, People } from "./Vocabulary.ts"

// What it is about --------------------------------------------------------------

/** Tokens are drawn by chance where they are handed out, as slips from a hat: nobody writes down who drew which. */
const Tokens = Schema.Struct({ unit: Id, tokens: Schema.Array(Id) })
const Asked = Schema.Struct({
  open: Schema.Boolean,
  items: Schema.Array(Id),
  units: Schema.Array(Schema.Struct({ unit: Id, people: Schema.Int })),
  reported: Schema.Boolean
})
const Values = Answers.fields.values
/** What was answered, a value per question, as no rule can read it: the key is of the token. */
const sealing = { class: "P0", subject: "token" } as const
const given = { token: Id, unit: Id, said: Private.text({ ...sealing, max: 2000 }) }
const collected = { left: Schema.Array(Tokens), answers: Schema.Array(Schema.Struct(given)) }

// Why not -----------------------------------------------------------------------

export class PulseNotOpen extends refusal("PulseNotOpen", "This pulse takes no answers now. Wait until it opens, or for the next one.") {}
export class TokensDoNotFit extends refusal(
  "TokensDoNotFit",
  "There is one token for everybody who is invited, each of them different. Draw them again."
) {}
export class UnknownToken extends refusal("UnknownToken", "This token is not of this pulse. Look at your slip again.") {}
export class AnsweredAlready extends refusal("AnsweredAlready", "With this token somebody answered already, and that counts once. You need not do anything.") {}
export class NotAsked extends refusal("NotAsked", "There is an answer to something that was not asked. Answer the questions of this pulse.") {}
export class AnswersStillKept extends refusal(
  "AnswersStillKept",
  "The answers are kept until they are counted. Wait for the report."
) {}

// Lifecycle ---------------------------------------------------------------------

export const PulseAnswersLifecycle = Machine.lifecycle("PulseAnswers", {
  roles: { Hr: "hr", Member: "members", Invited: "invited" },
  // Nobody: what comes out has passed the gate.
  seenBy: seenBy("PulseAnswers"),
  needs: { hr: People, members: People, invited: People, asked: Asked },
  states: { Collected: collected, Purged: {} },
  events: {
    TokensDrawn: { from: ["Start"], to: "Collected", payload: { tokens: Schema.Array(Tokens) } },
    AnswerGiven: { from: ["Collected"], to: "Same", payload: given, anonymous: true },
    AnswersPurged: { from: ["Collected"], to: "Purged", forgets: true }
  },
  commands: {
    DrawTokens: {
      by: ["Hr", "Member"],
      emits: ["TokensDrawn"],
      needs: ["asked"],
      refuses: [PulseNotOpen, TokensDoNotFit],
      payload: { tokens: Schema.Array(Tokens) }
    },
    /** A question that is left out was not applicable. */
    Answer: {
      by: ["Invited"],
      emits: ["AnswerGiven"],
      needs: ["asked"],
      refuses: [PulseNotOpen, UnknownToken, AnsweredAlready, NotAsked],
      payload: { token: Id, values: Values }
    },
    Purge: { by: ["System"], emits: ["AnswersPurged"], needs: ["asked"], refuses: [AnswersStillKept] }
  }
})

// Rules -------------------------------------------------------------------------

const fit = (tokens: ReadonlyArray<typeof Tokens["Type"]>, { units }: typeof Asked["Type"]) => {
  const all = tokens.flatMap(({ tokens }) => tokens)
  return new Set(all).size === all.length && tokens.length === units.length &&
    units.every(({ people, unit }) => tokens.find((one) => one.unit === unit)?.tokens.length === people)
}

export const PulseAnswers = Machine.make(PulseAnswersLifecycle, {
  decide: {
    DrawTokens: (_, { tokens }, { asked }) =>
      !asked.open ? new PulseNotOpen() : !fit(tokens, asked) ? new TokensDoNotFit() : { _tag: "TokensDrawn", tokens },
    Answer: ({ answers, left }, { token, values }, { asked }) => {
      const of = left.find(({ tokens }) => tokens.includes(token))
      return !asked.open ? new PulseNotOpen()
        : answers.some((one) => one.token === token) ? new AnsweredAlready()
        : of === undefined ? new UnknownToken()
        : !Object.keys(values).every((item) => asked.items.includes(item)) ? new NotAsked()
        : { _tag: "AnswerGiven", unit: of.unit, token, said: Private.words(sealing, written(values)) }
    },
    Purge: (_, __, { asked }) => (asked.reported ? { _tag: "AnswersPurged" } : new AnswersStillKept())
  },
  evolve: {
    TokensDrawn: (_, { tokens }) => ({ left: tokens, answers: [] }),
    // Tokens were drawn by chance, so that the place of an answer tells nothing of when it came.
    AnswerGiven: ({ answers, left }, { said, token, unit }) => ({
      left: left.map((one) => ({ ...one, tokens: one.tokens.filter((other) => other !== token) })),
      answers: [...answers, { token, unit, said }].toSorted((one, other) => (one.token < other.token ? -1 : 1))
    }),
    AnswersPurged: () => ({})
  }
})

const written = Schema.encodeSync(Schema.fromJsonString(Values))
/** What somebody answered, of the words in which it was sealed. */
export const valuesOf = Schema.decodeSync(Schema.fromJsonString(Values))
