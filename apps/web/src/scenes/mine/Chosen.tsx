/** A competence that was picked out of the field, and one that is put into it. */
import { Act } from "../../Act.tsx"
import { newName } from "../../filling.ts"
import { capital, useHere, useName, useSay, useWords } from "../../here.tsx"
import { lastDay } from "../../moments.ts"
import type { Thing } from "../../school.ts"
import { useSend } from "../../sending.ts"
import { useThings } from "../../things.ts"
import { useGroupName } from "../../titles.ts"
import { Icon } from "../../Icon.tsx"
import { useCompetence, usePublished } from "./competences.ts"
import { isSame, type Rating } from "./ratings.ts"

/** The third fact of a competence: was it learned, and is it done at work? */
export const Chosen = ({ one, profile }: { readonly profile: Thing<"CompetenceProfile">; readonly one: Rating }) => {
  const say = useSay()
  const send = useSend()
  const competence = useCompetence(profile)
  const words = useWords("CompetenceProfile")
  const { core, name } = competence(one.ref)
  const set = (fields: object, before: object) =>
    void send(
      "CompetenceProfile",
      profile.id,
      "Rate",
      { ref: one.ref, ...fields },
      { done: say("Bewaard.", "Kept."), undo: { command: "Rate", fields: { ref: one.ref, ...before } } }
    )
  const isBare = one.ref.of !== undefined && one.learned && one.applied === "None"
  return (
    <div className="stack tight picked-one">
      <h3>{name}</h3>
      {core !== undefined && <p className="soft small">{core}</p>}
      {isBare && (
        <p className="tag sun">
          <Icon name="leaf" />{" "}
          {say("Geleerd, nog niet gedaan: iets voor een actieplan?", "Learned, not yet done: something for an action plan?")}
        </p>
      )}
      <label className="option">
        <input
          type="checkbox"
          checked={one.learned}
          onChange={(event) => set({ learned: event.target.checked }, { learned: one.learned })}
        />
        {say("Dit heb ik geleerd", "I learned this")}
      </label>
      <fieldset>
        <legend className="small">{capital(words.field("applied"))}</legend>
        <div className="options">
          {["None", "Tried", "Practised", "Regular"].map((applied) => (
            <label className="option" key={applied}>
              <input
                type="radio"
                name="applied"
                checked={one.applied === applied}
                onChange={() => set({ applied }, { applied: one.applied })}
              />
              {words.choice("applied", applied)}
            </label>
          ))}
        </div>
      </fieldset>
      <OpenTo one={one} profile={profile} />
    </div>
  )
}

/** Who may see this one row, and until when. */
const OpenTo = ({ one, profile }: { readonly profile: Thing<"CompetenceProfile">; readonly one: Rating }) => {
  const { language, person } = useHere()
  const say = useSay()
  const name = useName()
  const groupName = useGroupName()
  const groups = useThings("PopGroup")?.filter(({ state }) => state.members.includes(person))
  const open = useThings("SharedView")
    ?.map(({ state }) => state)
    .filter(
      ({ _tag, rows, sourceId }) =>
        _tag === "Open" && sourceId === profile.id && rows?.some(({ ref }) => isSame(ref, one.ref)) === true
    )
  if (groups === undefined || open === undefined) return null
  return (
    <>
      {open.map(({ grant, rows = [], to, until }) => (
        <p className="row small" key={grant}>
          {say("open voor", "open to")}{" "}
          {to?.kind === "Group" ? groupName(to.id) : to?.kind === "Person" ? name(to.id) : say("een gesprek", "a conversation")}{" "}
          {until !== undefined && `${say("tot en met", "until")} ${lastDay(until, language)}`}
          {rows.length > 1 && say(`, samen met ${rows.length - 1} andere`, `, together with ${rows.length - 1} more`)}
          <Act
            machine="CompetenceProfile"
            thing={profile}
            command="RevokeView"
            size="small"
            look="quiet"
            fields={grant === undefined ? {} : { grant }}
            label={say("Sluiten", "Close it")}
            done={say("Weer alleen van jou.", "Yours alone again.")}
          />
        </p>
      ))}
      {one.ref.of !== undefined &&
        groups
          .filter(({ id }) => !open.some(({ to }) => to?.id === id))
          .map(({ id }) => (
            <div key={id}>
              <Act
                machine="CompetenceProfile"
                thing={profile}
                command="GrantView"
                size="small"
                fields={{ grant: `open-${newName()}`, to: { kind: "Group", id }, shows: [{ ref: one.ref }] }}
                label={say("Deze aan mijn groep laten zien", "Show this one to my group")}
                done={say("Je groep ziet deze ene, dertig dagen.", "Your group sees this one, for thirty days.")}
              />
            </div>
          ))}
    </>
  )
}

export const AddCompetence = ({
  profile,
  rated
}: {
  readonly profile: Thing<"CompetenceProfile">
  readonly rated: ReadonlyArray<Rating>
}) => {
  const { language } = useHere()
  const say = useSay()
  const send = useSend()
  const published = usePublished()
  const free = published.flatMap(({ competences, framework, version }) =>
    competences
      .filter(({ id }) => !rated.some(({ ref }) => ref.competence === id && ref.of?.framework === framework))
      .map((one) => ({ ...one, of: { framework, version } }))
  )
  return free.length === 0 ? null : (
    <div className="field">
      <label htmlFor="add-competence">{say("Een competentie erbij zetten", "Add a competence")}</label>
      <select
        id="add-competence"
        value=""
        onChange={({ target: { value } }) => {
          const one = free.find(({ id }) => id === value)
          if (one !== undefined)
            void send(
              "CompetenceProfile",
              profile.id,
              "Rate",
              { ref: { competence: one.id, of: one.of }, fun: 3, skill: 3 },
              {
                done: say("Hij staat in het midden. Zet hem waar hij hoort.", "It is in the middle. Put it where it belongs."),
                undo: { command: "Rate", fields: { ref: { competence: one.id, of: one.of }, fun: null, skill: null } }
              }
            )
        }}
      >
        <option value="">{say("Kies …", "Choose …")}</option>
        {free.map(({ id, name }) => (
          <option key={id} value={id}>
            {name[language]}
          </option>
        ))}
      </select>
    </div>
  )
}
