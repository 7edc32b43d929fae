/** What is just within reach, and what others recognise: for the owner alone, and only to think about. */
import { Competence } from "@groeikring/core"
import { Either } from "../../Act.tsx"
import { useHere, useName, useSay } from "../../here.tsx"
import type { Thing } from "../../school.ts"
import { Card, Empty } from "../../parts.tsx"
import { useCompetence } from "./competences.ts"

export const Reachable = ({ profile }: { readonly profile: Thing<"CompetenceProfile"> }) => {
  const { house } = useHere()
  const say = useSay()
  const competence = useCompetence(profile)
  const suggestions = Competence.suggestGoals(profile.state.ratings ?? [], { asked: [], support: [] }, house.settings)
  const why = {
    NearZone: say(
      "Leuk, en met een beetje hulp lukt het. Hier groei je het snelst.",
      "Fun, and with a little help it works. This is where you grow fastest."
    ),
    LearnedNotApplied: say(
      "Geleerd, en nog niet gedaan. Eén keer proberen is al iets.",
      "Learned, and not yet done. Trying once is something."
    ),
    HiddenTalent: say(
      "Dit kun je goed en doe je graag, maar in je werk komt het er nog niet van.",
      "You do this well and gladly, and your work does not see it yet."
    )
  }
  return (
    <Card title={say("Net binnen bereik", "Just within reach")}>
      {suggestions.length === 0 ? (
        <Empty icon="leaf">
          {say(
            "Zet hierboven neer wat je leuk vindt en kunt; dan zie je hier waar je het makkelijkst groeit.",
            "Put down above what you like and can do; then you see here where you grow most easily."
          )}
        </Empty>
      ) : (
        <ul className="list">
          {suggestions.slice(0, 3).map(({ because, ref }) => (
            <li key={ref.competence}>
              <strong>{competence(ref).name}</strong>
              <p className="soft">{why[because]}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

export const Recognitions = ({ profile }: { readonly profile: Thing<"CompetenceProfile"> }) => {
  const say = useSay()
  const name = useName()
  const { recognitions: all = [] } = profile.state
  return (
    <Card title={say("Daaraan herken ik jou", "That is how I know you")}>
      {all.length === 0 ? (
        <Empty icon="hand">
          {say(
            "Hier komt wat collega’s in jou zien, als jij dat aanneemt.",
            "Here comes what colleagues see in you, if you accept it."
          )}
        </Empty>
      ) : (
        <ul className="list">
          {all.map((one) => (
            <li key={one.id} className="stack tight">
              <blockquote>{one.words}</blockquote>
              <div className="row">
                <span className="soft">{name(one.by)}</span>
                {!one.accepted && (
                  <Either
                    machine="CompetenceProfile"
                    thing={profile}
                    fields={{ recognition: one.id }}
                    sooner={{ command: "AcceptRecognition", label: say("Dank je, dat neem ik aan", "Thank you, I accept") }}
                    other={{ command: "DeclineRecognition", label: say("Liever niet", "Rather not") }}
                  />
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
