/** Where the needs of an agreed group plan come from. */
import { answers } from "../Elsewhere.ts"
import { GopTextLifecycle } from "../GopText.ts"
import { staff } from "./Staff.ts"

export const GopTextNeeds = answers(GopTextLifecycle, { staff })
