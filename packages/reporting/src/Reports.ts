/** The reports there are, by the name under which they are asked for. A new one is a file and a line here. */
import type { Report } from "./Report.ts"
import { competenceProfile } from "./reports/CompetenceProfile.ts"
import { conversationAgenda, conversationInvitation, conversationReport, objectionSlip } from "./reports/Conversation.ts"
import { glossary } from "./reports/Glossary.ts"
import { methodCards } from "./reports/MethodCards.ts"
import { ownData } from "./reports/OwnData.ts"
import { pap } from "./reports/Pap.ts"
import { pop } from "./reports/Pop.ts"
import { competenceFile, portfolio } from "./reports/Portfolio.ts"
import { promises } from "./reports/Promises.ts"
import { rostered, yearPoster } from "./reports/Rostered.ts"
import { sessionSheet } from "./reports/SessionSheet.ts"
import { whoSeesWhat } from "./reports/WhoSeesWhat.ts"
import { workingAgreement } from "./reports/WorkingAgreement.ts"
import { yearTask } from "./reports/YearTask.ts"

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
  // For everyone.
  "method-cards": methodCards,
  glossary,
  "who-sees-what": whoSeesWhat
} satisfies Readonly<Record<string, Report>>
export type Kind = keyof typeof reports
