import type { Blocker } from "./decision.ts";
import { addCreditLineBlocker } from "./decisions/add-credit-line.ts";
import { approveReturnBlocker } from "./decisions/approve-return.ts";
import { archiveBlocker } from "./decisions/archive.ts";
import { authorizePaymentBlocker } from "./decisions/authorize-payment.ts";
import { cancelBlocker } from "./decisions/cancel.ts";
import { cancelFulfillmentBlocker } from "./decisions/cancel-fulfillment.ts";
import { cancelLinesBlocker } from "./decisions/cancel-lines.ts";
import { cancelReturnBlocker } from "./decisions/cancel-return.ts";
import { capturePaymentBlocker } from "./decisions/capture-payment.ts";
import { closeReturnBlocker } from "./decisions/close-return.ts";
import { completeBlocker } from "./decisions/complete.ts";
import { confirmBlocker } from "./decisions/confirm.ts";
import { confirmEditBlocker } from "./decisions/confirm-edit.ts";
import { createExchangeBlocker } from "./decisions/create-exchange.ts";
import { createFulfillmentBlocker } from "./decisions/create-fulfillment.ts";
import { declineEditBlocker } from "./decisions/decline-edit.ts";
import { deliverFulfillmentBlocker } from "./decisions/deliver-fulfillment.ts";
import { expireBlocker } from "./decisions/expire.ts";
import { packFulfillmentBlocker } from "./decisions/pack-fulfillment.ts";
import { placeDraftBlocker } from "./decisions/place-draft.ts";
import { placeHoldBlocker } from "./decisions/place-hold.ts";
import { proposeEditBlocker } from "./decisions/propose-edit.ts";
import { receiveReturnBlocker } from "./decisions/receive-return.ts";
import { refundPaymentBlocker } from "./decisions/refund-payment.ts";
import { rejectReturnBlocker } from "./decisions/reject-return.ts";
import { releaseHoldBlocker } from "./decisions/release-hold.ts";
import { requestReturnBlocker } from "./decisions/request-return.ts";
import { settlePaymentBlocker } from "./decisions/settle-payment.ts";
import { shipFulfillmentBlocker } from "./decisions/ship-fulfillment.ts";
import { trackFulfillmentBlocker } from "./decisions/track-fulfillment.ts";
import { unarchiveBlocker } from "./decisions/unarchive.ts";
import { voidPaymentBlocker } from "./decisions/void-payment.ts";
import type { OrderCommandType } from "./order-command.ts";
import type { Order } from "./order.ts";
import { noRoomForPayment } from "./payments/check-payment.ts";

const nothing = (): Blocker => undefined;

/** For each command that the status takes: what still stands in its way, whatever its input. */
export const blockers: Readonly<Record<OrderCommandType, (order: Order) => Blocker>> = {
  draft: nothing,
  place: nothing,
  updateDraft: nothing,
  placeDraft: placeDraftBlocker,
  confirm: confirmBlocker,
  expire: expireBlocker,
  cancel: cancelBlocker,
  cancelLines: cancelLinesBlocker,
  complete: completeBlocker,
  placeHold: placeHoldBlocker,
  releaseHold: releaseHoldBlocker,
  proposeEdit: proposeEditBlocker,
  confirmEdit: confirmEditBlocker,
  declineEdit: declineEditBlocker,
  addCreditLine: addCreditLineBlocker,
  changeDetails: nothing,
  archive: archiveBlocker,
  unarchive: unarchiveBlocker,
  authorizePayment: authorizePaymentBlocker,
  recordPayment: noRoomForPayment,
  capturePayment: capturePaymentBlocker,
  voidPayment: voidPaymentBlocker,
  refundPayment: refundPaymentBlocker,
  settlePayment: settlePaymentBlocker,
  createFulfillment: createFulfillmentBlocker,
  packFulfillment: packFulfillmentBlocker,
  shipFulfillment: shipFulfillmentBlocker,
  deliverFulfillment: deliverFulfillmentBlocker,
  cancelFulfillment: cancelFulfillmentBlocker,
  trackFulfillment: trackFulfillmentBlocker,
  requestReturn: requestReturnBlocker,
  approveReturn: approveReturnBlocker,
  rejectReturn: rejectReturnBlocker,
  cancelReturn: cancelReturnBlocker,
  receiveReturn: receiveReturnBlocker,
  closeReturn: closeReturnBlocker,
  createExchange: createExchangeBlocker,
};
