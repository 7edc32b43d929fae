/** Why not: what the plan of a group refuses, and what to do instead. */
import { Schema } from "effect"
import { refusal } from "../Refusal.ts"
import { Id, People } from "../Vocabulary.ts"

export class GopExists extends refusal(
  "GopExists",
  ({ gop }) => `Your group has a plan for this school year: ${gop}. Go on with that one.`,
  { gop: Id }
) {}
export class GopGroupNotActive extends refusal(
  "GopGroupNotActive",
  "Only an active group makes a plan together, and this one is not active. Activate the group first."
) {}
export class SourceExists extends refusal("SourceExists", "Something was brought under this name already. Choose another name.") {}
export class NoSuchSource extends refusal("NoSuchSource", "You did not bring this, or took it back already. Nothing needs to be done.") {}
export class NothingBrought extends refusal(
  "NothingBrought",
  "There is nothing in what you bring. Name a competence, or write a sentence."
) {}
export class RowNotShown extends refusal(
  "RowNotShown",
  "The board does not show this competence. Choose a row that is shown, or bring it in your own words."
) {}
export class NoSuchThemeYet extends refusal("NoSuchThemeYet", "There is no such theme, or it was declined. Choose a theme that is open.") {}
export class OfferExists extends refusal("OfferExists", "There is an offer under this name already. Choose another name.") {}
export class NoSuchOfferOfYours extends refusal(
  "NoSuchOfferOfYours",
  "You did not offer this, or took it back already. Nothing needs to be done."
) {}
export class NotYourTalent extends refusal(
  "NotYourTalent",
  "By your own ratings this is no talent of yours. Rate it first, or say in your own words what you can help with."
) {}
export class OfferNotMade extends refusal("OfferNotMade", "A goal leans on an offer that nobody made. Choose an offer that stands.") {}
export class GoalWithoutSource extends refusal(
  "GoalWithoutSource",
  ({ goals }) => `Every goal comes from something that a member brought, and these do not: ${goals.join(", ")}. Name what they come from.`,
  { goals: Schema.Array(Id) }
) {}
export class NamedByAnother extends refusal(
  "NamedByAnother",
  ({ people }) => `A sentence names somebody only when they offered that themselves, and these did not: ${people.join(", ")}. Leave the name out, or let them offer it.`,
  { people: People }
) {}
export class ConsentIncomplete extends refusal(
  "ConsentIncomplete",
  ({ missing }) => `A plan leaves the group when everybody whose it is said yes, and not all have: ${missing.join(", ")}. Hear them first, and change the words if need be.`,
  { missing: People }
) {}
export class ConsentedAlready extends refusal("ConsentedAlready", "You said yes to these words already. Wait for the others.") {}
export class NobodyObjects extends refusal("NobodyObjects", "A plan is dropped when somebody objects, and nobody does. Say yes, or object first.") {}
export class DeadlineMissing extends refusal(
  "DeadlineMissing",
  ({ goals }) => `Every goal has a day before which you do it, and these have none: ${goals.join(", ")}. Name a day for each.`,
  { goals: Schema.Array(Id) }
) {}
export class GopNotEvaluated extends refusal(
  "GopNotEvaluated",
  "A plan is closed when you looked back on it, and that has yet to come. Evaluate it first."
) {}
export class StillInGroup extends refusal("StillInGroup", "They are in the group, so what they brought is theirs. Let them take it back.") {}
