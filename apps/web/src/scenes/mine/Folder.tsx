/** The portfolio: a folder for what is worth keeping, closed until its owner opens a page to somebody. */
import { Act } from "../../Act.tsx"
import { newName } from "../../filling.ts"
import { useHere, useName, useSay, useToday, useWords } from "../../here.tsx"
import { useReopening } from "../../shares.ts"
import { useThing, useThings } from "../../things.ts"
import { useGroupName } from "../../titles.ts"
import { Icon } from "../../Icon.tsx"
import { dayYear, lastDay } from "../../moments.ts"
import { Bones, Card, Empty } from "../../parts.tsx"
import { Reports } from "../../Reports.tsx"
import { Begin } from "../../Shelf.tsx"

export const Folder = () => {
  const { person } = useHere()
  const say = useSay()
  const today = useToday()
  const folder = useThings("Portfolio")?.find(({ state }) => state.ownerId === person)
  const entries = useThings("PortfolioEntry")?.filter(({ state }) => state.ownerId === person && state._tag !== "Deleted")
  if (entries === undefined) return <Bones />
  return (
    <Card
      className="wide"
      title={say("Mijn bewaarmap (portfolio)", "My folder (portfolio)")}
      aside={<span className="soft small">{say("dicht, tot jij iets opent", "closed, until you open something")}</span>}
      foot={folder !== undefined && <Reports of="Portfolio" id={folder.id} />}
    >
      <div className="stack">
        {entries.length === 0 && (
          <Empty icon="folder">
            {say(
              "Nog leeg. Bewaar wat je later terug wilt zien: een succes, een les, een bewijs.",
              "Still empty. Keep what you want to see again: a success, a lesson, a proof."
            )}
          </Empty>
        )}
        <ul className="grid">
          {entries
            .toSorted((one, other) => String(other.state.on).localeCompare(String(one.state.on)))
            .map(({ id }) => (
              <li key={id}>
                <Entry id={id} />
              </li>
            ))}
        </ul>
        {folder !== undefined ? (
          <div className="row">
            <Begin
              machine="PortfolioEntry"
              command="Keep"
              id={`${folder.id}/${newName()}`}
              given={{ portfolioId: folder.id, on: today, attachments: [], competences: [] }}
              look="main"
              label={say("Iets bewaren", "Keep something")}
            />
            <Copy id={folder.id} />
          </div>
        ) : (
          <div>
            <Begin machine="Portfolio" command="Open" look="main" label={say("Een map beginnen", "Begin a folder")} />
          </div>
        )}
      </div>
    </Card>
  )
}

/** A copy was asked for: it is made below, and who has it says so. */
const Copy = ({ id }: { readonly id: string }) => {
  const say = useSay()
  const { value: folder } = useThing("Portfolio", id)
  return folder === undefined ? null : (
    <Act
      machine="Portfolio"
      thing={folder}
      command="FinishExport"
      label={say("Ik heb mijn kopie", "I have my copy")}
      done={say("Mooi. Die is van jou, waar je ook gaat.", "Good. It is yours, wherever you go.")}
    />
  )
}

const Entry = ({ id }: { readonly id: string }) => {
  const { language, person } = useHere()
  const say = useSay()
  const groupName = useGroupName()
  const name = useName()
  const words = useWords("PortfolioEntry")
  const groups = useThings("PopGroup") ?? []
  const reopening = useReopening()
  const { value: entry } = useThing("PortfolioEntry", id)
  if (entry === undefined) return <Bones />
  const { grants = [], kind, on, text, title } = entry.state
  if (kind === undefined || on === undefined) return null
  return (
    <article className="entry">
      <p className="row apart">
        <span className="tag sky">{words.choice("kind", kind)}</span>
        <span className="soft small">{dayYear(on, language)}</span>
      </p>
      <h3>{title}</h3>
      {text !== undefined && text !== "" && <p>{text}</p>}
      {grants.length === 0 && (
        <p className="row small">
          <span style={{ width: "1.1rem" }}>
            <Icon name="lock" />
          </span>
          {say("alleen voor jou", "for you alone")}
        </p>
      )}
      {grants.map((grant) => (
        <p className="row small" key={grant.id}>
          {say("open voor", "open to")}{" "}
          {grant.to.kind === "Group"
            ? groupName(grant.to.id)
            : grant.to.kind === "Person"
              ? name(grant.to.id)
              : say("een gesprek", "a conversation")}{" "}
          {say("tot en met", "until")} {lastDay(grant.until, language)}
          <Act
            machine="PortfolioEntry"
            thing={entry}
            command="RevokeGrant"
            size="small"
            look="quiet"
            fields={{ grant: grant.id }}
            label={say("Sluiten", "Close it")}
            done={say("Weer alleen van jou.", "Yours alone again.")}
            undo={reopening.entry(id, grant)}
          />
        </p>
      ))}
      <div className="row">
        {groups
          .filter(({ id, state }) => state.members.includes(person) && !grants.some(({ to }) => to.id === id))
          .map((group) => (
            <Act
              key={group.id}
              machine="PortfolioEntry"
              thing={entry}
              command="Grant"
              size="small"
              fields={{
                grant: `open-${newName()}`,
                to: { kind: "Group", id: group.id },
                ...(title !== undefined && { title }),
                ...(text !== undefined && { text }),
                files: []
              }}
              label={say("Openen voor mijn groep", "Open to my group")}
              done={say("Open voor je groep, dertig dagen.", "Open to your group, thirty days.")}
            />
          ))}
        <Act
          machine="PortfolioEntry"
          thing={entry}
          command="Delete"
          size="small"
          look="quiet"
          confirm={say("Het gaat echt weg.", "It really goes.")}
          fields={{}}
          label={say("Weggooien", "Throw away")}
        />
      </div>
    </article>
  )
}
