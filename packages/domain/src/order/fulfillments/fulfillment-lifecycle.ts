import { err, ok, type Result } from "neverthrow";
import type { FulfillmentId } from "../../shared/ids.ts";
import { noSuchItem } from "../check-items.ts";
import type { OrderRejection } from "../order-rejection.ts";
import type { Order } from "../order.ts";
import type { Fulfillment, FulfillmentState } from "./fulfillment.ts";

export type FulfillmentStep = "pack" | "ship" | "deliver" | "cancel" | "track";

/** The state machine of a fulfillment: for each step, the states it starts from. */
export const fulfillmentLifecycle = {
  pack: ["pending"],
  ship: ["pending", "packed"],
  deliver: ["shipped"],
  cancel: ["pending", "packed"],
  track: ["pending", "packed", "shipped", "delivered"],
} as const satisfies Record<FulfillmentStep, readonly FulfillmentState[]>;

const allows = (step: FulfillmentStep, { status }: Fulfillment): boolean => {
  const states: readonly FulfillmentState[] = fulfillmentLifecycle[step];
  return states.includes(status);
};

export const canBeCanceled = (fulfillment: Fulfillment): boolean => allows("cancel", fulfillment);

/** The fulfillment, if it may take the step. */
export const findFulfillment = (
  order: Order,
  id: FulfillmentId,
  step: FulfillmentStep,
): Result<Fulfillment, OrderRejection> => {
  const fulfillment = order.fulfillments.find((candidate) => candidate.id === id);
  if (fulfillment === undefined) return err(noSuchItem("fulfillment", ["fulfillmentId"], id));
  return allows(step, fulfillment) ? ok(fulfillment) : err(forbids(fulfillment, step));
};

/** Is there a fulfillment that may take the step? */
export const noFulfillmentFor = (order: Order, step: FulfillmentStep): OrderRejection | undefined =>
  order.fulfillments.some((fulfillment) => allows(step, fulfillment))
    ? undefined
    : forbids(null, step);

const forbids = (fulfillment: Fulfillment | null, step: FulfillmentStep): OrderRejection => ({
  type: "FulfillmentStatusForbids",
  fulfillmentId: fulfillment?.id ?? null,
  status: fulfillment?.status ?? null,
  allowedIn: fulfillmentLifecycle[step],
});
