/** Opens the school: makes it the first time, serves it, and goes on until it is told to stop. */
import type { Language } from "@groeikring/cli"
import { EventStore, School } from "@groeikring/storage"
import { SqliteStore, StoreUnusable } from "@groeikring/storage-sqlite"
import { Cause, Effect, Exit, Layer } from "effect"
import { HttpServer } from "effect/http"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { openBrowser } from "./Browser.ts"
import { isBuilt } from "./Page.ts"
import { portFrom } from "./Port.ts"
import * as SchoolClock from "./SchoolClock.ts"
import * as Season from "./Season.ts"
import * as Serving from "./Serving.ts"
import { makeRoom, takeAway } from "./StoreFile.ts"

interface Wanted {
  readonly file: string
  readonly language: Language
  readonly reset: boolean
  readonly browser: boolean
}

/** Where the page is looked for, unless told. */
const usualPort = 4680
const folder = join(import.meta.dirname, "..", "..", "web", "dist")

const toldToStop = Effect.callback<void>((resume) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resume(Effect.void))
})
const line = (text: string) => void process.stdout.write(`${text}\n`)
const complain = (text: string) => void process.stderr.write(`${text}\n`)

/** When something last happened, in milliseconds; the beginning of time where nothing did. */
const latest = Effect.gen(function* () {
  const { readAll } = yield* EventStore
  let at = 0
  let after = ""
  for (let facts = yield* readAll(after, 1000); facts.length > 0; facts = yield* readAll(after, 1000)) {
    for (const fact of facts) at = Math.max(at, fact.at)
    after = facts.at(-1)!.position
  }
  return at * 60_000
})

/** Opens it, and answers with the exit code when it is over. */
export const open = async ({ browser, file, language, reset }: Wanted): Promise<number> => {
  const say = (nl: string, en: string) => (language === "nl" ? nl : en)
  if (!isBuilt(folder)) {
    complain(say("De pagina is nog niet gebouwd. Start met npm start.", "The page has not been built yet. Start with npm start."))
    return 2
  }
  const wanted = Number(process.env["PORT"] || usualPort)
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
    complain(
      say(
        `PORT is ${process.env["PORT"]}, en dat is geen poort. Geef een getal van 0 tot en met 65535.`,
        `PORT is ${process.env["PORT"]}, which is no port. Give a number from 0 to 65535.`
      )
    )
    return 2
  }
  const port = await portFrom(wanted)
  if (port !== wanted)
    line(say(`Poort ${wanted} is bezet; een andere is genomen.`, `Port ${wanted} is taken; another one was found.`))
  if (reset) takeAway(file)
  makeRoom(file)

  const rooms = School.layer({ domain: Season.domain, packs: Season.packs, processes: Season.processes })
  const opened = Effect.gen(function* () {
    if (!(yield* Season.isPlayed)) {
      line(say("Het schooljaar van obs De Zwaluw wordt klaargezet …", "The school year of obs De Zwaluw is being set out …"))
      const wrong = yield* Season.play()
      for (const one of wrong) complain(one)
    }
    yield* Effect.gen(function* () {
      const address = (yield* HttpServer.addressFormattedWith(Effect.succeed)).replace("127.0.0.1", "localhost")
      const url = `${address}/?lang=${language}`
      const didOpen = browser && (yield* Effect.promise(() => openBrowser(url)))
      line("")
      line(`  Groeikring  ${url}`)
      line(
        didOpen
          ? say("  Je browser gaat open. Stoppen met Ctrl-C.", "  Your browser opens. Stop with Ctrl-C.")
          : say("  Open dit adres in je browser. Stoppen met Ctrl-C.", "  Open this address in your browser. Stop with Ctrl-C.")
      )
      line(say("  Het jaar opnieuw beginnen: npm start -- --reset", "  Start the year over: npm start -- --reset"))
      yield* toldToStop
    }).pipe(
      Effect.provide(Serving.layer(folder, port, file).pipe(Layer.provide(SchoolClock.layer(file, Season.today, yield* latest))))
    )
  }).pipe(Effect.provide(rooms.pipe(Layer.provideMerge(SqliteStore.layer(file)))))

  const exit = await Effect.runPromiseExit(opened)
  if (Exit.isSuccess(exit)) return 0
  const failure = Cause.squash(exit.cause)
  complain(failure instanceof StoreUnusable ? failure.message : Cause.pretty(exit.cause))
  return existsSync(file) ? 1 : 3
}
