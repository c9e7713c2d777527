import type { Fulfillment, FulfillmentId, LineQuantity, Order, OrderId } from "@ordo/domain";
import type { Result } from "neverthrow";
import type { RequestContext } from "../../context.ts";
import type { NotFound, OrderItemNotFound } from "../../rejection.ts";
import type { CommandOrder, OrderTarget } from "./order-command.ts";

/**
 * Sets units aside to travel together; `subject` is the fulfillment. Rejections: `OrderIsOnHold`,
 * `NoUnitCanBeFulfilled`, `OrderHasNoSuchItem`, those of quantities, `TooManyItems`.
 */
export type CreateFulfillment = CommandOrder<CreateFulfillmentInput>;

export interface CreateFulfillmentInput extends OrderTarget {
  readonly lines: readonly LineQuantity[];
  readonly carrier: string | null;
  readonly trackingNumbers: readonly string[];
}

/** Each next step of a fulfillment. Rejections: `OrderItemNotFound`, `FulfillmentStatusForbids`, `OrderIsOnHold`. */
export type PackFulfillment = CommandOrder<FulfillmentTarget>;
export type ShipFulfillment = CommandOrder<FulfillmentTarget>;
export type DeliverFulfillment = CommandOrder<FulfillmentTarget>;
export type CancelFulfillment = CommandOrder<FulfillmentTarget>;

export interface FulfillmentTarget extends OrderTarget {
  readonly fulfillmentId: FulfillmentId;
}

/**
 * Sets carrier and tracking numbers: an absent key stays as it is, null clears the carrier. What changes
 * nothing leaves the order as it is. Rejections: `OrderItemNotFound`, `FulfillmentStatusForbids`, `TooManyItems`.
 */
export type TrackFulfillment = CommandOrder<TrackFulfillmentInput>;

export interface TrackFulfillmentInput extends FulfillmentTarget {
  readonly changes: {
    readonly carrier?: string | null;
    readonly trackingNumbers?: readonly string[];
  };
}

/** Reads one fulfillment, with the order it belongs to. */
export type GetFulfillment = (
  input: { readonly orderId: OrderId; readonly fulfillmentId: FulfillmentId },
  context: RequestContext,
) => Promise<
  Result<{ readonly order: Order; readonly fulfillment: Fulfillment }, NotFound | OrderItemNotFound>
>;
