/** The school: numbers in which nobody is found, what the programme stands on, and themes from both sides. */
import { useDuties } from "../duties.ts"
import { useSay } from "../here.tsx"
import { Card, Note, Scene } from "../parts.tsx"
import { Reports } from "../Reports.tsx"
import { Shelf } from "../Shelf.tsx"
import { Pulses } from "./school/Pulses.tsx"
import { Programmes } from "./school/Programmes.tsx"
import { Themes } from "./school/Themes.tsx"
import "../style/school.css"

export default () => {
  const { leads } = useDuties()
  const say = useSay()
  return (
    <Scene
      title={say("School", "School")}
      lead={say(
        "Wat de school samen ziet: hoe het voelt om hier te werken, waar het programma op steunt, en waar jullie aan werken.",
        "What the school sees together: how it feels to work here, what the programme stands on, and what you work at."
      )}
    >
      {leads && (
        <Note icon="shield" kind="kind">
          <p>
            <strong>{say("Wat je hier niet ziet, en waarom.", "What you do not see here, and why.")}</strong>{" "}
            {say(
              "Geen profielen, geen plannen, geen casussen, geen wie-zei-wat, en geen getal van minder dan vijf mensen. Mensen leren alleen hardop als dat zo blijft; daarom is er ook geen knop voor. Wat iemand zelf aan jou laat zien, vind je bij Gesprekken en bij Van mij.",
              "No profiles, no plans, no cases, no who-said-what, and no number of fewer than five people. People only learn aloud as long as it stays like that; that is why there is no button for it. What somebody shows you themselves is under Conversations and under Mine."
            )}
          </p>
        </Note>
      )}
      <Pulses />
      <Programmes />
      <Themes />
      <Card title={say("Voor op tafel en aan de muur", "For on the table and on the wall")} foot={<Reports of="Nothing" />}>
        <p className="soft">
          {say(
            "De methodekaarten, de woordenlijst, en de folder die zegt wie wat ziet.",
            "The method cards, the glossary, and the leaflet that says who sees what."
          )}
        </p>
      </Card>
      <Shelf
        machines={["Staff", "CompetenceFramework", "FunctionProfile", "ConversationCycle", "GopText"]}
        title={say("Alles van de school", "The school as a whole")}
      />
    </Scene>
  )
}
