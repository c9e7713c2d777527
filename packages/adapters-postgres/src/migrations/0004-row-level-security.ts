import { type Kysely, sql } from "kysely";
import { applicationRole } from "../application-role.ts";
import { isolateTenants } from "./isolate-tenants.ts";

// docs/decisions/0007: a tenant is isolated even from our own bug.

const tables = [
  "customers",
  "products",
  "orders",
  "order_lines",
  "order_events",
  "order_number_blocks",
  "idempotency_keys",
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await createApplicationRole(db);
  for (const table of tables) await isolateTenants(db, table);
  // The journal is only ever appended to.
  await sql`revoke update, delete on order_events from ${sql.id(applicationRole)}`.execute(db);
};

/** The role stays: other databases of the server may use it. */
export const down = async (db: Kysely<unknown>): Promise<void> => {
  for (const table of tables) {
    await sql`revoke all on ${sql.table(table)} from ${sql.id(applicationRole)}`.execute(db);
    await sql`drop policy tenant_isolation on ${sql.table(table)}`.execute(db);
    await sql`alter table ${sql.table(table)} disable row level security, no force row level security`.execute(
      db,
    );
  }
};

// Roles belong to the whole server, so another database of it may have made this one, or be about to.
const createApplicationRole = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    do $$
    begin
      if not exists (select from pg_roles where rolname = ${sql.lit(applicationRole)}) then
        create role ${sql.id(applicationRole)} nologin;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$`.execute(db);
  // An owner that is no superuser becomes a member, so that it can act as the application too.
  await sql`
    do $$
    begin
      if not (select rolsuper from pg_roles where rolname = current_user) then
        grant ${sql.id(applicationRole)} to current_user;
      end if;
    exception when insufficient_privilege then null;
    end $$`.execute(db);
  await sql`grant usage on schema public to ${sql.id(applicationRole)}`.execute(db);
};
