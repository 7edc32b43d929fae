/** The Dutch words, by themselves: loaded only where Dutch is read. */
import type { Glossary } from "@groeikring/core"
import { dutch } from "@groeikring/pack-nl"

export const words: Glossary.Glossary = dutch
