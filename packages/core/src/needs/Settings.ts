/** The numbers in force at this school. */
import { Effect } from "effect"
import { Elsewhere } from "../Elsewhere.ts"

export const settings = Effect.map(Elsewhere, ({ packs }) => packs.settings)
