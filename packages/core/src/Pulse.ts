/**
 * Pulse — a short measurement of needs and results (domain 4.13, 7). It is designed, consented to, open for a while, and
 * closed. What is reported has passed the k gate; when nothing does, it says that answers are too few, and never how many.
 * The answers themselves are in `PulseAnswers`, which nobody reads.
 */
import { Schema } from "effect"
import { distribution, gate, mean, Mean, trend } from "./Anonymity.ts"
import * as Machine from "./Machine.ts"
import { seenBy } from "./Privacy.ts"
import { ScaleId } from "./Pack.ts"
import { refusal } from "./Refusal.ts"
import { Settings } from "./Settings.ts"
import { dateOf, Day, Id, maybe, People, SchoolYear } from "./Vocabulary.ts"

// What it is about --------------------------------------------------------------

const Item = Schema.Struct({ id: Id, scale: ScaleId })
/** A part of the school that is reported on by itself, and who is invited in it. There is no other way to cut the answers. */
const Unit = Schema.Struct({ id: Id, people: People })
const design = {
  schoolYear: SchoolYear,
  /** Of one group, which then agrees together; without it the whole school, for which the council agrees. */
  groupId: maybe(Id),
  /** A group may ask that its numbers are shown outside too. Then the council agrees as well; else they stay inside. */
  reportOutside: maybe(Schema.Boolean),
  /** The last day to answer; without one it is open until somebody closes it. */
  closesOn: maybe(Day),
  instrument: Id,
  licence: maybe(Schema.NonEmptyString),
  items: Schema.NonEmptyArray(Item),
  units: Schema.NonEmptyArray(Unit)
}
const designed = { ...design, agreed: People, consent: maybe(Schema.NonEmptyString) }
const Arrow = Schema.Struct({ unit: Id, scale: ScaleId, trend: Schema.Literals(["Up", "Down"]) })
/** From so many answers on that nobody stands out: the share of the school whose plan lives, as they say themselves (S8.6). */
const livingPop = maybe(Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 })))
const report = { reportedOn: Day, means: Schema.NonEmptyArray(Mean), arrows: Schema.Array(Arrow), livingPop }

/** One set of answers: the unit, and a value per question. Nobody's name, and no words. */
export const Answers = Schema.Struct({ unit: Id, values: Schema.Record(Id, Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 5 }))) })
/** What was shown the time before, so that an arrow can be drawn. */
const Before = Schema.Struct({ units: Schema.Array(Unit), means: Schema.Array(Mean) })

// Why not -----------------------------------------------------------------------

export class LicenceMissing extends refusal(
  "LicenceMissing",
  ({ instrument }) => `${instrument} belongs to somebody else, and no licence is named. Ask for one, or use the pulse of your own school.`,
  { instrument: Id }
) {}
export class InTwoUnits extends refusal(
  "InTwoUnits",
  "Somebody is in more than one unit, and would be counted twice. Name each person once."
) {}
export class OutsideTheGroup extends refusal(
  "OutsideTheGroup",
  "A pulse of a group is for its members and has one unit. Take the others off, or measure the whole school."
) {}
export class ConsentOfOthers extends refusal(
  "ConsentOfOthers",
  "The council agrees to what is shown outside, and the members to a pulse of their group. Ask them."
) {}

// Lifecycle ---------------------------------------------------------------------

