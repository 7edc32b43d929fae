/** What happens meanwhile: a socket of this window to the school, taken up again where it was whenever it breaks. */
import { doubtClock } from "./clock.ts"

/** One fact, as this person may know it. */
export interface Told {
  readonly machine: string
  readonly id: string
  readonly version: number
  readonly position: string
  readonly at: number
  readonly actor?: string
  readonly event: { readonly _tag: string; readonly [field: string]: unknown }
}
/** Something of a thing went out of the sight of this person. By what, is not for them. */
export type OutOfSight = Pick<Told, "machine" | "id" | "position"> & { readonly outOfSight: true }
export type Line = "live" | "joining" | "broken"

interface Listener {
  readonly told: (fact: Told) => void
  readonly lost: () => void
  readonly line: (how: Line) => void
}

/** Listens for a person until told to stop; a line that breaks is taken up where it was. */
export const listen = (person: string, { line, lost, told }: Listener): (() => void) => {
  let socket: WebSocket | undefined
  let position = ""
  let tries = 0
  let stopped = false
  let again: ReturnType<typeof setTimeout> | undefined
  let alive: ReturnType<typeof setInterval> | undefined

  const join = () => {
    line(tries === 0 ? "joining" : "broken")
    const at = `${location.origin.replace(/^http/, "ws")}/live?person=${encodeURIComponent(person)}&after=${encodeURIComponent(position)}`
    const mine = new WebSocket(at)
    socket = mine
    let heard = Date.now()
    mine.addEventListener("message", ({ data }) => {
      heard = Date.now()
      const said = JSON.parse(String(data)) as Partial<Told & OutOfSight>
      if (said.position === undefined) return
      if (said.event === undefined && said.outOfSight === undefined) {
        // The first word: the line is there, and whatever happened before it comes now.
        if (position === "") position = said.position
        if (tries > 0) doubtClock()
        tries = 0
        line("live")
        return
      }
      if (Number(said.position) <= Number(position)) return
      position = said.position
      if (said.outOfSight === true) lost()
      else told(said as Told)
    })
    mine.addEventListener("close", () => {
      clearInterval(alive)
      if (stopped || socket !== mine) return
      tries++
      line("broken")
      again = setTimeout(join, Math.min(4000, 200 * 2 ** Math.min(tries, 5)))
    })
    clearInterval(alive)
    alive = setInterval(() => {
      if (mine.readyState !== WebSocket.OPEN) return
      if (Date.now() - heard > 25_000) mine.close()
      else mine.send("{}")
    }, 10_000)
  }
  const now = () => {
    if (stopped || socket?.readyState === WebSocket.OPEN || socket?.readyState === WebSocket.CONNECTING) return
    clearTimeout(again)
    join()
  }
  window.addEventListener("online", now)
  join()
  return () => {
    stopped = true
    clearTimeout(again)
    clearInterval(alive)
    window.removeEventListener("online", now)
    socket?.close()
  }
}
