interface Waiting {
  /** By `performance.now()`. */
  readonly due: number;
  expire: () => void;
}

const nothing = (): void => undefined;

/**
 * Calls back what takes longer than it may, all with the same patience. One timer minds them all: it minds the
 * first, and then whoever is first by then.
 */
export class Deadlines {
  readonly #patienceMs: number;
  readonly #waiting = new Set<Waiting>();
  /** Is a timer under way? */
  #minded = false;

  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs;
  }

  /** @returns to be called when it is over: then it does not expire */
  watch(expire: () => void): () => void {
    const waiting = { due: performance.now() + this.#patienceMs, expire };
    this.#waiting.add(waiting);
    if (!this.#minded) this.#mindFirst();
    return () => this.#end(waiting);
  }

  // A set that outgrew its table leaves the old one behind, full, and pointing to the next: once the garbage collector
  // has taken one of them for long-lived, it takes all that they hold for it. So they are to hold little.
  #end(waiting: Waiting): void {
    this.#waiting.delete(waiting);
    waiting.expire = nothing;
  }

  #mindFirst(): void {
    const [first] = this.#waiting;
    this.#minded = first !== undefined;
    if (first === undefined) return;
    const left = Math.max(1, first.due - performance.now());
    setTimeout(() => {
      this.#expire();
      this.#mindFirst();
    }, left).unref();
  }

  /** The set keeps the order of arrival, so those that are due come first. */
  #expire(): void {
    const now = performance.now();
    for (const waiting of this.#waiting) {
      if (now < waiting.due) return;
      const { expire } = waiting;
      this.#end(waiting);
      expire();
    }
  }
}
