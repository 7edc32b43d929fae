/** What the school works at, from both sides. */
import { useState } from "react"
import { Act, canDo } from "../../Act.tsx"
import { useHere, useName, useSay, useWords } from "../../here.tsx"
import type { Thing } from "../../school.ts"
import { useThing, useThings } from "../../things.ts"
import { useGroupName } from "../../titles.ts"
import { dayYear, listed } from "../../moments.ts"
import { Bones, Card, Empty } from "../../parts.tsx"
import { Begin } from "../../Shelf.tsx"

export const Themes = () => {
  const say = useSay()
  const themes = useThings("IpbTheme")
  if (themes === undefined) return <Bones />
  const open = themes.filter(({ state }) => state._tag !== "Merged")
  return (
    <Card
      title={say("Waar we aan werken", "What we work at")}
      aside={<Begin machine="IpbTheme" command="Raise" label={say("Een thema inbrengen", "Raise a theme")} />}
    >
      {open.length === 0 ? (
        <Empty icon="target">
          {say(
            "Nog geen thema’s. Ze komen van de school of uit het team; allebei telt even zwaar.",
            "No themes yet. They come from the school or from the team; both count as much."
          )}
        </Empty>
      ) : (
        <ul className="grid">
          {open.map(({ id }) => (
            <li key={id}>
              <Theme id={id} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const Theme = ({ id }: { readonly id: string }) => {
  const { language } = useHere()
  const say = useSay()
  const name = useName()
  const words = useWords("IpbTheme")
  const { value: theme } = useThing("IpbTheme", id)
  if (theme === undefined) return <Bones />
  const { credited, discussedOn, evaluation, needs = [], origins, text } = theme.state
  return (
    <article className="theme">
      <div className="row apart">
        <span className="row">
          {origins.map((origin) => (
            <span key={origin} className={`tag ${origin === "Team" ? "leaf" : "sky"}`}>
              {words.choice("origins", origin)}
            </span>
          ))}
        </span>
        <span className="tag">{words.state(theme.state._tag)}</span>
      </div>
      <h3>{text}</h3>
      {credited.length > 0 && (
        <p className="soft small">
          {say("dank aan", "thanks to")} {listed(credited.map(name), language)}
        </p>
      )}
      {needs.length > 0 && (
        <p className="small">
          {say("Helpt bij", "Helps with")}: {needs.map((need) => words.choice("need", need)).join(", ")}
        </p>
      )}
      {discussedOn !== undefined && (
        <p className="soft small">
          {say("besproken op", "talked about on")} {dayYear(discussedOn, language)}
        </p>
      )}
      {evaluation !== undefined && <p className="quoted">{evaluation}</p>}
      <div className="row">
        <Act machine="IpbTheme" thing={theme} command="Discuss" size="small" />
        <Act machine="IpbTheme" thing={theme} command="Merge" size="small" look="quiet" />
        <Act machine="IpbTheme" thing={theme} command="GiveConsent" size="small" look="main" />
        <Act machine="IpbTheme" thing={theme} command="Adopt" size="small" look="main" />
        <Act machine="IpbTheme" thing={theme} command="LinkNeed" size="small" look="quiet" />
        <Act machine="IpbTheme" thing={theme} command="Activate" size="small" />
      </div>
      {canDo(theme, "Evaluate") && <LookBack theme={theme} />}
    </article>
  )
}

/** A look back leans on what was agreed and on numbers in which nobody is found, and on nothing else. */
const LookBack = ({ theme }: { readonly theme: Thing<"IpbTheme"> }) => {
  const { language } = useHere()
  const say = useSay()
  const groupName = useGroupName()
  const [picked, pick] = useState<ReadonlyArray<string>>([])
  const texts = useThings("GopText")?.filter(({ state }) => state._tag === "Standing") ?? []
  const pulses = useThings("Pulse")?.filter(({ state }) => state._tag === "Reported") ?? []
  const grounds = [
    ...texts.map(({ id, state }) => ({
      kind: "GopText" as const,
      ref: id,
      called: say(`het plan van ${groupName(state.groupId)}`, `the plan of ${groupName(state.groupId)}`)
    })),
    ...pulses.map(({ id, state }) => ({
      kind: "Measurement" as const,
      ref: id,
      called:
        state.reportedOn === undefined
          ? say("een puls", "a pulse")
          : say(`de puls van ${dayYear(state.reportedOn, language)}`, `the pulse of ${dayYear(state.reportedOn, language)}`)
    }))
  ]
  return (
    <details>
      <summary>{say("Terugkijken op dit thema", "Look back on this theme")}</summary>
      <fieldset className="stack tight">
        <legend className="small">{say("Waar leggen jullie het naast?", "What do you hold it against?")}</legend>
        {grounds.map(({ called, ref }) => (
          <label className="option" key={ref}>
            <input
              type="checkbox"
              checked={picked.includes(ref)}
              onChange={({ target }) => pick(target.checked ? [...picked, ref] : picked.filter((one) => one !== ref))}
            />
            {called}
          </label>
        ))}
        <div>
          <Act
            machine="IpbTheme"
            thing={theme}
            command="Evaluate"
            size="small"
            fields={{ grounds: grounds.filter(({ ref }) => picked.includes(ref)).map(({ kind, ref }) => ({ kind, ref })) }}
          />
        </div>
      </fieldset>
    </details>
  )
}
