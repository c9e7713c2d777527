import pg from "pg";
import { applicationRole } from "./application-role.ts";
import { neverPrepare } from "./connection/pipeline.ts";
import { refuseReadOnly } from "./connection/refuse-read-only.ts";
import { columnParsers } from "./column-parsers.ts";

/** Every wait of a connection, in milliseconds. */
export interface PoolTimeouts {
  /** For a free or new connection. */
  readonly connect: number;
  /** For the answer to one query, counted by this process: the only limit that a dead network respects. */
  readonly query: number;
  /** For one statement, counted by the server; less than `query`, so that the server's word comes first. */
  readonly statement: number;
  /** For one lock; less than `statement`. */
  readonly lock: number;
  /** For the next statement inside a transaction. */
  readonly idleInTransaction: number;
  /** For a whole transaction: bounds how long one may hold back the change feed and vacuum. */
  readonly transaction: number;
  /** An unused connection is closed after this. */
  readonly idle: number;
}

export const defaultTimeouts: PoolTimeouts = {
  connect: 5_000,
  query: 12_000,
  statement: 10_000,
  lock: 5_000,
  idleInTransaction: 10_000,
  transaction: 30_000,
  idle: 30_000,
};

export interface PoolOptions {
  /** `postgresql://…` */
  readonly url: string;
  /** Connections at most. */
  readonly max: number;
  /**
   * Also take a server that only reads: a standby, or one that fails over. Without this its connections are
   * closed at once, so that after a failover the pool finds its way to the new primary.
   */
  readonly readOnly?: boolean;
  /** Looks at each new connection of a `readOnly` pool; rejects to have it closed, and what asked for it fails. */
  readonly inspect?: (client: pg.ClientBase) => Promise<void>;
  /** Shown in `pg_stat_activity`; begins with "ordo". */
  readonly applicationName?: `ordo${string}`;
  readonly timeouts?: Partial<PoolTimeouts>;
  /**
   * Whose rights the connections have. The application's, unless told otherwise: it owns nothing and cannot
   * pass row-level security, whoever logs in. The login's own are for migrations.
   */
  readonly actAs?: "application" | "login";
  /** False behind a pgbouncer that does not know prepared statements. */
  readonly prepare?: boolean;
  /** Told when an idle connection breaks. The pool has replaced it already; there is nothing to do but log. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** A pool that connects on first use. Whoever creates it ends it. */
export const createPool = (options: PoolOptions): pg.Pool => {
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  assertOrdered(timeouts);
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max,
    application_name: options.applicationName ?? "ordo",
    connectionTimeoutMillis: timeouts.connect,
    idleTimeoutMillis: timeouts.idle,
    query_timeout: timeouts.query,
    statement_timeout: timeouts.statement,
    lock_timeout: timeouts.lock,
    idle_in_transaction_session_timeout: timeouts.idleInTransaction,
    // What pg has no option for. The column parsers read ISO dates, whatever the server's default.
    options: [
      `-c transaction_timeout=${String(timeouts.transaction)} -c DateStyle=ISO -c TimeZone=UTC`,
      ...(options.actAs === "login" ? [] : [`-c role=${applicationRole}`]),
    ].join(" "),
    keepAlive: true,
    types: columnParsers(),
    ...onConnect(options.readOnly === true ? options.inspect : refuseReadOnly),
  });
  // Both listeners are needed: the pool listens to a client only while it is idle, and an error event
  // without a listener ends the process.
  pool.on("error", (error) => options.onConnectionLost?.(error));
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    if (options.prepare === false) neverPrepare(client);
  });
  return pool;
};

// The pool waits for the promise and closes the connection when it rejects; pg's types know nothing of it.
const onConnect = (
  inspect: PoolOptions["inspect"],
): { readonly onConnect?: (client: pg.ClientBase) => unknown } =>
  inspect === undefined ? {} : { onConnect: inspect };

const assertOrdered = ({ query, statement, lock }: PoolTimeouts): void => {
  if (!(query > statement && statement > lock && lock > 0))
    throw new RangeError("timeouts must satisfy query > statement > lock > 0");
};
