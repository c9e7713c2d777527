import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type SupervisedWorker, Supervisor } from "./supervisor.ts";

/** Workers that die when told to, and a record of what was done to them. */
const aSupervisor = (count: number) => {
  const alive = new Map<number, (code: number | null) => void>();
  const log: string[] = [];
  let forked = 0;
  const fork = (): SupervisedWorker => {
    const id = (forked += 1);
    return {
      id,
      onExit: (listener) => alive.set(id, listener),
      stop: (drain) => log.push(`stop ${id}${drain ? ", draining" : ""}`),
      kill: () => {
        log.push(`kill ${id}`);
        die(id);
      },
    };
  };
  const die = (id: number) => {
    const exited = alive.get(id);
    alive.delete(id);
    exited?.(null);
  };
  const logger = { warn: () => undefined };
  const supervisor = new Supervisor({ count, fork, logger });
  supervisor.start();
  return { supervisor, alive: () => [...alive.keys()], die, log };
};

describe("the supervisor", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("replaces a worker that died", () => {
    const { alive, die } = aSupervisor(2);
    die(1);
    expect(alive()).toEqual([2]);
    vi.advanceTimersByTime(100);
    expect(alive()).toEqual([2, 3]);
  });

  it("replaces one that keeps dying ever more slowly, up to a limit", () => {
    const { alive, die } = aSupervisor(1);
    const pauses: number[] = [];
    for (let id = 1; id <= 11; id += 1) {
      die(id);
      const from = Date.now();
      while (alive().length === 0) vi.advanceTimersByTime(100);
      pauses.push(Date.now() - from);
    }
    expect(pauses.slice(0, 4)).toEqual([100, 200, 400, 800]);
    expect(pauses.slice(-2)).toEqual([30_000, 30_000]);
  });

  it("forgives whoever lived long", () => {
    const { alive, die } = aSupervisor(1);
    for (const id of [1, 2, 3]) {
      die(id);
      vi.advanceTimersByTime(1_000);
    }
    vi.advanceTimersByTime(30_000);
    die(4);
    vi.advanceTimersByTime(100);
    expect(alive()).toEqual([5]);
  });

  it("stops all, waits for all, and replaces none", async () => {
    const { supervisor, die, log } = aSupervisor(2);
    const stopped = supervisor.stop(true, 1_000);
    die(1);
    vi.advanceTimersByTime(500);
    expect(supervisor.size).toBe(1);
    die(2);
    await stopped;
    expect(log).toEqual(["stop 1, draining", "stop 2, draining"]);
  });

  it("kills those that do not stop", async () => {
    const { supervisor, die, log } = aSupervisor(2);
    const stopped = supervisor.stop(false, 1_000);
    die(1);
    vi.advanceTimersByTime(1_000);
    await stopped;
    expect(log).toEqual(["stop 1", "stop 2", "kill 2"]);
  });
});
