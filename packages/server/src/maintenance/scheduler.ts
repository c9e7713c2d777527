import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { MaintenanceObserver } from "../metrics/maintenance-metrics.ts";
import { goesOn } from "./goes-on.ts";
import { runTask, type ScheduledTask } from "./run-task.ts";

interface SchedulerOptions {
  readonly tasks: readonly ScheduledTask[];
  readonly observer: MaintenanceObserver;
  readonly logger: Logger;
  /** From 0 to 1. */
  readonly random?: () => number;
}

/** Until a task's first run at most, however long its interval: a process may not live that long. */
const longestFirstPauseMs = 30_000;

/**
 * Runs each task again and again, an interval apart, a little more or less so that processes that started
 * together do not go on together. Two runs of one task never overlap in a process.
 */
export class Scheduler {
  readonly #options: Required<SchedulerOptions>;
  readonly #stopping = new AbortController();
  #loops: readonly Promise<void>[] = [];

  constructor(options: SchedulerOptions) {
    this.#options = { random: Math.random, ...options };
  }

  start(): void {
    this.#loops = this.#options.tasks.map((task) => this.#loop(task));
  }

  /** Resolves when every task has ended what it was at. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#loops);
  }

  async #loop(task: ScheduledTask): Promise<void> {
    const { observer, random } = this.#options;
    const { name, intervalMs } = task;
    observer.scheduled(name, intervalMs / 1_000);
    let pauseMs = random() * Math.min(intervalMs, longestFirstPauseMs);
    while (await this.#slept(pauseMs)) {
      const report = await runTask(task, () => this.#stopping.signal.aborted, this.#options);
      pauseMs = report && goesOn(report) ? 0 : intervalMs * (0.9 + 0.2 * random());
    }
  }

  /** False when it is time to stop. */
  async #slept(milliseconds: number): Promise<boolean> {
    const { signal } = this.#stopping;
    // Whoever waits for nothing but the next run may exit.
    await sleep(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
    return !signal.aborted;
  }
}
