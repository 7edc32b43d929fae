import type { Machine } from "@groeikring/core"

/** A command as it is told to a machine. */
export interface Told<L extends Machine.Spec> {
  readonly command: Machine.Command<L>
  readonly context: Machine.Context<L>
}

/** What the walks are told about a machine. Everything may be left out. */
export interface Walks<L extends Machine.Spec> {
  /** Whoever walks: people who keep meeting each other. */
  readonly actors?: ReadonlyArray<string>
  /** Histories to walk on from, at every point of them: the stories that chance does not find. */
  readonly starts?: ReadonlyArray<ReadonlyArray<Machine.Event<L>>>
  /** The same, as it was told: here it is tried, so that the arrows on the way are walked. */
  readonly stories?: ReadonlyArray<ReadonlyArray<Told<L>>>
  /** What the needs mostly are, so that things get through. Now and then they are something else after all. */
  readonly facts?: { readonly [N in Machine.Tag<L["needs"]>]?: L["needs"][N]["Type"] }
  /** Values by the name of a field, in commands, facts and needs alike. The values in `starts` are known already. */
  readonly examples?: Readonly<Record<string, ReadonlyArray<unknown>>>
  /** Has the last word on every command and what is told with it. */
  readonly retell?: (told: Told<L>, state: Machine.State<L> | Machine.Start) => Told<L>
  /** The moment at which the walks begin; time only goes on. */
  readonly at?: number
  /** How many steps to walk at most, in all. */
  readonly steps?: number
}
