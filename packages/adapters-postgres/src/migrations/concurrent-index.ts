import { type Kysely, type RawBuilder, sql } from "kysely";

/**
 * Creates an index without keeping writers out; also after an earlier attempt that failed and left an
 * invalid index behind, which IF NOT EXISTS alone would take for the real one.
 *
 * @param definition what follows ON: the table, the columns, WHERE
 */
export const createIndexConcurrently = async (
  db: Kysely<unknown>,
  name: string,
  definition: RawBuilder<unknown>,
): Promise<void> => {
  if (await isInvalid(db, name)) await dropIndexConcurrently(db, name);
  await sql`create index concurrently if not exists ${sql.id(name)} on ${definition}`.execute(db);
};

/** Drops an index without keeping anybody out; nothing happens when it is gone already. */
export const dropIndexConcurrently = async (db: Kysely<unknown>, name: string): Promise<void> => {
  await sql`drop index concurrently if exists ${sql.id(name)}`.execute(db);
};

const isInvalid = async (db: Kysely<unknown>, name: string): Promise<boolean> => {
  const { rows } = await sql<{ invalid: boolean }>`
    select not indisvalid as invalid from pg_index where indexrelid = to_regclass(${name})`.execute(
    db,
  );
  return rows[0]?.invalid === true;
};
