import type { EditOperation } from "../../order/edits/edit.ts";
import type { OrderCommandType } from "../../order/order-command.ts";
import { currentTotal, orderTotals } from "../../order/order-totals.ts";
import type { Order } from "../../order/order.ts";
import { paymentLedger } from "../../order/payments/payment-ledger.ts";
import { paymentSums, refundable } from "../../order/payments/payment-sums.ts";
import type { Payment } from "../../order/payments/payment.ts";
import { isOpenReturn, type Disposition } from "../../order/returns/return.ts";
import { awaitedUnits } from "../../order/returns/return.ts";
import { activeUnits, returnableUnits, unfulfilledUnits } from "../../order/units.ts";
import { LineId } from "../../shared/ids.ts";
import { Timestamp } from "../../shared/timestamp.ts";
import { receipt, tell } from "../commands.ts";
import { placeDraft, updateDraft } from "../drafts.ts";
import { cancelOrder, customLine } from "../fixtures.ts";
import { livePayments } from "./live.ts";
import { quantitiesOf } from "./quantities.ts";
import { draftProduct, expiresAt } from "./beginnings.ts";
import type { Bounds, Candidates } from "./world.ts";

const next = (kind: string, items: readonly unknown[]): string => `${kind}-${items.length + 1}`;
const room = (items: readonly unknown[], bound: number): boolean => items.length < bound;

const newLine = (order: Order) =>
  customLine(1, 7, { id: next("line", order.lines), taxRate: 1900 });

const edits = (order: Order, bounds: Bounds): readonly EditOperation[][] => {
  const shipping = { title: "Express", amount: 2, taxRate: 0 };
  const line = order.lines.find((candidate) => unfulfilledUnits(candidate) > 0) ?? order.lines[0];
  if (line === undefined) return [];
  const set = (quantity: number): EditOperation => ({
    type: "set_quantity",
    lineId: line.id,
    quantity,
    newLineId: LineId(next("line", order.lines)),
  });
  const grows = room(order.lines, bounds.lines);
  return [
    ...(grows ? [[{ type: "add_line" as const, line: newLine(order) }]] : []),
    ...(grows ? [[set(activeUnits(line) + 1)]] : []),
    ...(activeUnits(line) > 1 ? [[set(activeUnits(line) - 1)]] : []),
    [{ type: "remove_line", lineId: line.id }],
    ...(room(order.shippingLines, 2)
      ? [[{ type: "add_shipping_line" as const, shippingLine: shipping }]]
      : []),
  ];
};

const dispositions: readonly Disposition[] = ["restock", "write_off", "dismiss"];
const parts = ({ part }: Bounds): readonly number[] => (part === null ? [] : [part]);

/** All, a part and too much; without room for a credit line, only what needs none. */
const refundAmounts = (
  order: Order,
  payment: Payment,
  bounds: Bounds,
): readonly (number | null)[] => {
  if (room(order.creditLines, bounds.creditLines)) return [null, ...parts(bounds)];
  const { captured, refunded, refunding } = paymentLedger(order.payments);
  const beyond = captured - refunded - refunding - currentTotal(order);
  const whole = Math.min(refundable(paymentSums(payment)), beyond);
  return [whole, ...parts(bounds)].filter((amount) => amount > 0 && amount <= beyond);
};

const ids = <T extends { readonly id: string }>(items: readonly T[]): readonly string[] =>
  items.map(({ id }) => id);

const liveFulfillments = ({ fulfillments }: Order) =>
  fulfillments.filter(({ status }) => status !== "canceled");

