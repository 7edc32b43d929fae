import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { fieldOf, itemsOf, kindOf } from "../src/Shape.ts"
import { Day, Id, Instant, maybe, Minutes, People, Person, SchoolYear, Time } from "../src/Vocabulary.ts"

const { ast } = Schema.Struct({
  on: Day,
  at: maybe(Instant),
  until: Schema.NullOr(Instant),
  by: Person,
  minutes: Minutes,
  id: Id,
  start: Time,
  year: SchoolYear,
  title: Schema.NonEmptyString,
  people: People,
  next: Schema.NullOr(Schema.Array(Schema.Struct({ on: Day }))),
  to: Schema.Union([Schema.Struct({ person: Person }), Schema.Struct({ group: Id, on: Day })]),
  values: Schema.Record(Id, Day)
})
const kind = (field: string) => kindOf(fieldOf(ast, field))

describe("the shape of a value", () => {
  it("is what it was declared as, also where it may be left out or may be nothing", () => {
    expect(["on", "at", "until", "by", "minutes", "id", "people", "start", "year", "title"].map(kind)).toEqual([
      "Day", "Moment", "Moment", "Person", "Other", "Name", "Other", "Time", "Year", "Other"
    ])
  })

  it("is known of the items of a list, of the fields of either of two, and of the entries of a record", () => {
    expect(kindOf(itemsOf(fieldOf(ast, "people")))).toBe("Person")
    expect(kindOf(fieldOf(itemsOf(fieldOf(ast, "next")), "on"))).toBe("Day")
    expect(kindOf(fieldOf(fieldOf(ast, "to"), "person"))).toBe("Person")
    expect(kindOf(fieldOf(fieldOf(ast, "to"), "on"))).toBe("Day")
    expect(kindOf(fieldOf(fieldOf(ast, "values"), "whatever"))).toBe("Day")
  })

  it("is nothing known where nothing is declared", () => {
    expect(kindOf(undefined)).toBe("Other")
    expect([fieldOf(ast, "nowhere"), fieldOf(undefined, "on"), fieldOf(Person.ast, "on"), itemsOf(ast), itemsOf(undefined)]).toEqual(Array.from({ length: 5 }, () => undefined))
  })
})
