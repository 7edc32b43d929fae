/** What happened is told to who could see it then and can see it still. */
import { Effect, Stream } from "effect"
import { expect, it } from "vitest"
import { anne, bram, hang, idea, inBuilding, keeper, refusedWith } from "./ideas.ts"
import { isTold } from "../src/index.ts"

const carla = { ...bram, actor: "p-carla" }
const invite = { _tag: "Invite", member: "p-carla" }
const said = (tale: ReadonlyArray<{ readonly event: { readonly _tag: string; readonly [field: string]: unknown } }>) =>
  tale.flatMap(({ event }) => (event._tag === "IdeaDropped" ? [event["idea"]] : []))

it("[C8] tells who comes later nothing of before, who left nothing at all, and who comes back nothing of in between", () =>
  inBuilding(({ school: { follow, history, send } }) =>
    Effect.gen(function* () {
      yield* send("Box", "b", hang, keeper)
      yield* send("Box", "b", idea, anne)
      yield* send("Box", "b", invite, keeper)
      yield* send("Box", "b", { ...idea, idea: "samen eten" }, bram)
      expect(said(yield* history("Box", "b", anne))).toEqual(["minder vergaderen", "samen eten"])
      expect((yield* history("Box", "b", carla)).map(({ event }) => event._tag)).toEqual(["MemberJoined", "IdeaDropped"])
      expect(said(yield* history("Box", "b", carla))).toEqual(["samen eten"])

      yield* send("Box", "b", { _tag: "Leave" }, carla)
      expect(yield* refusedWith(history("Box", "b", carla))).toBe("NothingToSee")
      yield* send("Box", "b", { ...idea, idea: "wat nu" }, bram)
      yield* send("Box", "b", invite, keeper)
      expect(said(yield* history("Box", "b", carla))).toEqual(["samen eten"])

      const heard = yield* Stream.runCollect(Stream.take(Stream.filter(follow(carla, ""), isTold), 3))
      expect(heard.map(({ event }) => event._tag)).toEqual(["MemberJoined", "IdeaDropped", "MemberJoined"])
    })
  ))
