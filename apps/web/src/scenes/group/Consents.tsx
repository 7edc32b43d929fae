/** Who said yes to the text of a plan, and who has to before it leaves the group. */
import { useHere, useName, useSay } from "../../here.tsx"
import { listed } from "../../moments.ts"
import { Who } from "../../parts.tsx"
import type { Thing } from "../../school.ts"

export const Consents = ({ gop }: { readonly gop: Thing<"Gop"> }) => {
  const { language } = useHere()
  const say = useSay()
  const name = useName()
  const { consented = [], contributors, objections = [] } = gop.state
  const waits = contributors.filter((one) => !consented.includes(one))
  return (
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
  )
}
