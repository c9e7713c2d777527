import type { UseCases } from "../ports/input/use-cases.ts";

const notYet = (): never => {
  throw new Error("this use case is still being built");
};

/** Stand-ins for use cases whose ports are settled and whose code comes with the next commits. */
export const unbuilt: Pick<
  UseCases,
  | "draftOrder"
  | "changeOrder"
  | "placeDraft"
  | "discardDraft"
  | "confirmOrder"
  | "completeOrder"
  | "cancelLines"
  | "expireOrder"
  | "expireDueOrders"
  | "archiveOrder"
  | "unarchiveOrder"
  | "placeHold"
  | "releaseHold"
  | "proposeEdit"
  | "confirmEdit"
  | "declineEdit"
  | "addCreditLine"
  | "addPayment"
  | "capturePayment"
  | "refundPayment"
  | "voidPayment"
  | "reconcilePayments"
  | "getPayment"
  | "createFulfillment"
  | "packFulfillment"
  | "shipFulfillment"
  | "deliverFulfillment"
  | "cancelFulfillment"
  | "trackFulfillment"
  | "getFulfillment"
  | "requestReturn"
  | "approveReturn"
  | "rejectReturn"
  | "receiveReturn"
  | "closeReturn"
  | "cancelReturn"
  | "createExchange"
  | "getReturn"
  | "expandOrders"
  | "importOrders"
  | "exportOrders"
  | "listCustomers"
  | "updateCustomer"
  | "eraseCustomer"
  | "listProducts"
  | "updateProduct"
  | "archiveProduct"
  | "getInventory"
  | "adjustInventory"
> = {
  draftOrder: notYet,
  changeOrder: notYet,
  placeDraft: notYet,
  discardDraft: notYet,
  confirmOrder: notYet,
  completeOrder: notYet,
  cancelLines: notYet,
  expireOrder: notYet,
  expireDueOrders: notYet,
  archiveOrder: notYet,
  unarchiveOrder: notYet,
  placeHold: notYet,
  releaseHold: notYet,
  proposeEdit: notYet,
  confirmEdit: notYet,
  declineEdit: notYet,
  addCreditLine: notYet,
  addPayment: notYet,
  capturePayment: notYet,
  refundPayment: notYet,
  voidPayment: notYet,
  reconcilePayments: notYet,
  getPayment: notYet,
  createFulfillment: notYet,
  packFulfillment: notYet,
  shipFulfillment: notYet,
  deliverFulfillment: notYet,
  cancelFulfillment: notYet,
  trackFulfillment: notYet,
  getFulfillment: notYet,
  requestReturn: notYet,
  approveReturn: notYet,
  rejectReturn: notYet,
  receiveReturn: notYet,
  closeReturn: notYet,
  cancelReturn: notYet,
  createExchange: notYet,
  getReturn: notYet,
  expandOrders: notYet,
  importOrders: notYet,
  exportOrders: notYet,
  listCustomers: notYet,
  updateCustomer: notYet,
  eraseCustomer: notYet,
  listProducts: notYet,
  updateProduct: notYet,
  archiveProduct: notYet,
  getInventory: notYet,
  adjustInventory: notYet,
};
