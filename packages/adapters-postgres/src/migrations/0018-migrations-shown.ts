import { type Kysely, sql } from "kysely";
import { applicationRole } from "../application-role.ts";

const role = sql.id(applicationRole);

/** A server asks which migrations have run before it says that it is ready, and may have no other rights than these. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`grant select on kysely_migration to ${role}`.execute(db);
};

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`revoke select on kysely_migration from ${role}`.execute(db);
};
