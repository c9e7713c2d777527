import type { ReadObserver } from "@ordo/adapters-http";
import { Counter, Gauge, type Registry } from "prom-client";

export interface ReplicaMetrics extends Omit<ReadObserver, "replicaFailed"> {
  /** Asked at every scrape: milliseconds that the replica is behind, null when it does not answer. */
  watchLag(lagMs: () => number | null): void;
}

/** Where reads were answered from, and how far the replica is behind. */
export const makeReplicaMetrics = (registry: Registry): ReplicaMetrics => {
  const registers = [registry];
  const reads = new Counter({
    name: "ordo_reads_total",
    help: "Reads where there is a replica, by what answered: replica, or primary and why: asked, behind, lagging, unavailable, incomparable or failed",
    labelNames: ["source", "why"],
    registers,
  });
  let lagMs: () => number | null = () => 0;
  const lag = new Gauge({
    name: "ordo_replica_lag_seconds",
    help: "Age of the oldest write that the read replica lacks, to the second; -1 when it does not answer, 0 without one",
    aggregator: "max",
    registers,
    collect() {
      const milliseconds = lagMs();
      lag.set(milliseconds === null ? -1 : milliseconds / 1_000);
    },
  });
  return {
    fromReplica: () => reads.inc({ source: "replica", why: "allowed" }),
    fromPrimary: (why) => reads.inc({ source: "primary", why }),
    watchLag: (asked) => {
      lagMs = asked;
    },
  };
};
