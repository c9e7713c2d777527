import { evolveAmendments } from "./evolve/evolve-amendments.ts";
import { evolveDetails } from "./evolve/evolve-details.ts";
import { drafted, draftUpdated, placed } from "./evolve/evolve-draft.ts";
import { evolveFulfillments } from "./evolve/evolve-fulfillments.ts";
import { evolveLifecycle } from "./evolve/evolve-lifecycle.ts";
import { evolvePayments } from "./evolve/evolve-payments.ts";
import { evolveReturns } from "./evolve/evolve-returns.ts";
import { existing, misplaced, onTheBooks } from "./evolve/misplaced.ts";
import type { OrderEvent } from "./order-event.ts";
import type { Order } from "./order.ts";

/**
 * The order after an event: the only writer of order state.
 *
 * @throws when the event cannot follow the state, which only a corrupt journal or a bug can cause.
 */
export const evolve = (order: Order | undefined, event: OrderEvent): Order => {
  switch (event.type) {
    case "order.drafted":
      if (order !== undefined) throw misplaced(order, event);
      return drafted(event);
    case "order.draft_updated":
      return draftUpdated(order, event);
    case "order.placed":
      return placed(order, event);
    case "order.confirmed":
    case "order.expired":
    case "order.canceled":
    case "order.lines_canceled":
    case "order.completed":
    case "order.reopened":
      return evolveLifecycle(existing(order, event), event);
    case "order.archived":
    case "order.unarchived":
    case "order.details_changed":
      return evolveDetails(existing(order, event), event);
    case "order.hold_placed":
    case "order.hold_released":
    case "order.edit_proposed":
    case "order.edit_confirmed":
    case "order.edit_declined":
    case "order.credit_line_added":
      return evolveAmendments(onTheBooks(order, event), event);
    case "payment.authorization_requested":
    case "payment.recorded":
    case "payment.capture_requested":
    case "payment.void_requested":
    case "payment.refund_requested":
    case "payment.operation_succeeded":
    case "payment.operation_failed":
    case "payment.operation_unknown":
      return evolvePayments(onTheBooks(order, event), event);
    case "fulfillment.created":
    case "fulfillment.packed":
    case "fulfillment.shipped":
    case "fulfillment.delivered":
    case "fulfillment.canceled":
    case "fulfillment.tracking_changed":
      return evolveFulfillments(onTheBooks(order, event), event);
    case "return.requested":
    case "return.approved":
    case "return.rejected":
    case "return.canceled":
    case "return.received":
    case "return.closed":
    case "order.exchange_created":
      return evolveReturns(onTheBooks(order, event), event);
  }
};

/** The order that a journal tells of, undefined for an empty one. Throws like {@link evolve}. */
export const replay = (events: Iterable<OrderEvent>): Order | undefined => {
  let order: Order | undefined;
  for (const event of events) order = evolve(order, event);
  return order;
};
