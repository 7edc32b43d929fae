/** How a value of the domain looks to a program that does not know Effect: plain objects, private words as text. */
import type * as Private from "./Private.ts"

/** What you hand in: words are text. */
export type Given<A> = A extends Private.Words
  ? string
  : A extends ReadonlyArray<infer B>
    ? ReadonlyArray<Given<B>>
    : A extends object
      ? { readonly [K in keyof A]: Given<A[K]> }
      : A

/** What you get back: words that you may read are text, the others are not there. */
export type Shown<A> = A extends Private.Words
  ? string
  : A extends ReadonlyArray<infer B>
    ? ReadonlyArray<Shown<B>>
    : A extends object
      ? Simplify<
          { readonly [K in keyof A as IsWords<A[K]> extends true ? never : K]: Shown<A[K]> } & {
            readonly [K in keyof A as IsWords<A[K]> extends true ? K : never]?: string
          }
        >
      : A

type IsWords<A> = [Exclude<A, undefined | null>] extends [never]
  ? false
  : Exclude<A, undefined | null> extends Private.Words
    ? true
    : false
type Simplify<A> = { [K in keyof A]: A[K] } & {}
