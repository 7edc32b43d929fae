/** The tables of the facts, version by version. What is here was run somewhere: it never changes, and a new version is added. */

/** Where the tables are found, and what a dump of the facts names. */
export const schema = "groeikring"

/**
 * The tenant is first in every key, so that the tables can be spread over partitions or servers. Names compare byte by byte
 * (`COLLATE "C"`): an index is the same whatever the locale of the server, and stays so when its libraries are updated.
 *
 * A row shows itself only to a connection of its tenant, also to who owns the table.
 */
export const migrations = [
  `
  CREATE TABLE tenants (
    tenant text COLLATE "C" PRIMARY KEY,
    ahead bigint NOT NULL
  );
  CREATE SEQUENCE stream_numbers;
  CREATE TABLE streams (
    tenant text COLLATE "C" NOT NULL,
    stream bigint NOT NULL DEFAULT nextval('stream_numbers'),
    machine text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version int NOT NULL,
    links text NOT NULL,
    PRIMARY KEY (tenant, stream),
    UNIQUE (tenant, machine, id)
  ) WITH (fillfactor = 80);
  CREATE TABLE facts (
    tenant text COLLATE "C" NOT NULL,
    stream bigint NOT NULL,
    version int NOT NULL,
    transaction bigint NOT NULL,
    place bigint NOT NULL,
    at int NOT NULL,
    type text NOT NULL,
    data json NOT NULL,
    boxes json,
    actor text,
    command text COLLATE "C" NOT NULL,
    part int NOT NULL,
    correlation text,
    causation text,
    PRIMARY KEY (tenant, stream, version),
    UNIQUE (tenant, transaction, place),
    UNIQUE (tenant, stream, command, part)
  );
  CREATE TABLE links (
    tenant text COLLATE "C" NOT NULL,
    machine text COLLATE "C" NOT NULL,
    field text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL,
    stream bigint NOT NULL,
    PRIMARY KEY (tenant, machine, field, value, stream)
  );
  CREATE TABLE checkpoints (
    tenant text COLLATE "C" NOT NULL,
    reader text COLLATE "C" NOT NULL,
    position text NOT NULL,
    PRIMARY KEY (tenant, reader)
  );
  CREATE TABLE projections (
    tenant text COLLATE "C" NOT NULL,
    projection text COLLATE "C" NOT NULL,
    standing text NOT NULL,
    PRIMARY KEY (tenant, projection)
  );
  CREATE TABLE projected_rows (
    tenant text COLLATE "C" NOT NULL,
    projection text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    value json NOT NULL,
    links json NOT NULL,
    PRIMARY KEY (tenant, projection, key)
  );
  CREATE TABLE row_links (
    tenant text COLLATE "C" NOT NULL,
    projection text COLLATE "C" NOT NULL,
    field text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, projection, field, value, key)
  );
  CREATE INDEX links_of_a_row ON row_links (tenant, projection, key);
  ${fence(["tenants", "streams", "facts", "links", "checkpoints", "projections", "projected_rows", "row_links"])}
  `
]

/** The second fence: whatever a statement forgets to ask, it sees the rows of one tenant. */
export function fence(tables: ReadonlyArray<string>): string {
  return tables
    .map(
      (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY of_one_tenant ON ${table} USING (tenant = current_setting('groeikring.tenant', true));`
    )
    .join("")
}
