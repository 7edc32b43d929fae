/** `groeikring methods`: the library, and what fits a group. */
import { Method } from "@groeikring/core"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { flags } from "./Flags.ts"
import * as Front from "./Front.ts"
import { bold, dim, green, json, line, red } from "./Output.ts"

export const methodsCommand = (desk: Front.Desk, description: string) => {
  const { language, packs, say, words } = desk
  const { format, lang } = flags(desk)
  const count = (name: string, nl: string, en: string) =>
    Flag.Int(name).pipe(Flag.withDescription(say(nl, en)), Flag.withMetavar("N"))
  return Command.make(
    "methods",
    {
      minutes: count("minutes", "Minuten voor intervisie", "Minutes for intervision").pipe(Flag.optional),
      people: count("people", "Met hoeveel mensen je bent", "How many people are there").pipe(Flag.optional),
      held: count("sessions-held", "Hoeveel bijeenkomsten de groep al had", "Sessions the group has held").pipe(
        Flag.withDefault(0)
      ),
      lang,
      format
    },
    ({ format, held, minutes, people }) =>
      Effect.sync(() => {
        const asked = Option.isSome(minutes) || Option.isSome(people)
        const rows = packs.methods
          .map((method) => {
            const occasion = {
              minutes: Option.getOrElse(minutes, () => method.innerMinutes),
              people: Option.getOrElse(people, () => method.group.ideal),
              sessionsHeld: held
            }
            return { method, obstacles: asked ? Method.obstacles(method, occasion, packs.settings) : [] }
          })
          .toSorted((one, other) => one.obstacles.length - other.obstacles.length)
        if (Front.isJson(format)) {
          return json(
            rows.map(({ method: { embeddable, group, id, innerMinutes, name }, obstacles }) => ({
              id,
              name: name[language],
              innerMinutes,
              embeddable,
              group,
              fits: obstacles.length === 0,
              obstacles
            }))
          )
        }
        const width = Math.max(0, ...packs.methods.map(({ id }) => id.length))
        for (const { method, obstacles } of rows) {
          const { group, id, innerMinutes, name, purpose } = method
          const fits = obstacles.length === 0
          const size = dim(`${innerMinutes} min, ${group.min}–${group.max} ${say("mensen", "people")}`)
          line(`${fits ? green("✓") : red("✗")} ${bold(id.padEnd(width))}  ${name[language]}  ${size}`)
          line(dim(`  ${" ".repeat(width)}  ${fits ? purpose[language] : obstacles.map((one) => words.unfit[one]).join("; ")}`))
        }
      })
  ).pipe(
    Command.withDescription(description),
    Command.withExamples([
      {
        command: "groeikring methods --minutes 30 --people 6",
        description: say("Wat past in een half uur met zes mensen", "What fits in half an hour with six people")
      }
    ])
  )
}
