import type { Amount } from "../../money/amount.ts";
import type { Order } from "../order.ts";
import { currentTotal } from "../order-totals.ts";
import { paymentLedger } from "./payment-ledger.ts";

export type PaymentStatus =
  | "overpaid"
  | "not_required"
  | "paid"
  | "partially_paid"
  | "authorized"
  | "partially_authorized"
  | "unpaid";

/** What the payment status follows from, in minor units. */
export interface PaymentFacts {
  /** Open authorizations. */
  readonly authorized: Amount;
  /** captured − refunded. */
  readonly net: Amount;
  /** What the order costs now. */
  readonly total: Amount;
}

interface PaymentRule {
  readonly status: PaymentStatus;
  readonly condition: string;
  readonly holds: (facts: PaymentFacts) => boolean;
}

/** First match wins. */
export const paymentRules: readonly PaymentRule[] = [
  { status: "overpaid", condition: "net > total", holds: (f) => f.net > f.total },
  { status: "not_required", condition: "total = 0", holds: (f) => f.total === 0 },
  { status: "paid", condition: "net = total", holds: (f) => f.net === f.total },
  { status: "partially_paid", condition: "net > 0", holds: (f) => f.net > 0 },
  { status: "authorized", condition: "authorized ≥ total", holds: (f) => f.authorized >= f.total },
  { status: "partially_authorized", condition: "authorized > 0", holds: (f) => f.authorized > 0 },
];

export const paymentFacts = (order: Order): PaymentFacts => {
  const { authorized, captured, refunded } = paymentLedger(order.payments);
  return { authorized, net: captured - refunded, total: currentTotal(order) };
};

/** How the money received and promised stands to what the order costs now. */
export const paymentStatus = (order: Order): PaymentStatus => {
  const facts = paymentFacts(order);
  return paymentRules.find((rule) => rule.holds(facts))?.status ?? "unpaid";
};
