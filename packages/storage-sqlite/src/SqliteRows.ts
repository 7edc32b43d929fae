/** Rows of projections in the file of the facts they are made from. */
import type { Links, Row, Rows } from "@groeikring/storage"
import type { DatabaseSync } from "node:sqlite"
import { attempt, transaction } from "./Database.ts"

export const tables = `
  CREATE TABLE projections (
    tenant INTEGER NOT NULL REFERENCES tenants,
    projection TEXT NOT NULL,
    position TEXT NOT NULL,
    PRIMARY KEY (tenant, projection)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE rows (
    tenant INTEGER NOT NULL REFERENCES tenants,
    projection TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    links TEXT NOT NULL,
    PRIMARY KEY (tenant, projection, key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE row_links (
    tenant INTEGER NOT NULL REFERENCES tenants,
    projection TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (tenant, projection, field, value, key)
  ) STRICT, WITHOUT ROWID;
`

const pairsOf = (links: Links) =>
  Object.entries(links).flatMap(([field, values]) => values.map((value) => [field, value] as const))

export const rowsOf = (file: string, db: DatabaseSync, tenant: number): Rows["Service"] => {
  const mine = `tenant = ${tenant} AND projection = ?`
  const statement = {
    standing: db.prepare(`SELECT position FROM projections WHERE ${mine}`),
    stand: db.prepare(
      `INSERT INTO projections VALUES (${tenant}, ?, ?) ON CONFLICT (tenant, projection) DO UPDATE SET position = excluded.position`
    ),
    get: db.prepare(`SELECT key, value, links FROM rows WHERE ${mine} AND key = ?`),
    all: db.prepare(`SELECT key, value, links FROM rows WHERE ${mine} ORDER BY key`),
    found: db.prepare(
      `SELECT r.key, r.value, r.links FROM row_links l JOIN rows r USING (tenant, projection, key)
      WHERE l.tenant = ${tenant} AND l.projection = ? AND l.field = ? AND l.value = ? ORDER BY l.key`
    ),
    put: db.prepare(
      `INSERT INTO rows VALUES (${tenant}, ?, ?, ?, ?)
      ON CONFLICT (tenant, projection, key) DO UPDATE SET value = excluded.value, links = excluded.links`
    ),
    drop: db.prepare(`DELETE FROM rows WHERE ${mine} AND key = ?`),
    link: db.prepare(`INSERT OR IGNORE INTO row_links VALUES (${tenant}, ?, ?, ?, ?)`),
    unlink: db.prepare(`DELETE FROM row_links WHERE ${mine} AND field = ? AND value = ? AND key = ?`),
    forget: ["projections", "rows", "row_links"].map((table) => db.prepare(`DELETE FROM ${table} WHERE ${mine}`))
  }
  const rowOf = ({ key, links, value }: Record<string, unknown>): Row => ({
    key: String(key),
    value: JSON.parse(String(value)) as Row["value"],
    links: JSON.parse(String(links)) as Links
  })
  const standing = (projection: string) => String(statement.standing.get(projection)?.["position"] ?? "")
  const unlink = (projection: string, key: string) => {
    const before = statement.get.get(projection, key)
    if (before === undefined) return
    for (const pair of pairsOf(rowOf(before).links)) statement.unlink.run(projection, ...pair, key)
  }
  return {
    standing: (projection) => attempt(file, () => standing(projection)),
    get: (projection, keys) =>
      attempt(file, () =>
        keys.flatMap((key) => {
          const row = statement.get.get(projection, key)
          return row === undefined ? [] : [rowOf(row)]
        })
      ),
    find: (projection, by) =>
      attempt(file, () =>
        (by === undefined ? statement.all.all(projection) : statement.found.all(projection, by.field, by.value)).map(rowOf)
      ),
    turn: (projection, { from, gone, rows, to }) =>
      attempt(file, () =>
        transaction(db, () => {
          if (standing(projection) !== from) return false
          for (const key of gone) {
            unlink(projection, key)
            statement.drop.run(projection, key)
          }
          for (const { key, links, value } of rows) {
            unlink(projection, key)
            statement.put.run(projection, key, JSON.stringify(value), JSON.stringify(links))
            for (const pair of pairsOf(links)) statement.link.run(projection, ...pair, key)
          }
          statement.stand.run(projection, to)
          return true
        })
      ),
    clear: (projection) => attempt(file, () => transaction(db, () => statement.forget.forEach((all) => all.run(projection))))
  }
}
