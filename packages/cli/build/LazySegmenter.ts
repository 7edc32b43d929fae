const { Segmenter } = Intl

/** Stands in for `Intl.Segmenter`, which takes as long to make as a third of Node itself, for a page of help that is seldom asked. */
export class LazySegmenter implements Intl.Segmenter {
  readonly #given: ConstructorParameters<typeof Segmenter>
  #made: Intl.Segmenter | undefined
  constructor(...given: ConstructorParameters<typeof Segmenter>) {
    this.#given = given
  }
  get #real() {
    return (this.#made ??= new Segmenter(...this.#given))
  }
  segment(text: string) {
    return this.#real.segment(text)
  }
  resolvedOptions() {
    return this.#real.resolvedOptions()
  }
}
