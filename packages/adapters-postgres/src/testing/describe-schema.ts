import { type Kysely, sql } from "kysely";
import type { Database } from "../database.ts";

/** Every column, index, constraint, policy and grant of our tables, as text to compare. */
export const describeSchema = async (db: Kysely<Database>): Promise<readonly string[]> => {
  const { rows } = await sql<{ description: string }>`
    with tables as (
      select oid, relname
        from pg_class
       where relnamespace = 'public'::regnamespace and relkind = 'r'
         and relname not like 'kysely\\_%'
    )
    select format('%s.%s %s %s', relname, attname, format_type(atttypid, atttypmod), attnotnull) as description
      from tables join pg_attribute on attrelid = tables.oid and attnum > 0
    union all
    select pg_get_indexdef(indexrelid) from tables join pg_index on indrelid = tables.oid
    union all
    select format('%s %s', conname, pg_get_constraintdef(pg_constraint.oid))
      from tables join pg_constraint on conrelid = tables.oid
    union all
    select format('%s %s %s %s', relname, polname, polpermissive, pg_get_expr(polqual, polrelid))
      from tables join pg_policy on polrelid = tables.oid
    union all
    select format('%s.%s to %s: %s', relname, attname, grantee::regrole, privilege_type)
      from tables join pg_attribute on attrelid = tables.oid, aclexplode(attacl)
     order by 1`.execute(db);
  return rows.map(({ description }) => description);
};
