/** The English words, by themselves: loaded only where English is read. */
import { english, type Glossary } from "@groeikring/core"

export const words: Glossary.Glossary = english
