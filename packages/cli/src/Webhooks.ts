/** `groeikring webhooks`: what is told to other servers, managed at the store itself. */
import type { Refusal } from "@groeikring/core"
import type { Delivery, Webhook, Webhooks as Service } from "@groeikring/http/webhooks"
import { Effect, Layer, Option, Result } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { flags } from "./Flags.ts"
import * as Front from "./Front.ts"
import { bold, complain, dim, green, json, line, tell } from "./Output.ts"
import * as Place from "./Place.ts"

type Webhooks = Service["Service"]

interface Given {
  readonly as: string
  readonly format: Parameters<typeof Front.isJson>[0]
  readonly store: string
}

/** Asks the webhooks of a store that is there, and tells the answer. */
const asked = Effect.fnUntraced(function* <A>(
  desk: Front.Desk,
  { format, store }: Given,
  ask: (webhooks: Webhooks) => Effect.Effect<A, Refusal.Refusal>,
  told: (answer: A) => void
) {
  yield* Place.mustBeThere(store)
  const { layer, Webhooks } = yield* Effect.promise(() => import("@groeikring/http/webhooks"))
  const answer = yield* Effect.result(Effect.flatMap(Webhooks, ask)).pipe(
    Effect.provide(Layer.provide(layer(), Place.storeAt(store)))
  )
  if (Result.isFailure(answer)) {
    if (Front.isJson(format)) json({ ok: false, error: answer.failure })
    complain(tell(desk, answer.failure))
    return yield* Front.ended(Front.codes.refused)
  }
  if (Front.isJson(format)) return json({ ok: true, report: answer.success })
  told(answer.success)
})

