/** What a programme leans on and does not promise (S5.6): a claim, and where it comes from. */
import type { Pack } from "@groeikring/core"

export const assumptions: ReadonlyArray<Pack.Assumption> = [
  {
    id: "wellbeing",
    claim: {
      nl: "Ruimte voor autonomie, relatie, competentie en zelfwaardering hangt samen met welbevinden.",
      en: "Room for autonomy, relatedness, competence and self-worth goes together with wellbeing."
    },
    source: {
      mark: "Found",
      at: "Sheldon, Elliot, Kim and Kasser 2001, JPSP 80(2), 325-339, doi 10.1037/0022-3514.80.2.325; the deck of 2003, slide 5, says more than it found"
    }
  }
]