export const PulseLifecycle = Machine.lifecycle("Pulse", {
  roles: { Colleague: "staff", Leader: "leaders", Hr: "hr", Pmr: "pmr", Member: "members" },
  foundBy: ["schoolYear", "groupId"],
  // A number that passed the gate is for whoever may ask for a pulse.
  seenBy: seenBy("Pulse"),
  needs: {
    staff: People,
    leaders: People,
    hr: People,
    pmr: People,
    /** The members of the group; for a pulse of the school, nobody. */
    members: People,
    answers: Schema.Array(Answers),
    before: Schema.NullOr(Before),
    settings: Settings
  },
  states: {
    Designed: designed,
    Consented: designed,
    Open: designed,
    Closed: designed,
    Reported: { ...designed, ...report },
    Suppressed: { ...designed, reason: Schema.Literals(["TooFewAnswers"]) }
  },
  events: {
    MeasurementDesigned: { from: ["Start", "Designed"], to: "Designed", payload: design },
    MeasurementAgreed: { from: ["Designed"], to: "Same", payload: { person: Id } },
    OutsideAgreed: { from: ["Designed"], to: "Same", payload: { document: Schema.NonEmptyString } },
    MeasurementConsented: { from: ["Designed"], to: "Consented", payload: { document: maybe(Id) } },
    MeasurementOpened: { from: ["Consented"], to: "Open" },
    MeasurementClosed: { from: ["Open"], to: "Closed" },
    MeasurementReported: { from: ["Closed"], to: "Reported", payload: report },
    MeasurementSuppressed: { from: ["Closed"], to: "Suppressed", payload: { reason: Schema.Literals(["TooFewAnswers"]) } }
  },
  commands: {
    Design: {
      by: ["Hr", "Member"],
      emits: ["MeasurementDesigned"],
      needs: ["members", "settings"],
      refuses: [LicenceMissing, InTwoUnits, OutsideTheGroup],
      payload: design
    },
    /** The staff part of the council, for the whole school, and for what a group asks to be shown outside. */
    Consent: {
      by: ["Pmr"],
      emits: ["OutsideAgreed", "MeasurementConsented"],
      needs: ["members"],
      refuses: [ConsentOfOthers],
      payload: { document: Schema.NonEmptyString }
    },
    /** Each member, for a pulse of their group; it is consented to when all did. */
    Agree: { by: ["Member"], emits: ["MeasurementAgreed", "MeasurementConsented"], needs: ["members"], refuses: [ConsentOfOthers] },
    Open: { by: ["Hr", "Member"], emits: ["MeasurementOpened"] },
    Close: { by: ["Hr", "Member", "System"], emits: ["MeasurementClosed"] },
    Report: { by: ["System"], emits: ["MeasurementReported", "MeasurementSuppressed"], needs: ["answers", "before", "settings"] }
  }
})

// Rules -------------------------------------------------------------------------

/** Of the school, or of a group that asked to be shown outside: what a group measures for itself stays there. */
export const isShownOutside = ({ groupId, reportOutside }: { readonly groupId?: string; readonly reportOutside?: boolean }): boolean =>
  groupId === undefined || reportOutside === true

type Counted = { readonly items: ReadonlyArray<typeof Item["Type"]>; readonly units: ReadonlyArray<typeof Unit["Type"]> }
type Given = ReadonlyArray<typeof Answers["Type"]>

const scalesOf = ({ items }: Counted) => [...new Set(items.map(({ scale }) => scale))]
/** Somebody's own mean of a scale; nothing where every question of it was left open. */
const ofScale = ({ items }: Counted, scale: string, { values }: typeof Answers["Type"]) => {
  const said = items.flatMap((item) => (item.scale === scale && Object.hasOwn(values, item.id) ? [values[item.id]!] : []))
  return said.length === 0 ? [] : [said.reduce((all, one) => all + one, 0) / said.length]
}
/** Per scale the gate anew: a question that was left open makes a unit smaller. */
const means = (pulse: Counted, given: Given, { anonymity }: Settings): ReadonlyArray<typeof Mean["Type"]> =>
  scalesOf(pulse).flatMap((scale) => {
    const of = (unit: string) => given.flatMap((one) => (one.unit === unit ? ofScale(pulse, scale, one) : []))
    const shown = gate(pulse.units.map(({ id, people }) => ({ unit: id, invited: people.length, answers: of(id).length })), anonymity)
    const row = (unit: string | null, values: ReadonlyArray<number>) => ({ unit, scale, answers: values.length, mean: mean(values, anonymity) })
    return [
      ...shown.units.map((unit) => row(unit, of(unit))),
      ...(shown.total ? [row(null, pulse.units.flatMap(({ id }) => of(id)))] : [])
    ]
  })
