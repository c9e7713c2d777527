import { setTimeout as delay } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { createDatabase, type Database } from "./database.ts";
import { createPool } from "./pool.ts";

/** One Ordo migrates at a time per database: an arbitrary number that no other program is likely to use. */
export const advisoryLock = 7_264_101_980_316_545n;

const lockPollMs = 200;
const lockWaitMs = 600_000;

/** DDL waits this long for a table, in milliseconds; whoever queues behind it waits no longer. */
const ddlLockMs = 3_000;

/** Building an index on a large table takes its time. */
const statementMs = 3_600_000;

export interface MigrationDatabase {
  readonly db: Kysely<Database>;
  /** Runs `work` while this process alone may migrate. */
  readonly underLock: <T>(
    onProgress: (message: string) => void,
    work: () => Promise<T>,
  ) => Promise<T>;
}

/** A connection pool with the patience that migrations need, closed when `work` ends. */
export const withMigrationDatabase = async <T>(
  url: string,
  work: (database: MigrationDatabase) => Promise<T>,
): Promise<T> => {
  // One connection holds the lock, the migrator takes the other.
  const pool = createPool({
    url,
    max: 2,
    applicationName: "ordo-migrate",
    timeouts: {
      query: statementMs + 1_000,
      statement: statementMs,
      lock: ddlLockMs,
      transaction: 0,
      idleInTransaction: 0,
    },
  });
  const db = createDatabase(pool);
  try {
    return await work({ db, underLock: (onProgress, run) => underLock(db, onProgress, run) });
  } finally {
    await pool.end();
  }
};

const underLock = <T>(
  db: Kysely<Database>,
  onProgress: (message: string) => void,
  work: () => Promise<T>,
): Promise<T> =>
  db.connection().execute(async (session) => {
    const deadline = performance.now() + lockWaitMs;
    // Asked for again and again, not waited for: a waiting statement holds a snapshot, and
    // CREATE INDEX CONCURRENTLY in the instance that migrates would wait for that.
    for (let told = false; !(await tryLock(session)); told = true) {
      if (performance.now() > deadline)
        throw new Error("another instance has been migrating for too long");
      if (!told) onProgress("another instance migrates, waiting for it");
      await delay(lockPollMs);
    }
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(advisoryLock)})`.execute(session);
    }
  });

const tryLock = async (session: Kysely<Database>): Promise<boolean> => {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_lock(${sql.lit(advisoryLock)}) as locked`.execute(session);
  return rows[0]?.locked === true;
};
