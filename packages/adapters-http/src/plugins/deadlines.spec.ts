import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Deadlines } from "./deadlines.ts";

describe("deadlines", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("call back what is late, each at its time and once, and nothing that is over", () => {
    const deadlines = new Deadlines(100);
    const expired: string[] = [];
    const watch = (name: string) => deadlines.watch(() => expired.push(name));
    watch("first");
    const over = watch("over");
    vi.advanceTimersByTime(60);
    watch("second");
    over();
    vi.advanceTimersByTime(39);
    expect(expired).toEqual([]);
    vi.advanceTimersByTime(2);
    expect(expired).toEqual(["first"]);
    vi.advanceTimersByTime(60);
    expect(expired).toEqual(["first", "second"]);
    vi.advanceTimersByTime(1_000);
    expect(expired).toEqual(["first", "second"]);
  });

  it("mind what comes after all were over", () => {
    const deadlines = new Deadlines(100);
    const expire = vi.fn<() => void>();
    deadlines.watch(expire)();
    vi.advanceTimersByTime(500);
    deadlines.watch(expire);
    vi.advanceTimersByTime(101);
    expect(expire).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });
});
