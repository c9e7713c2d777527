import type { UseCases } from "../ports/input/use-cases.ts";
import { makeQueries } from "../queries/make-queries.ts";
import { makeAddCreditLine } from "./add-credit-line.ts";
import { makeArchiveOrder, makeUnarchiveOrder } from "./archive-order.ts";
import { makeCancelLines } from "./cancel-lines.ts";
import { makeCancelOrder } from "./cancel-order.ts";
import { makeCompleteOrder } from "./complete-order.ts";
import { makeConfirmOrder } from "./confirm-order.ts";
import { makeCreateCustomer } from "./create-customer.ts";
import { makeCreateProduct } from "./create-product.ts";
import { makeEraseCustomer } from "./customers/erase-customer.ts";
import { makeUpdateCustomer } from "./customers/update-customer.ts";
import { makeChangeOrder } from "./drafts/change-order.ts";
import { makeDiscardDraft } from "./drafts/discard-draft.ts";
import { makeDraftOrder } from "./drafts/draft-order.ts";
import { makePlaceDraft } from "./drafts/place-draft.ts";
import { makeConfirmEdit, makeDeclineEdit, makeProposeEdit } from "./edits.ts";
import { makeExpireDueOrders } from "./expire-due-orders.ts";
import { makeExpireOrder } from "./expire-order.ts";
import { makeCreateFulfillment } from "./fulfillments/create-fulfillment.ts";
import {
  makeCancelFulfillment,
  makeDeliverFulfillment,
  makePackFulfillment,
  makeShipFulfillment,
} from "./fulfillments/move-fulfillment.ts";
import { makeTrackFulfillment } from "./fulfillments/track-fulfillment.ts";
import { makePlaceHold, makeReleaseHold } from "./holds.ts";
import { makeImportOrders } from "./import-orders.ts";
import type { OutputPorts } from "./output-ports.ts";
import { makeAddPayment } from "./payments/add-payment.ts";
import {
  makeCapturePayment,
  makeRefundPayment,
  makeVoidPayment,
} from "./payments/payment-commands.ts";
import { makeReconcilePayments } from "./payments/reconcile-payments.ts";
import { makePlaceOrder } from "./place-order.ts";
import { makeAdjustInventory } from "./products/adjust-inventory.ts";
import { makeArchiveProduct } from "./products/archive-product.ts";
import { makeUpdateProduct } from "./products/update-product.ts";
import { makeCancelReturn } from "./returns/cancel-return.ts";
import { makeCreateExchange } from "./returns/create-exchange.ts";
import {
  makeApproveReturn,
  makeCloseReturn,
  makeReceiveReturn,
  makeRejectReturn,
  makeRequestReturn,
} from "./returns/return-commands.ts";

/** The application, wired over its output ports. */
export const makeUseCases = (ports: OutputPorts): UseCases => {
  const placeOrder = makePlaceOrder(ports);
  const expireOrder = makeExpireOrder(ports);
  return {
    ...makeQueries(ports),

    placeOrder,
    draftOrder: makeDraftOrder(ports),
    changeOrder: makeChangeOrder(ports),
    placeDraft: makePlaceDraft(ports),
    discardDraft: makeDiscardDraft(ports),
    confirmOrder: makeConfirmOrder(ports),
    completeOrder: makeCompleteOrder(ports),
    cancelOrder: makeCancelOrder(ports),
    cancelLines: makeCancelLines(ports),
    expireOrder,
    expireDueOrders: makeExpireDueOrders(ports, expireOrder),
    archiveOrder: makeArchiveOrder(ports),
    unarchiveOrder: makeUnarchiveOrder(ports),

    placeHold: makePlaceHold(ports),
    releaseHold: makeReleaseHold(ports),
    proposeEdit: makeProposeEdit(ports),
    confirmEdit: makeConfirmEdit(ports),
    declineEdit: makeDeclineEdit(ports),
    addCreditLine: makeAddCreditLine(ports),

    addPayment: makeAddPayment(ports),
    capturePayment: makeCapturePayment(ports),
    refundPayment: makeRefundPayment(ports),
    voidPayment: makeVoidPayment(ports),
    reconcilePayments: makeReconcilePayments(ports),

    createFulfillment: makeCreateFulfillment(ports),
    packFulfillment: makePackFulfillment(ports),
    shipFulfillment: makeShipFulfillment(ports),
    deliverFulfillment: makeDeliverFulfillment(ports),
    cancelFulfillment: makeCancelFulfillment(ports),
    trackFulfillment: makeTrackFulfillment(ports),

    requestReturn: makeRequestReturn(ports),
    approveReturn: makeApproveReturn(ports),
    rejectReturn: makeRejectReturn(ports),
    receiveReturn: makeReceiveReturn(ports),
    closeReturn: makeCloseReturn(ports),
    cancelReturn: makeCancelReturn(ports),
    createExchange: makeCreateExchange(ports),

    importOrders: makeImportOrders(placeOrder),

    createCustomer: makeCreateCustomer(ports),
    updateCustomer: makeUpdateCustomer(ports),
    eraseCustomer: makeEraseCustomer(ports),

    createProduct: makeCreateProduct(ports),
    updateProduct: makeUpdateProduct(ports),
    archiveProduct: makeArchiveProduct(ports),
    adjustInventory: makeAdjustInventory(ports),
  };
};
