import type { UseCases } from "@ordo/application";
import { Counter, Histogram, type Registry } from "prom-client";
import type { Around } from "../use-cases/around-use-cases.ts";
import { outcomeOf } from "../use-cases/outcome-of.ts";

/** What each use case does to an order; null for those that change none. */
const transitions: Readonly<Record<keyof UseCases, string | null>> = {
  placeOrder: "place",
  draftOrder: "draft",
  changeOrder: "change",
  placeDraft: "place",
  discardDraft: "discard_draft",
  confirmOrder: "confirm",
  completeOrder: "complete",
  cancelOrder: "cancel",
  cancelLines: "cancel_lines",
  expireOrder: "expire",
  expireDueOrders: null,
  archiveOrder: "archive",
  unarchiveOrder: "unarchive",
  placeHold: "place_hold",
  releaseHold: "release_hold",
  proposeEdit: "propose_edit",
  confirmEdit: "confirm_edit",
  declineEdit: "decline_edit",
  addCreditLine: "add_credit_line",
  addPayment: "add_payment",
  capturePayment: "capture_payment",
  refundPayment: "refund_payment",
  voidPayment: "void_payment",
  reconcilePayments: null,
  getPayment: null,
  createFulfillment: "create_fulfillment",
  packFulfillment: "pack_fulfillment",
  shipFulfillment: "ship_fulfillment",
  deliverFulfillment: "deliver_fulfillment",
  cancelFulfillment: "cancel_fulfillment",
  trackFulfillment: "track_fulfillment",
  getFulfillment: null,
  requestReturn: "request_return",
  approveReturn: "approve_return",
  rejectReturn: "reject_return",
  receiveReturn: "receive_return",
  closeReturn: "close_return",
  cancelReturn: "cancel_return",
  createExchange: "create_exchange",
  getReturn: null,
  getOrder: null,
  getOrderTimeline: null,
  listOrders: null,
  rereadOrder: null,
  expandOrders: null,
  importOrders: null,
  exportOrders: null,
  createCustomer: null,
  getCustomer: null,
  listCustomers: null,
  updateCustomer: null,
  eraseCustomer: null,
  createProduct: null,
  getProduct: null,
  listProducts: null,
  updateProduct: null,
  archiveProduct: null,
  getInventory: null,
  adjustInventory: null,
};

/** Counts and times every use case. */
export const makeUseCaseMetrics = (registry: Registry): Around => {
  const registers = [registry];
  const duration = new Histogram({
    name: "ordo_use_case_duration_seconds",
    help: "Time of a use case; outcome: accepted, replayed, rejected or failed",
    labelNames: ["use_case", "outcome"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const made = new Counter({
    name: "ordo_order_transitions_total",
    help: "Changes made to orders, each counted once however often its request was repeated",
    labelNames: ["transition"],
    registers,
  });
  return (name, call) =>
    async (...args) => {
      const stop = duration.startTimer({ use_case: name });
      try {
        const value = await call(...args);
        const outcome = outcomeOf(value);
        stop({ outcome });
        const transition = transitions[name];
        if (transition !== null && outcome === "accepted" && !isPreview(value))
          made.inc({ transition });
        return value;
      } catch (error) {
        stop({ outcome: "failed" });
        throw error;
      }
    };
};

/** A dry run shows what would happen, and nothing does. */
const isPreview = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "preview" in value;
