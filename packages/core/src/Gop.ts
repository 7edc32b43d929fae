/**
 * Gop — group development plan (groepsontwikkelingsplan): what a group wants to learn together, from what its members
 * brought of their own accord (S4.6). Nothing of it leaves the group before everybody whose it is has said yes; what does
 * leave is a thing of its own (GopText), without who brought, offered or objected to what.
 */
import { decide } from "./gop/Decide.ts"
import { evolve } from "./gop/Evolve.ts"
import { GopLifecycle } from "./gop/Lifecycle.ts"
import * as Machine from "./Machine.ts"

// In `gop/`, in the order in which any machine reads: what it is about (the plan, what was brought, the board), why not,
// the lifecycle, the rules.
export { haveNeedBoard } from "./gop/Board.ts"
export { notYetConsented } from "./gop/Contributions.ts"
export { GopLifecycle } from "./gop/Lifecycle.ts"
export { GroupGoal } from "./gop/Plan.ts"
export * from "./gop/Refusals.ts"

export const Gop = Machine.make(GopLifecycle, { decide, evolve })
