/** What this is for, in three minutes: for who never heard of intervision. */
import { useState } from "react"
import { useSay } from "./here.tsx"
import { Dialog } from "./parts.tsx"
import { Loop } from "./Loop.tsx"
import { goTo } from "./place.ts"

export const Tour = ({ onClose }: { readonly onClose: () => void }) => {
  const say = useSay()
  const [n, to] = useState(0)
  const pages: ReadonlyArray<{
    readonly title: string
    readonly body: React.ReactNode
    readonly go?: readonly [string, () => void]
  }> = [
    {
      title: say("Elke leerkracht heeft een vraag", "Every teacher has a question"),
      body: (
        <>
          <p>
            {say(
              "“Mijn groep 3 komt na de pauze niet tot rust.” Meestal los je zoiets alleen op. Of niet.",
              "“My class does not settle after the break.” Usually you solve such a thing alone. Or you do not."
            )}
          </p>
          <p>
            {say(
              "Op obs De Zwaluw zit je er één keer in de zes weken een uur mee in een kring: vijf collega’s, geen baas, geen oordeel. Dat heet intervisie.",
              "At De Zwaluw school you take it to a circle, an hour every six weeks: five colleagues, no boss, no judgement. That is called intervision."
            )}
          </p>
        </>
      )
    },
    {
      title: say("Eén rondje, steeds opnieuw", "One round, again and again"),
      body: (
        <>
          <Loop />
          <p>
            {say(
              "Jouw vraag. De kring vraagt door, en jij ontdekt waar het echt om gaat. Dan een ronde tips waar je alleen naar luistert. Je kiest er hooguit drie, en schrijft in vijf minuten wat je gaat proberen. De volgende keer kijken jullie eerst terug.",
              "Your question. The circle keeps asking, and you find out what it is really about. Then a round of tips to which you only listen. You choose three at most, and write down in five minutes what you will try. The next time you first look back."
            )}
          </p>
        </>
      )
    },
    {
      title: say("Wat je hier zegt, blijft hier", "What is said here stays here"),
      body: (
        <>
          <p>
            {say(
              "De leiding ziet dát jullie bij elkaar zijn, en hoe lang. Niet wat er gezegd is, en niet wat jij van jezelf vindt. Ook niet via een achterdeur: die zit er niet in.",
              "The head sees that you meet, and for how long. Not what was said, and not how you rate yourself. Not by a back door either: there is none."
            )}
          </p>
          <p>
            {say(
              "Wat je wilt laten zien, laat je zélf zien: aan wie jij kiest, tot een dag die jij kiest.",
              "What you want to show, you show yourself: to whom you choose, until a day that you choose."
            )}
          </p>
        </>
      )
    },
    {
      title: say("En de uren dan?", "And the hours?"),
      body: (
        <p>
          {say(
            "Die staan vooraf in de jaartaak. Zonder afgesproken uren gaat een groep hier niet eens van start, en een bijeenkomst die moet wijken krijgt een nieuwe dag.",
            "They are in the year task beforehand. Without agreed hours a group does not even start here, and a meeting that has to give way gets a new day."
          )}
        </p>
      )
    },
    {
      title: say("Kijk zelf maar", "See for yourself"),
      body: (
        <p>
          {say(
            "Het is dinsdag 24 maart, tien voor half vier. Je bent Femke, leerkracht van groep 3, en over tien minuten komt je kring bij elkaar. Linksonder word je iemand anders, ook in een tweede venster.",
            "It is Tuesday 24 March, twenty past three. You are Femke, teacher of group 3, and your circle meets in ten minutes. At the bottom left you become somebody else, in a second window too."
          )}
        </p>
      ),
      go: [say("Naar de kring", "To the circle"), () => goTo("circle", "s6")]
    }
  ]
  const page = pages[n]!
  return (
    <Dialog title={page.title} onClose={onClose} key={n}>
      <div className="stack prose">
        {page.body}
        <div className="row apart">
          <span className="soft small">{say(`${n + 1} van ${pages.length}`, `${n + 1} of ${pages.length}`)}</span>
          <div className="row">
            {n > 0 && (
              <button type="button" className="button quiet" onClick={() => to(n - 1)}>
                {say("Terug", "Back")}
              </button>
            )}
            {page.go !== undefined && (
              <button type="button" className="button" onClick={() => (page.go![1](), onClose())}>
                {page.go[0]}
              </button>
            )}
            <button type="button" className="button main" onClick={() => (n < pages.length - 1 ? to(n + 1) : onClose())}>
              {n < pages.length - 1 ? say("Verder", "Next") : say("Beginnen", "Begin")}
            </button>
          </div>
        </div>
      </div>
    </Dialog>
  )
}
