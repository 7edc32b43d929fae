/** What happens, followed by many at once: everybody hears all that is theirs, once and in order, and a fact is read once for all of them. */
import { Domain, Elsewhere, Machine, Vocabulary } from "@groeikring/core"
import { pack } from "@groeikring/pack-nl"
import { Cause, Deferred, Effect, Exit, Fiber, Layer, References, Schema, Stream } from "effect"
import { expect, it } from "vitest"
import { type Heard, isTold, MemoryStore, School, Vault } from "../src/index.ts"
import { anne, at, type Building, bram, hang, idea, inBuilding, keeper, stranger } from "./ideas.ts"

/** A school over a store that counts what is read from it as it happens, and how many read it now. */
const counted = Effect.fnUntraced(function* ({ other, store }: Building) {
  const count = { taken: 0, readers: 0 }
  const school = yield* other({
    store: {
      ...store,
      // Something always happens between a look and what is done with it.
      readAll: (after, limit) =>
        Effect.tap(store.readAll(after, limit), ({ length }) => (length === 0 ? Effect.sleep("2 millis") : Effect.void)),
      follow: (after) =>
        store.follow(after).pipe(
          Stream.onStart(Effect.sync(() => void count.readers++)),
          Stream.tap(() => Effect.sync(() => void count.taken++)),
          Stream.ensuring(Effect.sync(() => void count.readers--))
        )
    }
  })
  return { school, count }
})
/** Waits until this is so, however busy the machine is. */
const until = (isSo: () => boolean) => Effect.repeat(Effect.sleep("2 millis"), { while: () => !isSo() })
const versions = (heard: ReadonlyArray<Heard>) => heard.filter(isTold).map(({ version }) => version)
const gone = "out of sight"
const said = (heard: Heard) => (isTold(heard) ? String(heard.event["idea"] ?? heard.event._tag) : gone)
const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, n) => first + n)

it("reads a fact once for all who listen, whenever they came, and nobody hears it twice or misses it", () =>
  inBuilding(
    (building) =>
      Effect.gen(function* () {
        const { count, school } = yield* counted(building)
        yield* school.send("Box", "b", hang, keeper)
        const facts = 150
        const listeners: Array<Fiber.Fiber<ReadonlyArray<Heard>, unknown>> = []
        const before: Array<number> = []
        for (let n = 2; n <= facts; n++) {
          if (n % 10 === 0) {
            // Somebody comes, now and again, while others ask: some from the beginning, some from where they were.
            const [after] = n % 20 === 0 ? yield* building.store.readAll("", 1) : []
            const hears = school.follow(n % 3 === 0 ? anne : bram, after?.position ?? "")
            before.push(after === undefined ? 1 : 2)
            listeners.push(
              yield* Effect.forkChild(
                Stream.runCollect(Stream.takeUntil(hears, (heard) => isTold(heard) && heard.version === facts))
              )
            )
          }
          yield* school.send("Box", "b", { ...idea, idea: `idee ${n}` }, n % 2 === 0 ? anne : bram)
        }
        const heard = yield* Effect.forEach(listeners, Fiber.join)
        expect(heard.map(versions)).toEqual(before.map((first) => upTo(facts, first)))
        expect(count.taken).toBeLessThan(facts)
        yield* until(() => count.readers === 0)
      }),
    []
  ))

