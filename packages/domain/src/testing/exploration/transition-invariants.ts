import { lifecycle } from "../../order/lifecycle.ts";
import type { OrderCommand } from "../../order/order-command.ts";
import type { OrderEvent } from "../../order/order-event.ts";
import type { Order, OrderStatus } from "../../order/order.ts";
import { paymentSums } from "../../order/payments/payment-sums.ts";
import type { PaymentOperation } from "../../order/payments/payment.ts";
import { isCovered, netPaid, stillDue } from "./money-of.ts";
import { exactTotal } from "./state-invariants.ts";

/** One decision that was accepted, and what it made of the order. */
export interface Transition {
  readonly before: Order | undefined;
  readonly command: OrderCommand;
  readonly events: readonly OrderEvent[];
  readonly after: Order;
}

/** What the lifecycle document demands of a transition, said independently of the decisions; the broken demands. */
export const brokenInTransition = (transition: Transition): readonly string[] => {
  const { before, command, events, after } = transition;
  return [
    ...claim(
      allowedStatuses(before, command).includes(after.status),
      "the table has the transition",
    ),
    ...claim(
      before?.status !== "canceled" || after.status === "canceled",
      "a canceled order stays canceled",
    ),
    ...claim(after.version === (before?.version ?? 0) + events.length, "one version per event"),
    ...(before ? events.flatMap((event) => brokenByEvent(transition, before, event)) : []),
  ];
};

const claim = (holds: boolean, otherwise: string): readonly string[] => (holds ? [] : [otherwise]);

const allowedStatuses = (
  before: Order | undefined,
  { type }: OrderCommand,
): readonly OrderStatus[] => {
  const row: Partial<Record<OrderCommand["type"], readonly OrderStatus[]>> =
    lifecycle[before?.status ?? "none"];
  return row[type] ?? [];
};

const brokenByEvent = (
  { command, events, after }: Transition,
  before: Order,
  event: OrderEvent,
): readonly string[] => {
  switch (event.type) {
    case "order.confirmed":
      return [
        ...claim(!isHeld(before), "a hold blocks confirmation"),
        ...claim(
          before.paymentTerms === "onAccount" || isCovered(before),
          "money covers the total",
        ),
      ];
    case "order.expired":
      return [
        ...claim(
          before.expiresAt !== null && command.at >= before.expiresAt,
          "the deadline passed",
        ),
        ...brokenByEnd(before, after),
      ];
    case "order.canceled":
      return brokenByEnd(before, after);
    case "order.completed":
      return [
        ...claim(
          before.lines.every((line) => line.delivered === line.quantity - line.canceled),
          "every unit is delivered or canceled",
        ),
        ...claim(netPaid(before) === exactTotal(before), "the balance is 0"),
        ...claim(
          before.edits.every(({ status }) => status !== "proposed"),
          "no edit is open",
        ),
        ...claim(
          before.returns.every((back) => isOver(back.status)),
          "no return is open",
        ),
      ];
    case "order.reopened":
      return claim(
        after.lines.some((line) => line.delivered < line.quantity - line.canceled),
        "there are units to deliver again",
      );
    case "order.exchange_created":
      return claim(after.status === "confirmed", "replacements are to be delivered");
    case "order.edit_confirmed": {
      const edit = before.edits.find(({ id }) => id === event.editId);
      return [
        ...claim(edit?.newTotal === exactTotal(after), "the edit's total is what was stated"),
        ...claim(edit?.baseVersion === before.version, "the base version is unchanged"),
      ];
    }
    case "order.credit_line_added":
      return claim(
        exactTotal(before) - exactTotal(after) === event.amount,
        "the credit lowers the total",
      );
    case "order.edit_proposed":
      return claim(
        before.edits.every(({ status }) => status !== "proposed"),
        "one open edit",
      );
    case "fulfillment.created":
    case "fulfillment.packed":
      return claim(!isHeld(before), "a hold blocks fulfillment");
    case "fulfillment.shipped":
      return [
        ...claim(!isHeld(before), "a hold blocks fulfillment"),
        ...claim(
          inState(before, event.fulfillmentId, "pending", "packed"),
          "it had not left before",
        ),
      ];
    case "fulfillment.delivered":
      return claim(
        inState(before, event.fulfillmentId, "shipped"),
        "only what was shipped arrives",
      );
    case "fulfillment.canceled":
      return claim(
        inState(before, event.fulfillmentId, "pending", "packed"),
        "what has left cannot be canceled",
      );
    case "payment.authorization_requested":
      return claim(!hasUnknown(before), "an unknown outcome is settled before a retry");
    case "payment.refund_requested":
      return [
        ...claim(
          stillDue(after) <= stillDue(before),
          "a refund pairs with an entry that lowers the total",
        ),
        ...claim(
          command.type !== "refundPayment" || stillDue(after) === stillDue(before),
          "a refund forgives nothing of what is due",
        ),
      ];
    case "payment.recorded":
      return claim(
        before.status !== "canceled" || givesBack(events, event.amount),
        "money for a canceled order goes back",
      );
    case "payment.operation_succeeded": {
      const settled = operationOf(before, event);
      const isMoneyIn = settled?.type === "authorization" || settled?.type === "capture";
      return claim(
        before.status !== "canceled" || !isMoneyIn || givesBack(events, settled.amount),
        "money that a canceled order still gets goes back",
      );
    }
    case "return.received":
      return claim(
        before.returns.some(
          ({ id, status }) =>
            id === event.returnId && (status === "approved" || status === "partially_received"),
        ),
        "only an approved return is received",
      );
    case "order.drafted":
    case "order.draft_updated":
    case "order.placed":
    case "order.lines_canceled":
    case "order.archived":
    case "order.unarchived":
    case "order.details_changed":
    case "order.hold_placed":
    case "order.hold_released":
    case "order.edit_declined":
    case "payment.capture_requested":
    case "payment.void_requested":
    case "payment.operation_failed":
    case "payment.operation_unknown":
    case "fulfillment.tracking_changed":
    case "return.requested":
    case "return.approved":
    case "return.rejected":
    case "return.canceled":
    case "return.closed":
      return [];
  }
};

