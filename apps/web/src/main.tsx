import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./App.tsx"
import "@fontsource-variable/atkinson-hyperlegible-next/index.css"
import "./style/base.css"
import "./style/card.css"
import "./style/button.css"
import "./style/form.css"
import "./style/dialog.css"
import "./style/parts.css"
import "./style/shell.css"
import "./style/print.css"

createRoot(document.getElementById("page")!).render(
  <StrictMode>
    <App />
  </StrictMode>
)
