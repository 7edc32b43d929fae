/** What can be the matter with a database, in words: what happened and what to do. */
import type { SqlError } from "effect/sql/SqlError"
import { type StoreProblem, StoreUnusable } from "@groeikring/storage"

type Words = readonly [problem: StoreProblem, advice: string]

const away: Words = ["cannot be reached", "Check that the server is running, and the host and the port in its address."]
const stopping: Words = ["is stopping or starting", "Try again in a moment."]
const full: Words = ["cannot grow: the disk is full", "Make room and try again; what was written before is whole."]
const untrusted: Words = [
  "cannot be reached safely: its certificate is not trusted",
  "Give Node the certificate of its authority in NODE_EXTRA_CA_CERTS."
]

/** PostgreSQL's own codes, https://www.postgresql.org/docs/current/errcodes-appendix.html, and those of the connection. */
const problems: Readonly<Record<string, Words>> = {
  "28P01": ["does not accept this user and password", "Check both in its address."],
  "28000": ["does not accept this user", "Check the user in its address, and what pg_hba.conf allows."],
  "3D000": ["does not exist", "Create this database, or check its name."],
  "42501": ["may not be used by this user", "Log in as the user who made it, or grant this one its rights."],
  "25006": ["cannot be written: this server only reads", "Give the address of the primary server."],
  "53100": full,
  "53200": ["has no memory left", "Give the server more memory, or fewer connections."],
  "53300": ["has no room for another connection", "Allow fewer connections per process, or raise max_connections."],
  "57014": ["does not answer in time", "Try again; look in pg_stat_activity for what holds it up."],
  "57P01": stopping,
  "57P02": stopping,
  "57P03": stopping,
  "58030": ["cannot be read or written: the disk answers with an error", "Check the disk, and restore a copy if needed."],
  XX001: ["is damaged", "Restore a copy."],
  XX002: ["is damaged", "Rebuild its indexes with REINDEX, or restore a copy."],
  CERT_HAS_EXPIRED: untrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted
}

/** The code of what went wrong: PostgreSQL's, or that of the socket. */
export const codeOf = ({ reason: { cause } }: SqlError): string | undefined =>
  typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : undefined

/** The connection broke, or the server goes away: what came of the statement is unknown, and another try may find it back. */
export const isLost = (error: SqlError): boolean => {
  const code = codeOf(error)
  return code?.startsWith("57P") === true || (error.reason._tag === "ConnectionError" && problems[code ?? ""] === undefined)
}

export const unusable = (place: string, error: SqlError): unknown => {
  const words = problems[codeOf(error) ?? ""] ?? (error.reason._tag === "ConnectionError" ? away : undefined)
  return words === undefined ? error : new StoreUnusable(place, ...words, error)
}

/** An address as people may see it: without the password, and without what is set in it. */
export const placeOf = (url: string): string => {
  const { host, pathname, username } = addressOf(url)
  return `postgres://${username === "" ? "" : `${username}@`}${host}${pathname}`
}

export const databaseOf = (url: string): string => decodeURIComponent(addressOf(url).pathname.slice(1))

export const addressOf = (url: string): URL => {
  const address = URL.parse(url)
  if (address === null || !/^postgres(ql)?:$/.test(address.protocol))
    throw new StoreUnusable(
      "What was given",
      "is no address of a database",
      "Write it as postgres://user:password@host:5432/database, with what is special in a password percent-encoded."
    )
  return address
}
