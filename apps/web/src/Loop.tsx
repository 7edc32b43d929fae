/** The round of a meeting, drawn: a question, the circle, tips, a plan, trying, and looking back. */
import { useSay } from "./here.tsx"
import { Icon, type IconName } from "./Icon.tsx"

export const Loop = () => {
  const say = useSay()
  const parts: ReadonlyArray<readonly [IconName, string]> = [
    ["undo", say("terugkijken", "look back")],
    ["hand", say("een vraag", "a question")],
    ["circle", say("de kring vraagt door", "the circle asks on")],
    ["ear", say("tips: jij luistert", "tips: you listen")],
    ["pen", say("vijf minuten: je plan", "five minutes: your plan")],
    ["leaf", say("proberen in de klas", "try it in class")]
  ]
  return (
    <ol className="loop">
      {parts.map(([icon, text]) => (
        <li key={text}>
          <span>
            <Icon name={icon} />
          </span>
          {text}
        </li>
      ))}
    </ol>
  )
}
