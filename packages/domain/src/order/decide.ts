import { err } from "neverthrow";
import type { Decision } from "./decision.ts";
import { addCreditLine } from "./decisions/add-credit-line.ts";
import { approveReturn } from "./decisions/approve-return.ts";
import { archive } from "./decisions/archive.ts";
import { authorizePayment } from "./decisions/authorize-payment.ts";
import { cancel } from "./decisions/cancel.ts";
import { cancelFulfillment } from "./decisions/cancel-fulfillment.ts";
import { cancelLines } from "./decisions/cancel-lines.ts";
import { cancelReturn } from "./decisions/cancel-return.ts";
import { capturePayment } from "./decisions/capture-payment.ts";
import { changeDetails } from "./decisions/change-details.ts";
import { closeReturn } from "./decisions/close-return.ts";
import { complete } from "./decisions/complete.ts";
import { confirm } from "./decisions/confirm.ts";
import { confirmEdit } from "./decisions/confirm-edit.ts";
import { createExchange } from "./decisions/create-exchange.ts";
import { createFulfillment } from "./decisions/create-fulfillment.ts";
import { declineEdit } from "./decisions/decline-edit.ts";
import { deliverFulfillment } from "./decisions/deliver-fulfillment.ts";
import { draft } from "./decisions/draft.ts";
import { expire } from "./decisions/expire.ts";
import { packFulfillment } from "./decisions/pack-fulfillment.ts";
import { place } from "./decisions/place.ts";
import { placeDraft } from "./decisions/place-draft.ts";
import { placeHold } from "./decisions/place-hold.ts";
import { proposeEdit } from "./decisions/propose-edit.ts";
import { receiveReturn } from "./decisions/receive-return.ts";
import { recordPayment } from "./decisions/record-payment.ts";
import { refundPayment } from "./decisions/refund-payment.ts";
import { rejectReturn } from "./decisions/reject-return.ts";
import { releaseHold } from "./decisions/release-hold.ts";
import { requestReturn } from "./decisions/request-return.ts";
import { settlePayment } from "./decisions/settle-payment.ts";
import { shipFulfillment } from "./decisions/ship-fulfillment.ts";
import { trackFulfillment } from "./decisions/track-fulfillment.ts";
import { unarchive } from "./decisions/unarchive.ts";
import { updateDraft } from "./decisions/update-draft.ts";
import { voidPayment } from "./decisions/void-payment.ts";
import { statusForbids, takes } from "./lifecycle.ts";
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
    case "placeHold":
      return takes(order, command.type) ? placeHold(order, command) : refuse(order, command);
    case "releaseHold":
      return takes(order, command.type) ? releaseHold(order, command) : refuse(order, command);
    case "proposeEdit":
      return takes(order, command.type) ? proposeEdit(order, command) : refuse(order, command);
    case "confirmEdit":
      return takes(order, command.type) ? confirmEdit(order, command) : refuse(order, command);
    case "declineEdit":
      return takes(order, command.type) ? declineEdit(order, command) : refuse(order, command);
    case "addCreditLine":
      return takes(order, command.type) ? addCreditLine(order, command) : refuse(order, command);
    case "changeDetails":
      return takes(order, command.type) ? changeDetails(order, command) : refuse(order, command);
    case "archive":
      return takes(order, command.type) ? archive(order, command) : refuse(order, command);
    case "unarchive":
      return takes(order, command.type) ? unarchive(order, command) : refuse(order, command);
    case "authorizePayment":
      return takes(order, command.type) ? authorizePayment(order, command) : refuse(order, command);
    case "recordPayment":
      return takes(order, command.type) ? recordPayment(order, command) : refuse(order, command);
    case "capturePayment":
      return takes(order, command.type) ? capturePayment(order, command) : refuse(order, command);
    case "voidPayment":
      return takes(order, command.type) ? voidPayment(order, command) : refuse(order, command);
    case "refundPayment":
      return takes(order, command.type) ? refundPayment(order, command) : refuse(order, command);
    case "settlePayment":
      return takes(order, command.type) ? settlePayment(order, command) : refuse(order, command);
    case "createFulfillment":
      return takes(order, command.type)
        ? createFulfillment(order, command)
        : refuse(order, command);
    case "packFulfillment":
      return takes(order, command.type) ? packFulfillment(order, command) : refuse(order, command);
    case "shipFulfillment":
      return takes(order, command.type) ? shipFulfillment(order, command) : refuse(order, command);
    case "deliverFulfillment":
      return takes(order, command.type)
        ? deliverFulfillment(order, command)
        : refuse(order, command);
    case "cancelFulfillment":
      return takes(order, command.type)
        ? cancelFulfillment(order, command)
        : refuse(order, command);
    case "trackFulfillment":
      return takes(order, command.type) ? trackFulfillment(order, command) : refuse(order, command);
    case "requestReturn":
      return takes(order, command.type) ? requestReturn(order, command) : refuse(order, command);
    case "approveReturn":
      return takes(order, command.type) ? approveReturn(order, command) : refuse(order, command);
    case "rejectReturn":
      return takes(order, command.type) ? rejectReturn(order, command) : refuse(order, command);
    case "cancelReturn":
      return takes(order, command.type) ? cancelReturn(order, command) : refuse(order, command);
    case "receiveReturn":
      return takes(order, command.type) ? receiveReturn(order, command) : refuse(order, command);
    case "closeReturn":
      return takes(order, command.type) ? closeReturn(order, command) : refuse(order, command);
    case "createExchange":
      return takes(order, command.type) ? createExchange(order, command) : refuse(order, command);
  }
};

const refuse = (order: Order | undefined, { type }: OrderCommand): Decision =>
  err(statusForbids(order?.status ?? "none", type));
