/**
 * The version the caller read: the command is refused with `StaleVersion` when the thing has moved on.
 * A list accepts any of its versions, and an empty one none; null accepts whatever it is now.
 */
export type ExpectedVersion = number | readonly number[] | null;

export const isExpected = (version: number, expected: ExpectedVersion): boolean =>
  expected === null ||
  (typeof expected === "number" ? expected === version : expected.includes(version));
