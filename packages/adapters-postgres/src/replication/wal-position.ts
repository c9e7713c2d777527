/**
 * A place in a cluster's write-ahead log. Places compare only on one timeline of one cluster: after a failover
 * the log forks, and a byte of the one branch says nothing about the other.
 */
export interface WalPosition {
  /** The cluster's system identifier, which its standbys share. */
  readonly cluster: string;
  readonly timeline: number;
  /** Bytes since the log began. */
  readonly lsn: bigint;
}

export const isComparable = (a: WalPosition, b: WalPosition): boolean =>
  a.cluster === b.cluster && a.timeline === b.timeline;

/** Is all there that was written before `position`? */
export const hasReached = (progress: WalPosition, position: WalPosition): boolean =>
  isComparable(progress, position) && progress.lsn >= position.lsn;

export const writePosition = ({ cluster, timeline, lsn }: WalPosition): string =>
  `${cluster}/${String(timeline)}/${String(lsn)}`;

/** Undefined for what {@link writePosition} has not written. */
export const readPosition = (text: string): WalPosition | undefined => {
  const [, cluster, timeline, lsn] = /^(\d+)\/(\d+)\/(\d+)$/.exec(text) ?? [];
  return cluster !== undefined && timeline !== undefined && lsn !== undefined
    ? { cluster, timeline: Number(timeline), lsn: BigInt(lsn) }
    : undefined;
};
