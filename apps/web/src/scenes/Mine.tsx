/** What is one's own: what is fun and goes well, the plan, the experiment of now, and what is worth keeping. */
import { useHere, useSay } from "../here.tsx"
import { useThing, useThings } from "../things.ts"
import { isOpenPap, PapCard } from "../PapCard.tsx"
import { ClassList } from "../ClassList.tsx"
import { Bones, Card, Empty, Face, Scene } from "../parts.tsx"
import { Reports } from "../Reports.tsx"
import { Begin, Shelf } from "../Shelf.tsx"
import "../style/mine.css"
import { Waiting } from "../Waiting.tsx"
import { Folder } from "./mine/Folder.tsx"
import { Opened } from "./mine/Opened.tsx"
import { Plan } from "./mine/Plan.tsx"
import { Quadrant } from "./mine/Quadrant.tsx"
import { Recognitions, Reachable } from "./mine/Reachable.tsx"

export default () => {
  const { person } = useHere()
  const say = useSay()
  const paps = useThings("Pap")?.filter(({ state }) => state.ownerId === person)
  const profiles = useThings("CompetenceProfile")
  const profile = profiles?.find(({ state }) => state.ownerId === person)
  return (
    <Scene
      title={say("Van mij", "Mine")}
      lead={say(
        "Wat je hier schrijft, is van jou. Wat een ander mag zien, open jij zelf, tot een dag die jij kiest.",
        "What you write here is yours. What somebody else may see you open yourself, until a day that you choose."
      )}
      aside={<Face person={person} size="big" />}
    >
      {profiles === undefined ? (
        <Bones />
      ) : profile === undefined ? (
        <Card title={say("Leuk × kan ik goed", "Fun × good at it")}>
          <Empty icon="target">
            <p>
              {say(
                "Zet voor jezelf neer wat je leuk vindt en wat je goed kunt. Het verschil tussen die twee is waar het om gaat.",
                "Put down for yourself what you like and what you do well. The difference between the two is the point."
              )}
            </p>
            <Begin
              machine="CompetenceProfile"
              command="Open"
              look="main"
              label={say("Mijn profiel beginnen", "Begin my profile")}
            />
          </Empty>
        </Card>
      ) : (
        <Profile id={profile.id} />
      )}
      <div className={profile === undefined && paps?.some(isOpenPap) !== true ? "" : "two"}>
        <div className="stack">
          {paps?.filter(isOpenPap).map(({ id }) => (
            <PapCard key={id} id={id} />
          ))}
          {profile !== undefined && <ReachableOf id={profile.id} />}
        </div>
        <Card title={say("Wat op je wacht", "What waits for you")}>
          <Waiting />
        </Card>
      </div>
      <Plan />
      <Folder />
      <Opened />
      <Card title={say("Alles wat van jou bewaard is", "All that is kept of yours")} foot={<Reports of="Person" />}>
        <p className="soft">
          {say(
            "Jouw gegevens zijn van jou. Je kunt ze hier meenemen, ook als je weggaat.",
            "Your data is yours. You can take it along here, also when you leave."
          )}
        </p>
      </Card>
      <ClassList />
      <Shelf
        machines={["Pap", "OtherView"]}
        title={say("Al mijn plannen, en hoe anderen mij zien", "All my plans, and how others see me")}
      />
    </Scene>
  )
}

const Profile = ({ id }: { readonly id: string }) => {
  const { value: profile } = useThing("CompetenceProfile", id)
  return profile === undefined ? <Bones /> : <Quadrant profile={profile} />
}

const ReachableOf = ({ id }: { readonly id: string }) => {
  const { value: profile } = useThing("CompetenceProfile", id)
  return profile === undefined ? (
    <Bones />
  ) : (
    <>
      <Reachable profile={profile} />
      <Recognitions profile={profile} />
    </>
  )
}
