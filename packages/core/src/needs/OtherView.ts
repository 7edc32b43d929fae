/** Where the needs of another's view come from. */
import { answers } from "../Elsewhere.ts"
import { OtherViewLifecycle } from "../OtherView.ts"
import { peersOf } from "./Grant.ts"

export const OtherViewNeeds = answers(OtherViewLifecycle, { peersOfAsker: ({ actor }) => peersOf(actor) })
