/** A school with a machine of its own, as `docs/how-to/add-a-machine.md` has it. */
import { Domain, Machine, Refusal, Vocabulary } from "@groeikring/core"
import { type House, house } from "../src/index.ts"

class BuddyOfYourself extends Refusal.refusal("BuddyOfYourself", "A buddy is somebody else. Ask a colleague.") {}

const asked = { asker: Vocabulary.Person, asks: Vocabulary.Person }
const lifecycle = Machine.lifecycle("Buddies", {
  roles: { Asker: "asker", Asked: "asks" },
  seenBy: { Asker: ["Facts"], Asked: ["Facts"] },
  states: { Proposed: asked, Paired: asked },
  events: {
    BuddiesProposed: { from: ["Start"], to: "Proposed", payload: asked },
    BuddiesPaired: { from: ["Proposed"], to: "Paired" }
  },
  commands: {
    Propose: {
      by: ["Founder", "Asker"],
      emits: ["BuddiesProposed"],
      refuses: [BuddyOfYourself],
      payload: { to: Vocabulary.Person }
    },
    Agree: { by: ["Asked"], emits: ["BuddiesPaired"] }
  }
})
const Buddies = Machine.make(lifecycle, {
  decide: {
    Propose: (_, { to }, { actor }) =>
      to === actor ? new BuddyOfYourself() : { _tag: "BuddiesProposed", asker: actor, asks: to },
    Agree: () => ({ _tag: "BuddiesPaired" })
  },
  evolve: { BuddiesProposed: (_, asked) => asked, BuddiesPaired: (buddies) => buddies }
})

/** With `run(process.argv.slice(2), ours)` this is the whole command of that school. */
export const ours: House = { ...house, domain: { ...house.domain, Buddies: Domain.entry(Buddies, {}) } }
