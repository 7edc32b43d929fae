/** Where somebody is in the page: what stands behind the # of the address. */
import { useSyncExternalStore } from "react"

const listenTo = (told: () => void) => {
  window.addEventListener("hashchange", told)
  return () => window.removeEventListener("hashchange", told)
}

/** The parts of the place: `#/circle/s6` is circle, s6. */
export const usePlace = (): ReadonlyArray<string> => {
  const hash = useSyncExternalStore(listenTo, () => location.hash)
  return hash
    .replace(/^#\/?/, "")
    .split("/")
    .filter((part) => part !== "")
    .map(decodeURIComponent)
}

export const hrefTo = (...parts: ReadonlyArray<string>): string => `#/${parts.map(encodeURIComponent).join("/")}`
export const goTo = (...parts: ReadonlyArray<string>): void => {
  location.hash = hrefTo(...parts)
}
