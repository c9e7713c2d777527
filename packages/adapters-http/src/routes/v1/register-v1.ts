import type { Queries, UseCases } from "@ordo/application";
import type { FastifyInstance } from "fastify";
import { makeCursors } from "../../cursors/cursors.ts";
import type { Operation } from "../../operation/operation.ts";
import { readingFrom, type ReadTools } from "../../consistency/reading-from.ts";
import { type OperationTools, registerOperation } from "../../operation/register-operation.ts";
import type { RequestInput } from "../../operation/request-input.ts";
import { exportOrders } from "./bulk/export-orders.ts";
import { importOrders } from "./bulk/import-orders.ts";
import { changeCustomer } from "./customers/change-customer.ts";
import { createCustomer } from "./customers/create-customer.ts";
import { eraseCustomer } from "./customers/erase-customer.ts";
import { getCustomer } from "./customers/get-customer.ts";
import { listCustomerOrders } from "./customers/list-customer-orders.ts";
import { listCustomers } from "./customers/list-customers.ts";
import { createFulfillment, fulfillmentStep } from "./fulfillments/fulfillments.ts";
import { getFulfillment, listFulfillments } from "./fulfillments/read-fulfillments.ts";
import { trackFulfillment } from "./fulfillments/track-fulfillment.ts";
import { cancelLines, cancelOrder } from "./orders/cancel-order.ts";
import { changeOrder } from "./orders/change-order.ts";
import { discardDraft } from "./orders/discard-draft.ts";
import { addCreditLine, confirmEdit, declineEdit, proposeEdit } from "./orders/edits.ts";
import { getOrder } from "./orders/get-order.ts";
import { getTimeline } from "./orders/get-timeline.ts";
import { placeHold, releaseHold } from "./orders/holds.ts";
import { listOrders } from "./orders/list-orders.ts";
import { OrderTexts } from "./orders/order-texts.ts";
import { placeOrder } from "./orders/place-order.ts";
import { completeOrder, confirmOrder, placeDraft } from "./orders/transitions.ts";
import { addPayment, capturePayment, refundPayment, voidPayment } from "./payments/payments.ts";
import { getPayment, listPayments } from "./payments/read-payments.ts";
import { archiveProduct, changeProduct } from "./products/change-product.ts";
import { createProduct } from "./products/create-product.ts";
import { getProduct } from "./products/get-product.ts";
import { adjustInventory, getInventory } from "./products/inventory.ts";
import { listProducts } from "./products/list-products.ts";
import { getReturn, listReturns } from "./returns/read-returns.ts";
import {
  createExchange,
  receiveReturn,
  rejectReturn,
  requestReturn,
  returnStep,
} from "./returns/returns.ts";

/** Every operation of version 1, in the order in which the contract lists them. */
export const registerV1 = (
  app: FastifyInstance,
  uses: UseCases,
  tools: OperationTools & ReadTools & { readonly cursorKey: Uint8Array },
): void => {
  const cursors = makeCursors(tools.cursorKey);
  const texts = new OrderTexts(tools.limits.cachedOrderBytes);
  const serve = <Input extends RequestInput>(operation: Operation<Input>): void =>
    registerOperation(app, operation, tools);
  const serveRead = <Input extends RequestInput>(
    over: (reads: Queries) => Operation<Input>,
  ): void => serve(readingFrom(over, uses, tools));

  serve(placeOrder(uses.placeOrder, uses.draftOrder));
  serveRead((reads) => listOrders(reads.listOrders, texts, cursors.orders));
  serveRead((reads) => getOrder(reads, texts));
  serve(changeOrder(uses.changeOrder, uses.getOrder));
  serve(discardDraft(uses.discardDraft));
  serveRead((reads) => getTimeline(reads.getOrderTimeline, cursors.timeline));
  serve(placeDraft(uses.placeDraft));
  serve(confirmOrder(uses.confirmOrder));
  serve(completeOrder(uses.completeOrder));
  serve(cancelOrder(uses.cancelOrder));
  serve(cancelLines(uses.cancelLines));

  serve(placeHold(uses.placeHold));
  serve(releaseHold(uses.releaseHold));
  serve(proposeEdit(uses.proposeEdit));
  serve(confirmEdit(uses.confirmEdit));
  serve(declineEdit(uses.declineEdit));
  serve(addCreditLine(uses.addCreditLine));

  serveRead((reads) => listPayments(reads.getOrder));
  serve(addPayment(uses.addPayment));
  serveRead((reads) => getPayment(reads.getPayment));
  serve(capturePayment(uses.capturePayment));
  serve(refundPayment(uses.refundPayment));
  serve(voidPayment(uses.voidPayment));

  serveRead((reads) => listFulfillments(reads.getOrder));
  serve(createFulfillment(uses.createFulfillment));
  serveRead((reads) => getFulfillment(reads.getFulfillment));
  serve(trackFulfillment(uses.trackFulfillment));
  serve(fulfillmentStep("packing", uses.packFulfillment));
  serve(fulfillmentStep("shipment", uses.shipFulfillment));
  serve(fulfillmentStep("delivery", uses.deliverFulfillment));
  serve(fulfillmentStep("cancellation", uses.cancelFulfillment));

  serveRead((reads) => listReturns(reads.getOrder));
  serve(requestReturn(uses.requestReturn));
  serveRead((reads) => getReturn(reads.getReturn));
  serve(returnStep("approval", uses.approveReturn));
  serve(rejectReturn(uses.rejectReturn));
  serve(receiveReturn(uses.receiveReturn));
  serve(returnStep("closure", uses.closeReturn));
  serve(returnStep("cancellation", uses.cancelReturn));
  serve(createExchange(uses.createExchange));

  serveRead((reads) => exportOrders(reads.exportOrders));
  serve(importOrders(uses.importOrders, tools.limits));

  serve(createCustomer(uses.createCustomer));
  serveRead((reads) => listCustomers(reads.listCustomers, cursors.customers));
  serveRead((reads) => getCustomer(reads.getCustomer));
  serve(changeCustomer(uses.updateCustomer, uses.getCustomer));
  serve(eraseCustomer(uses.eraseCustomer));
  serveRead((reads) => listCustomerOrders(reads, texts, cursors.orders));

  serve(createProduct(uses.createProduct));
  serveRead((reads) => listProducts(reads.listProducts, cursors.products));
  serveRead((reads) => getProduct(reads.getProduct));
  serve(changeProduct(uses.updateProduct, uses.getProduct));
  serve(archiveProduct(uses.archiveProduct));
  serveRead((reads) => getInventory(reads.getInventory));
  serve(adjustInventory(uses.adjustInventory));
};
