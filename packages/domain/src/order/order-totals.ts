import type { Amount } from "../money/amount.ts";
import { shareOfUnits } from "./line-share.ts";
import type { Order } from "./order.ts";
import { paymentLedger } from "./payments/payment-ledger.ts";
import type { Totals } from "./totals.ts";

/** Everything an order's money comes to, in minor units of its currency. */
export interface OrderTotals extends Totals {
  /** Of the total, what canceled units took with them; all of it once the order is canceled. */
  readonly canceled: Amount;
  readonly returned: Amount;
  /** Credit lines, as far as there is a total left to lower. */
  readonly credited: Amount;
  /** total − canceled − returned − credited: what the order costs now. */
  readonly current: Amount;
  /** Open authorizations: neither captured nor voided. */
  readonly authorized: Amount;
  readonly captured: Amount;
  readonly refunded: Amount;
  /** current − (captured − refunded): positive is owed by the buyer, negative is owed to the buyer. */
  readonly balance: number;
}

export const orderTotals = (order: Order): OrderTotals => {
  const { authorized, captured, refunded } = paymentLedger(order.payments);
  const reductions = reductionsOf(order);
  const current = currentOf(order.totals.total, reductions);
  return {
    ...order.totals,
    ...reductions,
    current,
    authorized,
    captured,
    refunded,
    balance: current - (captured - refunded),
  };
};

/** What the order costs now. */
export const currentTotal = (order: Order): Amount =>
  currentOf(order.totals.total, reductionsOf(order));

interface Reductions {
  readonly canceled: Amount;
  readonly returned: Amount;
  readonly credited: Amount;
}

const currentOf = (total: Amount, { canceled, returned, credited }: Reductions): Amount =>
  total - canceled - returned - credited;

const reductionsOf = (order: Order): Reductions => {
  const { total } = order.totals;
  if (order.status === "canceled") return { canceled: total, returned: 0, credited: 0 };

  let canceled = 0;
  let gone = 0;
  for (const line of order.lines) {
    canceled += shareOfUnits(line, line.canceled, order.taxMode);
    gone += shareOfUnits(line, line.canceled + line.returned, order.taxMode);
  }
  let credited = 0;
  for (const { amount } of order.creditLines) credited += amount;
  // A credit cannot turn the order into a debt of the seller when more is canceled or returned after it.
  return { canceled, returned: gone - canceled, credited: Math.min(credited, total - gone) };
};