it("tells each what is theirs, however many are told at once", () =>
  inBuilding(
    (building) =>
      Effect.gen(function* () {
        const { count, school } = yield* counted(building)
        const all = [anne, stranger, bram, keeper, anne]
        const heard: Array<Array<string>> = all.map(() => [])
        const fibers = yield* Effect.forEach(all, (viewer, n) =>
          Effect.forkChild(Stream.runForEach(school.follow(viewer, ""), (one) => Effect.sync(() => heard[n]!.push(said(one)))))
        )
        yield* until(() => count.readers === 1)
        yield* school.send("Box", "b", hang, keeper)
        yield* school.send("Box", "b", idea, anne)
        yield* until(() => heard[2]!.length === 2)
        yield* school.send("Box", "b", { _tag: "Leave" }, bram)
        yield* school.send("Box", "b", { ...idea, idea: "samen eten" }, anne)
        // Whoever came last hears it last.
        yield* until(() => heard[4]!.length === 4)
        const ofAnne = ["BoxHung", "minder vergaderen", "MemberLeft", "samen eten"]
        // The keeper may not read what is said in the box, and bram is gone: that is all he hears of it.
        expect(heard).toEqual([ofAnne, [], ["BoxHung", "minder vergaderen", gone], ["BoxHung", "MemberLeft"], ofAnne])
        yield* Effect.forEach(fibers, Fiber.interrupt)
      }),
    []
  ))

it("tells who listens that something went out of their sight, and nobody who was not there or saw nothing of it", () =>
  inBuilding(
    ({ school }) =>
      Effect.gen(function* () {
        yield* school.send("Box", "b", hang, keeper)
        yield* school.send("Box", "other", { ...hang, members: ["p-anne"] }, keeper)
        const hears = Effect.fnUntraced(function* (viewer: Machine.Asked) {
          const heard: Array<Heard> = []
          yield* Effect.forkChild(Stream.runForEach(school.follow(viewer, ""), (one) => Effect.sync(() => heard.push(one))))
          return heard
        })
        const [ofBram, ofStranger] = [yield* hears(bram), yield* hears(stranger)]
        yield* until(() => ofBram.length === 1)
        yield* school.send("Box", "b", { _tag: "Leave" }, { ...bram, at: at + 1 })
        yield* until(() => ofBram.length === 2)
        const { position } = ofBram[1]!
        expect(ofBram[1]).toEqual({ machine: "Box", id: "b", position, outOfSight: true })
        yield* school.send("Box", "b", { _tag: "Invite", member: "p-bram" }, { ...keeper, at: at + 2 })
        yield* until(() => ofBram.length === 3)
        // Who comes later hears nothing of what went before.
        const later = yield* hears({ ...bram, at: at + 3 })
        yield* until(() => later.length === 2)
        yield* school.send("Box", "b", { _tag: "Leave" }, { ...bram, at: at + 3 })
        yield* until(() => later.length === 3 && ofBram.length === 4)
        expect(later.map(said)).toEqual(["BoxHung", "MemberJoined", gone])
        expect(ofBram.map(said)).toEqual(["BoxHung", gone, "MemberJoined", gone])
        expect(ofStranger).toEqual([])
      }),
    []
  ))

it("lets nobody who names a place of no fact, such as one of a copy that was put back, keep others from hearing", () =>
  inBuilding(
    (building) =>
      Effect.gen(function* () {
        const { count, school } = yield* counted(building)
        const hears = Effect.fnUntraced(function* (viewer: Machine.Asked, after: string) {
          const heard: Array<Heard> = []
          yield* Effect.forkChild(Stream.runForEach(school.follow(viewer, after), (one) => Effect.sync(() => heard.push(one))))
          yield* until(() => count.readers > 0)
          return heard
        })
        const ofBram = [yield* hears(bram, "0")]
        const ofAnne = yield* hears(anne, "")
        yield* school.send("Box", "b", hang, keeper)
        yield* until(() => ofAnne.length === 1)
        for (const after of ["99", "0001"]) ofBram.push(yield* hears(bram, after))
        yield* school.send("Box", "b", idea, anne)
        yield* until(() => ofAnne.length === 2)
        yield* until(() => ofBram.every((heard) => heard.some((one) => isTold(one) && one.version === 2)))
        expect(ofBram.map(versions)).toEqual([[1, 2], [2], [2]])
        expect(count.readers).toBe(1)
      }),
    []
  ))

