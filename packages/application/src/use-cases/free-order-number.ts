import type { OrderId } from "@ordo/domain";
import type { Outcome } from "../outcome.ts";
import type { Rejection } from "../rejection.ts";

// Callers may bring their own numbers, also from the range that is given out here. A long run of them
// must neither hold a request for ever nor fail it.
const ATTEMPTS = 5;

/** Is the refusal worth recording when the number was ours to choose? */
export const isFinalWhenNumbered = (rejection: Rejection): boolean =>
  rejection.type !== "OrderNumberTaken";

/**
 * Writes under the next number that nobody has brought along already; after a run of taken ones under
 * a number made unique by the order's own id.
 */
export const underFreeNumber = async <T>(
  orderId: OrderId,
  nextNumber: () => Promise<string>,
  write: (number: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const outcome = await write(await nextNumber());
    if (!isTaken(outcome)) return outcome;
  }
  // The end of a UUIDv7 is random (RFC 9562 § 5.7).
  return write(`${await nextNumber()}-${orderId.slice(-12)}`);
};

const isTaken = ({ result, replayed }: Outcome<unknown>): boolean =>
  !replayed && result.isErr() && result.error.type === "OrderNumberTaken";
