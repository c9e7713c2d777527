import { err, ok, type Result } from "neverthrow";
import type { PaymentId } from "../../shared/ids.ts";
import { noSuchItem } from "../check-items.ts";
import type { Order } from "../order.ts";
import type { OrderRejection } from "../order-rejection.ts";
import type { Payment } from "./payment.ts";
import { whyNotAsk } from "./why-not-ask.ts";

export const findPayment = (order: Order, id: PaymentId): Result<Payment, OrderRejection> => {
  const payment = order.payments.find((candidate) => candidate.id === id);
  return payment === undefined ? err(noSuchItem("payment", ["paymentId"], id)) : ok(payment);
};

/** A payment that may be asked for more: every outcome so far is known, and there is room for another. */
export const findSettledPayment = (order: Order, id: PaymentId): Result<Payment, OrderRejection> =>
  findPayment(order, id).andThen((payment) => {
    const reason = whyNotAsk(payment);
    return reason === undefined ? ok(payment) : err(reason);
  });
