import { hasReached, isComparable, type WalPosition } from "./wal-position.ts";

/** Positions kept at most; beyond it the middle is thinned. */
const maxSamples = 600;

interface Sample {
  readonly at: number;
  readonly written: WalPosition;
}

/**
 * How long ago the oldest write was there that the replica lacks. By one clock, ours: a replica that is idle has
 * no lag, and one that is cut off has more and more.
 */
export class ReplicaLag {
  #missing: readonly Sample[] = [];

  /** The primary had got as far as this at that moment, in milliseconds of a clock that never goes back. */
  written(written: WalPosition, at: number): void {
    // After a failover nothing reaches a place on the old timeline any more; what was missing is there with all of this.
    const known = this.#missing.map((sample) =>
      isComparable(sample.written, written) ? sample : { ...sample, written },
    );
    const samples = [...known, { at, written }];
    this.#missing = samples.length > maxSamples ? samples.toSpliced(1, 1) : samples;
  }

  replayed(progress: WalPosition): void {
    this.#missing = this.#missing.filter(({ written }) => !hasReached(progress, written));
  }

  /** In milliseconds. */
  at(now: number): number {
    const [oldest] = this.#missing;
    return oldest === undefined ? 0 : now - oldest.at;
  }
}
