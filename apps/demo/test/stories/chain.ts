/** The whole cycle, from thing to thing by their ids: there and back again, as Femke can walk it. */
import { expect, it } from "vitest"
import type { MachineName, Plain, Year } from "../year.ts"

export const chain = (year: Year) => {
  const femke = year.as("p-femke")
  const goal = "klassenmanagement"
  /** The things of a machine that Femke sees, with their ids. */
  const all = async (machine: MachineName) => {
    const things: Array<Plain> = []
    for (const id of await femke.list(machine)) things.push({ ...(await femke.show(machine, id)), id })
    return things
  }
  const ids = (things: ReadonlyArray<Plain>) => things.map(({ id }) => id)

  it("there: an agreed year task carries a group, its meetings, a plan, a goal, a plan of the group, a theme, and a meeting again", async () => {
    await year.end("story-4")
    const [task] = await all("TimeBudget")
    expect(task).toMatchObject({ _tag: "InYear", personId: "p-femke" })
    const groups = (await all("PopGroup")).filter(({ members }) => members.includes(task!["personId"]))
    expect(ids(groups)).toEqual(["g-midden"])
    const moments = (await all("RosteredMoment")).filter(({ groupId, type }) => groupId === "g-midden" && type === "Session")
    const sessions = (await all("Intervision")).filter(({ momentId }) => ids(moments).includes(momentId))
    expect(ids(sessions)).toEqual(["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"])
    const plans = (await all("Pap")).filter(({ fromSession }) => ids(sessions).includes(fromSession))
    expect(plans.map(({ fromSession, id, popGoalRef }) => [id, fromSession, popGoalRef])).toEqual([
      ["pap-femke-1", "s1", goal],
      ["pap-femke-2", "s2", goal]
    ])
    const [pop] = await all("Pop")
    const shared = pop!["goals"].find(({ id }: Plain) => id === goal)
    expect(shared.shares).toMatchObject([{ to: { kind: "Group", id: "g-midden" } }])
    const [plan] = (await all("Gop")).filter(({ sources }) => sources.some((one: Plain) => one["ref"] === shared.id))
    expect(plan).toMatchObject({ id: "g-midden/2025-2026", groupId: "g-midden" })
    const [text] = (await all("GopText")).filter(({ gopId }) => gopId === plan!["id"])
    const themes = (await all("IpbTheme")).filter(({ gops }) => gops.some((one: Plain) => one["gopText"] === text!["id"]))
    expect(ids(themes)).toEqual(["klassenmanagement-schoolbreed", "startroutine-middenbouw"])
    const focused = sessions.filter(({ themeId }) => ids(themes).includes(themeId))
    expect(ids(focused)).toEqual(["s6"])
    const about = (await all("RosteredMoment")).filter(({ themeId }) => ids(themes).includes(themeId))
    expect(ids(about)).toEqual(["studie-1", "studie-2", "studie-3"])
  })

  it("and back: from the focus of a meeting to the year task in which the first one is booked", async () => {
    const { themeId } = await femke.show("Intervision", "s6")
    const { gops } = await femke.show("IpbTheme", themeId)
    const { gopId } = await femke.show("GopText", gops[0].gopText)
    const { goals, sources } = await femke.show("Gop", gopId)
    const own = sources.filter(({ by, id }: Plain) => by === "p-femke" && goals[0].sources.includes(id))
    expect(own.map(({ ref }: Plain) => ref)).toEqual([goal])
    const pop = (await all("Pop")).find((one) => one["goals"].some(({ id }: Plain) => id === own[0].ref))
    expect(pop).toMatchObject({ ownerId: "p-femke" })
    const [first] = (await all("Pap")).filter(({ popGoalRef }) => popGoalRef === own[0].ref)
    const { groupId, momentId } = await femke.show("Intervision", first!["fromSession"])
    expect([groupId, (await femke.show("RosteredMoment", momentId))["groupId"]]).toEqual(["g-midden", "g-midden"])
    const [task] = await all("TimeBudget")
    expect(task!["booked"].map(({ ref }: Plain) => ref)).toEqual(expect.arrayContaining(["s1", first!["id"], "studie-1"]))
  })

  it("every fact that followed by itself names the command it followed from", async () => {
    const facts = await year.facts()
    const followed = (type: string, from: string) => {
      const those = facts.filter((fact) => fact.type === type && fact.causation !== undefined)
      const causes = those.map(({ causation }) => facts.filter(({ command }) => command === causation).map(({ type }) => type))
      return [those.length > 0, causes.filter((types) => !types.includes(from))]
    }
    for (const [type, from] of [
      ["YearBegun", "BudgetAgreed"],
      ["SessionPlanned", "GroupActivated"],
      ["PapsBrought", "SessionOpened"],
      ["PapCarriedOver", "PapsBrought"],
      ["GopAgreed", "GopConsented"],
      ["GopTextShared", "GopAgreed"],
      ["ThemeTakenIn", "ThemesMerged"]
    ] as const) {
      expect([type, ...followed(type, from)]).toEqual([type, true, []])
    }
  })
}
