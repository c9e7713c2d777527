import { limits } from "../../shared/limits.ts";
import { noRoomIn } from "../check-items.ts";
import type { OrderRejection } from "../order-rejection.ts";
import type { Payment } from "./payment.ts";
import { unknownOutcomeOf } from "./unknown-outcome.ts";

/**
 * Why no one may ask for another operation of the payment. What follows by itself (a cancellation's voids
 * and refunds, the capture that an authorization was for) is not bounded, or money would be stuck.
 */
export const whyNotAsk = (payment: Payment): OrderRejection | undefined =>
  unknownOutcomeOf(payment) ??
  noRoomIn(payment.operations, limits.operationsPerPayment, "operations");
