import type { OrderCommandType } from "../../order/order-command.ts";
import type { OrderEvent, OrderEventType } from "../../order/order-event.ts";
import type { Order } from "../../order/order.ts";
import { proportion } from "../../money/divide.ts";
import type { PaymentOperation } from "../../order/payments/payment.ts";
import { domain, type Subject } from "./subject.ts";

/** A fault put into the domain on purpose, which the exploration has to find. */
export interface Mutation {
  readonly fault: string;
  readonly mutant: Subject;
}

/** Decides one command on an order doctored so that a guard sees nothing wrong: the guard is as good as gone. */
const blindTo = (type: OrderCommandType, doctor: (order: Order) => Order): Subject => ({
  ...domain,
  decide: (order, command) =>
    domain.decide(order && command.type === type ? doctor(order) : order, command),
});

const changingEvents = (
  type: OrderCommandType,
  change: (events: readonly OrderEvent[]) => readonly OrderEvent[],
): Subject => ({
  ...domain,
  decide: (order, command) =>
    command.type === type
      ? domain.decide(order, command).map(change)
      : domain.decide(order, command),
});

const changingStateAfter = (type: OrderEventType, change: (order: Order) => Order): Subject => ({
  ...domain,
  evolve: (order, event) => {
    const next = domain.evolve(order, event);
    return event.type === type ? change(next) : next;
  },
});

const stockTimes = (type: OrderEventType, factor: number): Subject => ({
  ...domain,
  stockMovements: (before, event) =>
    domain
      .stockMovements(before, event)
      .map((move) =>
        event.type === type
          ? { ...move, reserved: move.reserved * factor, onHand: move.onHand * factor }
          : move,
      ),
});

const withoutHolds = (order: Order): Order => ({ ...order, holds: [] });
const withOperations = (
  order: Order,
  change: (operation: PaymentOperation) => PaymentOperation,
): Order => {
  if (order.status === "draft") return order;
  const payments = order.payments.map((payment) => ({
    ...payment,
    operations: payment.operations.map(change),
  }));
  return { ...order, payments };
};
const withoutUnknown = (order: Order): Order =>
  withOperations(order, (operation) =>
    operation.status === "unknown" ? { ...operation, status: "requested" } : operation,
  );
const freeOfCharge = (order: Order): Order => ({ ...order, totals: { ...order.totals, total: 0 } });
const unshipped = (order: Order): Order => ({
  ...order,
  lines: order.lines.map((line) => ({ ...line, shipped: 0 })),
});
const unlimited = (order: Order): Order => ({
  ...order,
  lines: order.lines.map((line) => ({ ...line, quantity: line.quantity + 1 })),
});
const keepFirst = (events: readonly OrderEvent[]): readonly OrderEvent[] => events.slice(0, 1);

/** The current total with each share rounded down instead of half-even. */
const roundedDown = (order: Order): number => {
  let total = domain.currentTotal(order);
  if (order.status === "canceled" || order.taxMode === "inclusive") return total;
  for (const line of order.lines) {
    const gone = line.canceled + line.returned;
    const down = Math.floor((line.discount * gone) / line.quantity);
    total -= proportion(line.discount, gone, line.quantity) - down;
  }
  return total;
};

let calls = 0;

