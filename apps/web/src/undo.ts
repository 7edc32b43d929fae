/** Which command takes back what another did, and with which of its fields. What is not here is taken back otherwise, or not. */
import type { CommandName, FieldsOf, MachineName } from "./school.ts"

/** The command that takes back what another did. */
export interface Undo<M extends MachineName, C extends CommandName<M> = CommandName<M>> {
  readonly command: C
  readonly fields?: Partial<FieldsOf<M, C>>
}

type Inverse<M extends MachineName, C extends CommandName<M>> = readonly [
  command: CommandName<M>,
  ...fields: ReadonlyArray<keyof FieldsOf<M, C> & string>
]
type Inverses = { readonly [M in MachineName]?: { readonly [C in CommandName<M>]?: Inverse<M, C> } }

const inverses: Inverses = {
  CompetenceProfile: { GrantView: ["RevokeView", "grant"] },
  Conversation: {
    AttachEvidence: ["DetachEvidence", "kind", "ref"],
    DetachEvidence: ["AttachEvidence", "kind", "ref"],
    Object: ["WithdrawObjection"]
  },
  Gop: {
    Contribute: ["WithdrawContribution", "source"],
    OfferQuality: ["WithdrawOffer", "offer"]
  },
  Intervision: {
    ConfirmAttendance: ["SignOff"],
    NextStep: ["StepBack"],
    OfferCase: ["WithdrawCase"],
    SignOff: ["ConfirmAttendance"],
    StepBack: ["NextStep"],
    StepOut: ["ComeBack"]
  },
  Pop: {
    DeferGoal: ["ResumeGoal", "goal"],
    OpenReview: ["CloseReview"],
    ResumeGoal: ["DeferGoal", "goal"],
    ShareGoal: ["UnshareGoal", "goal", "grant"]
  },
  PopAgreement: { Propose: ["Withdraw"] },
  PopGroup: { Pause: ["Resume"], Resume: ["Pause"] },
  PortfolioEntry: {
    Grant: ["RevokeGrant", "grant"],
    MarkForCompetenceFile: ["Unmark", "requirement"],
    Unmark: ["MarkForCompetenceFile", "requirement"]
  },
  Staff: {
    AppointLeader: ["EndLeadership", "person", "leader"],
    EndLeadership: ["AppointLeader", "person", "leader"],
    JoinCouncil: ["LeaveCouncil", "person"],
    LeaveCouncil: ["JoinCouncil", "person"],
    MakeAdministrator: ["RelieveAdministrator", "person"],
    RelieveAdministrator: ["MakeAdministrator", "person"]
  }
}

/** What takes this back; nothing when nothing does. */
export const undoOf = <M extends MachineName, C extends CommandName<M>>(
  machine: M,
  command: C,
  sent: Partial<FieldsOf<M, C>>
): Undo<M> | undefined => {
  const inverse: Inverse<M, C> | undefined = inverses[machine]?.[command]
  if (inverse === undefined) return undefined
  const [takesBack, ...names] = inverse
  // The other command wants the same fields by the same names.
  const fields = Object.fromEntries(names.map((name) => [name, sent[name]])) as Undo<M>["fields"] & object
  return { command: takesBack, fields }
}
