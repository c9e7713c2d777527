import type { Logger } from "pino";

/** A process that serves, as the supervisor sees it. */
export interface SupervisedWorker {
  readonly id: number;
  onExit(listener: (code: number | null) => void): void;
  stop(drain: boolean): void;
  kill(): void;
}

interface SupervisorOptions {
  readonly count: number;
  readonly fork: () => SupervisedWorker;
  readonly logger: Pick<Logger, "warn">;
}

const shortestPauseMs = 100;
const longestPauseMs = 30_000;
/** Whoever lived this long died of something else than its predecessors. */
const healthyAfterMs = 30_000;

/** Keeps so many workers alive, until told to stop. A worker that keeps dying is replaced ever more slowly. */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #workers = new Map<number, SupervisedWorker>();
  readonly #gone = Promise.withResolvers<void>();
  #pauseMs = shortestPauseMs;
  #stopping = false;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#workers.size;
  }

  start(): void {
    for (let n = 0; n < this.#options.count; n += 1) this.#fork();
  }

  /** Resolves when all have ended. Those that take longer than `patienceMs` are killed. */
  async stop(drain: boolean, patienceMs: number): Promise<void> {
    this.#stopping = true;
    if (this.#workers.size === 0) return;
    for (const worker of this.#workers.values()) worker.stop(drain);
    const timer = setTimeout(() => this.kill(), patienceMs);
    await this.#gone.promise;
    clearTimeout(timer);
  }

  kill(): void {
    this.#stopping = true;
    for (const worker of this.#workers.values()) worker.kill();
  }

  #fork(): void {
    const worker = this.#options.fork();
    const born = Date.now();
    this.#workers.set(worker.id, worker);
    worker.onExit((code) => {
      this.#workers.delete(worker.id);
      if (!this.#stopping) this.#replace(code, Date.now() - born);
      else if (this.#workers.size === 0) this.#gone.resolve();
    });
  }

  #replace(code: number | null, livedMs: number): void {
    if (livedMs >= healthyAfterMs) this.#pauseMs = shortestPauseMs;
    const pauseMs = this.#pauseMs;
    this.#pauseMs = Math.min(longestPauseMs, pauseMs * 2);
    this.#options.logger.warn({ code, livedMs, pauseMs }, "a worker died; starting another");
    setTimeout(() => {
      if (!this.#stopping) this.#fork();
    }, pauseMs);
  }
}
