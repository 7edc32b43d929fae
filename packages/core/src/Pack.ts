/**
 * A pack: what a country brings, as data. Methods and settings, frameworks of competences, what the collective agreement
 * says, the pulse, how long things are kept, words. Every entry names its source and the days on which it holds: what
 * changes by law or agreement is a new entry beside the old one, and never a constant in a rule.
 *
 * In `pack/`: what it consists of; what can be asked of it (which entries hold, a year task, what a function asks, how
 * long things are kept); and, for whoever writes one, what does not hold together.
 */
export * from "./pack/Schemas.ts"
export { inForce } from "./pack/InForce.ts"
export { caoOfYear, earmarks, type Post, type Proposal, proposal } from "./pack/YearTask.ts"
export { competencesOf } from "./pack/FunctionCompetences.ts"
export { keeping } from "./pack/Keeping.ts"
export { findings } from "./pack/Findings.ts"
