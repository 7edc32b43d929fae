/** Names of pupils and parents in words that are about to be kept: a warning before they are sent, while they are still plain. */
import type { Names } from "@groeikring/core"
import { Flag } from "effect/cli"
import { readFileSync } from "node:fs"
import type { Desk } from "./Front.ts"
import { complain } from "./Output.ts"

/** The flags of a command that takes words. */
export const flags = ({ say }: Desk) => ({
  names: Flag.String("names").pipe(
    Flag.withDescription(
      say(
        "Een bestand met namen die hier niet horen, op elke regel een: Noor, leerling. Staat er een in je tekst, dan hoor je dat eerst",
        "A file with names that do not belong here, one a line: Noor, pupil. When one is in your words, you hear it first"
      )
    ),
    Flag.withMetavar("FILE"),
    Flag.optional
  ),
  namesAs: Flag.Literals("names-as", ["letters", "written"]).pipe(
    Flag.withDescription(
      say(
        "Na de waarschuwing: letters verstuurt het met leerling A in plaats van de naam, written zoals je het schreef",
        "After the warning: letters sends it with pupil A instead of the name, written as you wrote it"
      )
    ),
    Flag.optional
  )
})

/** The names in a file; nothing when it cannot be read. */
export const namesIn = ({ say }: Desk, file: string): ReadonlyArray<Names.Known> | undefined => {
  try {
    return readFileSync(file, "utf8")
      .split(/\r?\n/)
      .filter((line) => line.trim() !== "")
      .map((line) => {
        const [name = "", role = ""] = line.split(/[,;\t]/).map((part) => part.trim())
        return { name, role: role === "" ? say("leerling", "pupil") : role }
      })
  } catch {
    return undefined
  }
}

/** Says which words may be names, and what could stand there instead. */
export const warn = ({ say }: Desk, warnings: ReadonlyArray<Names.InField>, isSent: boolean): void => {
  for (const { path, proposal, said } of warnings) {
    complain(
      say(
        `Staat hier een naam? “${said}” in ${path}. Schrijf liever: ${proposal}.`,
        `Is this a name? “${said}” in ${path}. Better write: ${proposal}.`
      )
    )
  }
  if (!isSent) {
    complain(
      say(
        "Er is nog niets verstuurd. Pas je tekst aan, of kies --names-as letters of --names-as written.",
        "Nothing has been sent yet. Change your words, or choose --names-as letters or --names-as written."
      )
    )
  }
}
