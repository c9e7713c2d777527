import type { Viewer } from "./present-event.ts";
import {
  allowedCommands,
  fulfillmentLifecycle,
  type Order,
  type OrderCommandType,
  paymentSums,
  returnLifecycle,
} from "@ordo/domain";
import { prefix } from "../prefix.ts";
import type { OrderResource } from "./order-schema.ts";

type Action = OrderResource["actions"][number];

/** What can be done with the order now, and where. A command on a part of the order stands once for each such part. */
export const orderActions = (order: Order, viewer: Viewer): Action[] => {
  const actions: Action[] = [];
  const href = orderHref(order);
  for (const command of allowedCommands(order)) {
    if (!mayTell(command, order, viewer)) continue;
    const method = methods[command] ?? "POST";
    for (const target of targets[command](order))
      actions.push({ name: command, method, href: `${href}${target}` });
  }
  return actions;
};

export const orderHref = ({ id }: Pick<Order, "id">): string => `${prefix}/orders/${id}`;

const methods: Partial<Record<OrderCommandType, Action["method"]>> = {
  updateDraft: "PATCH",
  changeDetails: "PATCH",
  releaseHold: "DELETE",
  trackFulfillment: "PATCH",
};

/** What a customer may do with its own order; everything else is staff's. */
const mayTell = (command: OrderCommandType, order: Order, viewer: Viewer): boolean => {
  if (viewer.actingCustomerId === null) return true;
  if (command === "cancel") return order.status === "pending";
  if (command === "cancelReturn") return order.returns.every(({ status }) => status !== "approved");
  return command === "requestReturn";
};

type Targets = (order: Order) => readonly string[];

const at = (...paths: readonly string[]): Targets => {
  return () => paths;
};
const none = at();

const fulfillments =
  (step: keyof typeof fulfillmentLifecycle, path: string): Targets =>
  (order) => {
    const from: readonly string[] = fulfillmentLifecycle[step];
    return order.fulfillments
      .filter(({ status }) => from.includes(status))
      .map(({ id }) => `/fulfillments/${id}${path}`);
  };

const returns =
  (step: keyof typeof returnLifecycle, path: string): Targets =>
  (order) => {
    const from: readonly string[] = returnLifecycle[step];
    return order.returns
      .filter(({ status }) => from.includes(status))
      .map(({ id }) => `/returns/${id}${path}`);
  };

const edits =
  (path: string): Targets =>
  (order) =>
    order.edits
      .filter(({ status }) => status === "proposed")
      .map(({ id }) => `/edits/${id}${path}`);

const openPayments =
  (path: string): Targets =>
  (order) =>
    order.payments
      .filter((payment) => {
        const { authorized, captured, voided, capturing, voiding } = paymentSums(payment);
        return authorized - captured - voided - capturing - voiding > 0;
      })
      .map(({ id }) => `/payments/${id}${path}`);

const capturedPayments: Targets = (order) =>
  order.payments
    .filter((payment) => {
      const { captured, refunded, refunding } = paymentSums(payment);
      return captured - refunded - refunding > 0;
    })
    .map(({ id }) => `/payments/${id}/refunds`);

/** Where each command is sent to; one without a target is none of this API's. */
const targets: Readonly<Record<OrderCommandType, Targets>> = {
  draft: none,
  place: none,
  updateDraft: at(""),
  placeDraft: at("/placement"),
  confirm: at("/confirmation"),
  expire: none,
  cancel: at("/cancellation"),
  cancelLines: at("/line-cancellations"),
  complete: at("/completion"),
  placeHold: at("/holds"),
  releaseHold: (order) =>
    order.holds.filter(({ releasedAt }) => releasedAt === null).map(({ id }) => `/holds/${id}`),
  proposeEdit: at("/edits"),
  confirmEdit: edits("/confirmation"),
  declineEdit: edits("/declination"),
  addCreditLine: at("/credit-lines"),
  changeDetails: at(""),
  archive: none,
  unarchive: none,
  authorizePayment: at("/payments"),
  recordPayment: at("/payments"),
  capturePayment: openPayments("/captures"),
  voidPayment: openPayments("/cancellation"),
  refundPayment: capturedPayments,
  settlePayment: none,
  createFulfillment: at("/fulfillments"),
  packFulfillment: fulfillments("pack", "/packing"),
  shipFulfillment: fulfillments("ship", "/shipment"),
  deliverFulfillment: fulfillments("deliver", "/delivery"),
  cancelFulfillment: fulfillments("cancel", "/cancellation"),
  trackFulfillment: fulfillments("track", ""),
  requestReturn: at("/returns"),
  approveReturn: returns("approve", "/approval"),
  rejectReturn: returns("reject", "/rejection"),
  cancelReturn: returns("cancel", "/cancellation"),
  receiveReturn: returns("receive", "/receipts"),
  closeReturn: returns("close", "/closure"),
  createExchange: at("/exchanges"),
};