it("lets who listens slowly read on by themselves, without a hole, and does not wait for them", () =>
  inBuilding(
    (building) =>
      Effect.gen(function* () {
        const { count, school } = yield* counted(building)
        yield* school.send("Box", "b", hang, keeper)
        const heard: Array<Heard> = []
        const goOn = yield* Deferred.make<void>()
        const hear = (fact: Heard) =>
          Effect.andThen(
            Effect.sync(() => heard.push(fact)),
            heard.length < 2 ? Effect.void : Deferred.await(goOn)
          )
        const slow = yield* Effect.forkChild(Stream.runForEach(school.follow(anne, ""), hear))
        yield* until(() => count.readers === 1)
        const facts = 500
        for (let n = 2; n <= facts; n++) yield* school.send("Box", "b", idea, anne)
        // Nobody else listens, and for whom there is no more room nothing is read.
        yield* until(() => count.readers === 0)
        expect(count.taken).toBeLessThan(facts / 2)
        yield* Deferred.succeed(goOn, undefined)
        yield* until(() => heard.length >= facts && count.readers === 1)
        yield* school.send("Box", "b", idea, anne)
        yield* until(() => heard.length > facts)
        expect(versions(heard)).toEqual(upTo(facts + 1))
        yield* Fiber.interrupt(slow)
      }),
    []
  ))

it("reads with one reader, and with none when all have left, however the steps of those who come fall in between", () =>
  inBuilding(
    ({ other, store }) =>
      Effect.gen(function* () {
        let readers = 0
        const follow = (after: string) =>
          Stream.onStart(
            Stream.ensuring(
              store.follow(after),
              Effect.sync(() => void readers--)
            ),
            Effect.sync(() => void readers++)
          )
        const school = yield* other({ store: { ...store, follow } })
        yield* school.send("Box", "b", hang, keeper)
        for (let steps = 5; steps <= 80; steps++) {
          const come = Effect.provideService(Stream.runDrain(school.follow(anne, "")), References.MaxOpsBeforeYield, steps)
          const fibers = yield* Effect.forEach([1, 2, 3], () => Effect.forkChild(come))
          yield* until(() => readers > 0)
          yield* Effect.sleep("4 millis")
          expect([steps, readers]).toEqual([steps, 1])
          yield* Effect.forEach(fibers, Fiber.interrupt)
          yield* until(() => readers === 0)
        }
      }),
    []
  ))

it("tells who looked just before something happened, also when another began to read behind it", () =>
  inBuilding(
    ({ other, store }) =>
      Effect.gen(function* () {
        const looked = yield* Deferred.make<void>()
        const goOn = yield* Deferred.make<void>()
        let isFirst = true
        // The first who finds nothing hears so late.
        const late = Effect.suspend(() => {
          if (!isFirst) return Effect.void
          isFirst = false
          return Effect.andThen(Deferred.succeed(looked, undefined), Deferred.await(goOn))
        })
        const school = yield* other({
          store: {
            ...store,
            readAll: (after, limit) =>
              Effect.tap(store.readAll(after, limit), ({ length }) => (length === 0 ? late : Effect.void))
          }
        })
        yield* school.send("Box", "b", hang, keeper)
        const hears = (viewer: Machine.Asked) => Effect.forkChild(Stream.runCollect(Stream.take(school.follow(viewer, ""), 3)))
        const early = yield* hears(anne)
        yield* Deferred.await(looked)
        yield* school.send("Box", "b", idea, anne)
        const later = yield* hears(bram)
        yield* Effect.sleep("20 millis")
        yield* Deferred.succeed(goOn, undefined)
        yield* Effect.sleep("20 millis")
        yield* school.send("Box", "b", idea, bram)
        expect(versions(yield* Fiber.join(early))).toEqual([1, 2, 3])
        expect(versions(yield* Fiber.join(later))).toEqual([1, 2, 3])
      }),
    []
  ))

