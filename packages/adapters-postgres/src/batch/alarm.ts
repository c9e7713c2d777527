/** Rings once at the earliest of the times it was set for. */
export class Alarm {
  readonly #ring: () => void;
  #at = Infinity;
  #timer: NodeJS.Timeout | undefined;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** @param at by `performance.now()`; Infinity is never */
  setFor(at: number): void {
    if (at >= this.#at) return;
    clearTimeout(this.#timer);
    this.#at = at;
    // A timer may be early by less than a millisecond.
    this.#timer = setTimeout(() => this.#ringNow(), Math.max(1, Math.ceil(at - performance.now())));
    // What waits has a connection that keeps the process; an alarm alone must not.
    this.#timer.unref();
  }

  #ringNow(): void {
    this.#at = Infinity;
    this.#ring();
  }
}
