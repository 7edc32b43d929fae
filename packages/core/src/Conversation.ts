/**
 * Conversation — a talk between an employee and who leads them, with an agenda of both, a report, a response and
 * signatures. Five kinds are of equal standing; one judges, and that one can be objected to. Nothing from the coaching
 * space is in it unless its owner brought it.
 *
 * Its parts are in `conversation/`, to be read in the order of any machine: what it is about, why not, the lifecycle,
 * the rules.
 */
import { decide } from "./conversation/Decide.ts"
import { evolve } from "./conversation/Evolve.ts"
import { ConversationLifecycle } from "./conversation/Lifecycle.ts"
import * as Machine from "./Machine.ts"

export { workingDaysAfter } from "./conversation/Decide.ts"
export { ConversationLifecycle } from "./conversation/Lifecycle.ts"

export const Conversation = Machine.make(ConversationLifecycle, { decide, evolve })
