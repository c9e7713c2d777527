import type { OrderLine } from "../../order/order-line.ts";
import type { Order } from "../../order/order.ts";
import { paymentSums } from "../../order/payments/payment-sums.ts";
import { roundedBig } from "../oracle.ts";

/** Every invariant of one state, said independently of the code that keeps it; the broken ones by name. */
export const brokenInState = (order: Order, currentTotal: number): readonly string[] => [
  ...order.lines.flatMap((line) => brokenOnLine(line)),
  ...brokenInCounters(order),
  ...order.payments.flatMap((payment) => {
    const sums = paymentSums(payment);
    return [
      ...claim(
        Object.values(sums).every((sum) => sum >= 0),
        "a payment sum is negative",
      ),
      ...claim(
        sums.captured + sums.voided + sums.capturing + sums.voiding <= sums.authorized,
        "captured or voided beyond what was authorized",
      ),
      ...claim(
        sums.refunded + sums.refunding <= sums.captured,
        "refunded beyond what was captured",
      ),
    ];
  }),
  ...brokenInTotals(order, currentTotal),
];

const claim = (holds: boolean, otherwise: string): readonly string[] => (holds ? [] : [otherwise]);

const brokenOnLine = (line: OrderLine): readonly string[] => [
  ...claim(
    0 <= line.delivered &&
      line.delivered <= line.shipped &&
      line.shipped <= line.fulfilled &&
      line.fulfilled <= line.quantity - line.canceled,
    "delivered ≤ shipped ≤ fulfilled ≤ ordered − canceled",
  ),
  ...claim(
    line.returnRequested >= 0 &&
      line.returned >= 0 &&
      line.returnRequested + line.returned <= line.delivered,
    "returnRequested + returned ≤ delivered",
  ),
  ...claim(0 <= line.writtenOff && line.writtenOff <= line.returned, "writtenOff ≤ returned"),
];

/** Counters are sums over the fulfillments and returns that they count. */
const brokenInCounters = (order: Order): readonly string[] =>
  order.lines.flatMap((line) => {
    const unitsIn = (states: readonly string[]): number => {
      let units = 0;
      for (const { status, lines } of order.fulfillments)
        if (states.includes(status))
          for (const { lineId, quantity } of lines) if (lineId === line.id) units += quantity;
      return units;
    };
    let returned = 0;
    for (const { lines } of order.returns)
      for (const back of lines)
        if (back.lineId === line.id) returned += back.restocked + back.writtenOff;
    return [
      ...claim(
        line.fulfilled === unitsIn(["pending", "packed", "shipped", "delivered"]) &&
          line.shipped === unitsIn(["shipped", "delivered"]) &&
          line.delivered === unitsIn(["delivered"]),
        "the line's counters are the sums over its fulfillments",
      ),
      ...claim(
        line.returned === returned,
        "the line's returned units are the sum over its returns",
      ),
    ];
  });

const brokenInTotals = (order: Order, currentTotal: number): readonly string[] => {
  const { totals, taxMode } = order;
  let lines = 0;
  for (const line of order.lines) lines += line.total;
  for (const line of order.shippingLines) lines += line.total;
  const tax = taxMode === "exclusive" ? totals.tax : 0;
  return [
    ...claim(lines === totals.total, "Σ line and shipping totals = total"),
    ...claim(
      totals.subtotal - totals.discount + totals.shipping + tax === totals.total,
      "subtotal − discount + shipping + tax = total",
    ),
    ...claim(currentTotal === exactTotal(order), "the current total is exact"),
    ...claim(currentTotal >= 0, "the current total is never negative"),
  ];
};

/** The current total by the book, in BigInt. */
export const exactTotal = (order: Order): number => {
  if (order.status === "canceled") return 0;
  let total = BigInt(order.totals.total);
  for (const line of order.lines) {
    const gone = BigInt(line.canceled + line.returned);
    const share = (amount: number): bigint =>
      roundedBig(BigInt(amount) * gone, BigInt(line.quantity));
    total -= share(line.subtotal) - share(line.discount);
    if (order.taxMode === "exclusive") total -= share(line.tax);
  }
  let credits = 0n;
  for (const { amount } of order.creditLines) credits += BigInt(amount);
  return Number(total > credits ? total - credits : 0n);
};