export const mutations: readonly Mutation[] = [
  { fault: "confirm ignores holds", mutant: blindTo("confirm", withoutHolds) },
  { fault: "ship ignores holds", mutant: blindTo("shipFulfillment", withoutHolds) },
  { fault: "fulfill ignores holds", mutant: blindTo("createFulfillment", withoutHolds) },
  { fault: "cancel ignores what has shipped", mutant: blindTo("cancel", unshipped) },
  { fault: "cancel ignores unknown outcomes", mutant: blindTo("cancel", withoutUnknown) },
  { fault: "expire ignores unknown outcomes", mutant: blindTo("expire", withoutUnknown) },
  {
    fault: "authorize ignores unknown outcomes",
    mutant: blindTo("authorizePayment", withoutUnknown),
  },
  { fault: "confirm asks for no money", mutant: blindTo("confirm", freeOfCharge) },
  { fault: "refund without a lower total", mutant: blindTo("refundPayment", freeOfCharge) },
  {
    fault: "a refund credits one unit too many",
    mutant: changingEvents("refundPayment", (events) =>
      events.map((event) =>
        event.type === "order.credit_line_added" ? { ...event, amount: event.amount + 1 } : event,
      ),
    ),
  },
  { fault: "complete counts nothing as due", mutant: blindTo("complete", freeOfCharge) },
  {
    fault: "complete ignores open edits",
    mutant: blindTo("complete", (order) => ({ ...order, edits: [] })),
  },
  {
    fault: "complete ignores open returns",
    mutant: blindTo("complete", (order) => ({ ...order, returns: [] })),
  },
  { fault: "one unit too many in a fulfillment", mutant: blindTo("createFulfillment", unlimited) },
  { fault: "one unit too many canceled", mutant: blindTo("cancelLines", unlimited) },
  {
    fault: "a stale edit is confirmed",
    mutant: blindTo("confirmEdit", (order) => ({
      ...order,
      version: order.edits.at(-1)?.baseVersion ?? order.version,
    })),
  },
  {
    fault: "a second edit is proposed",
    mutant: blindTo("proposeEdit", (order) => ({ ...order, edits: [] })),
  },
  {
    fault: "capture what is not authorized",
    mutant: blindTo("capturePayment", (order) =>
      withOperations(order, (operation) =>
        operation.type === "authorization"
          ? { ...operation, amount: operation.amount * 2 }
          : operation,
      ),
    ),
  },
  {
    fault: "cancel keeps the money",
    mutant: changingEvents("cancel", (events) =>
      events.filter(({ type }) => !type.startsWith("payment.")),
    ),
  },
  { fault: "late money is kept", mutant: changingEvents("recordPayment", keepFirst) },
  { fault: "a late capture is kept", mutant: changingEvents("settlePayment", keepFirst) },
  {
    fault: "an exchange does not reopen",
    mutant: changingEvents("createExchange", (events) => events.slice(0, 2)),
  },
  {
    fault: "cancel leaves an edit open",
    mutant: changingEvents("cancel", (events) =>
      events.filter(({ type }) => type !== "order.edit_declined"),
    ),
  },
  { fault: "stock is released twice", mutant: stockTimes("order.canceled", 2) },
  { fault: "an expired order keeps its stock", mutant: stockTimes("order.expired", 0) },
  { fault: "canceled lines keep their stock", mutant: stockTimes("order.lines_canceled", 0) },
  { fault: "shipping leaves the stock on the shelf", mutant: stockTimes("fulfillment.shipped", 0) },
  { fault: "restocked twice", mutant: stockTimes("return.received", 2) },
  { fault: "a share is rounded down", mutant: { ...domain, currentTotal: roundedDown } },
  {
    fault: "a canceled fulfillment keeps its units",
    mutant: changingStateAfter("fulfillment.canceled", (order) => ({
      ...order,
      lines: order.lines.map((line) => ({ ...line, fulfilled: line.quantity })),
    })),
  },
  {
    fault: "a written-off unit counts as restocked",
    mutant: changingStateAfter("return.received", (order) => ({
      ...order,
      lines: order.lines.map((line) => ({ ...line, writtenOff: 0 })),
    })),
  },
  {
    fault: "an event does not count in the version",
    mutant: changingStateAfter("order.confirmed", (order) => ({
      ...order,
      version: order.version - 1,
    })),
  },
  {
    fault: "a decision depends on what came before",
    mutant: changingEvents("confirm", (events) => (calls++ % 2 === 0 ? events : [])),
  },
  {
    fault: "allowedActions lists what is refused",
    mutant: {
      ...domain,
      allowedActions: (order) =>
        domain.allowedActions(order).map(({ command }) => ({ command, allowed: true })),
    },
  },
  {
    fault: "allowedActions hides what is accepted",
    mutant: {
      ...domain,
      allowedActions: (order) =>
        domain
          .allowedActions(order)
          .map(({ command }) => ({ command, allowed: false, because: { type: "NoHoldIsOpen" } })),
    },
  },
];
