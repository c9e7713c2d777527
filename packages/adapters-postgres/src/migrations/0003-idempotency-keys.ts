import { type Kysely, sql } from "kysely";

export const up = (db: Kysely<unknown>): Promise<void> =>
  db.schema
    .createTable("idempotency_keys")
    .addColumn("tenant_id", "uuid", (column) => column.notNull())
    .addColumn("client_id", sql`text collate "C"`, (column) => column.notNull())
    .addColumn("key", sql`text collate "C"`, (column) => column.notNull())
    .addColumn("fingerprint", sql`text collate "C"`, (column) => column.notNull())
    .addColumn("outcome", "json")
    .addColumn("created_at", "timestamptz(3)", (column) => column.notNull().defaultTo(sql`now()`))
    .addPrimaryKeyConstraint("idempotency_keys_pkey", ["tenant_id", "client_id", "key"])
    .execute();

export const down = (db: Kysely<unknown>): Promise<void> =>
  db.schema.dropTable("idempotency_keys").execute();
