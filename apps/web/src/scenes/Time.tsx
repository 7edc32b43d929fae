/** Time: the year task as a bar, the moments in a calendar, and what had to give way. */
import { useDuties } from "../duties.ts"
import { useHere, useSay } from "../here.tsx"
import { useThings } from "../things.ts"
import { Bones, Card, Empty, Note, Scene } from "../parts.tsx"
import { Begin } from "../Shelf.tsx"
import { Budget } from "./time/Budget.tsx"
import { Moments } from "./time/Moments.tsx"
import "../style/time.css"

export default () => {
  const { house, person } = useHere()
  const { leader, leads } = useDuties()
  const say = useSay()
  const budgets = useThings("TimeBudget")
  return (
    <Scene
      title={say("Tijd", "Time")}
      lead={say(
        "Leren kost tijd. Die staat vooraf in de jaartaak, en wat moet wijken krijgt een nieuwe dag.",
        "Learning takes time. It is in the year task beforehand, and what has to give way gets a new day."
      )}
    >
      {budgets === undefined ? (
        <Bones />
      ) : budgets.length === 0 ? (
        <Card title={say("Jaartaak", "Year task")}>
          <Empty icon="time">
            {say("Er staat hier geen jaartaak die jij mag zien.", "There is no year task here that you may see.")}
          </Empty>
        </Card>
      ) : (
        <Card
          title={
            budgets.every(({ state }) => state.personId === person)
              ? say("Mijn jaartaak", "My year task")
              : say("De jaartaken", "The year tasks")
          }
          aside={<span className="soft small">{house.schoolYear}</span>}
        >
          <ul className={budgets.length === 1 ? "stack" : "grid"}>
            {budgets.map(({ id }) => (
              <li key={id}>
                <Budget id={id} alone={budgets.length === 1} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Moments />
      {leads && (
        <Note icon="shield" kind="kind">
          {say(
            "Je ziet hoeveel tijd er is afgesproken. Wie wanneer in een kring zat, staat hier niet.",
            "You see how much time was agreed. Who sat in a circle when is not here."
          )}
        </Note>
      )}
      <div className="row">
        <Begin
          machine="TimeBudget"
          command="Draft"
          given={{ schoolYear: house.schoolYear }}
          label={say("Een jaartaak opzetten", "Draft a year task")}
        />
        <Begin
          machine="RosteredMoment"
          command="Propose"
          given={{ schoolYear: house.schoolYear, ...(leader !== undefined && { sponsor: leader }), people: [person], agenda: [] }}
          label={say("Een moment voorstellen", "Propose a moment")}
        />
      </div>
    </Scene>
  )
}
