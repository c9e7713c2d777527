import fc from "fast-check";
import { err } from "neverthrow";
import { describe, expect, it } from "vitest";
import { currencies, currencyExponent } from "../money/currency.ts";
import { LineId } from "../shared/ids.ts";
import { limits } from "../shared/limits.ts";
import { currency, fixed, percent } from "../testing/fixtures.ts";
import { priceOracle } from "../testing/oracle.ts";
import type { ContentTerms } from "./check-contents.ts";
import type { LineTerms } from "./order-line.ts";
import { price } from "./pricing.ts";

let lines = 0;
const line = (unitPrice: number, quantity = 1, taxRate = 0): LineTerms => ({
  id: LineId(`line-${++lines}`),
  productId: null,
  tracked: false,
  sku: null,
  title: "Thing",
  unitPrice,
  quantity,
  taxRate,
});
const shipping = (amount: number, taxRate = 0) => ({ title: "Standard", amount, taxRate });
const terms = (overrides: Partial<ContentTerms> = {}): ContentTerms => ({
  lines: [line(1000)],
  discounts: [],
  shippingLines: [],
  ...overrides,
});
const example = terms({
  lines: [line(1999, 2, 1900), line(350, 1, 1900)],
  discounts: [percent(1000), fixed(500, 0)],
  shippingLines: [shipping(490, 1900)],
});
const MAX = Number.MAX_SAFE_INTEGER;

