import type pg from "pg";
import type { WalPosition } from "./wal-position.ts";

interface Row {
  readonly cluster: string;
  readonly timeline: number;
  readonly lsn: string;
}

/** What can be asked: a pool or one of its connections. */
export type Asked = Pick<pg.ClientBase, "query"> | Pick<pg.Pool, "query">;

/** Where the primary's log ends now: behind everything that has committed. */
export const askWritten = async (primary: Asked): Promise<WalPosition> => {
  const { rows } = await primary.query<Row>(`
select system_identifier::text as cluster,
       ('x' || left(pg_walfile_name(lsn), 8))::bit(32)::int as timeline,
       (lsn - '0/0'::pg_lsn)::text as lsn
  from pg_control_system(), pg_current_wal_insert_lsn() as lsn`);
  return positionOf(rows[0]);
};

/**
 * How far the standby has replayed: what committed before is visible on it. Null when it is no standby any more.
 *
 * Nothing tells the timeline of what is replayed, so this is the newest that is known to be: of the last
 * restartpoint, of the last page written, and, if the login may see it, of the log that is being received. It may
 * lag after a failover; never does it run ahead of the log that a position beyond the fork is compared with.
 */
export const askReplayed = async (standby: Asked): Promise<WalPosition | null> => {
  const { rows } = await standby.query<Row & { readonly standby: boolean }>(`
select pg_is_in_recovery() as standby,
       system_identifier::text as cluster,
       greatest(checkpoint.timeline_id, recovery.min_recovery_end_timeline,
                (select received_tli from pg_stat_wal_receiver)) as timeline,
       coalesce(pg_last_wal_replay_lsn() - '0/0'::pg_lsn, 0)::text as lsn
  from pg_control_system(), pg_control_checkpoint() as checkpoint, pg_control_recovery() as recovery`);
  return rows[0]?.standby === true ? positionOf(rows[0]) : null;
};

const positionOf = (row: Row | undefined): WalPosition => {
  if (row === undefined) throw new Error("a control file is always there");
  return { cluster: row.cluster, timeline: row.timeline, lsn: BigInt(row.lsn) };
};
