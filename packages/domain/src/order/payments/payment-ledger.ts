import type { Amount } from "../../money/amount.ts";
import type { Payment } from "./payment.ts";
import { openAuthorization, paymentSums } from "./payment-sums.ts";

/** All payments of an order together, in minor units. */
export interface PaymentLedger {
  /** Open authorizations: authorized, neither captured nor voided. */
  readonly authorized: Amount;
  readonly captured: Amount;
  readonly refunded: Amount;
  /** Refunds requested or of unknown outcome. */
  readonly refunding: Amount;
}

const empty: PaymentLedger = { authorized: 0, captured: 0, refunded: 0, refunding: 0 };

export const paymentLedger = (payments: readonly Payment[]): PaymentLedger => {
  let ledger = empty;
  for (const payment of payments) {
    const sums = paymentSums(payment);
    ledger = {
      authorized: ledger.authorized + openAuthorization(sums),
      captured: ledger.captured + sums.captured,
      refunded: ledger.refunded + sums.refunded,
      refunding: ledger.refunding + sums.refunding,
    };
  }
  return ledger;
};
