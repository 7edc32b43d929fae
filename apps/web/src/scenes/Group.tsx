/** The group: what it agreed, when it meets, and what it wants to learn together. */
import { useDuties } from "../duties.ts"
import { Act, canDo } from "../Act.tsx"
import { capital, useHere, useName, useSay, useToday, useWords } from "../here.tsx"
import { useThing, useThings } from "../things.ts"
import { useGroupName } from "../titles.ts"
import { Icon } from "../Icon.tsx"
import { isToCome, useMeetings } from "../meetings.ts"
import { dayLong, howFar, listed } from "../moments.ts"
import { Bones, Card, Empty, Face, Note, Scene, Who } from "../parts.tsx"
import { Reports } from "../Reports.tsx"
import { hrefTo } from "../place.ts"
import { Begin, Shelf } from "../Shelf.tsx"
import "../style/group.css"
import { GroupPlan } from "./group/GroupPlan.tsx"

export default () => {
  const { house, person } = useHere()
  const { leads } = useDuties()
  const say = useSay()
  const groups = useThings("PopGroup")
  const mine = groups?.filter(({ state }) => state.members?.includes(person))
  const seen = groups?.filter((group) => mine?.includes(group) !== true)
  return (
    <Scene
      title={say("Onze groep", "Our group")}
      lead={say(
        "Drie tot acht collega’s die niet elkaars baas zijn, met een afspraak en met uren.",
        "Three to eight colleagues without power over each other, with an agreement and with hours."
      )}
    >
      {groups === undefined ? (
        <Bones />
      ) : (
        <>
          {mine?.map(({ id }) => (
            <OwnGroup key={id} id={id} />
          ))}
          {mine?.length === 0 && (
            <Card>
              <Empty icon="group">
                <p>
                  {leads
                    ? say(
                        "Je beoordeelt mensen, en daarom zit je niet in hun groep. Wel kun je er uren voor geven.",
                        "You appraise people, and that is why you are not in their group. You can give it hours."
                      )
                    : say(
                        "Je zit nog niet in een groep. Zoek twee of drie collega’s die er zin in hebben.",
                        "You are in no group yet. Find two or three who feel like it."
                      )}
                </p>
                {!leads && (
                  <Begin
                    machine="PopGroup"
                    command="Form"
                    given={{ schoolYear: house.schoolYear }}
                    look="main"
                    label={say("Een groep beginnen", "Begin a group")}
                  />
                )}
              </Empty>
            </Card>
          )}
          {seen?.map(({ id }) => (
            <SponsoredGroup key={id} id={id} />
          ))}
        </>
      )}
      <GroupTexts />
      <Shelf machines={["PopGroup", "Gop"]} title={say("Alles van de groep", "The group as a whole")} />
    </Scene>
  )
}

const OwnGroup = ({ id }: { readonly id: string }) => {
  const { person } = useHere()
  const say = useSay()
  const groupName = useGroupName()
  const words = useWords("PopGroup")
  const { value: group } = useThing("PopGroup", id)
  if (group === undefined) return <Bones />
  const { agreement, grantedHours, members, signedBy = [] } = group.state
  return (
    <>
      <Card
        title={groupName(id).replace(/^./, (letter) => letter.toUpperCase())}
        aside={<span className="tag leaf">{words.state(group.state._tag)}</span>}
      >
        <div className="stack">
          <ul className="faces">
            {members.map((member) => (
              <li key={member}>
                <Who person={member} size="" />
              </li>
            ))}
          </ul>
          <div className="row">
            <Act machine="PopGroup" thing={group} command="Invite" size="small" />
            <Act machine="PopGroup" thing={group} command="Activate" look="main" explain={group.state._tag === "Contracting"} />
            <Act
              machine="PopGroup"
              thing={group}
              command="Pause"
              size="small"
              look="quiet"
              confirm={say(
                "Er komen dan even geen bijeenkomsten. Hervatten kan altijd.",
                "There are no meetings for a while then. You can always resume."
              )}
              fields={{}}
              done={say("De groep rust even.", "The group rests.")}
            />
            <Act machine="PopGroup" thing={group} command="Resume" look="main" />
          </div>
        </div>
      </Card>
      <div className="grid">
        <Card
          title={say("Onze afspraak", "Our agreement")}
          aside={
            agreement !== undefined && (
              <span className="soft small">{say(`versie ${agreement.version}`, `version ${agreement.version}`)}</span>
            )
          }
          foot={agreement !== undefined && <Reports of="PopGroup" id={id} />}
        >
          {agreement === undefined ? (
            <div className="stack">
              <p className="soft">
                {say(
                  "Nog geen afspraak. Het aantal minuten intervisie kiest de groep zelf.",
                  "No agreement yet. The group itself chooses the minutes of intervision."
                )}
              </p>
              <Act machine="PopGroup" thing={group} command="DraftAgreement" look="main" />
            </div>
          ) : (
            <div className="stack">
              <blockquote>{agreement.confidentiality}</blockquote>
              <dl className="facts">
                <dt>{say("Ritme", "Rhythm")}</dt>
                <dd>
                  {say(
                    `${agreement.rhythm.sessions} keer ${agreement.rhythm.sessionMinutes} minuten`,
                    `${agreement.rhythm.sessions} times ${agreement.rhythm.sessionMinutes} minutes`
                  )}
                </dd>
                <dt>{say("Waarvan intervisie", "Of which intervision")}</dt>
                <dd>{agreement.intervisionMinutes} min</dd>
                <dt>{words.field("rotation")}</dt>
                <dd>{words.choice("rotation", agreement.rotation)}</dd>
                <dt>{words.field("papScope")}</dt>
                <dd>{words.choice("papScope", agreement.papScope)}</dd>
                <dt>{say("Uren van de school", "Hours from the school")}</dt>
                <dd>{grantedHours}</dd>
              </dl>
              <ul className="signatures" aria-label={say("Handtekeningen", "Signatures")}>
                {members.map((member) => {
                  const did = signedBy.includes(member)
                  return (
                    <li key={member} className={did ? "" : "waits"}>
                      <Face person={member} size="tiny" />
                      <span>{did ? <Icon name="check" /> : "…"}</span>
                      <span className="hidden">{did ? say("tekende", "signed") : say("nog niet", "not yet")}</span>
                    </li>
                  )
                })}
              </ul>
              <div className="row">
                {!signedBy.includes(person) && (
                  <Act
                    machine="PopGroup"
                    thing={group}
                    command="Sign"
                    look="main"
                    icon="pen"
                    label={say("Ik teken", "I sign")}
                    done={say("Getekend.", "Signed.")}
                  />
                )}
                <Act machine="PopGroup" thing={group} command="ChangeAgreement" size="small" look="quiet" />
              </div>
            </div>
          )}
        </Card>
        <Rhythm group={id} />
      </div>
      <GroupPlan group={id} />
    </>
  )
}

