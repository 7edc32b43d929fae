/** Where the needs of a function profile come from. */
import { answers } from "../Elsewhere.ts"
import { FunctionProfileLifecycle } from "../FunctionProfile.ts"
import { publishedCompetences } from "./CompetenceFramework.ts"
import { hr, leaders, staff } from "./Staff.ts"

export const FunctionProfileNeeds = answers(FunctionProfileLifecycle, { staff, leaders, hr, publishedCompetences })
