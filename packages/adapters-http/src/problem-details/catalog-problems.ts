import { presentTimestamp } from "../schemas/timestamp.ts";
import { inBody, type RefusalProblems } from "./refusal-problem.ts";

/** Refusals of the application about customers, products, stock, and what an order refers to. */
export const catalogProblems: Pick<
  RefusalProblems,
  | "AdjustmentLeavesSafeRange"
  | "AdjustmentMustBeANonZeroInteger"
  | "CustomerHasOpenOrders"
  | "InventoryIsNotTracked"
  | "OrderIsNotADraft"
  | "OrderIsNotEditable"
  | "OrderItemNotFound"
  | "OrderWasNotThen"
  | "ProductArchived"
  | "UnknownPaymentProvider"
> = {
  OrderItemNotFound: {
    status: 404,
    code: "not-found",
    title: "There is no such part of the order",
    detail: ({ item, id }) =>
      `The order has no ${item} ${id}. Read the order: it lists what it has.`,
  },
  OrderWasNotThen: {
    status: 404,
    code: "not-found",
    title: "The order was not there then",
    detail: ({ asked, currentVersion, createdAt }) =>
      "at" in asked
        ? `The order was created at ${presentTimestamp(createdAt)}. Send a time from then on, or none to read it as it is.`
        : currentVersion === 1
          ? "The order has only version 1. Send that, or no version to read it as it is."
          : `The order has versions 1 to ${currentVersion}. Send one of them, or no version to read it as it is.`,
  },
  ProductArchived: {
    status: 422,
    code: "product-archived",
    title: "The product is no longer sold",
    detail: ({ productId }) => `Product ${productId} is archived. Remove the line.`,
    errors: ({ path }) => inBody(path, "Send the id of a product that is not archived."),
  },
  UnknownPaymentProvider: {
    status: 422,
    code: "unknown-payment-provider",
    title: "The payment provider does not exist",
    detail: ({ provider, known }) =>
      `There is no payment provider ${provider}. Send one of: ${known.join(", ")}.`,
    errors: ({ path, known }) => inBody(path, `Send one of: ${known.join(", ")}.`),
  },
  OrderIsNotADraft: {
    status: 409,
    code: "not-a-draft",
    title: "The order is no draft",
    detail: ({ status }) => `The order is ${status}: only a draft can be discarded. Cancel it.`,
    extensions: ({ status, currentVersion }) => ({ currentStatus: status, currentVersion }),
  },
  OrderIsNotEditable: {
    status: 409,
    code: "not-editable",
    title: "This cannot be changed any more",
    detail: ({ status }) =>
      `The order is ${status}: its contents are agreed on. Propose an edit instead.`,
    extensions: ({ status, currentVersion }) => ({ currentStatus: status, currentVersion }),
  },
  InventoryIsNotTracked: {
    status: 409,
    code: "inventory-not-tracked",
    title: "The product's stock is not tracked",
    detail: ({ productId }) => `Product ${productId} never runs out: there is nothing to adjust.`,
  },
  AdjustmentMustBeANonZeroInteger: {
    status: 422,
    code: "invalid-adjustment",
    title: "The adjustment is not a whole number of units",
    detail: () => "Send a delta of units that is an integer and not 0.",
    errors: ({ path }) => inBody(path, "Send an integer other than 0."),
  },
  AdjustmentLeavesSafeRange: {
    status: 422,
    code: "adjustment-out-of-range",
    title: "So many units cannot be counted exactly",
    detail: () => "The stock would go beyond 2^53 − 1 units. Send a smaller delta.",
    errors: ({ path }) => inBody(path, "Send a smaller number."),
  },
  CustomerHasOpenOrders: {
    status: 409,
    code: "open-orders",
    title: "The customer has orders under way",
    detail: ({ orderIds }) => `Complete or cancel these orders first: ${orderIds.join(", ")}.`,
    extensions: ({ orderIds }) => ({ orderIds }),
  },
};
