/** What somebody chose for this window, and for the next time: who they are, the language, light or dark. */
import type { Language } from "./house.ts"

export type Theme = "light" | "dark"

/** A window may be somebody else than the next one, so who it is stays with the window. */
const asked = new URLSearchParams(location.search)

const stored = (name: string): string | null => {
  try {
    return sessionStorage.getItem(name) ?? localStorage.getItem(name)
  } catch {
    return null
  }
}
export const keep = (name: "person" | "language" | "theme" | "toured", value: string): void => {
  try {
    sessionStorage.setItem(name, value)
    if (name !== "person" || localStorage.getItem(name) === null) localStorage.setItem(name, value)
  } catch {
    // A browser that keeps nothing is asked again.
  }
}

export const firstPerson = (): string => asked.get("person") ?? stored("person") ?? "p-femke"
export const firstLanguage = (): Language => {
  const language = stored("language") ?? asked.get("lang")
  return language === "en" ? "en" : "nl"
}
export const firstTheme = (): Theme => {
  const theme = stored("theme")
  return theme === "light" || theme === "dark" ? theme : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"
}
export const hasToured = (): boolean => stored("toured") === "yes"

/** What was in the address is chosen now, and does not stay in it. */
export const tidyAddress = (): void => {
  if (asked.has("person")) {
    try {
      sessionStorage.setItem("person", asked.get("person")!)
    } catch {
      // As above.
    }
  }
  if (location.search !== "") history.replaceState(null, "", location.pathname + location.hash)
}
