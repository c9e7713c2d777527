import { type Kysely, sql } from "kysely";

/**
 * Creates a role that cannot log in. Roles belong to the whole server, so another database of it may have
 * made this one, or be about to.
 */
export const createRole = async (db: Kysely<unknown>, role: string): Promise<void> => {
  await sql`
    do $$
    begin
      if not exists (select from pg_roles where rolname = ${sql.lit(role)}) then
        create role ${sql.id(role)} nologin;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$`.execute(db);
};
