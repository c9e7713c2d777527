import { type Asked, askReplayed } from "./ask-position.ts";
import { type ReplicaFault, ReplicaLost, type ReplicaObserver } from "./replica-fault.ts";
import { hasReached, type WalPosition } from "./wal-position.ts";

export interface ProgressOptions {
  readonly observer: ReplicaObserver;
  /** Told of every look at the replica. */
  readonly onLook: (progress: WalPosition | null) => void;
}

/** Milliseconds between two looks while a read waits for the replica… */
const eagerMs = 5;
/** …and when none does. */
const idleMs = 1_000;

interface Waiting {
  readonly position: WalPosition;
  readonly settle: (reached: boolean) => void;
}

/** Watches how far a replica has replayed. */
export class ReplicaProgress {
  readonly #pool: Asked;
  readonly #options: ProgressOptions;
  readonly #waiting = new Set<Waiting>();
  readonly #running = new Set<(reason: ReplicaLost) => void>();
  #replayed: WalPosition | null = null;
  #fault: ReplicaFault | null = "does not answer";
  #toldOf: ReplicaFault | null = null;
  #closed = false;
  #wake: () => void = () => undefined;

  /** @param pool of a connection of its own, so that a look never waits behind the reads */
  constructor(pool: Asked, options: ProgressOptions) {
    this.#pool = pool;
    this.#options = options;
    void this.#watch();
  }

  get fault(): ReplicaFault | null {
    return this.#fault;
  }

  get replayed(): WalPosition | null {
    return this.#replayed;
  }

  /** Waits until the replica has replayed that far, but no longer than so many milliseconds. */
  reached(position: WalPosition, patienceMs: number): Promise<boolean> {
    if (this.#replayed === null) return Promise.resolve(false);
    if (hasReached(this.#replayed, position)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const waiting: Waiting = {
        position,
        settle: (reached) => {
          clearTimeout(timer);
          this.#waiting.delete(waiting);
          resolve(reached);
        },
      };
      const timer = setTimeout(() => waiting.settle(false), patienceMs);
      this.#waiting.add(waiting);
      this.#wake();
    });
  }

  /** Runs the work, and does not wait for its end when the replica is lost meanwhile. @throws ReplicaLost */
  whileUp<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#running.add(reject);
      work()
        .then(resolve, reject)
        .finally(() => this.#running.delete(reject));
    });
  }

  /**
   * Looks at a new connection. After a restart a standby answers before it has replayed again all that it had,
   * so one that is behind what is known must not answer.
   *
   * @throws ReplicaLost
   */
  async inspect(client: Asked): Promise<void> {
    const known = this.#replayed;
    const replayed = await askReplayed(client);
    if (replayed === null) throw new ReplicaLost("the replica is no standby");
    if (known !== null && !hasReached(replayed, known))
      throw new ReplicaLost("the replica is behind where it was");
  }

  close(): void {
    this.#closed = true;
    this.#wake();
  }

  async #watch(): Promise<void> {
    while (!this.#closed) {
      await this.#look();
      await this.#pause();
    }
    for (const { settle } of this.#waiting) settle(false);
  }

  async #look(): Promise<void> {
    try {
      const replayed = await askReplayed(this.#pool);
      if (replayed === null) this.#lost("is no standby", undefined);
      else this.#found(replayed);
    } catch (error) {
      this.#lost("does not answer", error);
    }
    this.#options.onLook(this.#replayed);
  }

  #found(replayed: WalPosition): void {
    if (this.#fault !== null) this.#options.observer.found();
    this.#fault = null;
    this.#toldOf = null;
    this.#replayed = replayed;
    for (const { position, settle } of this.#waiting)
      if (hasReached(replayed, position)) settle(true);
  }

  #lost(fault: ReplicaFault, error: unknown): void {
    this.#fault = fault;
    this.#replayed = null;
    if (this.#toldOf !== fault && !this.#closed) this.#options.observer.lost(fault, error);
    this.#toldOf = fault;
    for (const { settle } of this.#waiting) settle(false);
    for (const abandon of this.#running) abandon(new ReplicaLost(`the replica ${fault}`));
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const isEager = this.#waiting.size > 0;
      const timer = setTimeout(resolve, isEager ? eagerMs : idleMs);
      timer.unref();
      // The first that waits has it look at once; those that join must not have it look without pause.
      this.#wake = () => {
        if (isEager && !this.#closed) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
