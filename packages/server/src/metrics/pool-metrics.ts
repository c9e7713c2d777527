import type { Pool } from "pg";
import { Counter, Gauge, type Registry } from "prom-client";

export interface PoolMetrics {
  /** Watches this pool from now on. */
  watch(pool: Pool): void;
  connectionLost(): void;
}

/** The connections to PostgreSQL, read when somebody asks. */
export const makePoolMetrics = (registry: Registry): PoolMetrics => {
  const registers = [registry];
  let pool: Pool | undefined;
  const connections = new Gauge({
    name: "ordo_database_pool_connections",
    help: "Open connections to PostgreSQL; state: active or idle",
    labelNames: ["state"],
    registers,
    collect() {
      if (pool === undefined) return;
      connections.set({ state: "active" }, pool.totalCount - pool.idleCount);
      connections.set({ state: "idle" }, pool.idleCount);
    },
  });
  const limit = new Gauge({
    name: "ordo_database_pool_connections_limit",
    help: "Connections to PostgreSQL at most (DATABASE_POOL_SIZE)",
    registers,
    collect() {
      limit.set(pool?.options.max ?? 0);
    },
  });
  const waiting = new Gauge({
    name: "ordo_database_pool_waiting",
    help: "Callers that wait for a connection now",
    registers,
    collect() {
      waiting.set(pool?.waitingCount ?? 0);
    },
  });
  const lost = new Counter({
    name: "ordo_database_connections_lost_total",
    help: "Idle connections to PostgreSQL that broke",
    registers,
  });
  return {
    watch: (watched) => {
      pool = watched;
    },
    connectionLost: () => lost.inc(),
  };
};
