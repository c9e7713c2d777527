import type { Queries } from "@ordo/application";

/** A second place to read from, which may be behind the first. */
export interface ReadReplica {
  readonly queries: Queries;
  /** Where all that has been written is; what it means is the storage's affair. Rejects when that cannot be told. */
  readonly position: () => Promise<string>;
  /**
   * May the replica answer a read that must see all that was written before this position? "yes", or why not.
   * Null: any state will do.
   */
  readonly admits: (position: string | null) => Promise<string>;
  /** Runs a read; rejects when the replica is lost meanwhile. */
  readonly whileUp: <T>(work: () => Promise<T>) => Promise<T>;
  /** Why it answers nothing now; null when it does. */
  readonly fault: () => string | null;
  readonly observer?: ReadObserver;
}

/** Told where each read was answered from. */
export interface ReadObserver {
  /** @param why "asked" when the request left no choice, "failed" after a read of the replica did, else its refusal */
  fromPrimary(why: string): void;
  fromReplica(): void;
  /** The primary has answered in its place. */
  replicaFailed(error: unknown): void;
}

export const silentReadObserver: ReadObserver = {
  fromPrimary: () => undefined,
  fromReplica: () => undefined,
  replicaFailed: () => undefined,
};
