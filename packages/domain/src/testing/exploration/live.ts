import type { Order } from "../../order/order.ts";
import type { Payment } from "../../order/payments/payment.ts";
import { openAuthorization, paymentSums } from "../../order/payments/payment-sums.ts";

/** Does the payment still hold, promise or await money? */
export const isLivePayment = (payment: Payment): boolean => {
  const sums = paymentSums(payment);
  return (
    openAuthorization(sums) > 0 ||
    sums.captured > sums.refunded ||
    payment.operations.some(({ status }) => status === "requested" || status === "unknown")
  );
};

export const livePayments = ({ payments }: Order): readonly Payment[] =>
  payments.filter(isLivePayment);