it("stops reading when the last one leaves, and begins again with who comes next", () =>
  inBuilding(
    (building) =>
      Effect.gen(function* () {
        const { count, school } = yield* counted(building)
        for (let round = 1; round <= 3; round++) {
          const heard: Array<Heard> = []
          const fiber = yield* Effect.forkChild(
            Stream.runForEach(school.follow(anne, ""), (fact) => Effect.sync(() => heard.push(fact)))
          )
          yield* until(() => count.readers === 1)
          yield* round === 1 ? school.send("Box", "b", hang, keeper) : school.send("Box", "b", idea, anne)
          yield* until(() => heard.length >= round)
          expect(versions(heard)).toEqual(upTo(round))
          yield* Fiber.interrupt(fiber)
          yield* until(() => count.readers === 0)
        }
      }),
    []
  ))

it("tells everybody who listens when the store breaks, and goes on when it is whole again", () =>
  inBuilding(
    ({ other, school: whole, store }) =>
      Effect.gen(function* () {
        let isBroken = true
        const school = yield* other({
          store: {
            ...store,
            follow: (after) => Stream.tap(store.follow(after), () => (isBroken ? Effect.die("the disk is gone") : Effect.void))
          }
        })
        const listening = yield* Effect.forEach([anne, bram], (viewer) =>
          Effect.forkChild(Stream.runDrain(school.follow(viewer, "")))
        )
        yield* Effect.sleep("20 millis")
        yield* whole.send("Box", "b", hang, keeper)
        for (const fiber of listening) {
          const exit = yield* Fiber.await(fiber)
          expect(Exit.isFailure(exit) && Cause.squash(exit.cause)).toBe("the disk is gone")
        }
        isBroken = false
        const again = yield* Effect.forkChild(Stream.runCollect(Stream.take(school.follow(anne, ""), 2)))
        yield* whole.send("Box", "b", idea, anne)
        expect(versions(yield* Fiber.join(again))).toEqual([1, 2])
      }),
    []
  ))

// A machine of which somebody sees something because of who they are, and not because of the thing.
const Post = Machine.lifecycle("Post", {
  roles: { Writer: "writer", Early: "early" },
  needs: { early: Vocabulary.People },
  seenBy: { Early: ["Facts"] },
  states: { Hung: { writer: Vocabulary.Person } },
  events: { PostHung: { from: ["Start"], to: "Hung", payload: { writer: Vocabulary.Person, pages: Schema.Int } } },
  commands: { Hang: { by: ["Founder"], emits: ["PostHung"] } }
})
const Posts = Machine.make(Post, {
  decide: { Hang: (_, __, { actor }) => ({ _tag: "PostHung", writer: actor, pages: 1 }) },
  evolve: { PostHung: (_, { writer }) => ({ writer }) }
})

it("asks anew for each where an answer hangs on who asks", () => {
  const answers = Elsewhere.answers(Post, { early: ({ actor }) => Effect.succeed(actor === "p-bram" ? [actor] : []) })
  const domain = { ...Domain.domain, Post: Domain.entry(Posts, answers) }
  return Effect.runPromise(
    Effect.gen(function* () {
      const school = yield* School
      const heard: Array<string> = []
      for (const actor of ["p-anne", "p-bram", "p-carla"])
        yield* Effect.forkChild(
          Stream.runForEach(school.follow({ actor, at }, ""), ({ id }) => Effect.sync(() => heard.push(`${actor} ${id}`)))
        )
      yield* Effect.sleep("20 millis")
      for (const id of ["one", "two"]) yield* school.send("Post", id, { _tag: "Hang" }, { actor: "p-carla", at })
      yield* until(() => heard.length >= 2)
      expect(heard).toEqual(["p-bram one", "p-bram two"])
    }).pipe(
      Effect.provide(
        School.layer({ domain, packs: pack, processes: [] }).pipe(
          Layer.provide(Layer.merge(MemoryStore.layer, Vault.layerMemory))
        )
      )
    )
  )
})
