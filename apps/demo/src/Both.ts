/** The same words in the two languages of the school. */
export interface Both {
  readonly nl: string
  readonly en: string
}