export const webhooksCommand = (desk: Front.Desk, description: string) => {
  const { say } = desk
  const { as, format, lang, store } = flags(desk)
  const how = { as, format, lang, store }
  const named = { ...how, id: Argument.String("id").pipe(Argument.withDescription(say("De id van de webhook", "Its id"))) }

  const statuses: Readonly<Record<Webhook["status"], string>> = {
    Sending: say("stuurt", "sends"),
    Paused: say("staat stil", "is paused"),
    Gone: say("de ontvanger is weg", "its receiver is gone"),
    TooManyDead: say("niemand neemt iets aan", "nobody takes anything")
  }
  const outcomes: Readonly<Record<Delivery["outcome"], string>> = {
    Delivered: say("aangenomen", "delivered"),
    Refused: say("geweigerd", "refused"),
    TargetNotAllowed: say("mag daar niet heen", "may not go there"),
    Unreachable: say("niet te bereiken", "not reachable"),
    TimedOut: say("geen antwoord", "no answer"),
    Dead: say("door niemand aangenomen", "taken by nobody")
  }
  const shown = ({ dead, id, machines = [], status, target, waiting }: Webhook) => {
    line(`${bold(id)}  ${target}`)
    line(dim(`  ${[statuses[status], ...machines].join(", ")}`))
    line(dim(`  ${say(`${waiting} wachten, ${dead} niet aangenomen`, `${waiting} waiting, ${dead} not taken`)}`))
  }
  const secretTold = (secret: string) => {
    line(`  ${bold(secret)}`)
    line(dim(say("  Bewaar dit geheim goed: het wordt maar één keer verteld.", "  Keep this secret well: it is told only once.")))
  }
  const delivered = (items: ReadonlyArray<Delivery>) => {
    if (items.length === 0) line(dim(say("Er is niets.", "There is nothing.")))
    for (const { message, outcome, status, subject, time, tries, type } of items)
      line(
        `${dim(time)}  ${type} ${subject}  ${outcomes[outcome]}${status === undefined ? "" : ` (${status})`} ${dim(`${tries}× ${message}`)}`
      )
  }
  const done = (nl: string, en: string) => () => line(`${green("✓")} ${say(nl, en)}`)

  const add = Command.make(
    "add",
    {
      ...how,
      target: Argument.String("target").pipe(
        Argument.withDescription(say("Waar het heen gaat: een adres met https", "Where it goes: an address with https"))
      ),
      machine: Flag.String("machine").pipe(
        Flag.withDescription(say("Alleen wat hierin gebeurt; mag vaker", "Only what happens in this one; may be repeated")),
        Flag.atLeast(0)
      ),
      after: Flag.String("after").pipe(
        Flag.withDescription(
          say("Vanaf na deze positie; anders vanaf het begin", "Behind this position; else from the beginning")
        ),
        Flag.optional
      )
    },
    Effect.fnUntraced(function* ({ after, machine, target, ...given }) {
      const unknown = machine.find((one) => !Object.hasOwn(desk.domain, one))
      if (unknown !== undefined) {
        const known = Object.keys(desk.domain).join(", ")
        complain(say(`${unknown} is er niet. Kies uit: ${known}.`, `There is no ${unknown}. Choose one of: ${known}.`))
        return yield* Front.ended(Front.codes.invalid)
      }
      yield* asked(
        desk,
        given,
        (webhooks) => webhooks.add(given.as, { target, machines: machine, ...(Option.isSome(after) && { after: after.value }) }),
        ({ secret, webhook }) => {
          shown(webhook)
          secretTold(secret)
        }
      )
    })
  ).pipe(
    Command.withDescription(say("Laat een andere server horen wat jij mag zien", "Has another server told what you may see")),
    Command.withExamples([{ command: "groeikring webhooks add https://portal.example/hook --as p-joke" }])
  )
  const list = Command.make("list", how, (given) =>
    asked(
      desk,
      given,
      (webhooks) => webhooks.of(given.as),
      (all) => {
        if (all.length === 0) line(dim(say("Je hebt geen webhooks.", "You have no webhooks.")))
        for (const one of all) shown(one)
      }
    )
  ).pipe(Command.withDescription(say("Je webhooks, en hoe het ermee staat", "Your webhooks, and how they stand")))

  /** What is done with one webhook. */
  const one = <A>(
    word: string,
    [nl, en]: readonly [string, string],
    ask: (webhooks: Webhooks, owner: string, id: string) => Effect.Effect<A, Refusal.Refusal>,
    told: (answer: A) => void
  ) =>
    Command.make(word, named, ({ id, ...given }) => asked(desk, given, (webhooks) => ask(webhooks, given.as, id), told)).pipe(
      Command.withDescription(say(nl, en))
    )
  return Command.make("webhooks").pipe(
    Command.withDescription(description),
    Command.withSubcommands([
      add,
      list,
      one("show", ["Hoe het met een webhook staat", "How a webhook stands"], (all, owner, id) => all.show(owner, id), shown),
      one(
        "rotate",
        ["Een nieuw geheim; het vorige geldt nog een dag", "A new secret; the one before it is good for another day"],
        (all, owner, id) => all.rotate(owner, id),
        ({ secret }) => secretTold(secret)
      ),
      one("pause", ["Laat hem stilstaan", "Has it rest"], (all, owner, id) => all.pause(owner, id), shown),
      one(
        "resume",
        ["Gaat verder waar hij bleef, zonder iets over te slaan", "Goes on where it stopped, and skips nothing"],
        (all, owner, id) => all.resume(owner, id),
        shown
      ),
      one(
        "remove",
        ["Haalt hem weg, met alles wat ervan bewaard is", "Takes it away, with all that was kept of it"],
        (all, owner, id) => all.remove(owner, id),
        done("Weggehaald.", "Removed.")
      ),
      one(
        "deliveries",
        ["Wat er gestuurd is, het laatste eerst", "What was sent, the last first"],
        (all, owner, id) => all.deliveries(owner, id),
        delivered
      ),
      one(
        "dead",
        ["Wat door niemand is aangenomen", "What nobody took"],
        (all, owner, id) => all.deadLetters(owner, id),
        delivered
      ),
      one(
        "redeliver",
        ["Stuurt opnieuw wat niet is aangenomen", "Sends again what nobody took"],
        (all, owner, id) => all.redeliver(owner, id),
        (count) => done(`${count} gaan er opnieuw heen.`, `${count} are sent again.`)()
      )
    ])
  )
}
