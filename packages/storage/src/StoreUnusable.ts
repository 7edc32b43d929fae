/** A store that cannot be used as one. Not a refusal: nothing that a person did is wrong, so it is a defect of the effect. */
export class StoreUnusable extends Error {
  override readonly name: string = "StoreUnusable"
  /** The file, or the database. */
  readonly file: string
  readonly problem: string
  constructor(file: string, problem: string, advice: string, cause?: unknown) {
    super(`${file} ${problem}. ${advice}`, { cause })
    this.file = file
    this.problem = problem
  }
}
