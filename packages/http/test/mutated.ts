/** What may stand where something else is asked. */
const others: ReadonlyArray<unknown> = [
  null,
  1.5,
  -7,
  1e9,
  "x",
  "",
  "x".repeat(20_000),
  "2026-13-45",
  "2026-02-30",
  "2025-2024",
  [],
  {},
  true,
  ["x"]
]
/** The same value with one thing in it that is another. */
export const mutated = (value: unknown): ReadonlyArray<unknown> =>
  Array.isArray(value)
    ? [...others, [...value, ...value], ...value.flatMap((one, n) => mutated(one).map((other) => value.with(n, other)))].slice(
        0,
        200
      )
    : typeof value === "object" && value !== null
      ? [
          ...others,
          { ...value, another: 1 },
          ...Object.entries(value).flatMap(([field, one]) => [
            Object.fromEntries(Object.entries(value).filter(([name]) => name !== field)),
            ...mutated(one).map((other) => ({ ...value, [field]: other }))
          ])
        ]
      : others
