/** The page: what `vite build` made, and what the page is told of the house. All of it is in memory, so no path leads out. */
import { Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, relative, sep } from "node:path"
import { brotliCompressSync, constants } from "node:zlib"

/** Nothing but what is at this address: no script in the page itself, no frame around it, no form to elsewhere. */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  webmanifest: "application/manifest+json",
  woff2: "font/woff2"
}

interface Leaf {
  readonly bytes: Uint8Array
  readonly squeezed: Uint8Array | undefined
  readonly headers: Readonly<Record<string, string>>
}

const leafOf = (path: string, bytes: Uint8Array): Leaf => {
  const type = types[path.split(".").at(-1) ?? ""] ?? "application/octet-stream"
  const isText = /text|json|svg/.test(type)
  return {
    bytes,
    squeezed: isText ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : undefined,
    headers: {
      "content-type": type,
      // The name of what is built changes with what is in it.
      "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 16)}"`,
      "content-security-policy": policy,
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "permissions-policy": "camera=(), geolocation=(), microphone=()",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      vary: "accept-encoding"
    }
  }
}

/** Was the page built? */
export const isBuilt = (folder: string): boolean => existsSync(join(folder, "index.html"))

/** Everything of the page, by its path. */
export const pageIn = (folder: string, told: Readonly<Record<string, string>>) => {
  const leaves = new Map<string, Leaf>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const path = `/${relative(folder, file).split(sep).join("/")}`
    leaves.set(path, leafOf(path, readFileSync(file)))
  }
  for (const [path, text] of Object.entries(told)) leaves.set(path, leafOf(path, new TextEncoder().encode(text)))
  leaves.set("/", leaves.get("/index.html")!)

  /** What is at this path; nothing when it is not of the page. */
  return (path: string, asked: Readonly<Record<string, string | undefined>>) => {
    const leaf = leaves.get(path)
    if (leaf === undefined) return undefined
    if (asked["if-none-match"] === leaf.headers["etag"])
      return Effect.succeed(HttpServerResponse.empty({ status: 304, headers: leaf.headers }))
    const squeezed = /\bbr\b/.test(asked["accept-encoding"] ?? "") ? leaf.squeezed : undefined
    return Effect.succeed(
      HttpServerResponse.uint8Array(squeezed ?? leaf.bytes, {
        headers: { ...leaf.headers, ...(squeezed !== undefined && { "content-encoding": "br" }) },
        contentType: leaf.headers["content-type"]!
      })
    )
  }
}
