import { openEdit } from "../../order/edits/open-edit.ts";
import { isOpenHold } from "../../order/holds/open-holds.ts";
import type { Order } from "../../order/order.ts";
import { openAuthorization, paymentSums } from "../../order/payments/payment-sums.ts";
import { isOpenReturn } from "../../order/returns/return.ts";
import { livePayments } from "./live.ts";

/**
 * The order without what no decision looks at: times, names, the numbers of past operations, and what is
 * over and done with. Two orders of one key have the same future.
 */
export const canonical = (order: Order | undefined): string => {
  if (order === undefined) return "none";
  const edit = openEdit(order);
  return JSON.stringify([
    order.status,
    order.archivedAt !== null,
    order.lines.map((line) => [
      line.total,
      line.quantity,
      line.canceled,
      line.fulfilled,
      line.shipped,
      line.delivered,
      line.returnRequested,
      line.returned,
      line.writtenOff,
    ]),
    order.shippingLines.length,
    livePayments(order).map(paymentKey).sort(),
    order.fulfillments
      .filter(({ status }) => status !== "canceled")
      .map(({ status, lines }) => (status === "delivered" ? [status] : [status, lines]))
      .map((key) => JSON.stringify(key))
      .sort(),
    order.returns
      .filter(isOpenReturn)
      .map(({ status, lines }) => [
        status,
        lines.map((line) => [
          line.lineId,
          line.quantity,
          line.restocked,
          line.writtenOff,
          line.dismissed,
        ]),
      ]),
    order.holds.filter(isOpenHold).length,
    edit && [
      edit.baseVersion === order.version,
      edit.addedLines.length,
      edit.addedShippingLines.length,
      edit.canceledLines,
      edit.difference,
    ],
    order.creditLines.map(({ amount }) => amount),
  ]);
};

const paymentKey = (payment: Order["payments"][number]): string => {
  const sums = paymentSums(payment);
  const waiting = payment.operations
    .filter(({ status }) => status === "requested" || status === "unknown")
    .map(({ type, amount, status }) => [
      type,
      amount,
      status,
      type === "authorization" && payment.capture,
    ])
    .map((key) => JSON.stringify(key))
    .sort();
  return JSON.stringify([openAuthorization(sums), sums.captured - sums.refunded, waiting]);
};
