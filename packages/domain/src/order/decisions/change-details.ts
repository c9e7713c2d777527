import { err, ok } from "neverthrow";
import { faultInDetails } from "../check-details.ts";
import type { ChangeDetails } from "../commands/amendment-commands.ts";
import type { Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import { differing } from "../differing-details.ts";
import type { Order } from "../order.ts";
import type { OrderRejection } from "../order-rejection.ts";
import type { DetailChanges } from "../order-details.ts";
import { sumUnits } from "../units.ts";

/** Changes what was never part of the agreement; the event carries only what differs. */
export const changeDetails = (
  order: OrderTaking<"changeDetails">,
  { at, actor, changes: asked }: ChangeDetails,
): Decision => {
  const changes = differing(order, asked);
  if (Object.keys(changes).length === 0) return err({ type: "DetailsStayTheSame" });
  const fault = addressIsFixed(order, changes) ?? faultInDetails(changes, "changes");
  return fault ? err(fault) : ok([{ type: "order.details_changed", at, actor, changes }]);
};

const addressIsFixed = (order: Order, changes: DetailChanges): OrderRejection | undefined => {
  const field = (["billingAddress", "shippingAddress"] as const).find((key) => key in changes);
  return field !== undefined && sumUnits(order.lines, (line) => line.shipped) > 0
    ? { type: "AddressIsFixedOnceShipped", path: ["changes", field] }
    : undefined;
};
