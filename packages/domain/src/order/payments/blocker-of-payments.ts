import type { Blocker } from "../decision.ts";
import type { OrderRejection } from "../order-rejection.ts";
import type { Order } from "../order.ts";
import type { Payment } from "./payment.ts";
import { unknownOutcomeOf } from "./unknown-outcome.ts";

/** Undefined when a payment has what is wanted and no unknown outcome; else what stands in the way. */
export const blockerOfPayments = (
  { payments }: Order,
  has: (payment: Payment) => boolean,
  none: OrderRejection,
): Blocker => {
  const candidates = payments.filter(has);
  const [first] = candidates;
  if (first === undefined) return none;
  return candidates.some((payment) => unknownOutcomeOf(payment) === undefined)
    ? undefined
    : unknownOutcomeOf(first);
};
