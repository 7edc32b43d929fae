/** How a command ends: with what exit code, and what is said when it is nobody's choice. */
import { type StoreProblem, StoreUnusable } from "@groeikring/storage"
import { Cause, Effect, Exit } from "effect"
import { codes, Ended, type Language } from "./Front.ts"
import { complain } from "./Output.ts"

const folder = "Controleer of de map bestaat en of je daar mag schrijven."
/** Each in Dutch, with what to do. The compiler sees to it that none is missing. */
const unusable: Readonly<Record<StoreProblem, readonly [problem: string, advice: string]>> = {
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
  "was locked with another master key": [
    "is met een andere hoofdsleutel vergrendeld",
    "Leg de sleutel terug waarmee het is gemaakt."
  ],
  "cannot be reached": ["is niet te bereiken", "Controleer of de server aan staat, en de host en de poort in het adres."],
  "cannot be reached safely: its certificate is not trusted": [
    "is niet veilig te bereiken: het certificaat wordt niet vertrouwd",
    "Geef Node het certificaat van de uitgever in NODE_EXTRA_CA_CERTS."
  ],
  "does not accept this user and password": ["kent deze gebruiker met dit wachtwoord niet", "Controleer beide in het adres."],
  "does not accept this user": ["laat deze gebruiker niet toe", "Controleer de gebruiker in het adres, en pg_hba.conf."],
  "does not exist": ["bestaat niet", "Maak deze database, of controleer de naam."],
  "may not be used by this user": [
    "mag niet worden gebruikt door deze gebruiker",
    "Log in als wie hem maakte, of geef deze gebruiker rechten."
  ],
  "cannot be written: this server only reads": [
    "kan niet worden geschreven: deze server leest alleen",
    "Geef het adres van de hoofdserver."
  ],
  "has no memory left": ["heeft geen geheugen meer", "Geef de server meer geheugen, of minder verbindingen."],
  "has no room for another connection": [
    "heeft geen plaats voor nog een verbinding",
    "Sta per proces minder verbindingen toe, of verhoog max_connections."
  ],
  "does not answer in time": ["antwoordt niet op tijd", "Probeer het opnieuw; pg_stat_activity zegt waar het op wacht."],
  "is stopping or starting": ["stopt of start net", "Probeer het zo opnieuw."],
  "is older than PostgreSQL 15": ["is ouder dan PostgreSQL 15", "Gebruik PostgreSQL 15 of nieuwer."],
  "does not keep its text as UTF-8": ["bewaart tekst niet als UTF-8", "Maak de database met ENCODING 'UTF8'."],
  "is no address of a database": [
    "is geen adres van een database",
    "Schrijf het als postgres://gebruiker:wachtwoord@host:5432/database."
  ],
  "is a database and no file": ["is een database en geen bestand", "Gebruik het gereedschap van de server, zoals pg_dump."],
  "is a folder and no file": ["is een map en geen bestand", "Noem een bestand in die map."],
  "is a file and no folder": ["is een bestand en geen map", "Noem een map."],
  "cannot be made": ["kan niet worden gemaakt", folder],
  "cannot be read": ["kan niet worden gelezen", "Zorg dat je het mag lezen."]
}

/** What is the matter with the store, and what to do. */
const aboutStore = (failure: StoreUnusable, language: Language): string => {
  if (language === "en") return failure.message
  const [problem, advice] = unusable[failure.problem]
  return `${failure.file} ${[problem, ...(failure.found.length === 0 ? [] : [failure.found.join("; ")])].join(": ")}. ${advice}`
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