const livingOf = (pulse: Counted, given: Given, { anonymity, ratingThreshold }: Settings) => {
  const said = given.flatMap((one) => ofScale(pulse, "LivingPop", one))
  const counts = distribution(said, anonymity)
  const yes = Object.entries(counts ?? {}).reduce((all, [value, count]) => all + (Number(value) >= ratingThreshold ? count : 0), 0)
  return counts === undefined ? undefined : Math.round((yes / said.length) * 10) / 10
}
const arrows = (pulse: Counted, now: ReadonlyArray<typeof Mean["Type"]>, before: typeof Before["Type"], { anonymity }: Settings) =>
  scalesOf(pulse).flatMap((scale) =>
    pulse.units.flatMap(({ id, people }) => {
      const of = (rows: ReadonlyArray<typeof Mean["Type"]>) => rows.find((row) => row.unit === id && row.scale === scale)
      const [was, is] = [of(before.means), of(now)]
      const then = before.units.find((unit) => unit.id === id)
      if (was === undefined || is === undefined || then === undefined) return []
      const arrow = trend({ ...was, unit: id, people: then.people }, { ...is, unit: id, people }, anonymity)
      return arrow === undefined ? [] : [{ unit: id, scale, trend: arrow }]
    })
  )

export const Pulse = Machine.make(PulseLifecycle, {
  decide: {
    Design: (_, { _tag, ...design }, { members, settings }) => {
      const people = design.units.flatMap(({ people }) => people)
      return !settings.ownInstruments.includes(design.instrument) && design.licence === undefined
        ? new LicenceMissing({ instrument: design.instrument })
        : new Set(people).size < people.length || new Set(design.units.map(({ id }) => id)).size < design.units.length ? new InTwoUnits()
        : design.groupId !== undefined && (design.units.length > 1 || !people.every((person) => members.includes(person)))
        ? new OutsideTheGroup()
        : { ...design, _tag: "MeasurementDesigned" }
    },
    Consent: ({ agreed, groupId, reportOutside }, { document }, { members }) =>
      groupId === undefined ? { _tag: "MeasurementConsented", document }
        : reportOutside !== true ? new ConsentOfOthers()
        : members.every((member) => agreed.includes(member))
        ? [{ _tag: "OutsideAgreed", document }, { _tag: "MeasurementConsented", document }]
        : { _tag: "OutsideAgreed", document },
    Agree: ({ agreed, consent, groupId, reportOutside }, _, { actor, members }) =>
      groupId === undefined ? new ConsentOfOthers()
        : members.every((member) => member === actor || agreed.includes(member)) && (reportOutside !== true || consent !== undefined)
        ? [{ _tag: "MeasurementAgreed", person: actor }, { _tag: "MeasurementConsented" }]
        : { _tag: "MeasurementAgreed", person: actor },
    Open: () => ({ _tag: "MeasurementOpened" }),
    Close: () => ({ _tag: "MeasurementClosed" }),
    Report: (pulse, _, { answers, at, before, settings }) => {
      const [first, ...more] = means(pulse, answers, settings)
      const isShown = pulse.groupId === undefined && [first, ...more].some((row) => row?.scale === "LivingPop" && row.unit === null)
      const livingPop = isShown ? livingOf(pulse, answers, settings) : undefined
      return first === undefined
        ? { _tag: "MeasurementSuppressed", reason: "TooFewAnswers" }
        : {
            _tag: "MeasurementReported",
            reportedOn: dateOf(at),
            means: [first, ...more],
            ...(livingPop !== undefined && { livingPop }),
            arrows: before === null ? [] : arrows(pulse, [first, ...more], before, settings)
          }
    }
  },
  evolve: {
    // A new design is agreed to anew.
    MeasurementDesigned: (_, design) => ({ ...design, agreed: [] }),
    MeasurementAgreed: (pulse, { person }) => ({ ...pulse, agreed: [...pulse.agreed.filter((one) => one !== person), person] }),
    OutsideAgreed: (pulse, { document }) => ({ ...pulse, consent: document }),
    MeasurementConsented: (pulse, { document }) => ({ ...pulse, ...(document !== undefined && { consent: document }) }),
    MeasurementOpened: (pulse) => pulse,
    MeasurementClosed: (pulse) => pulse,
    MeasurementReported: (pulse, { _tag, ...report }) => ({ ...pulse, ...report }),
    MeasurementSuppressed: (pulse, { reason }) => ({ ...pulse, reason })
  }
})
