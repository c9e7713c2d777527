import { type Kysely, sql } from "kysely";
import { applicationRole } from "../application-role.ts";

/** Gives the application a table, and in it the rows of the tenant that it has named, and no others. */
export const isolateTenants = async (db: Kysely<unknown>, table: string): Promise<void> => {
  await sql`alter table ${sql.table(table)} enable row level security, force row level security`.execute(
    db,
  );
  await sql`
    create policy tenant_isolation on ${sql.table(table)}
     using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`.execute(db);
  await sql`
    grant select, insert, update, delete on ${sql.table(table)}
       to ${sql.id(applicationRole)}`.execute(db);
};
