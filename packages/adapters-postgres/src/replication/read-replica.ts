import type pg from "pg";
import { createDatabase, type OrdoDatabase } from "../database.ts";
import { createPool, type PoolOptions } from "../pool.ts";
import { askWritten } from "./ask-position.ts";
import { ReplicaLag } from "./replica-lag.ts";
import type { ReplicaFault, ReplicaObserver } from "./replica-fault.ts";
import { ReplicaProgress } from "./replica-progress.ts";
import { makeSharedQuestion } from "./shared-question.ts";
import { isComparable, readPosition, writePosition } from "./wal-position.ts";

export interface ReadReplicaOptions {
  readonly primaryUrl: string;
  /** Leads to one standby, always the same: what it has replayed is asked on one connection and used on another. */
  readonly replicaUrl: string;
  /** Connections to the replica at most, beside one that watches it. */
  readonly max: number;
  readonly prepare?: boolean;
  /** Milliseconds that a read waits for the replica to get as far as it must be. */
  readonly waitMs: number;
  /** Milliseconds that the replica may be behind for reads that take any state. */
  readonly maxLagMs: number;
  readonly observer: ReplicaObserver;
}

/** May the replica answer? If not, why not. */
export type Admission = "yes" | "behind" | "lagging" | "unavailable" | "incomparable";

/** A standby to read from, and what must be known to do so. */
export interface ReadReplica {
  /** Over connections to the replica alone. */
  readonly database: OrdoDatabase;
  readonly pool: pg.Pool;
  /**
   * Where the primary's log ends now, behind all that has committed; one question for all who ask at once.
   * Rejects when the primary does not say at once.
   */
  readonly position: () => Promise<string>;
  /** May it answer a read that must see what was written before this position? Null: any state will do. */
  readonly admits: (position: string | null) => Promise<Admission>;
  /** Runs a read, given up with `ReplicaLost` when the replica is lost meanwhile. */
  readonly whileUp: <T>(work: () => Promise<T>) => Promise<T>;
  readonly fault: () => ReplicaFault | null;
  /** How long ago the oldest write was there that the replica lacks, in milliseconds; null when it does not answer. */
  readonly lagMs: () => number | null;
  readonly close: () => Promise<void>;
}

/** Both are asked what takes them no time: who takes longer is as good as away. */
const impatient = { connect: 1_000, query: 1_000, statement: 900, lock: 800 };

/** A replica that is cut off must not hold up what the primary could answer. */
const connectMs = 1_000;

/** Watches the replica from now on, until it is closed. */
export const openReadReplica = (options: ReadReplicaOptions): ReadReplica => {
  const { waitMs, maxLagMs, observer } = options;
  const { primary, watcher } = watchingPools(options);
  const lag = new ReplicaLag();
  const position = makeSharedQuestion(async () => {
    const written = await askWritten(primary);
    lag.written(written, performance.now());
    return written;
  });
  const progress = new ReplicaProgress(watcher, {
    observer,
    onLook: (replayed) => {
      if (replayed !== null) lag.replayed(replayed);
    },
  });
  // Also when nobody writes through this process, so that the lag is known.
  const sampling = setInterval(() => void position().catch(() => undefined), sampleMs).unref();
  const pool = createPool({
    ...shared(options),
    url: options.replicaUrl,
    max: options.max,
    applicationName: "ordo replica",
    readOnly: true,
    inspect: (client) => progress.inspect(client),
    timeouts: { connect: connectMs },
  });
  const lagMs = () => lag.at(performance.now());
  return {
    database: createDatabase(pool),
    pool,
    position: async () => writePosition(await position()),
    admits: async (asked) => {
      if (progress.replayed === null) return "unavailable";
      if (asked === null) return lagMs() > maxLagMs ? "lagging" : "yes";
      const wanted = readPosition(asked);
      if (wanted === undefined || !isComparable(progress.replayed, wanted)) return "incomparable";
      return (await progress.reached(wanted, waitMs)) ? "yes" : "behind";
    },
    whileUp: (work) => progress.whileUp(work),
    fault: () => progress.fault,
    lagMs: () => (progress.fault === null ? lagMs() : null),
    close: async () => {
      clearInterval(sampling);
      progress.close();
      await Promise.all([pool.end(), primary.end(), watcher.end()]);
    },
  };
};

const sampleMs = 1_000;

/** One connection to each: no question waits behind a read or a write. */
const watchingPools = (options: ReadReplicaOptions) => {
  const watching = {
    ...shared(options),
    max: 1,
    // A look must not say less than the login may see: which timeline is received.
    actAs: "login",
    timeouts: impatient,
  } as const satisfies Partial<PoolOptions>;
  return {
    primary: createPool({ ...watching, url: options.primaryUrl, applicationName: "ordo position" }),
    watcher: createPool({
      ...watching,
      url: options.replicaUrl,
      applicationName: "ordo replica watch",
      readOnly: true,
    }),
  };
};

const shared = ({ prepare }: ReadReplicaOptions) => (prepare === undefined ? {} : { prepare });
