import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields } from "./FieldsAndSteps.ts"

export const otherView: Glossary.MachineWords<Machine.Of<typeof Domain.domain.OtherView.machine>> = {
  name: "Blik van een collega",
  states: {
    Asked: "gevraagd",
    Shared: "gedeeld",
    TakenBack: "teruggenomen"
  },
  commands: {
    Ask: "vragen hoe iemand het ziet",
    Note: "het voor jezelf opschrijven",
    Share: "delen",
    TakeBack: "terugnemen"
  },
  help: {
    Ask: "Eén competentie, en een collega uit je groep.",
    Note: "Denk erover na. Niemand ziet het nog; laten liggen mag ook.",
    Share: "In woorden, voor wie het vroeg.",
    TakeBack: "Op elk moment. Daarna kan niemand het meer lezen."
  },
  events: {
    OtherViewAsked: "vroeg een collega hoe die het ziet",
    OtherViewNoted: "schreef op hoe die het ziet",
    OtherViewShared: "deelde een blik",
    OtherViewTakenBack: "nam een blik terug"
  },
  roles: {
    Author: "wie gevraagd is",
    Owner: "wie het vroeg",
    SharedWith: "met wie het gedeeld is"
  },
  fields: {
    ...fields,
    authorId: "gevraagd aan",
    noted: "notitie",
    sees: "wat ik je zie doen",
    seesYou: "wat ik je zie doen",
    sharedWith: "gedeeld met",
    wishes: "waar ik meer van zou willen zien",
    wishesYou: "waar ik meer van zou willen zien"
  },
  choices: {},
  refusals: {
    NotYourPeer: "Een blik vraag je aan iemand die met jou in een groep zit. Vraag een collega uit je groep.",
    NothingSeen: "Er staat niet wat je ziet. Schrijf een zin, of laat het liggen; dat mag."
  }
}
