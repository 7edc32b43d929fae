/** What others opened to somebody, for as long as it is open. */
import { useHere, useName, useSay, useWords } from "../../here.tsx"
import { useThings } from "../../things.ts"
import { lastDay } from "../../moments.ts"
import { Card } from "../../parts.tsx"
import { GiveRecognition } from "../../Recognition.tsx"
import { useCompetence } from "./competences.ts"

export const Opened = () => {
  const { language, person } = useHere()
  const say = useSay()
  const name = useName()
  const words = useWords("SharedView")
  const competence = useCompetence()
  const views = useThings("SharedView")?.filter(({ state }) => state._tag === "Open" && state.ownerId !== person)
  if (views === undefined || views.length === 0) return null
  return (
    <Card className="wide" title={say("Voor jou geopend", "Opened to you")}>
      <ul className="grid">
        {views.map(({ id, state }) => (
          <li key={id} className="entry">
            <p className="row apart">
              <strong>{name(state.ownerId)}</strong>
              <span className="tag">{words.choice("sourceType", state.sourceType ?? "")}</span>
            </p>
            {state.title !== undefined && <h3>{state.title}</h3>}
            {state.text !== undefined && <p>{state.text}</p>}
            {state.rows?.map((row) => (
              <p key={row.ref.competence}>
                {competence(row.ref).name}: {say("leuk", "fun")} {row.fun ?? "–"}, {say("kan ik goed", "good at it")}{" "}
                {row.skill ?? "–"}
              </p>
            ))}
            {state.sourceType === "CompetenceProfile" && <GiveRecognition profile={state.sourceId} to={state.ownerId} />}
            <p className="soft small">
              {state.until !== undefined && `${say("open tot en met", "open until")} ${lastDay(state.until, language)}`}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
