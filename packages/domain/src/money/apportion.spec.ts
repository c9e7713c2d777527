import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportionOracle } from "../testing/oracle.ts";
import { apportion } from "./apportion.ts";

const sum = (parts: readonly number[]): bigint =>
  parts.reduce((total, part) => total + BigInt(part), 0n);

/** Weights whose sum is safe, small or up to the limit, and an amount of at most their sum. */
const whole = fc
  .array(fc.oneof(fc.nat(5), fc.nat(1e6), fc.maxSafeNat()), { minLength: 1, maxLength: 12 })
  .map((weights) => {
    let left = Number.MAX_SAFE_INTEGER;
    return weights.map((weight) => {
      const kept = Math.min(weight, left);
      left -= kept;
      return kept;
    });
  });
const case_ = whole.chain((weights) =>
  fc.tuple(
    fc.constant(weights),
    fc.oneof(fc.nat(Math.min(20, Number(sum(weights)))), fc.nat(1000), fc.maxSafeNat()),
  ),
);

describe("apportion", () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [2, [1, 1, 1], [1, 1, 0]],
    [10, [6, 3, 1], [6, 3, 1]],
    [5, [0, 1, 0], [0, 5, 0]],
    [5, [0, 0], [0, 0]],
    [0, [3, 4], [0, 0]],
    [7, [], []],
  ])("%i over %j is %j", (amount, weights, expected) => {
    expect(apportion(amount, weights)).toEqual(expected);
  });

  it("equals an exact largest-remainder oracle over the whole safe range", () => {
    fc.assert(
      fc.property(case_, ([weights, amount]) => {
        expect(apportion(amount, weights)).toEqual(apportionOracle(amount, weights));
      }),
      { numRuns: 1000 },
    );
  });

  it("sums to the whole, and no part exceeds its weight while the amount does not exceed theirs", () => {
    fc.assert(
      fc.property(case_, ([weights, amount]) => {
        const parts = apportion(amount, weights);
        expect(sum(parts)).toBe(sum(weights) === 0n ? 0n : BigInt(amount));
        if (BigInt(amount) <= sum(weights))
          expect(parts.every((part, index) => part <= (weights[index] ?? 0))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
