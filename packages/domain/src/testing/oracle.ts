/*
 * The arithmetic of `order-lifecycle.md` said a second time, in BigInt and without looking at the first,
 * so that a property test has something independent to compare with.
 */

/** x·n/d to the nearest integer, a tie to the even one. */
export const roundedBig = (dividend: bigint, divisor: bigint): bigint => {
  const up = (2n * dividend + divisor) / (2n * divisor);
  const isTie = (2n * dividend + divisor) % (2n * divisor) === 0n;
  return isTie && up % 2n === 1n ? up - 1n : up;
};

export const proportionOracle = (x: number, numerator: number, denominator: number): number =>
  Number(roundedBig(BigInt(x) * BigInt(numerator), BigInt(denominator)));

/** Hands out the units one at a time, each to the part that is furthest below its exact share. */
export const apportionBig = (amount: bigint, weights: readonly bigint[]): bigint[] => {
  const total = weights.reduce((a, b) => a + b, 0n);
  if (total === 0n) return weights.map(() => 0n);
  const parts = weights.map((weight) => (amount * weight) / total);
  let left = amount - parts.reduce((a, b) => a + b, 0n);
  for (; left > 0n; left -= 1n) {
    let neediest = 0;
    const lack = (index: number): bigint =>
      amount * (weights[index] ?? 0n) - (parts[index] ?? 0n) * total;
    for (const index of parts.keys()) if (lack(index) > lack(neediest)) neediest = index;
    parts[neediest] = (parts[neediest] ?? 0n) + 1n;
  }
  return parts;
};

export const apportionOracle = (amount: number, weights: readonly number[]): number[] =>
  apportionBig(BigInt(amount), weights.map(BigInt)).map(Number);

interface OracleTerms {
  readonly lines: readonly {
    readonly unitPrice: number;
    readonly quantity: number;
    readonly taxRate: number;
  }[];
  readonly discounts: readonly {
    readonly type: string;
    readonly value: number;
    readonly line: number | null;
  }[];
  readonly shippingLines: readonly { readonly amount: number; readonly taxRate: number }[];
}

/** Line taxes, line discounts and the total of an order, exactly. */
export const priceOracle = (terms: OracleTerms, taxMode: "exclusive" | "inclusive") => {
  const subtotals = terms.lines.map((line) => BigInt(line.unitPrice) * BigInt(line.quantity));
  const left = [...subtotals];
  for (const { type, value, line } of terms.discounts) {
    const base = left.map((rest, index) => (line === null || line === index ? rest : 0n));
    const all = base.reduce((a, b) => a + b, 0n);
    const fixed = BigInt(value) < all ? BigInt(value) : all;
    const amount = type === "fixed" ? fixed : roundedBig(all * BigInt(value), 10_000n);
    for (const [index, share] of apportionBig(amount, base).entries())
      left[index] = (left[index] ?? 0n) - share;
  }
  const tax = (taxable: bigint, rate: number): bigint =>
    roundedBig(taxable * BigInt(rate), taxMode === "exclusive" ? 10_000n : 10_000n + BigInt(rate));
  const lineTaxes = terms.lines.map((line, index) => tax(left[index] ?? 0n, line.taxRate));
  const shippingTaxes = terms.shippingLines.map((line) => tax(BigInt(line.amount), line.taxRate));
  const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);
  const shipping = sum(terms.shippingLines.map(({ amount }) => BigInt(amount)));
  const taxes = sum(lineTaxes) + sum(shippingTaxes);
  return {
    lineDiscounts: subtotals.map((subtotal, index) => subtotal - (left[index] ?? 0n)),
    lineTaxes,
    subtotal: sum(subtotals),
    shipping,
    tax: taxes,
    total: sum(left) + shipping + (taxMode === "exclusive" ? taxes : 0n),
  };
};
