/** The report of a conversation: who is its subject reads it first, adds to it, signs or objects. */
import { Acts, canDo } from "../../Act.tsx"
import { capital, useHere, useName, useSay, useWords } from "../../here.tsx"
import { momentLong } from "../../moments.ts"
import { Card, Who } from "../../parts.tsx"
import type { Thing } from "../../school.ts"

export const Report = ({ talk }: { readonly talk: Thing<"Conversation"> }) => {
  const { language } = useHere()
  const say = useSay()
  const name = useName()
  const words = useWords("Conversation")
  const { decision, employeeId, judgement, leaderId, objection, outcome, reportBefore, signatures = [], text, view } = talk.state
  const sides = [employeeId, leaderId].filter((one) => one !== undefined)
  if (!(canDo(talk, "RecordHeld") || canDo(talk, "DraftReport") || text !== undefined || reportBefore !== undefined)) return null
  return (
    <Card title={say("Het verslag", "The report")}>
      <div className="stack">
        {text === undefined ? (
          <p className="soft">
            {reportBefore === undefined
              ? say("Eerst het gesprek.", "First the conversation.")
              : say(
                  `Nog niet geschreven; uiterlijk ${momentLong(reportBefore, language)}.`,
                  `Not written yet; by ${momentLong(reportBefore, language)} at the latest.`
                )}
          </p>
        ) : (
          <p className="report">{text}</p>
        )}
        {judgement !== undefined && (
          <section aria-label={say("Oordeel", "Judgement")}>
            <h3>{say("Oordeel, in woorden", "Judgement, in words")}</h3>
            <p className="report">{judgement.text}</p>
          </section>
        )}
        {view !== undefined && (
          <section aria-label={say("Zienswijze", "View")}>
            <h3>{say(`Zienswijze van ${name(employeeId)}`, `The view of ${name(employeeId)}`)}</h3>
            <p className="report">{view}</p>
          </section>
        )}
        {signatures.length > 0 && (
          <ul className="faces">
            {signatures.map(({ by, how }) => (
              <li key={by}>
                <Who person={by}>
                  <span className="soft small">
                    {" "}
                    {how === "Agreed" ? say("voor akkoord", "agreed") : say("voor gezien", "seen")}
                  </span>
                </Who>
              </li>
            ))}
          </ul>
        )}
        <div className="row">
          <Acts
            machine="Conversation"
            thing={talk}
            all={[
              {
                command: "RecordHeld",
                look: "main",
                fields: { present: sides },
                label: say("Het gesprek is geweest", "The conversation took place")
              },
              { command: "DraftReport", look: "main" },
              { command: "Respond", icon: "pen", label: say("Mijn zienswijze erbij", "Add my view") },
              {
                command: "Sign",
                fields: { how: "Agreed" },
                look: "main",
                label: say("Tekenen voor akkoord", "Sign as agreed"),
                done: say("Getekend voor akkoord.", "Signed as agreed.")
              },
              {
                command: "Sign",
                fields: { how: "Seen" },
                label: say("Tekenen voor gezien", "Sign as seen"),
                done: say("Getekend voor gezien: dat is niet akkoord.", "Signed as seen: that is not agreed.")
              },
              { command: "Object", label: say("Bezwaar maken", "Object") },
              { command: "WithdrawObjection", look: "quiet" },
              { command: "AllowFiling" },
              { command: "Withhold", look: "quiet" }
            ]}
          />
        </div>
        {objection !== undefined && (
          <section aria-label={say("Bezwaar", "Objection")}>
            <h3>{say("Bezwaar", "Objection")}</h3>
            <p className="report">{objection}</p>
            {decision !== undefined && (
              <p className="report">
                <strong>{capital(words.choice("outcome", outcome ?? ""))}.</strong> {decision}
              </p>
            )}
          </section>
        )}
      </div>
    </Card>
  )
}
