/** A part of the page that went wrong says so, and leaves the rest standing. */
import { Component, type ReactNode } from "react"
import { HereContext } from "./here.tsx"
import { Note } from "./parts.tsx"

export class Failure extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  static override contextType = HereContext
  declare context: React.ContextType<typeof HereContext>
  override state = { failed: false }
  static getDerivedStateFromError = () => ({ failed: true })
  override render() {
    if (!this.state.failed) return this.props.children
    const dutch = this.context?.language !== "en"
    return (
      <Note kind="warn" icon="bell">
        <p>
          {dutch
            ? "Dit stuk van de pagina ging mis, en dat ligt niet aan jou. Wat je opgeslagen hebt is bewaard."
            : "This part of the page went wrong, and not because of you. What you saved is kept."}
        </p>
        <button type="button" className="button small" onClick={() => location.reload()}>
          {dutch ? "Pagina opnieuw laden" : "Load the page again"}
        </button>
      </Note>
    )
  }
}
