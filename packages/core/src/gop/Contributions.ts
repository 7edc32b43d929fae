/** Who brought what, what a goal is made of, and whose yes it takes. */
import { unique } from "../Vocabulary.ts"
import type { Goal, Offer, Source } from "./Plan.ts"

interface Brought {
  readonly sources: ReadonlyArray<Source>
  readonly offers: ReadonlyArray<Offer>
}

/** Who brought something, and whose offer a goal leans on. */
export const contributorsOf = ({ offers, sources }: Brought, goals: ReadonlyArray<Goal> = []) =>
  unique([
    ...sources.map(({ by }) => by),
    ...offers.flatMap(({ by, id }) => (goals.some((goal) => goal.offers.includes(id)) ? [by] : []))
  ])
/** A goal that comes from nothing that was brought. */
export const lacksSource = ({ sources }: Pick<Brought, "sources">, goal: Goal) =>
  !goal.sources.some((id) => sources.some((source) => source.id === id))
/** A goal that leans on an offer that nobody made. */
export const lacksOffer = ({ offers }: Pick<Brought, "offers">, goal: Goal) =>
  goal.offers.some((id) => !offers.some((offer) => offer.id === id))
/** Those whom a goal names, and who did not offer that themselves. */
export const namedByAnother = ({ offers }: Pick<Brought, "offers">, { names, offers: used }: Goal) =>
  names.filter((person) => !offers.some(({ by, id }) => by === person && used.includes(id)))
/** The proposal stands no longer when one of its goals lost all that it came from, or an offer it leans on. */
export const lapsed = (goals: ReadonlyArray<Goal>, left: Brought) =>
  goals.some((goal) => lacksSource(left, goal) || lacksOffer(left, goal)) ? [{ _tag: "ProposalLapsed" } as const] : []
export const withContributors = <G extends Brought & { readonly goals?: ReadonlyArray<Goal> }>(gop: G) =>
  ({ ...gop, contributors: contributorsOf(gop, gop.goals) })
/** Whose yes is still waited for. */
export const notYetConsented = ({ consented, contributors }: {
  readonly consented: ReadonlyArray<string>
  readonly contributors: ReadonlyArray<string>
}) => contributors.filter((person) => !consented.includes(person))
export const goalsOf = (gop: Brought & { readonly goals?: ReadonlyArray<Goal> }) => gop.goals ?? []
