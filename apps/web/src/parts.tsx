/** The parts that scenes are made of. */
import { type ReactNode, useEffect, useId, useRef, useState } from "react"
import type { Problem } from "@groeikring/http/client"
import { useColleague, useHere, useNamed, useSay } from "./here.tsx"
import { Icon, type IconName } from "./Icon.tsx"
import { isAway } from "./school.ts"

// Frames ------------------------------------------------------------------------------------

/** A scene of the page: what it is for, and what is in it. */
export const Scene = ({
  children,
  lead,
  title,
  aside
}: {
  readonly title: string
  readonly lead?: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
}) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Groeikring`
  }, [title])
  return (
    <div className="scene">
      <header>
        <div className="row apart">
          <h1 ref={heading} tabIndex={-1} id="scene">
            {title}
          </h1>
          {aside}
        </div>
        {lead !== undefined && <p>{lead}</p>}
      </header>
      {children}
    </div>
  )
}

export const Card = ({
  aside,
  children,
  className = "",
  foot,
  level = 2,
  title
}: {
  readonly title?: ReactNode
  readonly aside?: ReactNode
  /** Below everything: what one takes along of it. */
  readonly foot?: ReactNode
  readonly className?: string
  readonly level?: 2 | 3
  readonly children: ReactNode
}) => {
  const id = useId()
  const Heading = level === 2 ? "h2" : "h3"
  return (
    <section className={`card ${className}`} {...(title !== undefined && { "aria-labelledby": id })}>
      {title !== undefined && (
        <header>
          <Heading id={id}>{title}</Heading>
          {aside}
        </header>
      )}
      {children}
      {foot !== undefined && <footer>{foot}</footer>}
    </section>
  )
}

/** Where something is, of what it goes through in a fixed order; nothing when it is nowhere in it. */
export const Course = ({ names, now }: { readonly names: ReadonlyArray<string>; readonly now: number }) => {
  const say = useSay()
  return now < 0 ? null : (
    <ol className="parts" aria-label={say("Verloop", "Course")}>
      {names.map((name, n) => (
        <li key={name} className={n < now ? "past" : n === now ? "now" : ""} aria-current={n === now ? "step" : undefined}>
          <span aria-hidden="true">{n < now ? <Icon name="check" /> : n + 1}</span>
          {name}
        </li>
      ))}
    </ol>
  )
}

/** Something asked in between: opened over the page, closed by Escape, and the focus goes back where it was. */
export const Dialog = ({
  children,
  onClose,
  title
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const say = useSay()
  useEffect(() => {
    const shown = dialog.current
    if (shown !== null && !shown.open) shown.showModal()
  }, [])
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onClose} onCancel={onClose}>
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="round" aria-label={say("Sluiten", "Close")} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  )
}

/** A button that opens a form over the page. Who is writing goes on writing, also when somebody else took the button away. */
export const FormButton = ({
  can = true,
  children,
  icon,
  label,
  look = "",
  title
}: {
  readonly can?: boolean
  readonly icon?: IconName
  readonly label: ReactNode
  readonly look?: "main" | ""
  readonly title: string
  /** The form, which closes by what it is given. */
  readonly children: (close: () => void) => ReactNode
}) => {
  const [isOpen, open] = useState(false)
  const close = () => open(false)
  return (
    <>
      {can && (
        <button type="button" className={`button small ${look}`} onClick={() => open(true)}>
          {icon !== undefined && <Icon name={icon} />}
          {label}
        </button>
      )}
      {isOpen && (
        <Dialog title={title} onClose={close}>
          {children(close)}
        </Dialog>
      )}
    </>
  )
}

/** A word beside the page that is kind, plain, or a warning. */
export const Note = ({
  children,
  icon = "info",
  kind = ""
}: {
  readonly icon?: IconName
  readonly kind?: "" | "kind" | "warn"
  readonly children: ReactNode
}) => (
  <div className={`note ${kind}`}>
    <Icon name={icon} />
    <div>{children}</div>
  </div>
)

export const Empty = ({ children, icon = "leaf" }: { readonly icon?: IconName; readonly children: ReactNode }) => (
  <div className="empty">
    <Icon name={icon} />
    <div>{children}</div>
  </div>
)

/** Something comes. */
export const Bones = () => {
  const say = useSay()
  return (
    <div className="bones" role="status">
      <span />
      <span />
      <span />
      <span className="hidden">{say("Even geduld …", "One moment …")}</span>
    </div>
  )
}

/** What is said when an answer did not come. */
export const Failed = ({ failure }: { readonly failure: Problem }) => {
  const { knowing } = useHere()
  const say = useSay()
  const named = useNamed()
  return isAway(failure) ? (
    <Note kind="warn" icon="bell">
      <p>{say("De school is even niet bereikbaar.", "The school cannot be reached for a moment.")}</p>
      <button type="button" className="button small" onClick={() => knowing.all()}>
        {say("Opnieuw proberen", "Try again")}
      </button>
    </Note>
  ) : (
    <Note icon="lock">
      <p>
        {failure._tag === "NothingToSee"
          ? say(
              "Hier is voor jou niets te zien. Misschien is het van iemand anders.",
              "There is nothing for you to see here. It may be somebody else’s."
            )
          : named(failure.detail)}
      </p>
    </Note>
  )
}

// People ------------------------------------------------------------------------------------

const tints = [
  "#e8b98a",
  "#a9cfa4",
  "#9fc4e0",
  "#e3a9a1",
  "#cbb5e2",
  "#e6d079",
  "#8fcbc0",
  "#d9b3c6",
  "#b9c98a",
  "#c4b8a4",
  "#a8b8d8"
]
export const Face = ({ person, size = "" }: { readonly person: string; readonly size?: "" | "big" | "tiny" }) => {
  const { house } = useHere()
  const colleague = useColleague()
  const n = house.people.findIndex(({ id }) => id === person)
  return (
    <span
      className={`face ${size}`}
      style={{ "--tint": tints[(n < 0 ? person.length : n) % tints.length] } as object}
      aria-hidden="true"
    >
      {colleague(person).name.slice(0, 2)}
    </span>
  )
}
export const Who = ({
  children,
  person,
  size = "tiny"
}: {
  readonly person: string
  readonly size?: "" | "big" | "tiny"
  readonly children?: ReactNode
}) => {
  const { person: me } = useHere()
  const say = useSay()
  const colleague = useColleague()
  return (
    <span className="who">
      <Face person={person} size={size} />
      <span>
        {colleague(person).name}
        {person === me && <span className="soft"> ({say("jij", "you")})</span>}
        {children}
      </span>
    </span>
  )
}
