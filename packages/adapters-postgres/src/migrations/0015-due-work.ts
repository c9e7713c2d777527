import { type Kysely, sql } from "kysely";
import { applicationRole } from "../application-role.ts";
import { sweeperRole } from "../sweeper-role.ts";
import { createRole } from "./create-role.ts";

// docs/decisions/0016: what is due, of all tenants, for a role that sees that and nothing else.

const sweeper = sql.id(sweeperRole);

/** What a row must be for the role to see it, whatever else would let it: the policies are restrictive. */
const visible = {
  orders: sql`expires_at is not null or unsettled_since is not null`,
  idempotency_keys: sql`created_at < now() - interval '30 days'`,
} as const;

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const column of ["expires_at", "unsettled_since"])
    await db.schema
      .alterTable("orders")
      .addColumn(column, sql`timestamptz(3)`)
      .execute();
  await createSweeperRole(db);
  for (const [table, condition] of Object.entries(visible)) {
    await sql`create policy every_tenant on ${sql.table(table)} to ${sweeper} using (true)`.execute(
      db,
    );
    await sql`
      create policy only_due on ${sql.table(table)} as restrictive to ${sweeper}
       using (${condition})`.execute(db);
  }
  await sql`grant select (tenant_id, id, expires_at, unsettled_since) on orders to ${sweeper}`.execute(
    db,
  );
  // Rows are deleted by their place, so that not even the names of keys need be seen.
  await sql`grant delete, select (ctid, created_at) on idempotency_keys to ${sweeper}`.execute(db);
};

/** The role stays: other databases of the server may use it. */
export const down = async (db: Kysely<unknown>): Promise<void> => {
  for (const table of Object.keys(visible)) {
    await sql`revoke all on ${sql.table(table)} from ${sweeper}`.execute(db);
    for (const policy of ["only_due", "every_tenant"])
      await sql`drop policy ${sql.id(policy)} on ${sql.table(table)}`.execute(db);
  }
  for (const column of ["unsettled_since", "expires_at"])
    await db.schema.alterTable("orders").dropColumn(column).execute();
};

const createSweeperRole = async (db: Kysely<unknown>): Promise<void> => {
  await createRole(db, sweeperRole);
  // Whoever works as the application may become the sweeper for a transaction, and is nothing of it before:
  // with inherited rights the application would see the due orders of every tenant.
  await sql`
    do $$
    begin
      grant ${sweeper} to ${sql.id(applicationRole)} with inherit false, set true;
    exception when insufficient_privilege then null;
    end $$`.execute(db);
  await sql`grant usage on schema public to ${sweeper}`.execute(db);
};
