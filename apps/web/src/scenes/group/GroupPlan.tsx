/** The plan of a group: what it has and needs, what members bring and offer, and a text that leaves when everybody said yes. */
import { Act } from "../../Act.tsx"
import { useHere, useSay, useWords } from "../../here.tsx"
import { useThing, useThings } from "../../things.ts"
import { dayYear } from "../../moments.ts"
import { Bones, Card, Empty } from "../../parts.tsx"
import { Reports } from "../../Reports.tsx"
import { Begin } from "../../Shelf.tsx"
import { Board } from "./Board.tsx"
import { Contributions, Offers } from "./Brought.tsx"
import { Consents } from "./Consents.tsx"
import { Propose } from "./Propose.tsx"

export const GroupPlan = ({ group }: { readonly group: string }) => {
  const { house } = useHere()
  const say = useSay()
  const gops = useThings("Gop")?.filter(({ state }) => state.groupId === group)
  if (gops === undefined) return <Bones />
  const now = gops.find(({ state }) => !["Closed", "Rejected"].includes(state._tag))
  return now === undefined ? (
    <Card title={say("Ons plan (GOP)", "Our plan (GOP)")}>
      <Empty icon="target">
        <p>
          {say(
            "Willen meer van jullie hetzelfde leren? Dan kan het een plan van de groep worden.",
            "Do several of you want to learn the same? Then it can be a plan of the group."
          )}
        </p>
        <Begin
          machine="Gop"
          command="Open"
          id={`${group}/${house.schoolYear}`}
          given={{ groupId: group }}
          look="main"
          label={say("Een plan beginnen", "Begin a plan")}
        />
      </Empty>
    </Card>
  ) : (
    <Whole id={now.id} />
  )
}

const Whole = ({ id }: { readonly id: string }) => {
  const { language } = useHere()
  const say = useSay()
  const words = useWords("Gop")
  const { value: gop } = useThing("Gop", id)
  if (gop === undefined) return <Bones />
  const { board, deadlines = [], discussedOn, evaluation, goals = [] } = gop.state
  return (
    <Card
      title={say("Ons plan (GOP)", "Our plan (GOP)")}
      aside={<span className="tag leaf">{words.state(gop.state._tag)}</span>}
      foot={<Reports of="Gop" id={id} />}
    >
      <div className="stack">
        {goals.map((goal) => (
          <article key={goal.id} className="groupgoal">
            <blockquote>{goal.text}</blockquote>
            <dl className="facts">
              <dt>{say("We zien het aan", "We see it by")}</dt>
              <dd>{goal.sign}</dd>
              {goal.actions.length > 0 && (
                <>
                  <dt>{say("We doen", "We do")}</dt>
                  <dd>{goal.actions.join("; ")}</dd>
                </>
              )}
              {deadlines
                .filter((one) => one.goal === goal.id)
                .map((one) => (
                  <div key={one.goal} style={{ display: "contents" }}>
                    <dt>{say("Voor", "Before")}</dt>
                    <dd>{dayYear(one.before, language)}</dd>
                  </div>
                ))}
            </dl>
          </article>
        ))}
        {discussedOn !== undefined && (
          <p className="soft">
            {say(
              `Besproken met de leiding op ${dayYear(discussedOn, language)}.`,
              `Talked about with the head on ${dayYear(discussedOn, language)}.`
            )}
          </p>
        )}
        {evaluation !== undefined && <p className="quoted">{evaluation}</p>}
        {gop.state._tag === "Proposed" && <Consents gop={gop} />}
        <div className="row">
          <Act
            machine="Gop"
            thing={gop}
            command="Consent"
            look="main"
            label={say("Ja, zo mag het naar buiten", "Yes, this may go out")}
            done={say("Je zei ja.", "You said yes.")}
          />
          <Act machine="Gop" thing={gop} command="Object" label={say("Ik heb een bezwaar", "I object")} />
          <Act machine="Gop" thing={gop} command="Agree" look="main" explain={gop.state._tag === "Proposed"} />
          <Act machine="Gop" thing={gop} command="DiscussWithLeader" size="small" />
          <Act
            machine="Gop"
            thing={gop}
            command="Activate"
            look="main"
            suggested={{ deadlines: goals.map((goal) => ({ goal: goal.id, before: "" })) }}
          />
          <Act machine="Gop" thing={gop} command="Evaluate" size="small" />
          <Act machine="Gop" thing={gop} command="Reopen" size="small" look="quiet" />
          <Propose gop={gop} />
        </div>

        <Board rows={board} />
        <div className="grid">
          <Contributions gop={gop} />
          <Offers gop={gop} />
        </div>
      </div>
    </Card>
  )
}
