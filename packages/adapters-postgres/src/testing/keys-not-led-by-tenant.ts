import { type Kysely, sql } from "kysely";
import type { Database } from "../database.ts";

/** Every primary key, unique index and foreign key (both of its sides) whose first column is not tenant_id. */
export const keysNotLedByTenant = async (db: Kysely<Database>): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    with keys as (
      select indexrelid::regclass::text as name, indrelid as relation, indkey[0] as first_column
        from pg_index
       where indisunique
      union all
      select conname, conrelid, conkey[1] from pg_constraint where contype = 'f'
      union all
      select conname, confrelid, confkey[1] from pg_constraint where contype = 'f'
    )
    select distinct keys.name
      from keys
      join pg_class on pg_class.oid = keys.relation
      left join pg_attribute
        on pg_attribute.attrelid = keys.relation and pg_attribute.attnum = keys.first_column
     where pg_class.relnamespace = 'public'::regnamespace
       and pg_class.relname not like 'kysely\\_%'
       and pg_attribute.attname is distinct from 'tenant_id'
     order by keys.name`.execute(db);
  return rows.map(({ name }) => name);
};
