/** The conversations of the year: an agenda of both, a report that its subject reads first, and promises with a day. */
import { useDuties } from "../duties.ts"
import { capital, useHere, useSay, useToday, useWords } from "../here.tsx"
import { useThings } from "../things.ts"
import { dayLong, howFar } from "../moments.ts"
import { Bones, Card, Empty, Note, Scene } from "../parts.tsx"
import { hrefTo } from "../place.ts"
import { Begin, Shelf } from "../Shelf.tsx"
import { useParties } from "./talks/parties.ts"
import { Talk } from "./talks/Talk.tsx"
import "../style/talks.css"

export default ({ at: [id] }: { readonly at: ReadonlyArray<string> }) => (id === undefined ? <Talks /> : <Talk id={id} />)

const isOver = (tag: string) => ["Filed", "Final", "Cancelled", "Erased", "Destroyed", "Withheld"].includes(tag)

const Talks = () => {
  const { house, language, person } = useHere()
  const { keepsFiles, leader, leads, staff } = useDuties()
  const say = useSay()
  const parties = useParties()
  const words = useWords("Conversation")
  const today = useToday()
  const talks = useThings("Conversation")?.toSorted((one, other) => one.state.on.localeCompare(other.state.on))
  const isLed = leader !== undefined && !leads
  // Who leads nobody and is led by nobody sees a conversation of others for one reason only.
  const decides = staff !== undefined && leader === undefined && !leads && !keepsFiles
  return (
    <Scene
      title={say("Gesprekken", "Conversations")}
      lead={[
        say("Twee agenda’s, twee stemmen.", "Two agendas, two voices."),
        isLed
          ? say(
              "Het verslag lees jij als eerste, en je mag er altijd iets bij zetten.",
              "You are the first to read what it says, and you may always add to it."
            )
          : say(
              "Over wie het gaat, leest het verslag als eerste en mag er altijd iets bij zetten.",
              "Who it is about reads the report first, and may always add to it."
            ),
        ...(keepsFiles
          ? [say("Ligt het in het dossier, dan lees jij het ook.", "Once it is in the file, you read it too.")]
          : []),
        ...(decides
          ? [
              say(
                "Maakt iemand bezwaar, dan lees jij het zolang je daarover beslist.",
                "If somebody objects, you read it as long as you decide about that."
              )
            ]
          : [])
      ].join(" ")}
    >
      {talks === undefined ? (
        <Bones />
      ) : (
        <div className="grid">
          {talks.map(({ id, state }) => (
            <a key={id} className={`card talklink ${isOver(state._tag) ? "" : "leaf"}`} href={hrefTo("talks", id)}>
              <span className="row apart">
                <strong>{capital(words.choice("type", state.type))}</strong>
                <span className={`tag ${isOver(state._tag) ? "" : "leaf"}`}>{words.state(state._tag)}</span>
              </span>
              <span>
                {dayLong(state.on, language)} <span className="soft">({howFar(state.on, today, language)})</span>
              </span>
              <span className="soft">
                {parties({
                  employeeId: state.employeeId,
                  leaderId: state.leaderId ?? (state.employeeId === person ? leader : undefined)
                })}
              </span>
            </a>
          ))}
          {talks.length === 0 && (
            <Card>
              <Empty icon="talks">
                {isLed
                  ? say(
                      "Er staat nu geen gesprek voor je. Een POP-, functionerings- of loopbaangesprek kun je altijd zelf vragen.",
                      "No conversation stands for you now. You can always ask for one about your POP, your work or your career."
                    )
                  : say("Er staan geen gesprekken voor jou.", "There are no conversations for you.")}
              </Empty>
            </Card>
          )}
        </div>
      )}
      {(leads || isLed) && (
        <div>
          <Begin
            machine="Conversation"
            command="Plan"
            given={{ schoolYear: house.schoolYear, ...(leads ? { leaderId: person } : { employeeId: person, leaderId: leader }) }}
            look="main"
            label={
              leads ? say("Een gesprek plannen", "Plan a conversation") : say("Een gesprek vragen", "Ask for a conversation")
            }
          />
        </div>
      )}
      <Year />
      {leads && (
        <Note icon="shield" kind="kind">
          {say(
            "In een gesprek zie je wat de ander zelf meebrengt. Een POP, een profiel of een portfolio opzoeken kan hier niet: dat is geen knop die ontbreekt, dat is de afspraak.",
            "In a conversation you see what the other brings along. Looking up a POP, a profile or a portfolio is not possible here: no button is missing, it is the agreement."
          )}
        </Note>
      )}
      <Shelf
        machines={["EmployeeCycle", "ConversationCycle", "PopAgreement"]}
        title={say("Het jaar en de regeling", "The year and the regulation")}
      />
    </Scene>
  )
}

/** What the regulation of this year says. */
const Year = () => {
  const { language } = useHere()
  const say = useSay()
  const words = useWords("Conversation")
  const cycle = useThings("ConversationCycle")?.find(({ state }) => state._tag === "Running")
  if (cycle === undefined) return null
  const months = (list: ReadonlyArray<number>) =>
    list
      .map((month) =>
        new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", { month: "long" }).format(new Date(2026, month - 1, 15))
      )
      .join(", ")
  const talks = cycle.state.talks ?? []
  return (
    <Card
      title={say("De cyclus van dit jaar", "The cycle of this year")}
      aside={<span className="soft small">{say("met instemming van de MR", "with consent of the staff council")}</span>}
    >
      <ol className="cycle">
        {talks.map(({ months: list, type }) => (
          <li key={type}>
            <strong>{capital(words.choice("type", type))}</strong>
            <span className="soft">{months(list)}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
