import type { AdmissionLimits, AdmissionObserver } from "./admission-options.ts";
import { Overloaded } from "./overloaded.ts";

interface Waiting {
  readonly since: number;
  readonly admit: () => void;
  readonly refuse: (error: Overloaded) => void;
}

/**
 * Lets a bounded number of use cases run, has a bounded number wait in order of arrival, and none longer
 * than it may. Refusing early keeps the rest fast: work that nobody waits for any more is not done.
 */
export class AdmissionQueue {
  readonly #limits: AdmissionLimits;
  readonly #observer: AdmissionObserver | undefined;
  readonly #now: () => number;
  readonly #waiting = new Set<Waiting>();
  #inFlight = 0;
  /** Mean time a use case runs, in milliseconds, the last ones counting most. */
  #meanRun = 0;
  /** Is a timer under way? */
  #minded = false;

  /** @param now milliseconds of a clock that never goes back */
  constructor(
    limits: AdmissionLimits,
    observer?: AdmissionObserver,
    now: () => number = () => performance.now(),
  ) {
    this.#limits = limits;
    this.#observer = observer;
    this.#now = now;
    observer?.watch(this);
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Would a request that came now be refused? Then nothing of it need be read. */
  get saturated(): boolean {
    const { maxInFlight, maxWaiting, maxWaitMs } = this.#limits;
    if (this.#inFlight < maxInFlight) return false;
    const expectedWait = ((this.waiting + 1) * this.#meanRun) / maxInFlight;
    return this.waiting >= maxWaiting || expectedWait > maxWaitMs;
  }

  /**
   * Runs the work when there is room.
   *
   * @throws {Overloaded} when there is none in time; then the work has not begun
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const arrived = this.#now();
    if (this.#inFlight < this.#limits.maxInFlight) this.#inFlight += 1;
    else await this.#turn(arrived);
    const started = this.#now();
    this.#observer?.admitted((started - arrived) / 1000);
    try {
      return await work();
    } finally {
      this.#meanRun += (this.#now() - started - this.#meanRun) * 0.05;
      this.#inFlight -= 1;
      this.#admitNext();
    }
  }

  /** Counts a request that was turned away by {@link saturated}, before it came to `run`. */
  refusedOnArrival(): void {
    this.#observer?.refused("queue_full");
  }

  /** Resolves when the place of one that has ended is ours. */
  #turn(since: number): Promise<void> {
    if (this.saturated) {
      this.refusedOnArrival();
      return Promise.reject(new Overloaded("queue_full"));
    }
    return new Promise((admit, refuse) => {
      this.#waiting.add({ since, admit, refuse });
      if (!this.#minded) this.#mindFirst();
    });
  }

  #admitNext(): void {
    this.#refuseExpired();
    const [next] = this.#waiting;
    if (next === undefined) return;
    this.#waiting.delete(next);
    this.#inFlight += 1;
    next.admit();
  }

  /** The set keeps the order of arrival, so those that waited too long come first. */
  #refuseExpired(): void {
    const now = this.#now();
    for (const waiting of this.#waiting) {
      if (now - waiting.since < this.#limits.maxWaitMs) return;
      this.#waiting.delete(waiting);
      this.#observer?.refused("deadline");
      waiting.refuse(new Overloaded("deadline"));
    }
  }

  /** One timer for all: it minds the first, and then whoever is first by then. */
  #mindFirst(): void {
    const [first] = this.#waiting;
    this.#minded = first !== undefined;
    if (first === undefined) return;
    const left = Math.max(1, first.since + this.#limits.maxWaitMs - this.#now());
    setTimeout(() => {
      this.#refuseExpired();
      this.#mindFirst();
    }, left);
  }
}
