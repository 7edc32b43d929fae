/** Four colleagues in a session, and everything that each of them can try. */
import { methods } from "@groeikring/pack-nl"
import { type Told, words } from "@groeikring/testkit"
import type { Intervision } from "../src/Intervision.ts"
import * as Machine from "../src/Machine.ts"
import type { ItemType } from "../src/Method.ts"
import type { known } from "./session.ts";
import { as } from "./session.ts"

export type L = Machine.Of<typeof Intervision>
type State = Machine.State<L> | Machine.Start
type Event = Machine.Event<L>

export const [anneke, bram, carla, dirk] = ["p-anneke", "p-bram", "p-carla", "p-dirk"] as const
export const four = [anneke, bram, carla, dirk]
export const papOfBram = { pap: "pap-bram", owner: bram }

/** How often something may happen that does not bring the session further: what makes the number of places grow. */
export interface Bounds {
  readonly items: number
  readonly tips: number
  readonly notes: number
  readonly asides: number
  /** Whether they may break it off: cancel, postpone or stop it. */
  readonly breaks: boolean
  /** Whether they take their seats in one order alone. Round the circle it is all the same who sits where. */
  readonly seated: boolean
  /** The methods among which they choose. */
  readonly methods: ReadonlyArray<string>
  /** The kinds of items that are tried. */
  readonly types: ReadonlyArray<typeof ItemType["Type"]>
}

const asides = new Set<string>([
  "TimeOutCalled", "SteppedOut", "FacilitationHandedOver", "ThemeLinked", "CompetenceNamed", "MethodMarkedKnown", "StepExtended", "StepOverran",
  "ItemRedacted", "SessionPostponed", "CaseWithdrawn", "SignedOff"
])
const count = (history: ReadonlyArray<Event>, ...tags: ReadonlyArray<string>) => history.filter(({ _tag }) => tags.includes(_tag)).length

const late = 200
const nextMonth = 60 * 24 * 30
const aYear = 60 * 24 * 400

