import { describe, expect, it } from "vitest"
import { Domain, english, Glossary, Machine } from "../src/index.ts"

/** Every refusal of a machine that a person can hear of a command. */
const refusals = Object.values(Domain.domain).flatMap(({ machine }) => {
  const { name } = machine
  const { commands, states }: Machine.Spec = machine.spec
  return Object.entries(commands).flatMap(([command, { by }]) => [
    new Machine.NotAllowed({ machine: name, command, by: [...by] }),
    ...Object.keys(states).map(
      (state) => new Machine.IllegalCommand({ machine: name, command, state, possible: Object.keys(commands) })
    )
  ])
})

describe("in English", () => {
  it("a refusal says who may and what is possible, in words and never in code", () => {
    expect(refusals.length).toBeGreaterThan(500)
    for (const refusal of refusals) expect(Glossary.tell(english, refusal)).not.toMatch(/[a-z][A-Z]/)
  })

  it("says to whom something is up, and that it happens by itself where it is nobody’s", () => {
    const allowed = (machine: string, command: string, by: ReadonlyArray<string>) =>
      Glossary.tell(english, new Machine.NotAllowed({ machine, command, by: [...by] }))
    expect(allowed("Pap", "AcceptBuddy", ["AskedBuddy"])).toBe("This is not up to you, but to the buddy who was asked. Ask there.")
    expect(allowed("Intervision", "NextStep", ["Member", "Facilitator", "System"])).toBe(
      "This is not up to you, but to a member or the facilitator. Ask there."
    )
    expect(allowed("Pap", "Forget", ["System"])).toBe("This happens by itself, so nobody has to do it. Wait a moment for it.")
  })

  it("says why not now, and what is asked for", () => {
    const illegal = { machine: "PopGroup", command: "GrantTime", possible: ["Resume", "Leave"] }
    expect(Glossary.tell(english, new Machine.IllegalCommand({ ...illegal, state: "Paused" }))).toBe(
      "Not possible now: grant the hours, because this is “paused”. What is possible: resume, leave the group."
    )
    expect(Glossary.tell(english, new Machine.IllegalCommand({ ...illegal, state: "Start", possible: [] }))).toBe(
      "Not possible now: grant the hours, because this does not exist yet. What is possible: nothing."
    )
    expect(Glossary.tell(english, new Machine.NeedsInput({ fields: ["situation", "sign"] }), "Pap")).toBe(
      "This can be done now. Tell: situation at work, how you will notice."
    )
  })
})
