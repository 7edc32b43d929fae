import react from "@vitejs/plugin-react"
import { defaultClientConditions, defineConfig } from "vite"

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ["@groeikring/source", ...defaultClientConditions] },
  // Nothing is written into the page itself: the policy of the server allows what comes from its own address, and no more.
  // Styles come in one file: a scene that is asked for again brings its script again, and would not bring styles of its own.
  build: {
    target: "es2023",
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true
  },
  server: {
    proxy: Object.fromEntries(["/v1", "/house", "/live"].map((path) => [path, { target: "http://127.0.0.1:4680", ws: true }]))
  }
})