/** What anybody can try in a state: with few values, and also what must be refused. */
export const triesOf =
  (bounds: Bounds, machine: Machine.Lifecycle<L>) =>
  (state: State, history: ReadonlyArray<Event>): ReadonlyArray<Told<L>> => {
    const hasAside = history.filter(({ _tag }) => asides.has(_tag)).length < bounds.asides
      && ("method" in state && "step" in state ? count(history, "StepStarted") - state.step <= bounds.asides : true)
    const facts = { groupMembers: four, nextSessionAt: null }
    const told = (command: Machine.Command<L>, actor: string, minute = 0, more: Partial<typeof known> = {}): Told<L> =>
      ({ command, context: as(actor, minute, { ...facts, ...more }) })
    const each = (command: Machine.Command<L>, minute = 0, more: Partial<typeof known> = {}) =>
      four.map((actor) => told(command, actor, minute, more))
    const all: { readonly [C in Machine.Tag<L["commands"]>]: () => ReadonlyArray<Told<L>> } = {
      Plan: () => [told({ _tag: "Plan", groupId: "g", on: "2025-09-09", momentId: "m1" }, anneke)],
      ConfirmAttendance: () =>
        bounds.seated && "attendees" in state
          ? four.filter((person) => !state.attendees.includes(person)).slice(0, 1).map((actor) => told({ _tag: "ConfirmAttendance" }, actor))
          : each({ _tag: "ConfirmAttendance" }),
      SignOff: () => (hasAside ? each({ _tag: "SignOff" }) : []),
      LinkTheme: () => (hasAside ? [told({ _tag: "LinkTheme", themeId: "thema-rust" }, anneke)] : []),
      NameCompetence: () => (hasAside ? [told({ _tag: "NameCompetence", competence: "sbl-4" }, anneke)] : []),
      AssignRoles: () =>
        state._tag === "Ready" && !hasAside ? [] : [[dirk, carla], [anneke, bram]].map(([facilitator, guardian]) =>
          told({ _tag: "AssignRoles", facilitator: facilitator!, guardian: guardian! }, bram)),
      Open: () => each({ _tag: "Open", confidentialityShown: true }),
      BringPaps: () =>
        count(history, "PapsBrought") > 0 ? [] : [told({ _tag: "BringPaps" }, "system", 0, { openPaps: [papOfBram, { pap: "pap-x", owner: "p-x" }] })],
      StartPapReview: () => each({ _tag: "StartPapReview" }),
      SkipPapReview: () => (count(history, "PapReviewSkipped") > 0 ? [] : each({ _tag: "SkipPapReview", pap: papOfBram.pap })),
      // Bringing a case is never compulsory: who took theirs back brings no other, and nobody does it for them.
      OfferCase: () =>
        count(history, "CaseWithdrawn") > 0 ? [] : four.flatMap((actor) =>
          [[], [papOfBram.pap]].flatMap((reviewedPaps) =>
            [actor, anneke].map((caseGiver) => told({ _tag: "OfferCase", caseGiver, question: words("P1", "Hoe?", "caseGiver") }, actor, 0, { reviewedPaps })))),
      WithdrawCase: () => (hasAside ? each({ _tag: "WithdrawCase" }) : []),
      WaiveCase: () => [[], [papOfBram.pap]].flatMap((reviewedPaps) => each({ _tag: "WaiveCase" }, 0, { reviewedPaps })),
      ChooseCase: () => four.map((caseGiver) => told({ _tag: "ChooseCase", caseGiver }, "attendees" in state ? state.attendees[0]! : bram)),
      MarkMethodKnown: () => (hasAside ? each({ _tag: "MarkMethodKnown", method: bounds.methods[0]! }) : []),
      ChooseMethod: () =>
        bounds.methods.flatMap((id) =>
          each({ _tag: "ChooseMethod", method: id }, 0, { method: methods.find((method) => method.id === id)!, sessionsHeld: 3, intervisionMinutes: 60 })),
      StartIntervision: () => each({ _tag: "StartIntervision" }),
      NextStep: () => each({ _tag: "NextStep" }),
      StepBack: () => (hasAside ? each({ _tag: "StepBack" }) : []),
      ExtendStep: () => (hasAside ? each({ _tag: "ExtendStep", minutes: 1 }) : []),
      NoteOverrun: () => (hasAside ? [told({ _tag: "NoteOverrun" }, "system", late)] : []),
      CaptureItem: () => {
        const said = count(history, "ItemCaptured")
        return said >= bounds.items ? [] : bounds.types.flatMap((type) =>
          each({ _tag: "CaptureItem", item: `i${said}`, type, words: words("P1", "Iets.", "caseGiver") }))
      },
      KeepNote: () => (count(history, "NoteKept") >= bounds.notes ? [] : each({ _tag: "KeepNote", note: "n", words: words("P0", "Voor mij.", "by") })),
      EndIntervision: () => each({ _tag: "EndIntervision" }),
      OfferTip: () => {
        const given = count(history, "TipOffered")
        return given >= bounds.tips ? [] : [true, false].flatMap((named) =>
          each({ _tag: "OfferTip", tip: `t${given}`, words: words("P1", "Ik zou het vragen.", "caseGiver"), named }))
      },
      PassTurn: () => ("turn" in state && state.turn > 4 ? [] : each({ _tag: "PassTurn" })),
      EndTipParade: () => [...each({ _tag: "EndTipParade" }), told({ _tag: "EndTipParade" }, "system", late)],
      ChooseTips: () => [[], ["t0"], ["nergens"]].flatMap((tips) => each({ _tag: "ChooseTips", tips })),
      Close: () => [true, false].flatMap((closingRound) => each({ _tag: "Close", closingRound })),
      CallTimeOut: () => (hasAside ? each({ _tag: "CallTimeOut" }) : []),
      EndTimeOut: () => each({ _tag: "EndTimeOut" }),
      StepOut: () => (hasAside ? each({ _tag: "StepOut" }) : []),
      ComeBack: () => ("away" in state ? state.away.map((actor) => told({ _tag: "ComeBack" }, actor)) : []),
      HandOverFacilitation: () => (hasAside ? [dirk, carla].flatMap((actor) => four.map((to) => told({ _tag: "HandOverFacilitation", to }, actor))) : []),
      StopSafely: () => (bounds.breaks ? each({ _tag: "StopSafely" }) : []),
      RedactItem: () => (hasAside ? each({ _tag: "RedactItem", item: "i0" }) : []),
      Cancel: () => (bounds.breaks ? [told({ _tag: "Cancel" }, bram)] : []),
      Postpone: () => (hasAside ? [told({ _tag: "Postpone" }, bram)] : []),
      Replan: () => [told({ _tag: "Replan", on: "2025-09-16", momentId: "m2" }, carla)],
      PurgeContent: () => [nextMonth, aYear].map((minute) => told({ _tag: "PurgeContent" }, "system", minute))
    }
    const menu: ReadonlyArray<Machine.Tag<L["commands"]>> = Machine.commandsFrom(machine, state)
    return menu.flatMap((command) => all[command]())
  }

