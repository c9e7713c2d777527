import { err, ok } from "neverthrow";
import type { ExpireOrder } from "../commands/lifecycle-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { unknownOutcome } from "../payments/unknown-outcome.ts";
import { windDown } from "../wind-down.ts";

/** Ends an order whose deadline has passed, as a cancellation would. */
export const expire = (order: OrderTaking<"expire">, { at, actor }: ExpireOrder): Decision => {
  const blocker = expireBlocker(order);
  if (blocker) return err(blocker);
  const deadline = order.expiresAt;
  return deadline !== null && at < deadline
    ? err({ type: "DeadlineHasNotPassed", deadline })
    : ok(windDown(order, { type: "order.expired", at, actor }));
};

export const expireBlocker = (order: Order): Blocker =>
  order.expiresAt === null ? { type: "OrderHasNoDeadline" } : unknownOutcome(order);
