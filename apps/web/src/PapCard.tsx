/** An action plan as a card: what, where, by which sign, and when it is looked back on. */
import { Acts } from "./Act.tsx"
import { useHere, useName, useSay, useToday, useWords } from "./here.tsx"
import type { Listed } from "./school.ts"
import { useThing } from "./things.ts"
import { dayLong, howFar } from "./moments.ts"
import { Bones, Card } from "./parts.tsx"
import { Reports } from "./Reports.tsx"

export const isOpenPap = ({ state: { _tag } }: Listed<"Pap">): boolean =>
  ["Draft", "Committed", "Trying", "Reported", "Reviewed"].includes(_tag)

export const PapCard = ({ id, level = 2 }: { readonly id: string; readonly level?: 2 | 3 }) => {
  const { language } = useHere()
  const say = useSay()
  const name = useName()
  const words = useWords("Pap")
  const today = useToday()
  const { value: pap } = useThing("Pap", id)
  if (pap === undefined) return <Bones />
  const { _tag, buddy, buddyAsked, dueSession, firstOccasion, learned, newBehaviour, outcome, sign, situation } = pap.state
  return (
    <Card
      level={level}
      className="sun pap"
      title={say("Mijn actieplan (PAP)", "My action plan (PAP)")}
      aside={<span className="tag sun">{words.state(_tag)}</span>}
      foot={<Reports of="Pap" id={id} />}
    >
      <div className="stack">
        {newBehaviour === undefined ? (
          <p className="soft">{say("Nog leeg. Vijf minuten is genoeg.", "Still empty. Five minutes is enough.")}</p>
        ) : (
          <>
            <blockquote>{newBehaviour}</blockquote>
            <dl className="facts">
              <dt>{say("Wanneer en waar", "When and where")}</dt>
              <dd>{situation}</dd>
              <dt>{say("Ik merk het aan", "I notice by")}</dt>
              <dd>{sign}</dd>
              {_tag === "Committed" && firstOccasion !== undefined && (
                <>
                  <dt>{say("Eerste keer", "First time")}</dt>
                  <dd>{dayLong(firstOccasion, language)}</dd>
                </>
              )}
              {dueSession !== undefined && (
                <>
                  <dt>{say("Terugkijken", "Look back")}</dt>
                  <dd>
                    {dueSession.on < today ? (
                      say("in de eerstvolgende kring", "in the next circle")
                    ) : (
                      <>
                        {dayLong(dueSession.on, language)}{" "}
                        <span className="soft">({howFar(dueSession.on, today, language)})</span>
                      </>
                    )}
                  </dd>
                </>
              )}
              {(buddy ?? buddyAsked) !== undefined && (
                <>
                  <dt>{say("Maatje", "Buddy")}</dt>
                  <dd>
                    {name(buddy ?? buddyAsked)}
                    {buddy === undefined && <span className="soft"> {say("(gevraagd)", "(asked)")}</span>}
                  </dd>
                </>
              )}
              {outcome !== undefined && (
                <>
                  <dt>{say("Hoe het ging", "How it went")}</dt>
                  <dd>
                    {words.choice("outcome", outcome)}
                    {learned !== undefined && learned !== "" && <>: {learned}</>}
                  </dd>
                </>
              )}
            </dl>
          </>
        )}
        <div className="row">
          <Acts
            machine="Pap"
            thing={pap}
            all={[
              {
                command: "Commit",
                look: "main",
                icon: "pen",
                label: say("Schrijf mijn plan", "Write my plan"),
                done: say("Je plan staat. Succes!", "Your plan stands. Good luck!")
              },
              {
                command: "MarkTried",
                look: "main",
                icon: "check",
                label: say("Ik heb het geprobeerd", "I tried it"),
                done: say("Mooi, geprobeerd is geprobeerd.", "Good: tried is tried.")
              },
              { command: "Report", icon: "pen", label: say("Hoe het ging", "How it went") },
              {
                command: "AskBuddy",
                look: "quiet",
                ...(buddy !== undefined && { label: say("Een ander maatje vragen", "Ask another buddy") })
              },
              { command: "Review", look: "main", label: say("Besproken in de kring", "Talked about in the circle") },
              {
                command: "Celebrate",
                look: "main",
                icon: "leaf",
                label: say("Vieren!", "Celebrate!"),
                done: say("Gevierd. Daar mag je trots op zijn.", "Celebrated. You may be proud of that.")
              },
              {
                command: "Close",
                label: say("Dit plan is klaar", "This plan is done"),
                done: say("Klaar. Er is weer ruimte voor een nieuw plan.", "Done. There is room for a new one.")
              },
              { command: "Continue", fields: { next: `${id}-verder` }, label: say("Verder proberen", "Go on trying") },
              { command: "Drop", look: "quiet" }
            ]}
          />
        </div>
      </div>
    </Card>
  )
}
