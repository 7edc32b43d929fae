/** What members brought to the plan of the group, and what they offer each other: whose it is takes it back. */
import type { ReactNode } from "react"
import { Act } from "../../Act.tsx"
import { newName } from "../../filling.ts"
import { useHere, useName, useSay, useWords } from "../../here.tsx"
import { Face } from "../../parts.tsx"
import type { Thing } from "../../school.ts"
import type { Undo } from "../../undo.ts"
import { useCompetence } from "../mine/competences.ts"
import { Bring } from "./Bring.tsx"

interface Plan {
  readonly gop: Thing<"Gop">
}

/** What was brought, as it is brought again. */
const again = <F extends string, A extends { readonly id: string; readonly by: string }>(
  field: F,
  { by: _, id, ...brought }: A
) => ({ ...brought, [field]: id }) as Omit<A, "id" | "by"> & { readonly [K in F]: string }

const Brought = ({ children, title }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title} className="stack tight">
    <h3>{title}</h3>
    {children}
  </section>
)

/** One thing that was brought, and by whom. */
const Row = ({
  by,
  command,
  fields,
  gop,
  said,
  undo
}: Plan &
  Required<Undo<"Gop", "WithdrawContribution" | "WithdrawOffer">> & {
    readonly by: string
    readonly said: string
    readonly undo: Undo<"Gop">
  }) => {
  const { person } = useHere()
  const say = useSay()
  const name = useName()
  return (
    <li className="row">
      <Face person={by} size="tiny" />
      <span style={{ flex: 1 }}>
        {name(by)}: {said}
      </span>
      {by === person && (
        <Act
          machine="Gop"
          thing={gop}
          command={command}
          size="small"
          look="quiet"
          fields={fields}
          label={say("Terugnemen", "Take back")}
          done={say("Je nam het terug.", "You took it back.")}
          undo={undo}
        />
      )}
    </li>
  )
}

export const Contributions = ({ gop }: Plan) => {
  const say = useSay()
  const words = useWords("Gop")
  const competence = useCompetence()
  return (
    <Brought title={say("Wat we inbrengen", "What we bring")}>
      <ul className="list">
        {gop.state.sources.map((source) => (
          <Row
            key={source.id}
            gop={gop}
            by={source.by}
            said={
              source.text ??
              (source.competence === undefined ? words.choice("kind", source.kind) : competence(source.competence).name)
            }
            command="WithdrawContribution"
            fields={{ source: source.id }}
            undo={{ command: "Contribute", fields: again("source", source) }}
          />
        ))}
      </ul>
      <Bring gop={gop} />
    </Brought>
  )
}

export const Offers = ({ gop }: Plan) => {
  const say = useSay()
  const competence = useCompetence()
  return (
    <Brought title={say("Wat we elkaar aanbieden", "What we offer each other")}>
      <ul className="list">
        {gop.state.offers.map((offer) => (
          <Row
            key={offer.id}
            gop={gop}
            by={offer.by}
            said={offer.text ?? (offer.competence === undefined ? "" : competence(offer.competence).name)}
            command="WithdrawOffer"
            fields={{ offer: offer.id }}
            undo={{ command: "OfferQuality", fields: again("offer", offer) }}
          />
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
    </Brought>
  )
}
