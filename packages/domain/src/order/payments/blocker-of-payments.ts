import type { Blocker } from "../decision.ts";
import type { OrderRejection } from "../order-rejection.ts";
import type { Order } from "../order.ts";
import type { Payment } from "./payment.ts";
import { whyNotAsk } from "./why-not-ask.ts";

/** Undefined when a payment has what is wanted and may be asked; else what stands in the way. */
export const blockerOfPayments = (
  { payments }: Order,
  has: (payment: Payment) => boolean,
  none: OrderRejection,
): Blocker => {
  const candidates = payments.filter(has);
  const [first] = candidates;
  if (first === undefined) return none;
  return candidates.some((payment) => whyNotAsk(payment) === undefined)
    ? undefined
    : whyNotAsk(first);
};
