/** What can be the matter with a store: the words that follow its name. Whoever says it in another language says all of these. */
export type StoreProblem =
  | "is not there"
  | "is there already"
  | "is locked by another program for longer than five seconds"
  | "cannot be written"
  | "cannot be read or written: the disk answers with an error"
  | "is damaged"
  | "cannot grow: the disk is full"
  | "cannot be opened"
  | "is not a database"
  | "was written by a newer version"
  | "is missing, and it is the key to the words of this school"
  | "does not hold a master key"
  | "was locked with another master key"
  | "cannot be reached"
  | "cannot be reached safely: its certificate is not trusted"
  | "does not accept this user and password"
  | "does not accept this user"
  | "does not exist"
  | "may not be used by this user"
  | "cannot be written: this server only reads"
  | "has no memory left"
  | "has no room for another connection"
  | "does not answer in time"
  | "is stopping or starting"
  | "is older than PostgreSQL 15"
  | "does not keep its text as UTF-8"
  | "is no address of a database"
  | "is a database and no file"
  | "is a folder and no file"
  | "is a file and no folder"
  | "cannot be made"
  | "cannot be read"

/** A store that cannot be used as one. Not a refusal: nothing that a person did is wrong, so it is a defect of the effect. */
export class StoreUnusable extends Error {
  override readonly name: string = "StoreUnusable"
  /** The file, or the database. */
  readonly file: string
  readonly problem: StoreProblem
  /** What was found, in the words of who found it. */
  readonly found: ReadonlyArray<string>
  constructor(file: string, problem: StoreProblem, advice: string, cause?: unknown, found: ReadonlyArray<string> = []) {
    super(`${file} ${problem}${found.length === 0 ? "" : `: ${found.join("; ")}`}. ${advice}`, { cause })
    this.file = file
    this.problem = problem
    this.found = found
  }
}
