import { describe, expect, it } from "vitest";
import { currencies, currencyExponent, isCurrency } from "./currency.ts";

const exponentOf = (code: string): number | undefined =>
  isCurrency(code) ? currencyExponent(code) : undefined;

describe("the currency table", () => {
  it.each([
    ["JPY", 0],
    ["KRW", 0],
    ["VND", 0],
    ["XPF", 0],
    ["ISK", 0],
    ["EUR", 2],
    ["USD", 2],
    ["CHF", 2],
    ["VED", 2],
    ["XCG", 2],
    ["KWD", 3],
    ["BHD", 3],
    ["TND", 3],
    ["CLF", 4],
    ["UYW", 4],
  ] as const)("%s has exponent %i", (code, exponent) => {
    expect(exponentOf(code)).toBe(exponent);
  });

  it.each(["", "eur", "EURO", "XXX", "XTS", "XAU", "DEM", "ANG", "BGN", "__proto__"])(
    "does not know %j",
    (code) => {
      expect(isCurrency(code)).toBe(false);
    },
  );

  it("lists each code once, sorted, three capitals each", () => {
    expect(currencies).toEqual([...new Set(currencies)].sort());
    expect(currencies.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
    expect(currencies.every(isCurrency)).toBe(true);
    expect(Object.groupBy(currencies, (code) => String(exponentOf(code)))).toMatchObject({
      0: { length: 17 },
      3: { length: 7 },
      4: { length: 2 },
    });
  });

  it("agrees with the runtime's own table wherever CLDR follows ISO 4217", () => {
    // CLDR shows these without the minor unit that no one uses in cash; ISO 4217 keeps it.
    const noCoins = "AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR SOS SYP YER RSD UYU".split(
      " ",
    );
    const differing = currencies.filter((code) => {
      const format = new Intl.NumberFormat("en", { style: "currency", currency: code });
      return format.resolvedOptions().maximumFractionDigits !== exponentOf(code);
    });
    expect(differing.filter((code) => !noCoins.includes(code))).toEqual([]);
  });
});
