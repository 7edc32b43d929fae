/** The plan of a group: what it has and needs, what members bring and offer, and a text that leaves when everybody said yes. */
import { Names } from "@groeikring/core"
import { useState } from "react"
import { Act, canDo } from "../../Act.tsx"
import { Pupils } from "../../ClassList.tsx"
import { newName } from "../../filling.ts"
import { useHere, useName, useSay, useWords } from "../../here.tsx"
import type { Thing } from "../../school.ts"
import { useSend } from "../../sending.ts"
import { useThing, useThings } from "../../things.ts"
import { dayYear, listed } from "../../moments.ts"
import { Bones, Card, Empty, Face, Who } from "../../parts.tsx"
import { Reports } from "../../Reports.tsx"
import { Begin } from "../../Shelf.tsx"
import { useCompetence } from "../mine/competences.ts"
import { Bring } from "./Bring.tsx"

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

/** What was brought, as it is brought again. */
const again = <F extends string, A extends { readonly id: string; readonly by: string }>(
  field: F,
  { by: _, id, ...brought }: A
) => ({ ...brought, [field]: id }) as Omit<A, "id" | "by"> & { readonly [K in F]: string }

const Whole = ({ id }: { readonly id: string }) => {
  const { language, person } = useHere()
  const say = useSay()
  const name = useName()
  const words = useWords("Gop")
  const competence = useCompetence()
  const { value: gop } = useThing("Gop", id)
  if (gop === undefined) return <Bones />
  const {
    board,
    consented = [],
    contributors,
    deadlines = [],
    discussedOn,
    evaluation,
    goals = [],
    objections = [],
    offers,
    sources
  } = gop.state
  const waits = contributors.filter((one) => !consented.includes(one))
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
        {gop.state._tag === "Proposed" && (
          <div className="stack tight">
            <h3>{say("Wie eraan bijdroeg, zegt ja", "Those whose it is say yes")}</h3>
            <ul className="faces">
              {contributors.map((one) => (
                <li key={one}>
                  <Who person={one} size="tiny">
                    <span className="soft small"> {consented.includes(one) ? say("ja", "yes") : say("nog niet", "not yet")}</span>
                  </Who>
                </li>
              ))}
            </ul>
            {waits.length > 0 && (
              <p className="soft small">
                {say(
                  `Zonder ${listed(waits.map(name), language)} gaat er niets de groep uit.`,
                  `Without ${listed(waits.map(name), language)} nothing leaves the group.`
                )}
              </p>
            )}
            {objections.map((one) => (
              <p className="quoted" key={one.by}>
                {one.text} <span className="soft small">{name(one.by)}</span>
              </p>
            ))}
          </div>
        )}
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
          {canDo(gop, "ProposeText") && <Propose gop={gop} sources={sources} offers={offers} />}
        </div>

        {board.length > 0 && (
          <div className="stack tight">
            <h3>{say("Wat we hebben en zoeken", "What we have and need")}</h3>
            <div
              className="scrolls"
              tabIndex={0}
              role="region"
              aria-label={say("Wat we hebben en zoeken", "What we have and need")}
            >
              <table className="board">
                <caption className="soft small">
                  {say("Alleen wat genoeg mensen lieten zien; nooit wie.", "Only what enough people showed; never who.")}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">{say("Competentie", "Competence")}</th>
                    <th scope="col">{say("kunnen het", "can do it")}</th>
                    <th scope="col">{say("talent", "talent")}</th>
                    <th scope="col">{say("willen groeien", "want to grow")}</th>
                  </tr>
                </thead>
                <tbody>
                  {board.map((row) => (
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
        )}
        <div className="grid">
          <section aria-label={say("Wat we inbrengen", "What we bring")} className="stack tight">
            <h3>{say("Wat we inbrengen", "What we bring")}</h3>
            <ul className="list">
              {sources.map((source) => (
                <li key={source.id} className="row">
                  <Face person={source.by} size="tiny" />
                  <span style={{ flex: 1 }}>
                    {name(source.by)}:{" "}
                    {source.text ??
                      (source.competence === undefined ? words.choice("kind", source.kind) : competence(source.competence).name)}
                  </span>
                  {source.by === person && (
                    <Act
                      machine="Gop"
                      thing={gop}
                      command="WithdrawContribution"
                      size="small"
                      look="quiet"
                      fields={{ source: source.id }}
                      label={say("Terugnemen", "Take back")}
                      done={say("Je nam het terug.", "You took it back.")}
                      undo={{ command: "Contribute", fields: again("source", source) }}
                    />
                  )}
                </li>
              ))}
            </ul>
            <Bring gop={gop} />
          </section>
          <section aria-label={say("Wat we elkaar aanbieden", "What we offer each other")} className="stack tight">
            <h3>{say("Wat we elkaar aanbieden", "What we offer each other")}</h3>
            <ul className="list">
              {offers.map((offer) => (
                <li key={offer.id} className="row">
                  <Face person={offer.by} size="tiny" />
                  <span style={{ flex: 1 }}>
                    {name(offer.by)}: {offer.text ?? (offer.competence === undefined ? "" : competence(offer.competence).name)}
                  </span>
                  {offer.by === person && (
                    <Act
                      machine="Gop"
                      thing={gop}
                      command="WithdrawOffer"
                      size="small"
                      look="quiet"
                      fields={{ offer: offer.id }}
                      label={say("Terugnemen", "Take back")}
                      done={say("Je nam het terug.", "You took it back.")}
                      undo={{ command: "OfferQuality", fields: again("offer", offer) }}
                    />
                  )}
                </li>
              ))}
            </ul>
            <Act
              machine="Gop"
              thing={gop}
              command="OfferQuality"
              size="small"
              fields={{ offer: `aanbod-${newName()}` }}
              asksAll
              label={say("Iets aanbieden", "Offer something")}
            />
          </section>
        </div>
      </div>
    </Card>
  )
}

/** A goal in one sentence, from what members brought. */
const Propose = ({
  gop,
  offers,
  sources
}: {
  readonly gop: Thing<"Gop">
  readonly sources: ReadonlyArray<{ readonly id: string }>
  readonly offers: ReadonlyArray<{ readonly id: string; readonly by: string }>
}) => {
  const { house } = useHere()
  const say = useSay()
  const send = useSend()
  const [isOpen, open] = useState(false)
  const [text, write] = useState("")
  const [sign, see] = useState("")
  const [action, act] = useState("")
  const [theme, lean] = useState("")
  const [fault, wrong] = useState("")
  const themes = useThings("IpbTheme")?.filter(({ state }) => !["Merged", "Declined", "Closed"].includes(state._tag)) ?? []
  return isOpen ? (
    <form
      className="stack tight wide"
      style={{ flexBasis: "100%" }}
      onSubmit={async (event) => {
        event.preventDefault()
        const goals = [
          {
            id: `doel-${newName()}`,
            text,
            sign,
            themes: theme === "" ? [] : [theme],
            actions: action === "" ? [] : [action],
            // Whoever stands in these words is named, so they have to have offered it themselves.
            names: house.people
              .filter(({ name }) => Names.suspected(`${text} ${sign}`, [{ name, role: "" }]).length > 0)
              .map(({ id }) => id),
            sources: sources.map(({ id }) => id),
            offers: offers.map(({ id }) => id)
          }
        ]
        const failure = await send(
          "Gop",
          gop.id,
          "ProposeText",
          { goals },
          { quiet: true, done: say("Het voorstel ligt er.", "The proposal is there.") }
        )
        wrong(failure === undefined ? "" : failure.detail)
        if (failure === undefined) open(false)
      }}
    >
      <div className="field">
        <label htmlFor="goal-text">{say("Ons doel, in één zin", "Our goal, in one sentence")}</label>
        <textarea id="goal-text" rows={2} maxLength={280} required value={text} onChange={(event) => write(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor="goal-sign">{say("Waaraan zien we dat het lukt?", "By what do we see that it works?")}</label>
        <input id="goal-sign" maxLength={280} required value={sign} onChange={(event) => see(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor="goal-action">
          {say("Wat doen we ervoor?", "What do we do for it?")}{" "}
          <span className="soft small">{say("(hoeft niet)", "(optional)")}</span>
        </label>
        <input id="goal-action" maxLength={280} value={action} onChange={(event) => act(event.target.value)} />
      </div>
      {themes.length > 0 && (
        <div className="field">
          <label htmlFor="goal-theme">
            {say("Hoort het bij iets waar de school aan werkt?", "Does it belong to something the school works at?")}{" "}
            <span className="soft small">{say("(hoeft niet)", "(optional)")}</span>
          </label>
          <select id="goal-theme" value={theme} onChange={(event) => lean(event.target.value)}>
            <option value="">{say("Nee", "No")}</option>
            {themes.map(({ id, state }) => (
              <option key={id} value={id}>
                {state.text}
              </option>
            ))}
          </select>
        </div>
      )}
      <Pupils
        texts={[text, sign, action]}
        onReplace={([text = "", sign = "", action = ""]) => {
          write(text)
          see(sign)
          act(action)
        }}
      />
      {fault !== "" && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <div className="row">
        <button type="submit" className="button main">
          {say("Voorstellen", "Propose")}
        </button>
        <button type="button" className="button quiet" onClick={() => open(false)}>
          {say("Toch niet", "Never mind")}
        </button>
      </div>
    </form>
  ) : (
    <button type="button" className="button small" onClick={() => open(true)}>
      {say("Een zin voorstellen", "Propose a sentence")}
    </button>
  )
}
