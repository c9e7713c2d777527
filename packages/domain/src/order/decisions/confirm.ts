import { err, ok } from "neverthrow";
import type { ConfirmOrder } from "../commands/lifecycle-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import { orderIsOnHold } from "../holds/open-holds.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { paymentFacts } from "../payments/payment-status.ts";

/** Accepts an order that is not held, once money covers it or its terms let it wait. */
export const confirm = (order: OrderTaking<"confirm">, { at, actor }: ConfirmOrder): Decision => {
  const blocker = confirmBlocker(order);
  return blocker ? err(blocker) : ok([{ type: "order.confirmed", at, actor }]);
};

export const confirmBlocker = (order: Order): Blocker =>
  orderIsOnHold(order) ?? paymentDoesNotCoverTotal(order);

const paymentDoesNotCoverTotal = (order: Order): Blocker => {
  const { authorized, net, total } = paymentFacts(order);
  const covered = authorized + net;
  return order.paymentTerms === "onAccount" || covered >= total
    ? undefined
    : { type: "PaymentDoesNotCoverTotal", covered, total };
};
