/**
 * Intervision — one session of a group: plans first, then one case, then tips, and
 * a new plan at the end. No command can change that order.
 *
 * Its parts are in `intervision/`, to be read in the order of any machine: what it is about, why not, the lifecycle,
 * the rules.
 */
import { decide } from "./intervision/Decide.ts"
import { evolve } from "./intervision/Evolve.ts"
import { guard } from "./intervision/Guard.ts"
import { IntervisionLifecycle } from "./intervision/Lifecycle.ts"
import * as Machine from "./Machine.ts"

export { IntervisionLifecycle } from "./intervision/Lifecycle.ts"

export const Intervision = Machine.make(IntervisionLifecycle, { decide, evolve, guard })
