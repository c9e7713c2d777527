/**
 * x × numerator ÷ denominator, rounded half to even, exact for all non-negative safe integers:
 * the product is taken in BigInt when it would leave the safe range. The result is a safe integer
 * whenever numerator ≤ denominator.
 */
export const proportion = (x: number, numerator: number, denominator: number): number => {
  const product = x * numerator;
  return Number.isSafeInteger(product)
    ? halfEven(product, denominator)
    : Number(halfEvenBig(BigInt(x) * BigInt(numerator), BigInt(denominator)));
};

const halfEven = (dividend: number, divisor: number): number => {
  const remainder = dividend % divisor;
  const quotient = (dividend - remainder) / divisor;
  // Compares the remainder with what is missing to the next integer, since twice the remainder could be unsafe.
  const missing = divisor - remainder;
  if (remainder < missing) return quotient;
  if (remainder > missing) return quotient + 1;
  return quotient % 2 === 0 ? quotient : quotient + 1;
};

const halfEvenBig = (dividend: bigint, divisor: bigint): bigint => {
  const quotient = dividend / divisor;
  const twice = (dividend % divisor) * 2n;
  if (twice < divisor) return quotient;
  if (twice > divisor) return quotient + 1n;
  return quotient % 2n === 0n ? quotient : quotient + 1n;
};
