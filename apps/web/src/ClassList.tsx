/** The first names of a class. They stay in this browser: a warning is for before words are sent, and the school need not know them for it. */
import { Names } from "@groeikring/core"
import { useId, useMemo, useState } from "react"
import { useHere, useSay } from "./here.tsx"

const keyOf = (person: string) => `class/${person}`
const kept = (person: string): string => {
  try {
    return localStorage.getItem(keyOf(person)) ?? ""
  } catch {
    return ""
  }
}
const keep = (person: string, list: string): void => {
  try {
    localStorage.setItem(keyOf(person), list)
  } catch {
    // A browser that keeps nothing warns of nothing.
  }
}

/** Where somebody writes them down. */
export const ClassList = () => {
  const { person } = useHere()
  const say = useSay()
  const id = useId()
  const [list, write] = useState(() => kept(person))
  return (
    <details className="card plain">
      <summary>{say("Namen uit mijn klas", "Names of my class")}</summary>
      <div className="field">
        <label htmlFor={id}>{say("Voornamen, op elke regel een", "First names, one a line")}</label>
        <textarea
          id={id}
          rows={4}
          value={list}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => {
            write(target.value)
            keep(person, target.value)
          }}
        />
        <span className="help" id={`${id}-help`}>
          {say(
            "Staat er een in iets wat je schrijft, dan hoor je dat voordat het bewaard wordt. De lijst blijft in deze browser, en de school krijgt hem niet. Op een computer die je deelt is hij te lezen voor wie na je komt.",
            "When one is in something that you write, you hear it before it is kept. The list stays in this browser, and the school does not get it. On a computer that you share, who comes after you can read it."
          )}
        </span>
      </div>
    </details>
  )
}

/** No name goes on across this. */
const border = "\n.\n"

/** A warning, never a wall: the name of a pupil in words that are about to be kept, with a letter to put in its place. */
export const Pupils = ({
  onReplace,
  texts
}: {
  readonly texts: ReadonlyArray<string>
  /** The same texts, with letters in them. */
  readonly onReplace: (texts: ReadonlyArray<string>) => void
}) => {
  const { person } = useHere()
  const say = useSay()
  const role = say("leerling", "pupil")
  const known = useMemo(
    () =>
      kept(person)
        .split(/[\n,;]/)
        .filter((name) => name.trim() !== "")
        .map((name) => ({ name, role })),
    [person, role]
  )
  const text = texts.join(border)
  const suspected = useMemo(() => Names.suspected(text, known), [text, known])
  return suspected.length === 0 ? null : (
    <p className="row small soft" role="status">
      <span>
        {say("Staat hier een naam van een kind?", "Is this the name of a child?")}{" "}
        {[
          ...new Set(suspected.map(({ proposal, said }) => say(`${said} wordt ${proposal}`, `${said} becomes ${proposal}`)))
        ].join(", ")}
        .
      </span>
      <button
        type="button"
        className="button small"
        onClick={() => onReplace(Names.withProposals(text, suspected).split(border))}
      >
        {say("Zet dat neer", "Put that down")}
      </button>
    </p>
  )
}
