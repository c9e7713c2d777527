import type { Outcome } from "../outcome.ts";
import type { Rejection } from "../rejection.ts";

// Callers may bring their own numbers, also from the range that is given out here; a long run of
// them must not hold a request forever.
const ATTEMPTS = 10;

/** Is the refusal worth recording when the number was ours to choose? */
export const isFinalWhenNumbered = (rejection: Rejection): boolean =>
  rejection.type !== "OrderNumberTaken";

/** Writes under the next number that nobody has brought along already. */
export const underFreeNumber = async <T>(
  nextNumber: () => Promise<string>,
  write: (number: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> => {
  let outcome = await write(await nextNumber());
  for (let attempt = 1; attempt < ATTEMPTS && isTaken(outcome); attempt += 1)
    outcome = await write(await nextNumber());
  return outcome;
};

const isTaken = ({ result, replayed }: Outcome<unknown>): boolean =>
  !replayed && result.isErr() && result.error.type === "OrderNumberTaken";
