/** The reports there are, by the name under which they are asked for. A new one is a file and a line here. */
import type { Report } from "./Report.ts"
import { competenceProfile } from "./reports/CompetenceProfile.ts"
import { conversationAgenda, conversationInvitation, conversationReport, objectionSlip } from "./reports/Conversation.ts"
import { glossary } from "./reports/Glossary.ts"
import { groupPlan, groupWorksheet } from "./reports/GroupPlan.ts"
import { methodCards } from "./reports/MethodCards.ts"
import { ownData } from "./reports/OwnData.ts"
import { pap } from "./reports/Pap.ts"
import { pop } from "./reports/Pop.ts"
import { competenceFile, portfolio } from "./reports/Portfolio.ts"
import { infrastructure, programme } from "./reports/Programme.ts"
import { promises } from "./reports/Promises.ts"
import { pulse } from "./reports/Pulse.ts"
import { rostered, yearPoster } from "./reports/Rostered.ts"
import { sessionSheet } from "./reports/SessionSheet.ts"
import { staffPolicy } from "./reports/StaffPolicy.ts"
import { whoSeesWhat } from "./reports/WhoSeesWhat.ts"
import { workingAgreement } from "./reports/WorkingAgreement.ts"
import { yearTask } from "./reports/YearTask.ts"

/**
 * Each report by its name. Asked as one viewer, it answers with a document, or with the refusal that tells why not.
 *
 * **When to use** To put a report in a program of your own: a button, a mail, a job in the night. At a terminal
 * `groeikring report` does the same.
 *
 * @example
 * ```ts
 * import { Domain, english, processes } from "@groeikring/core"
 * import { dutch, pack } from "@groeikring/pack-nl"
 * import { houseOf, reports, write } from "@groeikring/reporting"
 * import { MemoryStore, School, Vault } from "@groeikring/storage"
 * import { Effect, Layer } from "effect"
 *
 * const layer = School.layer({ domain: Domain.domain, packs: pack, processes }).pipe(
 *   Layer.provide(Layer.merge(MemoryStore.layer, Vault.layerMemory))
 * )
 * const asked = {
 *   viewer: { actor: "p-femke", at: 29_290_000 },
 *   language: "nl",
 *   house: houseOf({ school: "obs De Zwaluw" }),
 *   sources: { packs: pack, glossaries: { nl: dutch, en: english } }
 * } as const
 * const cards = Effect.gen(function* () {
 *   const school = yield* School
 *   const document = yield* reports["method-cards"].make({ ...asked, school, id: "" })
 *   return yield* write(document, "html")
 * })
 * const file = await Effect.runPromise(Effect.provide(cards, layer))
 * new TextDecoder().decode(file).includes("Methodekaarten") // => true
 * ```
 */
export const reports = {
  // For its owner.
  pop,
  pap,
  "competence-profile": competenceProfile,
  portfolio,
  "competence-file": competenceFile,
  "own-data": ownData,
  // For the group.
  "working-agreement": workingAgreement,
  "session-sheet": sessionSheet,
  "group-plan": groupPlan,
  "group-worksheet": groupWorksheet,
  "year-poster": yearPoster,
  // For two.
  "conversation-invitation": conversationInvitation,
  "conversation-agenda": conversationAgenda,
  "conversation-report": conversationReport,
  "objection-slip": objectionSlip,
  // For the school.
  "year-task": yearTask,
  rostered,
  promises,
  pulse,
  programme,
  "staff-policy": staffPolicy,
  infrastructure,
  // For everyone.
  "method-cards": methodCards,
  glossary,
  "who-sees-what": whoSeesWhat
} satisfies Readonly<Record<string, Report>>
export type Kind = keyof typeof reports
