/** `groeikring store`: moving a store, keeping copies of it, and forgetting. The library does it; here it is asked and told. */
import { Command } from "effect/cli"
import { backupCommand, restoreCommand } from "./Backup.ts"
import { rebuildCommand, verifyCommand } from "./Check.ts"
import { personCommand } from "./Dossier.ts"
import { eraseCommand } from "./Erasure.ts"
import type * as Front from "./Front.ts"
import { keysCommand } from "./Keys.ts"
import { exportCommand, importCommand } from "./Moving.ts"
import { retentionCommand } from "./Retention.ts"

export const storeCommand = (desk: Front.Desk, description: string) =>
  Command.make("store").pipe(
    Command.withDescription(description),
    Command.withSubcommands([
      exportCommand(desk),
      importCommand(desk),
      backupCommand(desk),
      restoreCommand(desk),
      verifyCommand(desk),
      rebuildCommand(desk),
      eraseCommand(desk),
      personCommand(desk),
      retentionCommand(desk),
      keysCommand(desk)
    ])
  )
