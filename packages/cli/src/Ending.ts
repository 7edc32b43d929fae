/** How a command ends: with what exit code, and what is said when it is nobody's choice. */
import { StoreUnusable } from "@groeikring/storage-sqlite"
import { Cause, Effect, Exit } from "effect"
import { codes, Ended, type Language } from "./Front.ts"
import { complain } from "./Output.ts"

const folder = "Controleer of de map bestaat en of je daar mag schrijven."
const unusable: Readonly<Record<string, readonly [string, string]>> = {
  "is not there": ["is er niet", "Controleer de naam achter --store, of begin er een school in."],
  "is there already": ["is er al", "Kies een andere naam, of zet het eerst weg."],
  "is locked by another program for longer than five seconds": [
    "is al meer dan vijf seconden bezet door een ander programma",
    "Sluit dat programma, of probeer het opnieuw."
  ],
  "cannot be written": ["kan niet worden geschreven", "Zorg dat je het bestand en de map mag schrijven."],
  "cannot be read or written: the disk answers with an error": [
    "kan niet worden gelezen of geschreven: de schijf geeft een fout",
    "Controleer de schijf, en zet zo nodig een kopie terug."
  ],
  "is damaged": ["is beschadigd", "Zet een kopie terug."],
  "cannot grow: the disk is full": [
    "kan niet groeien: de schijf is vol",
    "Maak ruimte en probeer het opnieuw; wat er al stond is heel."
  ],
  "cannot be opened": ["kan niet worden geopend", folder],
  "is not a database": ["is geen database", "Kies een ander bestand, of zet een kopie terug."],
  "was written by a newer version": [
    "is door een nieuwere versie geschreven",
    "Werk Groeikring bij, of open het met de versie die het schreef."
  ],
  "is missing, and it is the key to the words of this school": [
    "ontbreekt, en het is de sleutel van de woorden van deze school",
    "Leg het terug, of geef GROEIKRING_MASTER_KEY."
  ],
  "does not hold a master key": ["is geen hoofdsleutel", "Leg het goede bestand terug."],
  "cannot be made": ["kan niet worden gemaakt", folder],
  "cannot be read": ["kan niet worden gelezen", "Zorg dat je het mag lezen."]
}

/** What is the matter with the store, and what to do. */
const aboutStore = (failure: StoreUnusable, language: Language): string => {
  const told = language === "nl" ? unusable[failure.problem] : undefined
  return told === undefined ? failure.message : `${failure.file} ${told[0]}. ${told[1]}`
}

/** Runs a command and answers with its exit code. `otherwise` knows failures of its own; without it they are a bug. */
export const ending = async <E>(
  command: Effect.Effect<void, E>,
  language: Language,
  otherwise: (failure: unknown) => number | undefined = () => undefined
): Promise<number> => {
  const exit = await Effect.runPromiseExit(command)
  if (Exit.isSuccess(exit)) return codes.done
  const failure = Cause.squash(exit.cause)
  if (failure instanceof Ended) return failure.code
  if (failure instanceof StoreUnusable) {
    complain(aboutStore(failure, language))
    return codes.unusable
  }
  const known = otherwise(failure)
  if (known !== undefined) return known
  complain(
    language === "nl"
      ? "Dit is een fout in Groeikring, niet in wat je deed. Meld hem met de regels hieronder."
      : "This is a bug in Groeikring, not in what you did. Report it with the lines below."
  )
  complain(Cause.pretty(exit.cause))
  return codes.bug
}
