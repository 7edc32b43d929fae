/** Story 4: from what each wants to learn to a plan of the group, and to a theme of the school. */
import { Effect } from "effect"
import { expect, it } from "vitest"
import type { Plain, Year } from "../year.ts"

const six = ["p-anneke", "p-bram", "p-carla", "p-dirk", "p-esra", "p-femke"]
const gop = "g-midden/2025-2026"
const theme = "klassenmanagement-schoolbreed"
const agreed = "In januari heeft elke middenbouwgroep één zichtbare startroutine; Dirk laat het voordoen."

export const together = (year: Year) => {
  const hilde = year.as("p-hilde")
  const anneke = year.as("p-anneke")
  const tags = (facts: ReadonlyArray<Plain>) => facts.map(({ _tag }) => _tag)

  it("4.1 three share a goal about order in class and two about talks with parents; Dirk offers what he can", async () => {
    await year.before({ take: "P14" })
    const shared: Array<string> = []
    for (const id of await anneke.list("SharedView")) {
      const { ownerId, sourceId, sourceType } = await anneke.show("SharedView", id)
      if (sourceType !== "Pop") continue
      const { goals } = await year.as(ownerId).show("Pop", sourceId)
      shared.push(`${ownerId} ${goals[0].competence.competence}`)
    }
    expect(new Set(shared)).toEqual(new Set(["p-anneke sbl-4", "p-bram sbl-4", "p-carla sbl-6", "p-esra sbl-6", "p-femke sbl-4"]))
  })

  it("4.3 three goals are enough to suggest a plan of the group, two are not, and Hilde is suggested nothing", async () => {
    for (const member of six) {
      const plans = (await year.as(member).suggestions()).filter(({ machine }) => machine === "Gop")
      expect([member, plans.map(({ command, id, rule }) => [rule.slice(0, 3), id, command])]).toEqual([
        member,
        [["P14", gop, { _tag: "Open", groupId: "g-midden" }]]
      ])
    }
    expect(await hilde.suggestions()).toEqual([])
  })

  it("4.2 the board shows the group one row of four people, and hides the row of two", async () => {
    await year.after({ take: "P14" })
    expect((await year.as("p-carla").show("Gop", gop))["board"]).toEqual([
      {
        ref: { competence: "sbl-4", of: { framework: "sbl-2006-po", version: 1 } },
        sharers: 4,
        have: 2,
        talent: 1,
        need: 2
      }
    ])
    expect(await hilde.cannotSee("Gop", gop)).toBe("NothingToSee")
    await year.after({ machine: "Gop", do: "Contribute", expect: "RowNotShown" })
    expect(year.lastRefusal()).toMatchObject({ _tag: "RowNotShown" })
  })

  it("4.3 Dirk's name stands there because he offered it; Anneke objects and changes it; without Femke it does not go", async () => {
    await year.after({ machine: "Gop", do: "ProposeText", expect: "NamedByAnother" })
    expect(year.lastRefusal()).toMatchObject({ people: ["p-dirk"] })
    await year.after({ machine: "Gop", do: "Object", as: "p-anneke" })
    expect(await anneke.show("Gop", gop)).toMatchObject({
      _tag: "Proposed",
      consented: ["p-dirk"],
      objections: [{ by: "p-anneke", text: "Niet elke les hoeft hetzelfde te beginnen. Eén routine die je ziet is genoeg." }]
    })
    await year.after({ machine: "Gop", do: "Agree", expect: "ConsentIncomplete" })
    expect(year.lastRefusal()).toMatchObject({ missing: ["p-femke"] })
    expect(await anneke.show("Gop", gop)).toMatchObject({
      _tag: "Proposed",
      goals: [{ text: agreed, names: ["p-dirk"] }],
      consented: ["p-anneke", "p-bram", "p-dirk"],
      objections: []
    })
    expect(await hilde.everything()).not.toContain(agreed)

    await year.after({ machine: "Gop", do: "Consent", as: "p-femke" })
    expect(tags(await anneke.history("Gop", gop)).slice(-2)).toEqual(["GopConsented", "GopAgreed"])
  })

  it("4.4 the group is offered to bring its goal as a theme, with the tag of what it leans on, until somebody did", async () => {
    const offers = async (person: string) =>
      (await year.as(person).suggestions()).flatMap(({ command, rule }) => (rule.startsWith("P15") ? [command?.["tags"]] : []))
    await year.before({ machine: "IpbTheme", id: "startroutine-middenbouw", do: "Raise" })
    for (const member of six) expect([member, await offers(member)]).toEqual([member, [["klassenmanagement"]]])
    expect(await offers("p-hilde")).toEqual([])
    await year.after({ machine: "IpbTheme", id: "startroutine-middenbouw", do: "Raise" })
    for (const member of six) expect([member, await offers(member)]).toEqual([member, []])
  })

  it("4.4 Hilde reads the agreed words alone, and her theme and that of the group become one, of both origins", async () => {
    const text = await hilde.show("GopText", gop)
    expect(text["goals"].map((goal: Plain) => [goal["text"], goal["names"]])).toEqual([[agreed, ["p-dirk"]]])
    const read = await hilde.everything()
    for (const inside of ["van-femke", "Niet elke les hoeft", "Kom maar kijken", "GopConsented", "GopObjected", "contributors"]) {
      expect([inside, read.includes(inside)]).toEqual([inside, false])
    }
    await year.before({ take: "P16" })
    const { _tag, credited, discussedOn, needs, origins, tags: about } = await hilde.show("IpbTheme", theme)
    expect({ _tag, credited, discussedOn, needs, origins, about }).toEqual({
      _tag: "Adopted",
      origins: ["Policy", "Team"],
      credited: ["p-hilde", "p-anneke"],
      discussedOn: "2026-02-12",
      needs: ["Competence", "Relatedness"],
      about: ["klassenmanagement"]
    })
    const order = ["ThemesMerged", "ThemeDiscussed", "ThemeAdopted"]
    expect(tags(await hilde.history("IpbTheme", theme)).filter((tag) => order.includes(tag))).toEqual(order)
    expect(await hilde.show("IpbTheme", "startroutine-middenbouw")).toMatchObject({ _tag: "Merged", into: theme })
  })

  it("4.5 three study afternoons of 120 minutes book 360 for each of the six, beside the eight sessions", async () => {
    await year.after({ machine: "RosteredMoment", id: "studie-3", do: "Hold" })
    for (const id of ["studie-1", "studie-2", "studie-3"]) {
      expect(await hilde.show("RosteredMoment", id)).toMatchObject({
        _tag: "Held",
        type: "PopWork",
        method: "socratic-dialogue",
        minutes: 120,
        themeId: theme
      })
    }
    for (const person of six) {
      const { booked } = await year.as(person).show("TimeBudget", person.replace("p-", "jaartaak-"))
      const of = (purpose: string) => booked.filter((one: Plain) => one["purpose"] === purpose)
      expect(of("PopWork").reduce((sum: number, { minutes }: Plain) => sum + minutes, 0)).toBe(360)
      expect(of("Session").every(({ ref }: Plain) => /^s\d$/.test(ref))).toBe(true)
    }
    expect((await anneke.list("Intervision")).length).toBe(8)
  })

  it("4.6 from the theme there is a way to who said yes, in ids, and none to a rating or a plan", async () => {
    const { gops } = await anneke.show("IpbTheme", theme)
    expect(gops).toEqual([{ gopText: gop, goals: ["startroutine"] }])
    const { gopId, goals } = await anneke.show("GopText", gops[0].gopText)
    expect(goals.map(({ id }: Plain) => id)).toEqual(gops[0].goals)
    const plan = await anneke.show("Gop", gopId)
    expect(plan["goals"][0]).toMatchObject({ id: "startroutine", sources: ["van-anneke", "van-bram", "van-femke"] })
    const yes = (await anneke.history("Gop", gopId)).filter(({ _tag }) => _tag === "GopConsented")
    expect(yes.slice(-4).map(({ _tag: _, ...fact }) => fact)).toEqual(
      ["p-anneke", "p-bram", "p-dirk", "p-femke"].map((by) => ({ by }))
    )
    // Nothing on the way names a plan or a profile, or carries what is in one.
    const onTheWay = JSON.stringify([
      await anneke.show("IpbTheme", theme),
      await anneke.history("IpbTheme", theme),
      await anneke.history("GopText", gop),
      plan,
      await anneke.history("Gop", gopId)
    ])
    const streams = (await year.facts()).map(({ stream }) => stream)
    const hidden = streams.filter(({ machine }) => ["Pap", "CompetenceProfile", "Pop", "PortfolioEntry"].includes(machine))
    expect(new Set(hidden.map(({ machine }) => machine)).size).toBe(4)
    for (const { id } of hidden) expect([id, onTheWay.includes(`"${id}"`)]).toEqual([id, false])
    expect(onTheWay).not.toMatch(/"(fun|skill|applied|outcome|learned|progress)"/)
    // And for who is not of the group it ends at the agreed words.
    expect(await hilde.cannotSee("Gop", gopId)).toBe("NothingToSee")
  })

  it("4.7 in June the team looks back on it by agreed words and by numbers that name nobody, and by nothing else", async () => {
    await year.end("story-4")
    const { _tag, evaluation, grounds } = await hilde.show("IpbTheme", theme)
    expect([_tag, evaluation]).toEqual([
      "Evaluated",
      "In elke middenbouwgroep zie je waarmee de les begint. De bovenbouw wil nu ook komen kijken."
    ])
    expect(grounds).toEqual([
      { kind: "GopText", ref: gop },
      { kind: "Measurement", ref: "puls-oktober" }
    ])
    expect(await hilde.show("GopText", grounds[0].ref)).toMatchObject({ _tag: "Standing" })
    expect(await hilde.show("Pulse", grounds[1].ref)).toMatchObject({ _tag: "Reported" })
    // There is no other kind of ground: a plan, a rating or an answer cannot be named.
    const other = { _tag: "Evaluate", evaluation: "Zo.", grounds: [{ kind: "Pap", ref: "pap-femke-2" }] }
    const asked = year.ask(({ send }) => Effect.flip(send("IpbTheme", theme, other, { actor: "p-lies", at: year.at })))
    expect((await asked)._tag).toBe("InvalidCommand")
  })

  it("its refusals are these", () => {
    expect(year.refusalsIn("story-4")).toEqual([
      "p-esra Contribute: RowNotShown",
      "p-bram ProposeText: NamedByAnother",
      "p-bram Agree: ConsentIncomplete",
      "p-anneke Raise: GopNotAgreed",
      "p-hilde Object: NotAllowed",
      "p-bram Activate: DeadlineMissing",
      "p-bram Merge: NotAllowed",
      "p-hilde Adopt: IllegalCommand",
      "p-hilde AcceptReallocation: OwnProposal",
      "p-bram Hold: MomentNotOver"
    ])
  })
}
