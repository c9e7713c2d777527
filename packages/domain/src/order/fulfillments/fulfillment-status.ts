import type { Order } from "../order.ts";
import { activeUnits, sumUnits } from "../units.ts";

export type FulfillmentStatus =
  | "unfulfilled"
  | "partially_fulfilled"
  | "fulfilled"
  | "partially_shipped"
  | "shipped"
  | "partially_delivered"
  | "delivered";

/** What the fulfillment status follows from, in units over all lines. */
export interface FulfillmentFacts {
  /** Ordered and not canceled. */
  readonly active: number;
  readonly fulfilled: number;
  readonly shipped: number;
  readonly delivered: number;
}

interface FulfillmentRule {
  readonly status: FulfillmentStatus;
  readonly condition: string;
  readonly holds: (facts: FulfillmentFacts) => boolean;
}

/** First match wins. */
export const fulfillmentRules: readonly FulfillmentRule[] = [
  { status: "unfulfilled", condition: "active = 0", holds: (f) => f.active === 0 },
  { status: "delivered", condition: "delivered = active", holds: (f) => f.delivered === f.active },
  { status: "partially_delivered", condition: "delivered > 0", holds: (f) => f.delivered > 0 },
  { status: "shipped", condition: "shipped = active", holds: (f) => f.shipped === f.active },
  { status: "partially_shipped", condition: "shipped > 0", holds: (f) => f.shipped > 0 },
  { status: "fulfilled", condition: "fulfilled = active", holds: (f) => f.fulfilled === f.active },
  { status: "partially_fulfilled", condition: "fulfilled > 0", holds: (f) => f.fulfilled > 0 },
];

export const fulfillmentFacts = ({ lines }: Order): FulfillmentFacts => ({
  active: sumUnits(lines, activeUnits),
  fulfilled: sumUnits(lines, (line) => line.fulfilled),
  shipped: sumUnits(lines, (line) => line.shipped),
  delivered: sumUnits(lines, (line) => line.delivered),
});

/** How far the units that are still wanted have come. */
export const fulfillmentStatus = (order: Order): FulfillmentStatus => {
  const facts = fulfillmentFacts(order);
  return fulfillmentRules.find((rule) => rule.holds(facts))?.status ?? "unfulfilled";
};
