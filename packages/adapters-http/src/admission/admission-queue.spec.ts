import { describe, expect, it, vi } from "vitest";
import { AdmissionQueue } from "./admission-queue.ts";
import { Overloaded } from "./overloaded.ts";

/** A queue under a clock that stands still, and work that ends when told. */
const aQueue = (limits = {}) => {
  let now = 0;
  const refusals: string[] = [];
  const observer = {
    admitted: vi.fn<(seconds: number) => void>(),
    refused: (reason: string) => refusals.push(reason),
    watch: () => undefined,
  };
  const queue = new AdmissionQueue(
    { maxInFlight: 2, maxWaiting: 3, maxWaitMs: 1000, ...limits },
    observer,
    () => now,
  );
  const begun: string[] = [];
  const enter = (name: string) => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const done = queue.run(() => {
      begun.push(name);
      return promise;
    });
    // Its rejection is looked at later, or not at all.
    done.catch(() => undefined);
    const end = async () => {
      resolve(name);
      await done;
    };
    return { done, end };
  };
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { queue, observer, refusals, begun, enter, pass };
};

describe("the admission queue", () => {
  it("runs so many at once, and the others in order of arrival", async () => {
    const { queue, begun, enter } = aQueue();
    const [a, , c] = ["a", "b", "c", "d"].map(enter);
    expect(begun).toEqual(["a", "b"]);
    expect(queue).toMatchObject({ inFlight: 2, waiting: 2 });
    await a?.end();
    await c?.end();
    expect(begun).toEqual(["a", "b", "c", "d"]);
    expect(queue).toMatchObject({ inFlight: 2, waiting: 0 });
  });

  it("refuses on arrival when too many wait, and starts nothing", async () => {
    const { queue, begun, refusals, enter } = aQueue();
    const entries = ["a", "b", "c", "d", "e"].map(enter);
    expect(queue.saturated).toBe(true);
    await expect(enter("f").done).rejects.toThrow(new Overloaded("queue_full"));
    for (const { end } of entries) await end();
    expect(begun).toEqual(["a", "b", "c", "d", "e"]);
    expect(refusals).toEqual(["queue_full"]);
    expect(queue).toMatchObject({ inFlight: 0, waiting: 0, saturated: false });
  });

  it("refuses on arrival whoever could not be served in time, as things go", async () => {
    const { queue, enter, pass } = aQueue({ maxInFlight: 1, maxWaiting: 1000 });
    for (const name of Array.from({ length: 100 }, (_, n) => `slow ${n}`)) {
      const slow = enter(name);
      pass(600);
      await slow.end();
    }
    enter("runs");
    expect(queue.saturated).toBe(false);
    enter("waits");
    expect(queue.saturated).toBe(true);
  });

  it("does not start work that has waited too long", async () => {
    const { begun, refusals, enter, pass } = aQueue({ maxInFlight: 1 });
    const first = enter("first");
    const late = enter("late");
    pass(999);
    const fresh = enter("fresh");
    pass(1);
    await first.end();
    await expect(late.done).rejects.toThrow(new Overloaded("deadline"));
    await fresh.end();
    expect(begun).toEqual(["first", "fresh"]);
    expect(refusals).toEqual(["deadline"]);
  });

  it("refuses what has waited too long also when nothing ever ends", async () => {
    vi.useFakeTimers();
    const { enter, pass } = aQueue({ maxInFlight: 1 });
    enter("stuck");
    const one = enter("one");
    pass(500);
    const two = enter("two");
    pass(500);
    await vi.advanceTimersByTimeAsync(1000);
    await expect(one.done).rejects.toThrow(Overloaded);
    pass(500);
    await vi.advanceTimersByTimeAsync(500);
    await expect(two.done).rejects.toThrow(Overloaded);
    vi.useRealTimers();
  });

  it("gives the place of work that failed to the next", async () => {
    const { queue, begun, enter } = aQueue({ maxInFlight: 1 });
    const failing = queue.run(() => Promise.reject(new Error("broken")));
    const next = enter("next");
    await expect(failing).rejects.toThrow("broken");
    expect(begun).toEqual(["next"]);
    await next.end();
    expect(queue.inFlight).toBe(0);
  });

  it("tells how long each waited", async () => {
    const { observer, enter, pass } = aQueue({ maxInFlight: 1 });
    const first = enter("first");
    const second = enter("second");
    pass(250);
    await first.end();
    await second.end();
    expect(observer.admitted.mock.calls).toEqual([[0], [0.25]]);
  });
});
