import { decideAmendments } from "./decide/decide-amendments.ts";
import { decideFulfillments } from "./decide/decide-fulfillments.ts";
import { decidePayments } from "./decide/decide-payments.ts";
import { decideReturns } from "./decide/decide-returns.ts";
import { refuse } from "./decide/refuse.ts";
import type { Decision } from "./decision.ts";
import { cancel } from "./decisions/cancel.ts";
import { cancelLines } from "./decisions/cancel-lines.ts";
import { complete } from "./decisions/complete.ts";
import { confirm } from "./decisions/confirm.ts";
import { draft } from "./decisions/draft.ts";
import { expire } from "./decisions/expire.ts";
import { place } from "./decisions/place.ts";
import { placeDraft } from "./decisions/place-draft.ts";
import { updateDraft } from "./decisions/update-draft.ts";
import { takes } from "./lifecycle.ts";
import type { OrderCommand } from "./order-command.ts";
import type { Order } from "./order.ts";

/**
 * What follows from telling an order something: the events that happen, or why not.
 * Pure: the same command on the same state gives the same answer.
 *
 * @param order the order as it is, undefined before it exists
 */
export const decide = (order: Order | undefined, command: OrderCommand): Decision => {
  switch (command.type) {
    case "draft":
      return order === undefined ? draft(command) : refuse(order, command);
    case "place":
      return order === undefined ? place(command) : refuse(order, command);
    case "updateDraft":
      return takes(order, command.type) ? updateDraft(order, command) : refuse(order, command);
    case "placeDraft":
      return takes(order, command.type) ? placeDraft(order, command) : refuse(order, command);
    case "confirm":
      return takes(order, command.type) ? confirm(order, command) : refuse(order, command);
    case "expire":
      return takes(order, command.type) ? expire(order, command) : refuse(order, command);
    case "cancel":
      return takes(order, command.type) ? cancel(order, command) : refuse(order, command);
    case "cancelLines":
      return takes(order, command.type) ? cancelLines(order, command) : refuse(order, command);
    case "complete":
      return takes(order, command.type) ? complete(order, command) : refuse(order, command);
    case "authorizePayment":
    case "recordPayment":
    case "capturePayment":
    case "voidPayment":
    case "refundPayment":
    case "settlePayment":
      return decidePayments(order, command);
    case "createFulfillment":
    case "packFulfillment":
    case "shipFulfillment":
    case "deliverFulfillment":
    case "cancelFulfillment":
    case "trackFulfillment":
      return decideFulfillments(order, command);
    case "requestReturn":
    case "approveReturn":
    case "rejectReturn":
    case "cancelReturn":
    case "receiveReturn":
    case "closeReturn":
    case "createExchange":
      return decideReturns(order, command);
    case "placeHold":
    case "releaseHold":
    case "proposeEdit":
    case "confirmEdit":
    case "declineEdit":
    case "addCreditLine":
    case "changeDetails":
    case "archive":
    case "unarchive":
      return decideAmendments(order, command);
  }
};
