import type { Amount } from "../../money/amount.ts";
import type { OperationType, Payment } from "./payment.ts";

/** What a payment's operations come to, in minor units; "…ing" counts those requested or unknown. */
export interface PaymentSums {
  readonly authorized: Amount;
  readonly captured: Amount;
  readonly voided: Amount;
  readonly refunded: Amount;
  readonly capturing: Amount;
  readonly voiding: Amount;
  readonly refunding: Amount;
}

export const paymentSums = (payment: Payment): PaymentSums => {
  const done = { authorization: 0, capture: 0, void: 0, refund: 0 };
  const open = { authorization: 0, capture: 0, void: 0, refund: 0 };
  for (const { type, status, amount } of payment.operations) {
    if (status === "succeeded") add(done, type, amount);
    else if (status !== "failed") add(open, type, amount);
  }
  return {
    authorized: done.authorization,
    captured: done.capture,
    voided: done.void,
    refunded: done.refund,
    capturing: open.capture,
    voiding: open.void,
    refunding: open.refund,
  };
};

const add = (sums: Record<OperationType, number>, type: OperationType, amount: Amount): void => {
  sums[type] += amount;
};

/** Authorized and neither captured nor voided. */
export const openAuthorization = (sums: PaymentSums): Amount =>
  sums.authorized - sums.captured - sums.voided;

/** What a new capture or void may take: open, and not on its way already. */
export const capturable = (sums: PaymentSums): Amount =>
  openAuthorization(sums) - sums.capturing - sums.voiding;

/** What of this payment a new refund may take. */
export const refundable = (sums: PaymentSums): Amount =>
  sums.captured - sums.refunded - sums.refunding;