describe("price", () => {
  it("makes 4645 of the contract's example", () => {
    const { lines, discounts, shippingLines, totals } = price(example, "exclusive")._unsafeUnwrap();
    expect(discounts.map(({ amount }) => amount)).toEqual([435, 500]);
    expect(
      lines.map(({ subtotal, discount, tax, total }) => [subtotal, discount, tax, total]),
    ).toEqual([
      [3998, 900, 589, 3687],
      [350, 35, 60, 375],
    ]);
    expect(shippingLines).toEqual([
      { title: "Standard", amount: 490, taxRate: 1900, tax: 93, total: 583 },
    ]);
    expect(totals).toEqual({ subtotal: 4348, discount: 935, shipping: 490, tax: 742, total: 4645 });
  });

  it("finds the tax inside inclusive prices and adds none", () => {
    const { lines, totals } = price(example, "inclusive")._unsafeUnwrap();
    expect(lines.map(({ tax, total }) => [tax, total])).toEqual([
      [495, 3098],
      [50, 315],
    ]);
    expect(totals).toEqual({ subtotal: 4348, discount: 935, shipping: 490, tax: 623, total: 3903 });
  });

  it.each([
    ["a percentage of all lines", [percent(2500)], [50, 25]],
    ["a fixed amount over all lines", [fixed(10)], [7, 3]],
    ["a fixed amount of at most what is left", [fixed(1000)], [200, 100]],
    ["a percentage of one line", [percent(5000, 1)], [0, 50]],
    ["a fixed amount of one line of at most that line", [fixed(150, 1)], [0, 100]],
    ["each discount of what the earlier left", [percent(5000), percent(5000)], [150, 75]],
    ["nothing of nothing left", [fixed(300), percent(5000), fixed(9)], [200, 100]],
  ])("takes %s", (_, discounts, expected) => {
    const priced = price(
      terms({ lines: [line(200), line(100)], discounts }),
      "exclusive",
    )._unsafeUnwrap();
    expect(priced.lines.map(({ discount }) => discount)).toEqual(expected);
  });

  it.each([
    [
      terms({
        lines: [
          { ...line(1), id: LineId("line-0") },
          { ...line(1), id: LineId("line-0") },
        ],
      }),
      { type: "IdIsTaken", path: ["lines", 1, "id"], id: "line-0" },
    ],
    [
      terms({ lines: Array.from({ length: limits.linesPerOrder + 1 }, () => line(1)) }),
      { type: "TooManyItems", path: ["lines"], limit: 500 },
    ],
    [
      terms({ discounts: Array.from({ length: limits.discountsPerOrder + 1 }, () => fixed(1)) }),
      { type: "TooManyItems", path: ["discounts"], limit: 50 },
    ],
    [
      terms({
        shippingLines: Array.from({ length: limits.shippingLinesPerOrder + 1 }, () => shipping(1)),
      }),
      { type: "TooManyItems", path: ["shippingLines"], limit: 20 },
    ],
    [
      terms({ lines: [line(1), line(1, 0)] }),
      { type: "QuantityMustBeAPositiveInteger", path: ["lines", 1, "quantity"] },
    ],
    [
      terms({ lines: [line(1, 1.5)] }),
      { type: "QuantityMustBeAPositiveInteger", path: ["lines", 0, "quantity"] },
    ],
    [
      terms({ lines: [line(-1)] }),
      { type: "AmountMustBeANonNegativeInteger", path: ["lines", 0, "unitPrice"] },
    ],
    [
      terms({ lines: [line(0.5)] }),
      { type: "AmountMustBeANonNegativeInteger", path: ["lines", 0, "unitPrice"] },
    ],
    [
      terms({ lines: [line(1, 1, 10_001)] }),
      { type: "RateMustBeBasisPoints", path: ["lines", 0, "taxRate"], limit: 10_000 },
    ],
    [
      terms({ shippingLines: [shipping(-1)] }),
      { type: "AmountMustBeANonNegativeInteger", path: ["shippingLines", 0, "amount"] },
    ],
    [
      terms({ shippingLines: [shipping(1, -1)] }),
      { type: "RateMustBeBasisPoints", path: ["shippingLines", 0, "taxRate"], limit: 10_000 },
    ],
    [
      terms({ discounts: [percent(10_001)] }),
      { type: "RateMustBeBasisPoints", path: ["discounts", 0, "value"], limit: 10_000 },
    ],
    [
      terms({ discounts: [fixed(-1)] }),
      { type: "AmountMustBeANonNegativeInteger", path: ["discounts", 0, "value"] },
    ],
    [
      terms({ discounts: [fixed(1, 1)] }),
      { type: "DiscountNamesNoLine", path: ["discounts", 0, "line"], lines: 1 },
    ],
    [
      terms({ discounts: [fixed(1, -1)] }),
      { type: "DiscountNamesNoLine", path: ["discounts", 0, "line"], lines: 1 },
    ],
    [
      terms({ lines: [line(1), line(MAX, 2)] }),
      { type: "AmountLeavesSafeRange", path: ["lines", 1] },
    ],
    [terms({ lines: [line(MAX), line(1)] }), { type: "AmountLeavesSafeRange", path: ["lines"] }],
    [terms({ lines: [line(MAX, 1, 1)] }), { type: "AmountLeavesSafeRange", path: [] }],
    [
      terms({ lines: [line(1)], shippingLines: [shipping(MAX)] }),
      { type: "AmountLeavesSafeRange", path: [] },
    ],
  ])("names the fault: case %#", (contents, rejection) => {
    expect(price(contents, "exclusive")).toEqual(err(rejection));
  });

  it("prices nothing at nothing, as a draft may", () => {
    const { totals } = price(terms({ lines: [] }), "exclusive")._unsafeUnwrap();
    expect(totals).toEqual({ subtotal: 0, discount: 0, shipping: 0, tax: 0, total: 0 });
  });

  it("reaches the end of the safe range exactly", () => {
    const priced = price(
      terms({ lines: [line(MAX - 1)], shippingLines: [shipping(1)] }),
      "inclusive",
    );
    expect(priced._unsafeUnwrap().totals.total).toBe(MAX);
  });

  it("equals exact arithmetic, or refuses what leaves the safe range, in every currency", () => {
    const rate = fc.oneof(fc.constantFrom(0, 700, 1900, 10_000), fc.nat(10_000));
    const contents = fc.constantFrom(...currencies).chain((code) => {
      const major = 10 ** currencyExponent(currency(code));
      const amount = fc.oneof(fc.nat(100 * major), fc.nat(100_000 * major), fc.maxSafeNat());
      const quantity = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 1e6 }));
      return fc
        .array(fc.tuple(amount, quantity, rate), { minLength: 1, maxLength: 6 })
        .chain((lines) =>
          fc.record({
            lines: fc.constant(lines.map((parts) => line(...parts))),
            shippingLines: fc.array(
              fc.tuple(fc.nat(100 * major), rate).map((parts) => shipping(...parts)),
              { maxLength: 2 },
            ),
            discounts: fc.array(
              fc
                .tuple(
                  fc.boolean(),
                  amount,
                  rate,
                  fc.option(fc.nat(lines.length - 1), { nil: null }),
                )
                .map(([isFixed, value, bps, index]) =>
                  isFixed ? fixed(value, index) : percent(bps, index),
                ),
              { maxLength: 4 },
            ),
          }),
        );
    });
    fc.assert(
      fc.property(contents, fc.constantFrom("exclusive", "inclusive"), (drawn, taxMode) => {
        const exact = priceOracle(drawn, taxMode);
        const isSafe = exact.total <= BigInt(MAX) && exact.subtotal <= BigInt(MAX);
        price(drawn, taxMode).match(
          ({ lines, totals }) => {
            expect(isSafe).toBe(true);
            expect(lines.map(({ discount }) => BigInt(discount))).toEqual(exact.lineDiscounts);
            expect(lines.map(({ tax }) => BigInt(tax))).toEqual(exact.lineTaxes);
            expect(BigInt(totals.total)).toBe(exact.total);
            expect(BigInt(totals.tax)).toBe(exact.tax);
            expect(
              totals.subtotal -
                totals.discount +
                totals.shipping +
                (taxMode === "exclusive" ? totals.tax : 0),
            ).toBe(totals.total);
          },
          (rejection) => {
            expect(rejection.type).toBe("AmountLeavesSafeRange");
            expect(isSafe).toBe(false);
          },
        );
      }),
      { numRuns: 1000 },
    );
  });
});
