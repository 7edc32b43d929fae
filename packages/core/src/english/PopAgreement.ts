import { type MachineWords, said } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { PopAgreement } from "../PopAgreement.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const popAgreement: MachineWords<Machine.Of<typeof PopAgreement>> = {
  name: "Agreement on a POP",
  states: {
    Proposed: "proposed",
    Agreed: "agreed",
    Breached: "a promise was missed",
    Met: "every promise was kept",
    Withdrawn: "withdrawn",
    Destroyed: "destroyed"
  },
  commands: {
    Propose: "propose an agreement",
    Accept: "accept it",
    Withdraw: "withdraw it",
    TakeOver: "take it over",
    ConfirmDelivered: "say that you got it",
    ReportFacilityMissed: "say that it did not come",
    BeginRetention: "start the term of the file",
    Destroy: "destroy it"
  },
  help: {
    Propose: "Which goals, and the hours, money or room they take. Said again it is a counter-proposal.",
    Accept: "What the other side proposed is agreed.",
    Withdraw: "There is no agreement.",
    TakeOver: "A new leader keeps what the one before promised.",
    ConfirmDelivered: "What was promised came.",
    ReportFacilityMissed: "The day has passed and it is not there. You both see that.",
    BeginRetention: "The employee left, and the term of the file begins.",
    Destroy: "The term of the file is over."
  },
  events: {
    AgreementProposed: "proposed an agreement on the POP",
    AgreementReached: "accepted the agreement",
    AgreementWithdrawn: "withdrew the agreement",
    AgreementTakenOver: "took the agreement over",
    FacilityDelivered: "got what was promised",
    FacilityBreached: "noted that a promise was missed",
    AgreementMet: "got all that was promised",
    AgreementRetentionBegun: "left, and the term of the file began",
    AgreementDestroyed: "destroyed the agreement"
  },
  roles: {
    Owner: "the employee",
    Leader: "the leader",
    PopOwner: "the owner of the POP",
    InvitedLeader: "a leader with whom a goal is shared",
    OwnersLeader: "the leader of the owner now",
    Hr: "human resources"
  },
  fields: {
    ...shared,
    agreedAt: "agreed on",
    amount: "how much",
    before: "before",
    breached: "missed",
    delivered: "kept",
    keepUntil: "kept until",
    ownerId: "employee",
    proposedBy: "proposed by"
  },
  choices: {
    kind: {
      Minutes: "minutes",
      Money: "euros",
      Room: "room for it"
    }
  },
  refusals: {
    NothingAgreed: said,
    OtherPop: said,
    NoSuchFacility: said,
    DeliveredAlready: said,
    BreachedAlready: said,
    NotDueYet: said,
    GrantMissing: said,
    OwnProposal: said,
    StillWorksHere: said,
    KeptInFile: said
  }
}
