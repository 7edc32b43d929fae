/** A school with a circle for every session, each as far as the questions: what the load is put on. */
import { School } from "@groeikring/storage"
import { SqliteStore } from "@groeikring/storage-sqlite"
import { Effect, Layer } from "effect"
import * as Season from "../src/Season.ts"

export interface Circle {
  readonly session: string
  readonly people: ReadonlyArray<string>
  /** Those who may ask: everybody but who brings the case. */
  readonly asks: ReadonlyArray<string>
}
const at = Math.floor(Season.today / 60_000)

export const school = (file: string, viewers: number, sessions: number): Promise<ReadonlyArray<Circle>> =>
  Effect.runPromise(
    Effect.gen(function* () {
      const { send } = yield* School
      yield* Season.play()
      const does = (machine: string, id: string, actor: string, _tag: string, fields: object = {}) =>
        send(machine, id, { ...fields, _tag }, { actor, at })
      const circles: Array<Circle> = []
      const size = Math.floor(viewers / sessions)
      for (let n = 0; n < sessions; n++) {
        const group = `g-${n}`
        const session = `load-${n}`
        const people = Array.from({ length: size }, (_, m) => `p-load-${n}-${m}`)
        const [leads, gives, guards] = people as [string, string, string]
        for (const person of people) {
          yield* does("Staff", "de-zwaluw", "p-joke", "Employ", { person, function: "Teacher", fte: 1 })
          yield* does("Staff", "de-zwaluw", "p-joke", "AppointLeader", { person, leader: "p-hilde" })
          const budget = `jaartaak-${person}`
          const lines = [
            { line: "Teaching", minutes: 56_400, earmarks: [] },
            { line: "Prep", minutes: 22_560, earmarks: [] },
            { line: "Professionalisation", minutes: 4980, earmarks: [{ purpose: "Session", minutes: 480 }] },
            { line: "Sustainable", minutes: 2400, earmarks: [] },
            { line: "Other", minutes: 13_200, earmarks: [] }
          ]
          yield* does("TimeBudget", budget, "p-hilde", "Draft", {
            personId: person,
            schoolYear: "2025-2026",
            fte: 1,
            attendance: "Full",
            lines,
            money: 500
          })
          yield* does("TimeBudget", budget, "p-hilde", "Propose")
          yield* does("TimeBudget", budget, person, "Agree")
        }
        yield* does("PopGroup", group, leads, "Form", { type: "Other", schoolYear: "2025-2026", sponsor: "p-hilde" })
        for (const person of people.slice(1)) yield* does("PopGroup", group, person, "Join")
        yield* does("PopGroup", group, leads, "DraftAgreement", {
          confidentiality: "Wat hier gezegd wordt, blijft hier.",
          rhythm: { sessions: 1, sessionMinutes: 60 },
          intervisionMinutes: 60,
          papScope: "EveryoneOptional",
          rotation: "Volunteer",
          absenceRule: "CarryOver"
        })
        for (const person of people) yield* does("PopGroup", group, person, "Sign")
        yield* does("PopGroup", group, "p-hilde", "GrantTime", { hours: 20 })
        yield* does("RosteredMoment", session, leads, "Propose", {
          type: "Session",
          schoolYear: "2025-2026",
          groupId: group,
          people: [],
          sponsor: "p-hilde",
          agenda: [],
          on: "2026-03-24",
          start: "15:30",
          minutes: 60
        })
        yield* does("RosteredMoment", session, "p-hilde", "Roster")
        yield* does("PopGroup", group, leads, "Activate")
        for (const person of people) yield* does("Intervision", session, person, "ConfirmAttendance")
        yield* does("Intervision", session, leads, "AssignRoles", { facilitator: leads, guardian: guards })
        yield* does("Intervision", session, leads, "Open", { confidentialityShown: true })
        yield* does("Intervision", session, leads, "StartPapReview")
        yield* does("Intervision", session, gives, "OfferCase", { caseGiver: gives, question: "Hoe houd ik rust?" })
        yield* does("Intervision", session, leads, "ChooseCase", { caseGiver: gives })
        yield* does("Intervision", session, gives, "ChooseMethod", { method: "five-steps" })
        yield* does("Intervision", session, leads, "StartIntervision")
        yield* does("Intervision", session, leads, "NextStep")
        circles.push({ session, people, asks: people.filter((person) => person !== gives) })
      }
      return circles
    }).pipe(
      Effect.provide(
        School.layer({ domain: Season.domain, packs: Season.packs, processes: Season.processes }).pipe(
          Layer.provide(SqliteStore.layer(file))
        )
      )
    )
  )
