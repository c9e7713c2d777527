import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proportionOracle } from "../testing/oracle.ts";
import { proportion } from "./divide.ts";

const amount = fc.maxSafeNat();

describe("proportion", () => {
  it.each([
    [5, 1, 10, 0],
    [15, 1, 10, 2],
    [25, 1, 10, 2],
    [35, 1, 10, 4],
    [14, 1, 10, 1],
    [16, 1, 10, 2],
    [1999, 1900, 10_000, 380],
    [Number.MAX_SAFE_INTEGER, 10_000, 10_000, Number.MAX_SAFE_INTEGER],
    [Number.MAX_SAFE_INTEGER, 1, 2, 4_503_599_627_370_496],
    // Halves whose product is beyond the safe range.
    [Number.MAX_SAFE_INTEGER, 3, 6, 4_503_599_627_370_496],
    [Number.MAX_SAFE_INTEGER - 2, 3, 6, 4_503_599_627_370_494],
    [0, 7, 9, 0],
  ])("%i × %i ÷ %i = %i", (x, numerator, denominator, expected) => {
    expect(proportion(x, numerator, denominator)).toBe(expected);
  });

  it("equals exact arithmetic over the whole safe range", () => {
    const fraction = fc
      .tuple(amount, fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }))
      .map(([numerator, denominator]) => [Math.min(numerator, denominator), denominator] as const);
    fc.assert(
      fc.property(amount, fraction, (x, [numerator, denominator]) => {
        expect(proportion(x, numerator, denominator)).toBe(
          proportionOracle(x, numerator, denominator),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("equals exact arithmetic at and around every half", () => {
    const half = fc.tuple(fc.nat(1e9), fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(-1, 0, 1));
    fc.assert(
      fc.property(half, ([quotient, divisor, off]) => {
        const x = quotient * 2 * divisor + divisor + off;
        expect(proportion(x, 1, 2 * divisor)).toBe(proportionOracle(x, 1, 2 * divisor));
      }),
      { numRuns: 2000 },
    );
  });
});
