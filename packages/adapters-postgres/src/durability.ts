import type pg from "pg";

/**
 * The settings, by name, under which the server acknowledges commits that a crash can lose (PostgreSQL manual,
 * 28.1 Reliability and 28.4 Asynchronous Commit). Empty when every acknowledged write is durable.
 */
export const undurableSettings = async (pool: pg.Pool): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ name: string }>(
    `select name from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
      order by name`,
  );
  return rows.map(({ name }) => name);
};
