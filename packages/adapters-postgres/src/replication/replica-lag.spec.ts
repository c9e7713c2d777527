import { expect, test } from "vitest";
import { ReplicaLag } from "./replica-lag.ts";
import type { WalPosition } from "./wal-position.ts";

const at = (lsn: bigint, timeline = 1): WalPosition => ({ cluster: "7", timeline, lsn });

test("lag is the age of the oldest write that is missing", () => {
  const lag = new ReplicaLag();
  expect(lag.at(0)).toBe(0);
  lag.written(at(10n), 1_000);
  lag.written(at(20n), 2_000);
  expect(lag.at(5_000)).toBe(4_000);
  lag.replayed(at(15n));
  expect(lag.at(5_000)).toBe(3_000);
  lag.replayed(at(20n));
  expect(lag.at(5_000)).toBe(0);
});

test("another timeline has nothing of what is missing", () => {
  const lag = new ReplicaLag();
  lag.written(at(10n, 2), 1_000);
  lag.replayed(at(99n, 1));
  expect(lag.at(2_000)).toBe(1_000);
});

test("what is kept is bounded, the oldest included", () => {
  const lag = new ReplicaLag();
  for (let n = 1; n <= 2_000; n += 1) lag.written(at(BigInt(n)), n);
  expect(lag.at(2_000)).toBe(1_999);
  lag.replayed(at(1n));
  expect(lag.at(2_000)).toBeLessThan(1_000);
});

test("after a failover the old timeline is not missed for ever, and what was missing still is", () => {
  const lag = new ReplicaLag();
  lag.written(at(10n, 1), 1_000);
  lag.written(at(12n, 2), 2_000);
  expect(lag.at(3_000)).toBe(2_000);
  lag.replayed(at(11n, 2));
  expect(lag.at(3_000)).toBe(2_000);
  lag.replayed(at(12n, 2));
  expect(lag.at(60_000)).toBe(0);
});