const Rhythm = ({ group }: { readonly group: string }) => {
  const { language } = useHere()
  const say = useSay()
  const name = useName()
  const words = useWords("Intervision")
  const today = useToday()
  const meetings = useMeetings()?.filter(({ state }) => state.groupId === group)
  if (meetings === undefined) return <Bones />
  return (
    <Card
      title={say("Het ritme van het jaar", "The rhythm of the year")}
      foot={<Reports of="SchoolYear" only={(kind) => kind === "year-poster"} />}
    >
      <ol className="year">
        {meetings.map((meeting) => (
          <li
            key={meeting.id}
            className={
              isToCome(meeting) ? "comes" : meeting.state._tag === "Held" || meeting.state._tag === "Purged" ? "was" : ""
            }
          >
            <a href={hrefTo("circle", meeting.id)}>{dayLong(meeting.state.on, language)}</a>
            <span className="soft small">
              {" "}
              {words.state(meeting.state._tag)}
              {isToCome(meeting) && `, ${howFar(meeting.state.on, today, language)}`}
              {meeting.state.facilitator !== undefined && ` · ${say("leidde", "led by")}: ${name(meeting.state.facilitator)}`}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** What a leader who grants the hours sees, and what not. */
const SponsoredGroup = ({ id }: { readonly id: string }) => {
  const { language } = useHere()
  const say = useSay()
  const groupName = useGroupName()
  const name = useName()
  const words = useWords("PopGroup")
  const { value: group } = useThing("PopGroup", id)
  if (group === undefined) return null
  const { grantedHours, members, schoolYear } = group.state
  return (
    <Card
      title={groupName(id).replace(/^./, (letter) => letter.toUpperCase())}
      aside={<span className="tag">{words.state(group.state._tag)}</span>}
    >
      <div className="stack">
        <dl className="facts">
          <dt>{say("Leden", "Members")}</dt>
          <dd>{listed(members.map(name), language)}</dd>
          <dt>{say("Schooljaar", "School year")}</dt>
          <dd>{schoolYear}</dd>
          <dt>{say("Uren", "Hours")}</dt>
          <dd>{grantedHours}</dd>
        </dl>
        <div className="row">
          {canDo(group, "GrantTime") && <Act machine="PopGroup" thing={group} command="GrantTime" look="main" />}
        </div>
        <Note icon="shield" kind="kind">
          {say(
            "De woorden van hun afspraak en wat er besproken wordt, blijven in de groep. Dat ze er zijn, en dat er tijd voor is: dat is wat jij ziet en kunt geven.",
            "The words of their agreement and what they talk about stay in the group. That they are there, and that there is time: that is what you see and can give."
          )}
        </Note>
      </div>
    </Card>
  )
}

/** The plans that groups agreed and let go out. */
const GroupTexts = () => {
  const say = useSay()
  const groupName = useGroupName()
  const texts = useThings("GopText")?.filter(({ state }) => state._tag === "Standing")
  if (texts === undefined || texts.length === 0) return null
  return (
    <Card title={say("Wat groepen met de school afspraken", "What groups agreed with the school")}>
      <ul className="list">
        {texts.map(({ id, state }) => (
          <li key={id} className="stack tight">
            <strong>{capital(groupName(state.groupId))}</strong>
            {state.goals?.map((goal) => (
              <div key={goal.id}>
                <blockquote>{goal.text}</blockquote>
                <p className="soft small">
                  {say("We zien het aan", "We see it by")}: {goal.sign}
                </p>
              </div>
            ))}
            <div>
              <Reports of="GopText" id={id} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
