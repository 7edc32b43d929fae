export type { Answer, Fact, Looked, People, Possibilities, Reaction, RefusalTo, Suggestion, Thing } from "./Answer.ts"
export * as Groeikring from "./Groeikring.ts"
export type { Given, Shown } from "@groeikring/core"
