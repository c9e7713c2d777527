/**
 * An amount of money: a non-negative integer in minor units of a currency that is named once, on the order.
 * Sums and products stay within ±(2^53 − 1), where a JavaScript number is exact; beyond it is a typed rejection.
 */
export type Amount = number;

export const isAmount = (value: number): value is Amount =>
  Number.isSafeInteger(value) && value >= 0;
