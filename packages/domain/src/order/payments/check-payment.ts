import { isAmount } from "../../money/amount.ts";
import { limits } from "../../shared/limits.ts";
import { noRoomIn, takenId } from "../check-items.ts";
import type { AuthorizePayment, RecordPayment } from "../commands/payment-commands.ts";
import type { Order } from "../order.ts";
import type { OrderRejection } from "../order-rejection.ts";
import type { PaymentRejection } from "./payment-rejection.ts";

export const notAPositiveAmount = (amount: number): PaymentRejection | undefined =>
  isAmount(amount) && amount > 0
    ? undefined
    : { type: "AmountMustBeAPositiveInteger", path: ["amount"] };

export const noRoomForPayment = (order: Order): OrderRejection | undefined =>
  noRoomIn(order.payments, limits.paymentsPerOrder, "payments");

/** The first fault in a new payment. */
export const faultInPayment = (
  order: Order,
  { paymentId, amount }: AuthorizePayment | RecordPayment,
): OrderRejection | undefined =>
  noRoomForPayment(order) ??
  takenId(order.payments, paymentId, ["paymentId"]) ??
  notAPositiveAmount(amount) ??
  leavesSafeRange(order, amount);

const leavesSafeRange = (order: Order, amount: number): OrderRejection | undefined =>
  Number.isSafeInteger(order.payments.reduce((sum, payment) => sum + payment.amount, amount))
    ? undefined
    : { type: "AmountLeavesSafeRange", path: ["amount"] };