/** The commands of each type that are worth a try on an order: enough to reach every state within the bounds. */
export const candidates: Readonly<Record<OrderCommandType, Candidates>> = {
  draft: () => [],
  place: () => [],
  updateDraft: (order) => [
    updateDraft({ lines: order.lines.length > 0 ? [] : [customLine(1, 7)], terms: {} }),
  ],
  placeDraft: () => [placeDraft({ products: [draftProduct], expiresAt })],
  confirm: () => [tell.confirm()],
  expire: () => [tell.expire(Timestamp(expiresAt - 1)), tell.expire(expiresAt)],
  cancel: () => [cancelOrder()],
  cancelLines: (order) =>
    quantitiesOf(order.lines, unfulfilledUnits).map((lines) => tell.cancelLines(...lines)),
  complete: () => [tell.complete()],
  placeHold: (order, { holds }) =>
    room(
      order.holds.filter((hold) => hold.releasedAt === null),
      holds,
    )
      ? [tell.hold(next("hold", order.holds))]
      : [],
  releaseHold: (order) => ids(order.holds).map((id) => tell.release(id)),
  proposeEdit: (order, bounds) =>
    bounds.edits > 0
      ? edits(order, bounds).map((operations) =>
          tell.propose(operations, next("edit", order.edits)),
        )
      : [],
  confirmEdit: (order) => ids(order.edits).map((id) => tell.confirmEdit(id)),
  declineEdit: (order) => ids(order.edits).map((id) => tell.declineEdit(id)),
  addCreditLine: (order, { creditLines }) =>
    room(order.creditLines, creditLines)
      ? [Math.min(5, currentTotal(order)), currentTotal(order) + 1].map((amount) =>
          tell.credit(amount, next("credit", order.creditLines)),
        )
      : [],
  changeDetails: ({ note }) => [tell.change({ note: note === "a" ? "b" : "a" })],
  archive: () => [tell.archive()],
  unarchive: () => [tell.unarchive()],
  authorizePayment: (order, bounds) =>
    room(livePayments(order), bounds.payments) && currentTotal(order) > 0
      ? [currentTotal(order), ...parts(bounds)].flatMap((amount) =>
          [true, false].map((capture) =>
            tell.authorize(amount, { capture, id: next("payment", order.payments) }),
          ),
        )
      : [],
  recordPayment: (order, bounds) => {
    const { balance } = orderTotals(order);
    // What is due, or money that comes too late; parts are more or less than that.
    const whole = balance > 0 ? [balance] : order.status === "canceled" ? [1] : [];
    return room(livePayments(order), bounds.payments)
      ? [...whole, ...parts(bounds)].map((amount) =>
          tell.record(amount, { id: next("payment", order.payments) }),
        )
      : [];
  },
  capturePayment: (order, bounds) =>
    ids(livePayments(order)).flatMap((id) => [
      tell.capture(null, id),
      ...parts(bounds).map((part) => tell.capture(part, id)),
    ]),
  voidPayment: (order) => ids(livePayments(order)).map((id) => tell.void(id)),
  refundPayment: (order, bounds) =>
    livePayments(order).flatMap((payment) =>
      refundAmounts(order, payment, bounds).map((amount) =>
        tell.refund(amount, payment.id, next("credit", order.creditLines)),
      ),
    ),
  settlePayment: (order, { outcomes }) =>
    livePayments(order).flatMap(({ id, operations }) =>
      operations
        .filter(({ status }) => status === "requested" || status === "unknown")
        .flatMap(({ number }) => outcomes.map((outcome) => tell.settle(number, outcome, id))),
    ),
  createFulfillment: (order, bounds) =>
    room(liveFulfillments(order), bounds.fulfillments)
      ? quantitiesOf(order.lines, unfulfilledUnits).map((lines) =>
          tell.fulfill(lines, next("fulfillment", order.fulfillments)),
        )
      : [],
  packFulfillment: (order) => ids(liveFulfillments(order)).map((id) => tell.pack(id)),
  shipFulfillment: (order) => ids(liveFulfillments(order)).map((id) => tell.ship(id)),
  deliverFulfillment: (order) => ids(liveFulfillments(order)).map((id) => tell.deliver(id)),
  cancelFulfillment: (order) =>
    ids(liveFulfillments(order)).map((id) => tell.cancelFulfillment(id)),
  trackFulfillment: (order) => ids(liveFulfillments(order)).map((id) => tell.track(["T1"], id)),
  requestReturn: (order, { returns }) =>
    room(order.returns.filter(isOpenReturn), returns)
      ? quantitiesOf(order.lines, returnableUnits).map((lines) =>
          tell.requestReturn(lines, next("return", order.returns)),
        )
      : [],
  approveReturn: (order) => ids(order.returns.filter(isOpenReturn)).map((id) => tell.approve(id)),
  rejectReturn: (order) => ids(order.returns.filter(isOpenReturn)).map((id) => tell.reject(id)),
  cancelReturn: (order) =>
    ids(order.returns.filter(isOpenReturn)).map((id) => tell.cancelReturn(id)),
  receiveReturn: (order) =>
    order.returns
      .filter(isOpenReturn)
      .flatMap(({ id, lines }) =>
        lines.flatMap((line) =>
          [1, awaitedUnits(line) + 1].flatMap((quantity) =>
            dispositions.map((disposition) =>
              tell.receive([receipt(line.lineId, quantity, disposition)], id),
            ),
          ),
        ),
      ),
  closeReturn: (order) => ids(order.returns.filter(isOpenReturn)).map((id) => tell.closeReturn(id)),
  createExchange: (order, { returns, lines }) =>
    room(order.returns.filter(isOpenReturn), returns) && room(order.lines, lines)
      ? quantitiesOf(order.lines, returnableUnits).map((quantities) => ({
          ...tell.exchange(quantities, [newLine(order)], next("exchange", order.exchanges)),
          returnId: tell.approve(next("return", order.returns)).returnId,
        }))
      : [],
};
