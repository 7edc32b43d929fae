/** What is true of the plan after the fact? */
import * as Machine from "../Machine.ts"
import { contributorsOf, withContributors } from "./Contributions.ts"
import { GopLifecycle } from "./Lifecycle.ts"

export const evolve = Machine.evolving(GopLifecycle, {
  GopOpened: (_, gop) => ({ ...gop, version: 0, sources: [], offers: [], board: [], contributors: [] }),
  GoalContributed: (gop, { _tag, ...source }) => withContributors({ ...gop, sources: [...gop.sources, source] }),
  ContributionWithdrawn: (gop, { source }) =>
    withContributors({ ...gop, sources: gop.sources.filter(({ id }) => id !== source) }),
  QualityOffered: (gop, { _tag, ...offer }) => ({ ...gop, offers: [...gop.offers, offer] }),
  QualityWithdrawn: (gop, { offer }) => withContributors({ ...gop, offers: gop.offers.filter(({ id }) => id !== offer) }),
  HaveNeedBoardBuilt: (gop, { rows }) => ({ ...gop, board: rows }),
  GopProposed: (gop, { goals }) => withContributors({ ...gop, goals, consented: [], objections: [] }),
  ProposalLapsed: (gop) => ({ ...gop, contributors: contributorsOf(gop) }),
  GopConsented: (gop, { by }) => ({
    ...gop,
    consented: [...gop.consented, by],
    objections: gop.objections.filter((objection) => objection.by !== by)
  }),
  GopObjected: (gop, { _tag, ...objection }) => ({
    ...gop,
    consented: gop.consented.filter((person) => person !== objection.by),
    objections: [...gop.objections.filter(({ by }) => by !== objection.by), objection]
  }),
  GopRejected: (gop) => gop,
  GopAgreed: (gop) => ({ ...gop, version: gop.version + 1 }),
  GopDiscussed: (gop, { on }) => ({ ...gop, discussedOn: on }),
  GopActivated: (gop, { deadlines }) => ({ ...gop, deadlines }),
  GopReopened: (gop) => ({ ...gop, contributors: contributorsOf(gop) }),
  GopEvaluated: (gop, { evaluation }) => ({ ...gop, evaluation }),
  GopClosed: (gop) => gop
})
