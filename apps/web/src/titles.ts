/** What things and groups are called by people. */
import { capital, useHere, useName, useSay } from "./here.tsx"
import { dayLong } from "./moments.ts"
import type { Anything } from "./school.ts"

/** What a thing is called by people. */
export const useTitleOf = () => {
  const { house, language } = useHere()
  const say = useSay()
  const name = useName()
  const groupName = useGroupName()
  const { words } = useHere()
  return (machine: string, { id, state }: Anything): string => {
    const kind = capital(words.machines[machine]?.name ?? machine)
    const of = (person: unknown) => (typeof person === "string" ? ` ${say("van", "of")} ${name(person)}` : "")
    switch (machine) {
      case "Intervision":
      case "RosteredMoment":
        return typeof state["on"] === "string" ? `${kind} ${say("van", "of")} ${dayLong(state["on"], language)}` : kind
      case "PopGroup":
        return groupName(id)
      case "Staff":
        return house.school
      case "IpbTheme":
        return typeof state["text"] === "string" ? state["text"] : kind
      case "Gop":
      case "GopText":
        return `${kind} ${say("van", "of")} ${groupName(id.split("/")[0]!)}`
      default:
        return kind + of(state["ownerId"] ?? state["personId"] ?? state["employee"] ?? state["employeeId"])
    }
  }
}

/** A group is called by where it works. */
export const useGroupName = () => {
  const { house, language } = useHere()
  return (id: string): string =>
    house.groups.find((one) => one.id === id)?.name[language] ?? capital(id.replace(/^g-/, "").replaceAll("-", " "))
}
