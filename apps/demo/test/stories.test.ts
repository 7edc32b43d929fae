/** The stories of obs De Zwaluw, sentence by sentence: the scripts are played once, and looked at on the way. */
import { afterAll, describe, expect, it } from "vitest"
import { beginning } from "./stories/beginning.ts"
import { borders } from "./stories/borders.ts"
import { chain } from "./stories/chain.ts"
import { ending } from "./stories/ending.ts"
import { loop } from "./stories/loop.ts"
import { together } from "./stories/together.ts"
import { yearOf } from "./year.ts"

const year = yearOf("school", "story-1", "story-2", "story-3", "story-4", "story-5")
afterAll(() => year.close())

describe("[S1.6, S1.7, S6.4, S6.5, S7.1, S7.2, S7.9, S7.12, S7.14, S7.15, S8.1, S8.2, S8.3] story 1, the first meeting", () => {
  beginning(year)
})

describe("[S3.6, S3.7, S7.3, S7.4, S7.5, S7.6, S7.7, S7.16, S8.11] story 2, the loop over three meetings", () => {
  loop(year)
})

describe("[S5.4] story 3, borders", () => {
  borders(year)
})

describe("[S1.2, S1.3, S1.4, S1.5, S4.6, S4.8, S5.13, S6.8] story 4, from a plan of each to a theme of the school", () => {
  together(year)
})

describe("[S1.2, S1.8, S4.8] the whole cycle can be walked by its ids", () => {
  chain(year)
})

describe("[S6.1, S6.2, S6.4, S6.13, S6.14, S6.15, S8.1, S8.9, S8.12, S8.15, S8.16] story 5, time, numbers and goodbye", () => {
  ending(year)
})

describe("all stories", () => {
  it("come out as their scripts say, line by line", async () => {
    await year.end("story-5")
    expect(year.unexpected).toEqual([])
  })
})
