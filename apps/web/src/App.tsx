/** The page: who looks, in which language, and the scene they are in. */
import { connect } from "@groeikring/http/client"
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react"
import { setClock } from "./clock.ts"
import { firstLanguage, firstPerson, firstTheme, keep, type Theme, tidyAddress } from "./choosing.ts"
import { Failure } from "./Failure.tsx"
import { type Here, HereContext, type Notice } from "./here.tsx"
import type { House, Language, Words } from "./house.ts"
import { Knowing } from "./knowing.ts"
import { type Line, listen, type Told } from "./listening.ts"
import { Bones } from "./parts.tsx"
import { usePlace } from "./place.ts"
import { loadScenes, sceneNamed, scenes } from "./scenes.ts"
import { Shell } from "./Shell.tsx"

/** When there is nothing else to do any more. */
const later = 3000

const told = new Map<string, Promise<unknown>>()
const tell = <A,>(path: string): Promise<A> => {
  const known =
    told.get(path) ??
    fetch(path).then((response) => {
      if (!response.ok) throw new Error(String(response.status))
      return response.json() as Promise<A>
    })
  told.set(path, known)
  known.catch(() => told.delete(path))
  return known as Promise<A>
}

export const App = () => {
  const [person, setPerson] = useState(firstPerson)
  const [language, setLanguage] = useState<Language>(firstLanguage)
  const [theme, setTheme] = useState<Theme>(firstTheme)
  const [house, setHouse] = useState<House>()
  const [words, setWords] = useState<Words>()
  const [failed, setFailed] = useState(false)
  const [line, setLine] = useState<Line>("joining")
  const [notices, setNotices] = useState<ReadonlyArray<Notice>>([])
  const hearing = useRef(new Set<(fact: Told) => void>())
  const [place, ...at] = usePlace()

  useEffect(tidyAddress, [])
  const load = useCallback(() => {
    setFailed(false)
    Promise.all([tell<House>("/house/house.json"), tell<Words>(`/house/words.${language}.json`), setClock()]).then(
      ([house, words]) => {
        setHouse(house)
        setWords(words)
      },
      () => setFailed(true)
    )
  }, [language])
  useEffect(load, [load])
  useEffect(() => {
    const ahead = setTimeout(() => void loadScenes(), later)
    return () => clearTimeout(ahead)
  }, [])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme
  }, [theme])

  // Who asks is told with each request, so that every window of a browser can be somebody else.
  const { knowing, school } = useMemo(
    () => ({ school: connect("", { language, headers: { "groeikring-person": person } }), knowing: new Knowing() }),
    [person, language]
  )
  useEffect(() => {
    let was: Line = "joining"
    return listen(person, {
      told: (fact) => {
        knowing.heard(fact)
        for (const hear of hearing.current) hear(fact)
      },
      // What closed may take along what hangs on it, and nobody tells what that is.
      lost: () => knowing.all(),
      line: (how) => {
        // Whatever was missed while the line was broken is asked again.
        if (was === "broken" && how === "live") {
          void setClock()
          knowing.all()
        }
        was = how
        setLine(how)
      }
    })
  }, [knowing, person])

  const notify = useCallback((notice: Omit<Notice, "key">) => {
    const key = performance.now() + Math.random()
    setNotices((before) => [...before.slice(-2), { ...notice, key }])
    setTimeout(() => setNotices((before) => before.filter((one) => one.key !== key)), notice.kind === "refused" ? 14_000 : 8_000)
  }, [])
  const onFact = useCallback((hear: (fact: Told) => void) => {
    hearing.current.add(hear)
    return () => void hearing.current.delete(hear)
  }, [])

  const here = useMemo<Here | undefined>(
    () =>
      house === undefined || words === undefined
        ? undefined
        : { person, language, house, words, school, knowing, line, notify, onFact },
    [person, language, house, words, school, knowing, line, notify, onFact]
  )

  if (failed)
    return (
      <main className="page">
        <p>
          {language === "nl"
            ? "De school antwoordt niet. Kijk of npm start nog loopt, en probeer het opnieuw."
            : "The school does not answer. See whether npm start still runs, and try again."}
        </p>
        <button type="button" className="button main" onClick={load}>
          {language === "nl" ? "Opnieuw proberen" : "Try again"}
        </button>
      </main>
    )
  if (here === undefined) return <main className="page" aria-busy="true" />

  const scene = sceneNamed(place)
  const Shown = scenes[scene]
  return (
    <HereContext value={here}>
      <Shell
        scene={scene}
        theme={theme}
        notices={notices}
        dismiss={(key) => setNotices((before) => before.filter((one) => one.key !== key))}
        onPerson={(person) => {
          keep("person", person)
          setPerson(person)
        }}
        onLanguage={(language) => {
          keep("language", language)
          setLanguage(language)
        }}
        onTheme={(theme) => {
          keep("theme", theme)
          setTheme(theme)
        }}
      >
        <Failure key={`${person}${location.hash}`}>
          <Suspense fallback={<Bones />}>
            <Shown key={person} at={at} />
          </Suspense>
        </Failure>
      </Shell>
    </HereContext>
  )
}
