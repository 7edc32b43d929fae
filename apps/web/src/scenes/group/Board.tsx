/** What a group has and needs: numbers of enough people, and never who. */
import { useSay } from "../../here.tsx"
import type { StateOf } from "../../school.ts"
import { useCompetence } from "../mine/competences.ts"

export const Board = ({ rows }: { readonly rows: StateOf<"Gop">["board"] }) => {
  const say = useSay()
  const competence = useCompetence()
  return rows.length === 0 ? null : (
    <div className="stack tight">
      <h3>{say("Wat we hebben en zoeken", "What we have and need")}</h3>
      <p className="soft small">
        {say("Alleen wat genoeg mensen lieten zien; nooit wie.", "Only what enough people showed; never who.")}
      </p>
      <div className="scrolls" tabIndex={0} role="region" aria-label={say("Wat we hebben en zoeken", "What we have and need")}>
        <table className="board">
          <caption className="hidden">{say("Hoeveel van ons, per competentie", "How many of us, by competence")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("Competentie", "Competence")}</th>
              <th scope="col">{say("kunnen het", "can do it")}</th>
              <th scope="col">{say("talent", "talent")}</th>
              <th scope="col">{say("willen groeien", "want to grow")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.ref.competence}>
                <th scope="row">{competence(row.ref).name}</th>
                <td>{row.have}</td>
                <td>{row.talent}</td>
                <td>{row.need}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
