/** `groeikring serve`: the school in its store, over HTTP, until it is told to stop. */
import { School } from "@groeikring/storage"
import { Effect, Layer } from "effect"
import { Command, Flag } from "effect/cli"
import { believing, loginFor } from "./Believing.ts"
import { flags } from "./Flags.ts"
import type * as Front from "./Front.ts"
import { bold, dim, line } from "./Output.ts"
import * as Place from "./Place.ts"
import { publisherFor, themeFlag } from "./Reporting.ts"

/** Until somebody presses Ctrl-C, or whoever started it says that it is enough. */
const toldToStop = Effect.callback<void>((resume) => {
  const stop = () => resume(Effect.void)
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop)
})

export const serveCommand = (desk: Front.Desk, description: string) => {
  const { domain, glossaries, packs, processes, say } = desk
  const { lang, store } = flags(desk)
  return Command.make(
    "serve",
    {
      store,
      lang,
      port: Flag.Int("port").pipe(
        Flag.withDescription(say("De poort; 0 neemt een vrije", "The port; 0 takes one that is free")),
        Flag.withDefault(4680)
      ),
      host: Flag.String("host").pipe(
        Flag.withDescription(say("Het adres waarop het luistert", "The address it listens on")),
        Flag.withDefault("127.0.0.1")
      ),
      ...believing(desk),
      origins: Flag.String("origin").pipe(
        Flag.withDescription(
          say(
            "Een andere server waarvan pagina's hier mogen vragen, zoals https://portaal.school.nl. Mag vaker",
            "Another server whose pages may ask here, such as https://portal.school.nl. May be given more than once"
          )
        ),
        Flag.withMetavar("ORIGIN"),
        Flag.atLeast(0)
      ),
      theme: themeFlag(desk)
    },
    Effect.fnUntraced(function* ({ host, origins, port, store, theme, ...given }) {
      const { Node } = yield* Effect.promise(() => import("@groeikring/http"))
      const login = yield* loginFor(desk, given)
      const reports = yield* publisherFor(desk, theme)
      const { Courier, endpoints, layer: webhooks } = yield* Effect.promise(() => import("@groeikring/http/webhooks"))
      // A demo may also tell this machine itself.
      const fence = { loopback: given.demo }
      const served = Layer.unwrap(
        Effect.map(endpoints, (one) => Node.layer({ domain, glossaries, host, port, origins, reports, beside: [one] }))
      ).pipe(Layer.provide([login, webhooks(fence)]), Layer.merge(Courier.layer(fence)))
      yield* Effect.gen(function* () {
        line(`${bold("Groeikring")} ${yield* Node.address}`)
        const where = Place.shown(store)
        line(dim(say(`De school in ${where}. Stoppen met Ctrl-C.`, `The school in ${where}. Stop with Ctrl-C.`)))
        yield* toldToStop
      }).pipe(
        Effect.provide(
          served.pipe(Layer.provide(School.layer({ domain, packs, processes })), Layer.provide(Place.storeAt(store)))
        )
      )
    })
  ).pipe(
    Command.withDescription(description),
    Command.withExamples([
      { command: "groeikring serve --store school.db --demo", description: say("Om te proberen", "To try it") },
      {
        command: "groeikring serve --store postgres://… --issuer https://connect.surfconext.nl --audience groeikring",
        description: say("Voor een school", "For a school")
      }
    ])
  )
}
