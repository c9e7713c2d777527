import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currencies, currencyExponent } from "../money/currency.ts";
import { LineId } from "../shared/ids.ts";
import { currency } from "../testing/fixtures.ts";
import { roundedBig } from "../testing/oracle.ts";
import { shareOfUnits } from "./line-share.ts";
import type { PricedLine } from "./order-line.ts";

const lineOf = (
  unitPrice: number,
  quantity: number,
  discount: number,
  tax: number,
): PricedLine => ({
  id: LineId("line-1"),
  productId: null,
  tracked: false,
  sku: null,
  title: "Thing",
  unitPrice,
  taxRate: 0,
  quantity,
  subtotal: unitPrice * quantity,
  discount,
  tax,
  total: unitPrice * quantity - discount + tax,
});

describe("a line's share of units", () => {
  it("gives back each frozen amount by half-even, the last unit what is left", () => {
    const line = lineOf(10, 4, 6, 2);
    // discount 1.5 → 2, 3, 4.5 → 4; tax 0.5 → 0, 1, 1.5 → 2
    expect([0, 1, 2, 3, 4].map((units) => shareOfUnits(line, units, "exclusive"))).toEqual([
      0, 8, 18, 28, 36,
    ]);
    expect([1, 2, 3].map((units) => shareOfUnits(line, units, "inclusive"))).toEqual([8, 17, 26]);
  });

  it("equals exact arithmetic in every currency, and grows with every unit", () => {
    const lines = fc
      .tuple(fc.constantFrom(...currencies), fc.maxSafeNat(), fc.integer({ min: 1, max: 50 }))
      .chain(([code, price, quantity]) => {
        const most = Math.floor(Number.MAX_SAFE_INTEGER / 4 / quantity);
        const unitPrice = Math.min(most, price % (10_000 * 10 ** currencyExponent(currency(code))));
        const subtotal = unitPrice * quantity;
        return fc
          .tuple(fc.nat(subtotal), fc.nat(subtotal))
          .map(([discount, tax]) => lineOf(unitPrice, quantity, discount, tax));
      });
    fc.assert(
      fc.property(lines, (line) => {
        let last = 0;
        for (let units = 0; units <= line.quantity; units += 1) {
          const part = (amount: number): bigint =>
            roundedBig(BigInt(amount) * BigInt(units), BigInt(line.quantity));
          const exact = part(line.subtotal) - part(line.discount) + part(line.tax);
          const share = shareOfUnits(line, units, "exclusive");
          expect(BigInt(share)).toBe(exact);
          expect(share).toBeGreaterThanOrEqual(last);
          last = share;
        }
      }),
      { numRuns: 300 },
    );
  });
});
