/** Reports that people keep: from what a viewer may see to a document, and from a document to a file. */
export * as Document from "./Document.ts"
export { csv } from "./Csv.ts"
export { html } from "./Html.ts"
export { json } from "./Json.ts"
export { markdown } from "./Markdown.ts"
