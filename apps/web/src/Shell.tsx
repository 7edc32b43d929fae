/** What is around every scene: where one can go, who one is, and what just happened. */
import { type ReactNode, useEffect, useRef, useState } from "react"
import { hasToured, keep, type Theme } from "./choosing.ts"
import { type Notice, useColleague, useHere, useSay } from "./here.tsx"
import type { Language } from "./house.ts"
import { Icon, type IconName } from "./Icon.tsx"
import { Dialog, Face } from "./parts.tsx"
import { hrefTo, usePlace } from "./place.ts"
import type { SceneName } from "./scenes.ts"
import { Tour } from "./Tour.tsx"

interface Around {
  readonly scene: SceneName
  readonly theme: Theme
  readonly notices: ReadonlyArray<Notice>
  readonly dismiss: (key: number) => void
  readonly onPerson: (person: string) => void
  readonly onLanguage: (language: Language) => void
  readonly onTheme: (theme: Theme) => void
  readonly children: ReactNode
}

export const Shell = ({ children, dismiss, notices, onLanguage, onPerson, onTheme, scene, theme }: Around) => {
  const { house, language, line, person } = useHere()
  const say = useSay()
  const colleague = useColleague()
  const [isChoosing, choose] = useState(false)
  const [isTouring, tour] = useState(() => !hasToured())
  const place = usePlace().join("/")
  const main = useRef<HTMLElement>(null)
  const before = useRef(place)

  // Whoever cannot see the page hears where they are now.
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    window.scrollTo(0, 0)
    // The heading comes with the scene, and a scene may still be on its way.
    let tries = 0
    const looking = setInterval(() => {
      const heading = document.getElementById("scene")
      if (heading === null && ++tries < 60) return
      clearInterval(looking)
      ;(heading ?? main.current)?.focus({ preventScroll: true })
    }, 50)
    return () => clearInterval(looking)
  }, [place])

  const places: ReadonlyArray<readonly [SceneName, IconName, string]> = [
    ["today", "today", say("Vandaag", "Today")],
    ["mine", "mine", say("Van mij", "Mine")],
    ["circle", "circle", say("De kring", "The circle")],
    ["group", "group", say("Onze groep", "Our group")],
    ["talks", "talks", say("Gesprekken", "Conversations")],
    ["time", "time", say("Tijd", "Time")],
    ["school", "school", say("School", "School")]
  ]
  const links = (
    <ul>
      {places.map(([name, icon, title]) => (
        <li key={name}>
          <a href={hrefTo(...(name === "today" ? [] : [name]))} aria-current={scene === name ? "page" : undefined}>
            <Icon name={icon} />
            {title}
          </a>
        </li>
      ))}
    </ul>
  )
  const me = colleague(person)
  const brand = (
    <a className="brand" href={hrefTo()}>
      <img src="/rings.svg" alt="" width="40" height="40" />
      <span>
        Groeikring
        <small>{house.school}</small>
      </span>
    </a>
  )
  const tools = (
    <>
      <button
        type="button"
        className="button small"
        lang={language === "nl" ? "en" : "nl"}
        onClick={() => onLanguage(language === "nl" ? "en" : "nl")}
      >
        <span className="long">{language === "nl" ? "English" : "Nederlands"}</span>
        <span className="brief" aria-hidden="true">
          {language === "nl" ? "EN" : "NL"}
        </span>
      </button>
      <button
        type="button"
        className="round"
        onClick={() => onTheme(theme === "dark" ? "light" : "dark")}
        aria-label={theme === "dark" ? say("Licht", "Light") : say("Donker", "Dark")}
      >
        <Icon name={theme === "dark" ? "sun" : "moon"} />
      </button>
    </>
  )
  return (
    <>
      <a className="skip" href="#scene" onClick={(event) => (event.preventDefault(), document.getElementById("scene")?.focus())}>
        {say("Naar de inhoud", "To the content")}
      </a>
      <div className="shell">
        <header className="side">
          {brand}
          <nav className="nav" aria-label={say("Onderdelen", "Parts")}>
            {links}
          </nav>
          <div className="foot">
            <button type="button" className="button quiet small" onClick={() => tour(true)}>
              {say("Wat is dit? (3 minuten)", "What is this? (3 minutes)")}
            </button>
            <button type="button" className="switch" onClick={() => choose(true)}>
              <Face person={person} />
              <span>
                <span className="hidden">{say("Je kijkt als", "You look as")} </span>
                <strong>{me.name}</strong>
                <small>{me.does[language]}</small>
              </span>
            </button>
            <div className="row">{tools}</div>
          </div>
        </header>
        <div>
          <header className="top">
            {brand}
            <div className="row">
              {tools}
              <button type="button" className="round" onClick={() => choose(true)}>
                <Face person={person} size="tiny" />
                <span className="hidden">
                  {say(`Je kijkt als ${me.name}. Iemand anders kiezen`, `You look as ${me.name}. Choose somebody else`)}
                </span>
              </button>
            </div>
          </header>
          <div role="status">
            {line === "broken" && (
              <p className="linebar">
                {say(
                  "De verbinding is even weg. Je kunt blijven lezen; zodra de school er weer is, is alles weer bij.",
                  "The line is gone for a moment. You can go on reading; all of it catches up when the school is back."
                )}
              </p>
            )}
          </div>
          <main className="page" ref={main} tabIndex={-1}>
            {children}
          </main>
          <nav className="nav dock" aria-label={say("Onderdelen", "Parts")}>
            {links}
          </nav>
        </div>
      </div>
      <div className="notices" role="status" aria-live="polite">
        {notices.map(({ key, kind, text, undo }) => (
          <div className={`notice ${kind}`} key={key}>
            <p>{text}</p>
            {undo !== undefined && (
              <button type="button" onClick={() => (undo(), dismiss(key))}>
                {say("Ongedaan maken", "Undo")}
              </button>
            )}
            <button type="button" aria-label={say("Melding sluiten", "Close message")} onClick={() => dismiss(key)}>
              ×
            </button>
          </div>
        ))}
      </div>
      {isChoosing && <People onClose={() => choose(false)} onPerson={onPerson} />}
      {isTouring && (
        <Tour
          onClose={() => {
            keep("toured", "yes")
            tour(false)
          }}
        />
      )}
    </>
  )
}

/** Everybody at the school, to look through their eyes: here, or in a window beside this one. */
const People = ({ onClose, onPerson }: { readonly onClose: () => void; readonly onPerson: (person: string) => void }) => {
  const { house, language, person } = useHere()
  const say = useSay()
  return (
    <Dialog title={say("Door wiens ogen kijk je?", "Through whose eyes do you look?")} onClose={onClose}>
      <p className="soft">
        {say(
          "Dit is een verzonnen school. Je kunt iedereen zijn, en in een tweede venster iemand anders: zo speel je een bijeenkomst samen.",
          "This school is made up. You can be anybody, and somebody else in a second window: that is how you play a meeting together."
        )}
      </p>
      <ul className="people" style={{ marginTop: "1rem" }}>
        {house.people.map(({ does, id, name }) => (
          <li key={id}>
            <button type="button" className="switch" aria-pressed={id === person} onClick={() => (onPerson(id), onClose())}>
              <Face person={id} />
              <span>
                <strong>{name}</strong>
                <small>{does[language]}</small>
              </span>
            </button>
            <a
              className="round"
              href={`/?person=${id}${location.hash}`}
              target="_blank"
              rel="noopener"
              aria-label={say(`${name} in een nieuw venster`, `${name} in a new window`)}
            >
              <Icon name="window" />
            </a>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
