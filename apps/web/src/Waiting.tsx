/** What waits for somebody: suggestions they take or leave, and cards that only want to be read. */
import { useState } from "react"
import { CommandForm } from "./CommandForm.tsx"
import { capital, useHere, useName, useSay, useWords } from "./here.tsx"
import { isMachine, type MachineName } from "./school.ts"
import { useAccept } from "./sending.ts"
import { type Suggestion, useSuggestions, useThings } from "./things.ts"
import { useTitleOf } from "./titles.ts"
import { Icon } from "./Icon.tsx"
import { Bones, Dialog, Empty, Who } from "./parts.tsx"
import { hrefTo } from "./place.ts"
import { GiveRecognition } from "./Recognition.tsx"
import { useCompetence } from "./scenes/mine/competences.ts"
import type { Ref } from "./scenes/mine/ratings.ts"

/** Where to turn when something is the matter comes first; then what somebody asks of one, and what only wants to be read. */
const turnOf = ({ card, from }: Suggestion): number =>
  card === "Confidant" ? 0 : from !== undefined ? 1 : card !== undefined ? 2 : 3

/** How many are shown before somebody asks for more. */
const few = 3

export const Waiting = () => {
  const say = useSay()
  const suggestions = useSuggestions()
  const [isAll, all] = useState(false)
  if (suggestions === undefined) return <Bones />
  if (suggestions.length === 0)
    return <Empty icon="check">{say("Er wacht niets op je. Mooi.", "Nothing waits for you. Good.")}</Empty>
  const sorted = suggestions.toSorted((one, other) => turnOf(one) - turnOf(other))
  return (
    <div className="stack">
      <ul className="list">
        {(isAll ? sorted : sorted.slice(0, few)).map((suggestion) => (
          <li key={suggestion.key}>
            {suggestion.card === undefined ? (
              <Suggested suggestion={suggestion} />
            ) : (
              <CardSaid card={suggestion.card} suggestion={suggestion} />
            )}
          </li>
        ))}
      </ul>
      {!isAll && sorted.length > few && (
        <button type="button" className="button small quiet" onClick={() => all(true)}>
          {say(`Nog ${sorted.length - few} bekijken`, `See ${sorted.length - few} more`)}
        </button>
      )}
    </div>
  )
}

const CardSaid = ({ card, suggestion: { from, id } }: { readonly card: string; readonly suggestion: Suggestion }) => {
  const { words } = useHere()
  const say = useSay()
  const name = useName()
  const isWord = card === "GiveRecognition" && from !== undefined
  return (
    <div className="row" style={{ flexWrap: "nowrap", alignItems: "start" }}>
      <span style={{ color: "var(--sun)", flex: "none", width: "1.3rem" }}>
        <Icon name="bell" />
      </span>
      {isWord ? (
        <div className="stack tight">
          <p>
            {say(
              `${name(from)} vierde een succes. Wat zag jij dat goed ging?`,
              `${name(from)} celebrated a success. What did you see going well?`
            )}
          </p>
          <div>
            <GiveRecognition profile={id} to={from} />
          </div>
        </div>
      ) : (
        <p>{words.cards[card]}</p>
      )}
    </div>
  )
}

/** Somebody asks for a buddy. What the plan is about they tell themselves: nobody else reads it. */
const AskedAsBuddy = ({ from, suggestion }: { readonly from: string; readonly suggestion: Suggestion }) => {
  const say = useSay()
  const who = useName()(from)
  const accept = useAccept()
  return (
    <div className="stack tight">
      <Who person={from}>
        <strong> {say("vraagt je als maatje", "asks you to be a buddy")}</strong>
      </Who>
      <p>
        {say(
          `${who} gaat iets kleins proberen. Een maatje vraagt af en toe hoe het gaat. Waar het over gaat, vertelt ${who} zelf.`,
          `${who} is going to try something small. A buddy asks now and then how it goes. What it is about, ${who} will tell you.`
        )}
      </p>
      <div className="row">
        <button
          type="button"
          className="button small main"
          onClick={() => void accept(suggestion, say(`Je bent nu het maatje van ${who}.`, `You are ${who}’s buddy now.`))}
        >
          {say("Ja, graag", "Yes, please")}
        </button>
        <span className="soft small">
          {say("Past het niet? Laat het liggen, of zeg het gewoon.", "Does it not fit? Let it lie, or just say so.")}
        </span>
      </div>
    </div>
  )
}

const Suggested = ({ suggestion }: { readonly suggestion: Suggestion }) => {
  const { house } = useHere()
  const { command, from, machine } = suggestion
  if (command?._tag === "AcceptBuddy" && from !== undefined) return <AskedAsBuddy from={from} suggestion={suggestion} />
  return isMachine(house, machine) ? <SuggestedTo machine={machine} suggestion={suggestion} /> : null
}

const SuggestedTo = <M extends MachineName>({
  machine,
  suggestion
}: {
  readonly machine: M
  readonly suggestion: Suggestion
}) => {
  const { command, id } = suggestion
  const { house } = useHere()
  const say = useSay()
  const words = useWords(machine)
  const titleOf = useTitleOf()
  const competence = useCompetence()
  const accept = useAccept()
  const [isOpen, open] = useState(false)
  const value = useThings(machine)?.find((one) => one.id === id)
  if (command === undefined) return null
  const { _tag: tag, ...given } = command
  const form = house.forms[machine]?.commands[tag]
  // What was written before, and would be kept: a sentence, and never a name of a thing.
  const said = [
    ...new Set(Object.values(given).filter((value): value is string => typeof value === "string" && value.includes(" ")))
  ]
  const ref = given["ref"] as Ref | undefined
  // A theme has words of its own, and those are what somebody says yes to.
  const theme = useThings("IpbTheme")?.find((one) => one.id === (given["themeId"] ?? given["other"]))
  const about = typeof ref === "object" && typeof ref.competence === "string" ? competence(ref).name : theme?.state.text
  const missing = form?.fields.some(({ name, optional }) => optional !== true && !(name in given)) ?? false
  const name = value === undefined ? capital(words.name) : titleOf(machine, value)
  return (
    <div className="stack tight">
      <div>
        <strong>{name}</strong>
        <p>
          {words.command(tag)}
          {about !== undefined && `: ${about}`}
        </p>
        {said.map((text) => (
          <p key={text} className="quoted">
            “{text}”
          </p>
        ))}
        <p className="soft small">{words.help(tag)}</p>
      </div>
      <div className="row">
        <button
          type="button"
          className="button small main"
          onClick={() => (missing ? open(true) : void accept(suggestion, say("Gedaan.", "Done.")))}
        >
          {say("Ja, graag", "Yes, please")}
        </button>
        {value !== undefined && (
          <a
            className="button small quiet"
            href={machine === "Intervision" ? hrefTo("circle", id) : hrefTo("thing", machine, id)}
          >
            {say("Bekijken", "Look")}
          </a>
        )}
      </div>
      {isOpen && (
        <Dialog title={words.command(tag)} onClose={() => open(false)}>
          <CommandForm
            machine={machine}
            thing={value ?? { id }}
            command={tag}
            given={given}
            lead={words.help(tag)}
            onDone={() => open(false)}
            onCancel={() => open(false)}
          />
        </Dialog>
      )}
    </div>
  )
}
