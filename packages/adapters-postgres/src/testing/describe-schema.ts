import { type Kysely, sql } from "kysely";
import type { Database } from "../database.ts";

/** Every column, index and constraint of our tables, as text to compare. */
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
     order by 1`.execute(db);
  return rows.map(({ description }) => description);
};
