import pg from "pg";
import { setTimeout as sleep } from "node:timers/promises";

/** Has a standby stop replaying for a while, again and again. */
export const startPausingReplay = (standbyUrl: string) => {
  const pool = new pg.Pool({ connectionString: standbyUrl, max: 1 });
  const stopping = new AbortController();
  const { signal } = stopping;
  const wait = (milliseconds: number) =>
    sleep(milliseconds, undefined, { signal }).catch(() => undefined);
  let pauses = 0;
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      await pool.query("select pg_wal_replay_pause()");
      pauses += 1;
      await wait(20 + Math.random() * 300);
      await pool.query("select pg_wal_replay_resume()");
      await wait(20 + Math.random() * 300);
    }
  };
  const running = run();
  return {
    pauses: () => pauses,
    stop: async () => {
      stopping.abort();
      await running;
      await pool.end();
    },
  };
};
