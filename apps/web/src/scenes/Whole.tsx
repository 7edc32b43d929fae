/** Any thing whole: how it stands, what can be done with it, and what is not possible now and why. Drawn from its machine. */
import { Act, canDo } from "../Act.tsx"
import { Facts } from "../Facts.tsx"
import { capital, useHere, useNamed, useSay, useWords } from "../here.tsx"
import { type CommandName, isMachine, type MachineName } from "../school.ts"
import { useThing } from "../things.ts"
import { useTitleOf } from "../titles.ts"
import { Bones, Card, Empty, Failed, Scene } from "../parts.tsx"
import { Reports } from "../Reports.tsx"

export default ({ at: [machine = "", id = ""] }: { readonly at: ReadonlyArray<string> }) => {
  const { house } = useHere()
  const say = useSay()
  return !isMachine(house, machine) || id === "" ? (
    <Scene title={say("Dit is er niet", "There is nothing here")}>
      <Empty>{say("Ga terug en kies iets anders.", "Go back and choose something else.")}</Empty>
    </Scene>
  ) : (
    <Whole machine={machine} id={id} />
  )
}

const Whole = <M extends MachineName>({ id, machine }: { readonly machine: M; readonly id: string }) => {
  const { house } = useHere()
  const say = useSay()
  const named = useNamed()
  const words = useWords(machine)
  const titleOf = useTitleOf()
  const { failure, value: thing } = useThing(machine, id)
  if (thing === undefined)
    return <Scene title={capital(words.name)}>{failure === undefined ? <Bones /> : <Failed failure={failure} />}</Scene>
  // The forms are those of this machine.
  const commands = Object.keys(house.forms[machine]!.commands) as ReadonlyArray<CommandName<M>>
  const able = commands.filter((command) => canDo(thing, command))
  const unable = commands.flatMap((command) => {
    const possible = thing.possible?.[command]
    return possible === undefined || possible.can ? [] : [[command, possible.because.detail] as const]
  })
  return (
    <Scene title={titleOf(machine, thing)} aside={<span className="tag leaf">{words.state(thing.state._tag)}</span>}>
      <Card title={say("Zo staat het", "How it stands")} foot={<Reports of={machine} id={id} />}>
        <Facts machine={machine} of={thing.state} />
      </Card>
      <Card title={say("Wat jij nu kunt doen", "What you can do now")}>
        {able.length === 0 ? (
          <p className="soft">{say("Op dit moment niets, en dat is goed.", "Nothing at the moment, and that is fine.")}</p>
        ) : (
          <ul className="list">
            {able.map((command) => (
              <li key={command} className="row apart">
                <span className="soft" style={{ flex: "1 1 16rem" }}>
                  {words.help(command)}
                </span>
                <Act machine={machine} thing={thing} command={command} />
              </li>
            ))}
          </ul>
        )}
        <details>
          <summary>{say("Wat nu niet kan, en waarom", "What is not possible now, and why")}</summary>
          <ul className="list">
            {unable.map(([command, why]) => (
              <li key={command}>
                <strong>{words.command(command)}</strong>
                <p className="soft">{named(why)}</p>
              </li>
            ))}
          </ul>
        </details>
      </Card>
    </Scene>
  )
}
