/**
 * The methods of intervision that ship, in our own words (domain 3). What is under a licence that forbids shipping is not
 * here; where a method came from is, with its source.
 */
import type { Method } from "@groeikring/core"
import { actionLearning } from "./action-learning.ts"
import { balint } from "./balint.ts"
import { caseClinic } from "./case-clinic.ts"
import { fiveSteps } from "./five-steps.ts"
import { gossip } from "./gossip.ts"
import { incident } from "./incident.ts"
import { kollegialeFallberatung8 } from "./kollegiale-fallberatung-8.ts"
import { learningFromSuccess } from "./learning-from-success.ts"
import { nsrfConsultancy } from "./nsrf-consultancy.ts"
import { popGroupBeerta } from "./pop-group-beerta.ts"
import { problemCore } from "./problem-core.ts"
import { reflectingTeam } from "./reflecting-team.ts"
import { sixPhases } from "./six-phases.ts"
import { socraticDialogue } from "./socratic-dialogue.ts"
import { socraticQuestions } from "./socratic-questions.ts"
import { tenSteps } from "./ten-steps.ts"
import { tietze } from "./tietze.ts"
import { troika } from "./troika.ts"
import { tuning } from "./tuning.ts"
import { uProcedure } from "./u-procedure.ts"

export const methods: ReadonlyArray<Method.Method> = [
  popGroupBeerta,
  incident,
  tenSteps,
  fiveSteps,
  gossip,
  balint,
  socraticQuestions,
  socraticDialogue,
  problemCore,
  learningFromSuccess,
  uProcedure,
  kollegialeFallberatung8,
  tietze,
  nsrfConsultancy,
  tuning,
  troika,
  caseClinic,
  actionLearning,
  reflectingTeam,
  sixPhases
]
