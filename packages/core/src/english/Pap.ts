import { type MachineWords, said } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { Pap } from "../Pap.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const pap: MachineWords<Machine.Of<typeof Pap>> = {
  name: "PAP",
  states: {
    Draft: "draft",
    Committed: "committed",
    Trying: "trying",
    Reported: "reported",
    Reviewed: "looked back on",
    Closed: "closed",
    Continued: "continued",
    Dropped: "dropped",
    Forgotten: "forgotten"
  },
  commands: {
    Start: "start a plan",
    StartNext: "start the next plan",
    Commit: "commit to your plan",
    MarkTried: "say that you tried",
    AskBuddy: "ask a buddy",
    AcceptBuddy: "become a buddy",
    Report: "tell how it went",
    Review: "look back",
    Celebrate: "celebrate",
    Close: "close it",
    Continue: "go on",
    Drop: "drop it",
    Forget: "let it be forgotten",
    CarryOver: "carry over"
  },
  help: {
    Start: "A small experiment with other behaviour, until the next session.",
    StartNext: "The plan that follows on the one before.",
    Commit: "This is what you will try.",
    MarkTried: "You tried it. How it went is for later.",
    AskBuddy: "Ask a colleague to think along.",
    AcceptBuddy: "You think along with this plan.",
    Report: "Four honest outcomes, and none of them is a failure.",
    Review: "Look back in the session. Nobody comments unless you ask.",
    Celebrate: "Stop for a moment at what worked.",
    Close: "The plan has done its work.",
    Continue: "Take it further in a new plan.",
    Drop: "Let the plan go. You need no reason.",
    Forget: "The plan goes for good. What you kept of it stays in your portfolio.",
    CarryOver: "The plan waits for the next session."
  },
  events: {
    PapStarted: "started an action plan",
    PapCommitted: "committed to the action plan",
    PapTried: "tried it",
    BuddyAsked: "asked a buddy",
    BuddyAccepted: "became a buddy",
    PapReported: "told how it went",
    PapReviewed: "looked back on the plan",
    SuccessCelebrated: "celebrated the success",
    PapClosed: "closed the plan",
    PapContinued: "goes on with a new plan",
    PapDropped: "dropped the plan",
    PapForgotten: "let the plan be forgotten",
    PapCarriedOver: "carried a plan over to the next time"
  },
  roles: {
    Owner: "the owner",
    AskedBuddy: "the buddy who was asked"
  },
  fields: {
    ...shared,
    reviewedAt: "looked back on",
    buddy: "buddy",
    buddyAsked: "buddy who was asked",
    competenceRef: "competence",
    dueSession: "looked back on in",
    earlier: "the plan before",
    firstOccasion: "first occasion",
    fromSession: "from session",
    learned: "what you learned",
    newBehaviour: "what you do differently",
    next: "next plan",
    outcome: "how it went",
    ownerId: "owner",
    peer: "colleague",
    popGoalRef: "goal of the POP",
    sign: "how you will notice",
    situation: "situation at work",
    tipRefs: "tips"
  },
  choices: {
    outcome: {
      DoneWorked: "done, and it worked",
      DoneDifferently: "done in another way",
      TriedNotWorked: "tried, and it did not work",
      NotTried: "not tried"
    },
    reason: { Time: "no time", Occasion: "no occasion", Courage: "did not dare", ChangedMind: "changed my mind" }
  },
  refusals: {
    NotInThisGroup: said,
    PapAlreadyOpen: said,
    PapStepNotReached: said,
    PapStepLongOver: said,
    PapWithoutBehaviour: said,
    PapWithoutSituation: said,
    PapWithoutSign: said,
    NoNextSession: said,
    PapDueAfterNextSession: said,
    NotInPapReview: said,
    PapStillKept: said,
    BuddyAlready: said,
    BuddyIsOwner: said
  }
}
