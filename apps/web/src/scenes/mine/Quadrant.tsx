/** The field of *leuk × kan ik goed*: put down by hand, or with the arrows, or typed in the table below. */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react"
import { useHere, useSay, useWords } from "../../here.tsx"
import type { Thing } from "../../school.ts"
import { useSend } from "../../sending.ts"
import { Icon } from "../../Icon.tsx"
import { Card } from "../../parts.tsx"
import { Reports } from "../../Reports.tsx"
import { useCompetence } from "./competences.ts"
import { type Rating, type Ref, currentOf } from "./ratings.ts"
import { Chosen, AddCompetence } from "./Chosen.tsx"

const levels = [1, 2, 3, 4, 5] as const

const clamp = (level: number) => Math.max(1, Math.min(5, level))

interface Place {
  readonly fun: number
  readonly skill: number
}

export const Quadrant = ({ profile }: { readonly profile: Thing<"CompetenceProfile"> }) => {
  const { house } = useHere()
  const say = useSay()
  const send = useSend()
  const competence = useCompetence(profile)
  const words = useWords("CompetenceProfile")
  const { ratingThreshold, nearZone } = house.settings
  const rated = currentOf(profile.state.ratings ?? [])
  const [chosen, choose] = useState<string>()
  const [moved, move] = useState<Readonly<Record<string, Place>>>({})
  const [told, tell] = useState("")
  const field = useRef<HTMLDivElement>(null)
  const waiting = useRef<Record<string, ReturnType<typeof setTimeout>>>({})
  const keyOf = ({ competence, of }: Ref) => `${of?.framework ?? ""}/${competence}`

  // What the server says is what holds; until then what the hand did.
  const text = JSON.stringify(rated)
  useEffect(() => move({}), [text])

  const placed = rated.flatMap((one) => {
    const key = keyOf(one.ref)
    const place = moved[key] ?? (one.fun !== null && one.skill !== null ? { fun: one.fun, skill: one.skill } : undefined)
    return place === undefined ? [] : [{ one, key, ...place }]
  })
  const loose = rated.filter((one) => !placed.some(({ key }) => key === keyOf(one.ref)))

  const save = (one: Rating, { fun, skill }: Place) =>
    void send(
      "CompetenceProfile",
      profile.id,
      "Rate",
      { ref: one.ref, fun, skill },
      {
        done: say(
          `${competence(one.ref).name}: leuk ${fun}, kan ik goed ${skill}.`,
          `${competence(one.ref).name}: fun ${fun}, good at it ${skill}.`
        ),
        undo: { command: "Rate", fields: { ref: one.ref, fun: one.fun, skill: one.skill } }
      }
    )
  /** Where the hand is, as levels. */
  const placeAt = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Place => {
    const box = field.current!.getBoundingClientRect()
    return {
      skill: clamp(Math.ceil(((clientX - box.left) / box.width) * 5)),
      fun: clamp(6 - Math.ceil(((clientY - box.top) / box.height) * 5))
    }
  }
  const grab = (one: Rating, key: string) => (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return
    const chip = event.currentTarget
    const from = { x: event.clientX, y: event.clientY }
    let last: Place | undefined
    chip.setPointerCapture(event.pointerId)
    const drag = (event: globalThis.PointerEvent) => {
      if (last === undefined && Math.hypot(event.clientX - from.x, event.clientY - from.y) < 6) return
      last = placeAt(event)
      const now = last
      move((before) => ({ ...before, [key]: now }))
    }
    const drop = () => {
      chip.removeEventListener("pointermove", drag)
      choose(key)
      if (last !== undefined && (last.fun !== one.fun || last.skill !== one.skill)) save(one, last)
    }
    chip.addEventListener("pointermove", drag)
    chip.addEventListener("pointerup", drop, { once: true })
    chip.addEventListener("pointercancel", drop, { once: true })
  }
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [1, 0],
    ArrowDown: [-1, 0],
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1]
  }
  const press = (one: Rating, key: string, at: Place) => (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = { fun: clamp(at.fun + step[0]), skill: clamp(at.skill + step[1]) }
    move((before) => ({ ...before, [key]: next }))
    tell(say(`Leuk ${next.fun} van 5, kan ik goed ${next.skill} van 5.`, `Fun ${next.fun} of 5, good at it ${next.skill} of 5.`))
    clearTimeout(waiting.current[key])
    waiting.current[key] = setTimeout(() => (next.fun !== one.fun || next.skill !== one.skill) && save(one, next), 900)
  }

  // Names are long: what stands in one row goes one below the other.
  const below = ({ fun, skill }: Place, key: string) =>
    placed.filter((other) => other.fun === fun && (other.skill < skill || (other.skill === skill && other.key < key))).length
  const selected = rated.find((one) => keyOf(one.ref) === chosen)
  const share = ((ratingThreshold - 1) / 5) * 100
  return (
    <Card
      title={say("Leuk × kan ik goed", "Fun × good at it")}
      aside={<span className="soft small">{say("alleen voor jou", "for you alone")}</span>}
      foot={<Reports of="CompetenceProfile" id={profile.id} />}
    >
      <div className="quadrant">
        <div className="plot">
          <span className="axis up" aria-hidden="true">
            {say("leuk", "fun")}
            <Icon name="down" />
          </span>
          <div
            className="field-of"
            ref={field}
            role="group"
            aria-label={say(
              "Veld van leuk en kan ik goed. Kies een competentie en gebruik de pijltjes.",
              "Field of fun and good at it. Choose a competence and use the arrows."
            )}
          >
            <span className="part growth" style={{ width: `${share}%`, height: `${100 - share}%` }}>
              <span>{say("hierin wil ik groeien", "I want to grow in this")}</span>
            </span>
            <span className="part talent" style={{ width: `${100 - share}%`, height: `${100 - share}%` }}>
              <span>{say("talent", "talent")}</span>
            </span>
            <span className="part notmine" style={{ width: `${share}%`, height: `${share}%` }}>
              <span>{say("niet zo van mij", "not quite mine")}</span>
            </span>
            <span className="part routine" style={{ width: `${100 - share}%`, height: `${share}%` }}>
              <span>{say("routine", "routine")}</span>
            </span>
            <span
              className="near"
              style={{
                left: `${((nearZone.min - 1) / 5) * 100}%`,
                width: `${((nearZone.max - nearZone.min + 1) / 5) * 100}%`,
                height: `${100 - share}%`
              }}
            />
            {placed.map(({ fun, key, one, skill }, place) => {
              const n = below({ fun, skill }, key)
              const isBare = one.ref.of !== undefined && one.learned && one.applied === "None"
              return (
                <button
                  key={key}
                  type="button"
                  className={`chip ${isBare ? "bare" : ""} ${key === chosen ? "chosen" : ""}`}
                  style={{
                    left: `${(skill - 0.5) * 20}%`,
                    top: `calc(${(5 - fun) * 20}% + ${0.35 + n * 1.95}rem)`,
                    translate: `-${(skill - 0.5) * 20}%`
                  }}
                  aria-pressed={key === chosen}
                  aria-label={say(
                    `${competence(one.ref).name}: leuk ${fun} van 5, kan ik goed ${skill} van 5${isBare ? ", geleerd en nog niet gedaan" : ""}`,
                    `${competence(one.ref).name}: fun ${fun} of 5, good at it ${skill} of 5${isBare ? ", learned and not yet done" : ""}`
                  )}
                  onPointerDown={grab(one, key)}
                  onKeyDown={press(one, key, { fun, skill })}
                  onClick={() => choose(key)}
                >
                  <span className="count">{place + 1}</span>
                  <span className="called">{competence(one.ref).name}</span>
                </button>
              )
            })}
          </div>
          <span className="axis along" aria-hidden="true">
            {say("kan ik goed", "good at it")}
            <Icon name="next" />
          </span>
          {/* Where a name does not fit in the field a number stands for it. */}
          <ol className="chipnames" aria-hidden="true">
            {placed.map(({ key, one }) => (
              <li key={key}>{competence(one.ref).name}</li>
            ))}
          </ol>
          <p className="hidden" role="status">
            {told}
          </p>
        </div>
        <div className="stack tight noprint">
          {selected !== undefined ? (
            <Chosen profile={profile} one={selected} />
          ) : (
            <p className="soft">
              {say(
                "Sleep een competentie naar waar die voor jou hoort, of kies er een en gebruik de pijltjes. Niemand kijkt mee.",
                "Drag a competence to where it belongs for you, or choose one and use the arrows. Nobody looks along."
              )}
            </p>
          )}
          {loose.length > 0 && (
            <div className="stack tight">
              <h3>{say("Nog niet neergezet", "Not put down yet")}</h3>
              <div className="row">
                {loose.map((one) => (
                  <button
                    key={keyOf(one.ref)}
                    type="button"
                    className="button small"
                    onClick={() => save(one, { fun: one.fun ?? 3, skill: one.skill ?? 3 })}
                  >
                    {competence(one.ref).name}
                  </button>
                ))}
              </div>
            </div>
          )}
          <AddCompetence profile={profile} rated={rated} />
        </div>
      </div>
      <p className="legend soft small">
        <span>
          <span className="swatch bare" aria-hidden="true" /> {say("geleerd, nog niet gedaan", "learned, not yet done")}
        </span>
        <span>
          <span className="swatch near" aria-hidden="true" /> {say("net binnen bereik", "just within reach")}
        </span>
      </p>
      <details>
        <summary>{say("Als tabel", "As a table")}</summary>
        <div className="scrolls" tabIndex={0} role="region" aria-label={say("Tabel van competenties", "Table of competences")}>
          <table className="ratings">
            <caption className="hidden">{say("Wat je van elke competentie vindt", "What you say of each competence")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("Competentie", "Competence")}</th>
                <th scope="col">{say("Leuk", "Fun")}</th>
                <th scope="col">{say("Kan ik goed", "Good at it")}</th>
                <th scope="col">{words.field("applied")}</th>
              </tr>
            </thead>
            <tbody>
              {rated.map((one) => (
                <tr key={keyOf(one.ref)}>
                  <th scope="row">{competence(one.ref).name}</th>
                  {(["fun", "skill"] as const).map((axis) => (
                    <td key={axis}>
                      <select
                        aria-label={`${competence(one.ref).name}: ${axis === "fun" ? say("leuk", "fun") : say("kan ik goed", "good at it")}`}
                        value={one[axis] ?? ""}
                        onChange={({ target: { value } }) =>
                          void send(
                            "CompetenceProfile",
                            profile.id,
                            "Rate",
                            { ref: one.ref, [axis]: value === "" ? null : Number(value) },
                            {
                              undo: { command: "Rate", fields: { ref: one.ref, [axis]: one[axis] } },
                              done: say("Bewaard.", "Kept.")
                            }
                          )
                        }
                      >
                        <option value="">–</option>
                        {levels.map((level) => (
                          <option key={level}>{level}</option>
                        ))}
                      </select>
                    </td>
                  ))}
                  <td>{words.choice("applied", one.applied)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Card>
  )
}
