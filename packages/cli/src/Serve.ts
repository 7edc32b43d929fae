/** `groeikring serve`: the school in a file, over HTTP, until it is told to stop. */
import { Effect, Layer } from "effect"
import { Command, Flag } from "effect/cli"
import { School } from "@groeikring/storage"
import { flags } from "./Flags.ts"
import * as Front from "./Front.ts"
import { bold, complain, dim, line } from "./Output.ts"

/** Until somebody presses Ctrl-C, or whoever started it says that it is enough. */
const toldToStop = Effect.callback<void>((resume) => {
  const stop = () => resume(Effect.void)
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop)
})

export const serveCommand = (desk: Front.Desk, description: string) => {
  const { say } = desk
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
      demo: Flag.Boolean("demo").pipe(
        Flag.withDescription(
          say(
            "Gelooft wie zegt wie hij is, met de header Groeikring-Person. Alleen op dit apparaat",
            "Believes whoever says who they are, by the header Groeikring-Person. On this machine only"
          )
        ),
        Flag.withDefault(false)
      )
    },
    Effect.fnUntraced(function* ({ demo, host, port, store }) {
      const { Login, Node } = yield* Effect.promise(() => import("@groeikring/http"))
      if (!demo) {
        complain(
          say(
            "Zeg hoe de server weet wie er vraagt. Neem --demo voor een proef op dit apparaat.",
            "Say how the server knows who asks. Take --demo to try it on this machine."
          )
        )
        return yield* Front.ended(Front.codes.invalid)
      }
      const served = Node.layer({ domain: desk.domain, glossaries: desk.glossaries, host, port })
      yield* Front.inSchool(desk, store, (school) =>
        Effect.gen(function* () {
          line(`${bold("Groeikring")} ${yield* Node.address}`)
          line(dim(say(`De school in ${store}. Stoppen met Ctrl-C.`, `The school in ${store}. Stop with Ctrl-C.`)))
          yield* toldToStop
        }).pipe(Effect.provide(served.pipe(Layer.provide([Login.demo, Layer.succeed(School, school)]))))
      )
    })
  ).pipe(Command.withDescription(description), Command.withExamples([{ command: "groeikring serve --store school.db --demo" }]))
}
