/** Time: the year task as a bar, the moments in a calendar, and what had to give way. */
import { useDuties } from "../duties.ts"
import { useHere, useName, useSay } from "../here.tsx"
import type { Listed } from "../school.ts"
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
  const name = useName()
  const budgets = useThings("TimeBudget")?.toSorted((one, other) =>
    name(one.state.personId).localeCompare(name(other.state.personId))
  )
  const drafts = budgets?.filter(isDraft)
  const standing = budgets?.filter((budget) => !isDraft(budget))
  const isOwn = (some: typeof budgets) => some?.every(({ state }) => state.personId === person) === true
  return (
    <Scene
      title={say("Tijd", "Time")}
      lead={say(
        "Leren kost tijd. Die staat vooraf in de jaartaak, en wat moet wijken krijgt een nieuwe dag.",
        "Learning takes time. It is in the year task beforehand, and what has to give way gets a new day."
      )}
    >
      {standing === undefined || drafts === undefined ? (
        <Bones />
      ) : (
        <>
          {standing.length > 0 && (
            <Card
              title={isOwn(standing) ? say("Mijn jaartaak", "My year task") : say("De jaartaken", "The year tasks")}
              aside={<span className="soft small">{house.schoolYear}</span>}
            >
              <Budgets all={standing} />
            </Card>
          )}
          {drafts.length > 0 && (
            <Card
              title={isOwn(drafts) ? say("Mijn jaartaak, in opzet", "My year task, as a draft") : say("In opzet", "Drafts")}
              aside={<span className="soft small">{house.schoolYear}</span>}
            >
              <div className="stack">
                <p className="soft">
                  {standing.some((one) => drafts.some(({ state }) => state.personId === one.state.personId))
                    ? say(
                        "Een opzet telt nog niet mee. Tot die is afgesproken, blijft de jaartaak hierboven gelden.",
                        "A draft does not count yet. Until it is agreed, the year task above holds."
                      )
                    : say("Een opzet telt pas mee als die is afgesproken.", "A draft counts once it is agreed.")}
                </p>
                <Budgets all={drafts} />
              </div>
            </Card>
          )}
          {budgets?.length === 0 && (
            <Card title={say("Jaartaak", "Year task")}>
              <Empty icon="time">
                {say("Er staat hier geen jaartaak die jij mag zien.", "There is no year task here that you may see.")}
              </Empty>
            </Card>
          )}
        </>
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

/** It does not count before it is agreed. */
const isDraft = ({ state }: Listed<"TimeBudget">) => ["Draft", "Proposed", "Disputed"].includes(state._tag)

const Budgets = ({ all }: { readonly all: ReadonlyArray<Listed<"TimeBudget">> }) => (
  <ul className={all.length === 1 ? "stack" : "grid"}>
    {all.map(({ id }) => (
      <li key={id}>
        <Budget id={id} alone={all.length === 1} />
      </li>
    ))}
  </ul>
)