/** The parts of a meeting, in the order of the deck (S7.3-S7.8), and the facts that belong to each: it begins with the first. */
const parts: ReadonlyArray<ReadonlyArray<Machine.Tag<L["events"]>>> = [
  ["SessionPlanned", "SessionReplanned", "AttendanceConfirmed", "SignedOff", "RolesAssigned", "SessionOpened", "PapsBrought"],
  ["PapReviewStarted", "PapReviewSkipped"],
  ["CaseOffered", "CaseWithdrawn", "CaseChosen", "MethodMarkedKnown", "MethodChosen"],
  ["IntervisionStarted", "StepStarted", "StepEnded", "ItemCaptured", "IntervisionEnded"],
  ["TipParadeStarted", "TipOffered"],
  ["TipParadeEnded", "TipsChosen", "ClosingStarted", "SessionHeld"]
]
const [review, choice, writing] = [1, 2, 5]

/** Review, case, intervision, tips, plan: each part after the one before, none passed over but by a session without a case. */
export const isInOrder = (history: ReadonlyArray<Event>): boolean => {
  let now = 0
  for (const { _tag } of history) {
    const part = _tag === "CaseWaived" ? writing : parts.findIndex((tags) => tags.includes(_tag))
    if (part === -1) continue
    const begins = part === now + 1 && parts[part]![0] === _tag
    if (part !== now && !begins && !(_tag === "CaseWaived" && [review, choice].includes(now))) return false
    now = part
  }
  return true
}
/** What of the past `isInOrder` looks at: the parts that there were, and what was said on the sheet. */
export const partsOf = (history: ReadonlyArray<Event>) => [
  parts.map((tags) => history.some(({ _tag }) => tags.includes(_tag))),
  count(history, "CaseWaived", "ItemCaptured")
]

/** What was captured stands on the sheet until it is redacted, or goes with the session: a step back deletes nothing. */
export const isOnTheSheet = (history: ReadonlyArray<Event>, state: State): boolean =>
  !("items" in state) || state.items.length === count(history, "ItemCaptured") - new Set(history.flatMap((event) => event._tag === "ItemRedacted" ? [event.item] : [])).size

/** Whether this is advice outside the TIP-parade. */
export const isAdviceTooSoon = ({ command }: Told<L>, { state }: { readonly state: State }): boolean =>
  (command._tag === "CaptureItem" && command.type === "Tip") || (command._tag === "OfferTip" && state._tag !== "TipParade")

/** Whether this is a word of the case giver where the method says that they listen, or in the TIP-parade. */
export const isWordOfListener = ({ command, context }: Told<L>, { state }: { readonly state: State }): boolean =>
  state._tag === "TipParade" ? state.caseGiver === context.actor && ["OfferTip", "PassTurn"].includes(command._tag)
    : state._tag === "Intervision" && command._tag === "CaptureItem" && state.caseGiver === context.actor
    && ["Listens", "Absent"].includes(state.method.steps[state.step]!.caseGiver)

/** Whether a case is taken up while somebody's plan waits: neither looked back on nor skipped by its owner. */
export const isBeforeReview = ({ command, context }: Told<L>, { state }: { readonly state: State }): boolean =>
  (command._tag === "OfferCase" || command._tag === "WaiveCase") && "duePaps" in state
  && state.duePaps.some(({ pap }) => !context.reviewedPaps.includes(pap) && !state.skipped.includes(pap))
