import { type Kysely, sql } from "kysely";

/** For squawk: the statement changes nothing when it is run once more. */
const rerunnable = sql.raw("-- squawk-ignore prefer-robust-stmts\n");

/** Row-level security binds the owner as well, who is to see every tenant's rows of these tables in `work`. */
export const seeingEveryTenant = async (
  db: Kysely<unknown>,
  names: readonly string[],
  work: () => Promise<void>,
): Promise<void> => {
  const tables = names.map((name) => sql.table(name));
  for (const table of tables)
    await sql`${rerunnable} alter table ${table} no force row level security`.execute(db);
  try {
    await work();
  } finally {
    for (const table of tables)
      await sql`${rerunnable} alter table ${table} force row level security`.execute(db);
  }
};
