/** Why the replica answers nothing now. */
export type ReplicaFault =
  | "does not answer"
  /** It was promoted: what it has may not be what the primary has. */
  | "is no standby";

/** Thrown into a read on a replica that was lost meanwhile; the primary has the answer. */
export class ReplicaLost extends Error {
  override readonly name = "ReplicaLost";
}

/** Told when the replica goes and comes back. */
export interface ReplicaObserver {
  lost(fault: ReplicaFault, error: unknown): void;
  found(): void;
}
