/**
 * Splits `amount` over the weights by the method of largest remainder (Hamilton's method):
 * each part is the floor of its exact share, and the units left over go to the largest remainders,
 * ties to the earlier part. The parts sum to `amount` exactly; no part exceeds its weight when
 * `amount ≤ Σ weights`. Weights and amount are non-negative safe integers, Σ weights too.
 * All weights zero: all parts zero.
 */
export const apportion = (amount: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return weights.map(() => 0);

  const parts: number[] = [];
  const remainders: number[] = [];
  let left = amount;
  for (const weight of weights) {
    const [floor, remainder] = divide(amount, weight, sum);
    parts.push(floor);
    remainders.push(remainder);
    left -= floor;
  }
  if (left > 0) giveToLargest(parts, remainders, left);
  return parts;
};

const divide = (amount: number, weight: number, sum: number): readonly [number, number] => {
  const product = amount * weight;
  if (Number.isSafeInteger(product)) {
    const remainder = product % sum;
    return [(product - remainder) / sum, remainder];
  }
  const exact = BigInt(amount) * BigInt(weight);
  return [Number(exact / BigInt(sum)), Number(exact % BigInt(sum))];
};

const giveToLargest = (parts: number[], remainders: readonly number[], units: number): void => {
  const byRemainder = remainders
    .map((remainder, index) => ({ remainder, index }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, units)) parts[index] = (parts[index] ?? 0) + 1;
};