const brokenByEnd = (before: Order, after: Order): readonly string[] => [
  ...claim(
    before.lines.every((line) => line.shipped === 0),
    "nothing had shipped",
  ),
  ...claim(!hasUnknown(before), "no payment outcome was unknown"),
  ...claim(exactTotal(after) === 0, "a canceled order costs nothing"),
  ...claim(
    after.edits.every(({ status }) => status !== "proposed"),
    "no edit stays open",
  ),
  ...claim(
    after.fulfillments.every(({ status }) => status === "canceled"),
    "no fulfillment stays open",
  ),
  ...claim(
    after.payments.map(paymentSums).every((sums) => {
      const promised = sums.authorized - sums.captured - sums.voided;
      return (
        promised === sums.voiding + sums.capturing &&
        sums.captured === sums.refunded + sums.refunding
      );
    }),
    "every authorization is voided and every capture refunded",
  ),
];

const givesBack = (events: readonly OrderEvent[], amount: number): boolean =>
  events.some(
    (event) =>
      (event.type === "payment.void_requested" || event.type === "payment.refund_requested") &&
      event.amount === amount,
  );
const operationOf = (
  { payments }: Order,
  { paymentId, operation }: Extract<OrderEvent, { readonly type: "payment.operation_succeeded" }>,
): PaymentOperation | undefined =>
  payments
    .find(({ id }) => id === paymentId)
    ?.operations.find(({ number }) => number === operation);
const isHeld = ({ holds }: Order): boolean => holds.some(({ releasedAt }) => releasedAt === null);
const isOver = (status: string): boolean => ["closed", "rejected", "canceled"].includes(status);
const inState = ({ fulfillments }: Order, id: string, ...states: readonly string[]): boolean =>
  fulfillments.some((fulfillment) => fulfillment.id === id && states.includes(fulfillment.status));
const hasUnknown = ({ payments }: Order): boolean =>
  payments.some(({ operations }) => operations.some(({ status }) => status === "unknown"));
