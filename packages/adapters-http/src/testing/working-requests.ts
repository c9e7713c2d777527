import { randomUUID } from "node:crypto";

import { aGuestOrder } from "./orders.ts";
import { aReturn, edit, fulfillment, hold, hrefOf, orders, payment } from "./stage.ts";
import { type Expected, rows, type WorkingRequest } from "./working-rows.ts";

export type { Expected, WorkingRequest };

const get = (url: string): WorkingRequest => ({ method: "GET", url });
const post = (url: string, body: object = {}): WorkingRequest => ({ method: "POST", url, body });
const patch = (url: string, body: object): WorkingRequest => ({ method: "PATCH", url, body });
const remove = (url: string): WorkingRequest => ({ method: "DELETE", url });

const reason = { reason: "r" };
const customers = "/api/v1/customers";
const products = "/api/v1/products";
const cached = "private, no-cache";
const newProduct = () => ({ sku: randomUUID(), title: "Mug", price: 1, currency: "EUR" });

/** For every operation by its name, what it must ask for and a request that works. */
export const workingRequests: Readonly<Record<string, Expected>> = {
  ...rows("orders:read", {
    listOrders: async (stage) => {
      await stage.placed();
      await stage.placed();
      return get(`${orders}?limit=1`);
    },
    getOrder: async (stage, owner) => get(hrefOf(await stage.placed(owner))),
    listOrderEvents: async (stage, owner) => {
      const order = await stage.confirmed(owner);
      return get(`${hrefOf(order)}/events?limit=1`);
    },
    exportOrders: async () => get(`${orders}/export`),
    listCustomerOrders: async (stage) => {
      const { id } = await stage.customer();
      await stage.placed({ customerId: id });
      await stage.placed({ customerId: id });
      return get(`${customers}/${id}/orders?limit=1`);
    },
  }),
  ...rows("orders:write", {
    placeOrder: async () => post(orders, aGuestOrder()),
    changeOrder: async (stage, owner) => patch(hrefOf(await stage.placed(owner)), { tags: ["x"] }),
    discardDraft: async (stage, owner) => remove(hrefOf(await stage.draft(owner))),
    placeDraft: async (stage, owner) => post(`${hrefOf(await stage.draft(owner))}/placement`),
    confirmOrder: async (stage, owner) => post(`${hrefOf(await stage.placed(owner))}/confirmation`),
    completeOrder: async (stage, owner) => {
      const order = await stage.delivered(owner);
      await stage.tell(order, "/payments", { capture: true });
      return post(`${hrefOf(order)}/completion`);
    },
    placeHold: async (stage, owner) => post(`${hrefOf(await stage.placed(owner))}/holds`, reason),
    releaseHold: async (stage, owner) => {
      const order = await stage.held(owner);
      return remove(`${hrefOf(order)}${hold(order)}`);
    },
    proposeEdit: async (stage, owner) => {
      const order = await stage.placed(owner);
      return post(`${hrefOf(order)}/edits`, {
        operations: [{ type: "set_quantity", lineId: order.lines[0]?.id, quantity: 3 }],
      });
    },
    confirmEdit: async (stage, owner) => {
      const order = await stage.edited(owner);
      return post(`${hrefOf(order)}${edit(order)}/confirmation`);
    },
    declineEdit: async (stage, owner) => {
      const order = await stage.edited(owner);
      return post(`${hrefOf(order)}${edit(order)}/declination`);
    },
    importOrders: async () => ({
      ...post(`${orders}/imports`, aGuestOrder()),
      mediaType: "application/x-ndjson",
    }),
  }),
  ...rows("orders:cancel", {
    cancelOrder: async (stage, owner) =>
      post(`${hrefOf(await stage.placed(owner))}/cancellation`, reason),
    cancelLines: async (stage, owner) => {
      const order = await stage.placed(owner);
      return post(`${hrefOf(order)}/line-cancellations`, { ...stage.unitsOf(order), ...reason });
    },
  }),
  ...rows("payments:read", {
    listPayments: async (stage, owner) => get(`${hrefOf(await stage.paid(owner))}/payments`),
    getPayment: async (stage, owner) => {
      const order = await stage.paid(owner);
      return get(`${hrefOf(order)}${payment(order)}`);
    },
  }),
  ...rows("payments:write", {
    addPayment: async (stage, owner) =>
      post(`${hrefOf(await stage.placed(owner))}/payments`, { amount: 100 }),
    voidPayment: async (stage, owner) => {
      const order = await stage.authorized(owner);
      return post(`${hrefOf(order)}${payment(order)}/cancellation`);
    },
  }),
  ...rows("payments:capture", {
    capturePayment: async (stage, owner) => {
      const order = await stage.authorized(owner);
      return post(`${hrefOf(order)}${payment(order)}/captures`, { amount: 1 });
    },
  }),
  ...rows("payments:refund", {
    refundPayment: async (stage, owner) => {
      const order = await stage.paid(owner);
      await stage.tell(order, "/credit-lines", { amount: 10, ...reason });
      return post(`${hrefOf(order)}${payment(order)}/refunds`, { amount: 10 });
    },
    addCreditLine: async (stage, owner) =>
      post(`${hrefOf(await stage.placed(owner))}/credit-lines`, { amount: 10, ...reason }),
  }),
  ...rows("fulfillments:read", {
    listFulfillments: async (stage, owner) =>
      get(`${hrefOf(await stage.fulfilled(owner))}/fulfillments`),
    getFulfillment: async (stage, owner) => {
      const order = await stage.fulfilled(owner);
      return get(`${hrefOf(order)}${fulfillment(order)}`);
    },
  }),
  ...rows("fulfillments:write", {
    createFulfillment: async (stage, owner) => {
      const order = await stage.confirmed(owner);
      return post(`${hrefOf(order)}/fulfillments`, stage.unitsOf(order));
    },
    trackFulfillment: async (stage, owner) => {
      const order = await stage.fulfilled(owner);
      return patch(`${hrefOf(order)}${fulfillment(order)}`, { carrier: "DHL" });
    },
    packFulfillment: async (stage, owner) => {
      const order = await stage.fulfilled(owner);
      return post(`${hrefOf(order)}${fulfillment(order)}/packing`);
    },
    shipFulfillment: async (stage, owner) => {
      const order = await stage.fulfilled(owner);
      return post(`${hrefOf(order)}${fulfillment(order)}/shipment`);
    },
    deliverFulfillment: async (stage, owner) => {
      const order = await stage.shipped(owner);
      return post(`${hrefOf(order)}${fulfillment(order)}/delivery`);
    },
    cancelFulfillment: async (stage, owner) => {
      const order = await stage.fulfilled(owner);
      return post(`${hrefOf(order)}${fulfillment(order)}/cancellation`);
    },
  }),
  ...rows("returns:read", {
    listReturns: async (stage, owner) => get(`${hrefOf(await stage.requested(owner))}/returns`),
    getReturn: async (stage, owner) => {
      const order = await stage.requested(owner);
      return get(`${hrefOf(order)}${aReturn(order)}`);
    },
  }),
  ...rows("returns:write", {
    requestReturn: async (stage, owner) => {
      const order = await stage.delivered(owner);
      return post(`${hrefOf(order)}/returns`, stage.unitsOf(order));
    },
    approveReturn: async (stage, owner) => {
      const order = await stage.requested(owner);
      return post(`${hrefOf(order)}${aReturn(order)}/approval`);
    },
    rejectReturn: async (stage, owner) => {
      const order = await stage.requested(owner);
      return post(`${hrefOf(order)}${aReturn(order)}/rejection`, reason);
    },
    cancelReturn: async (stage, owner) => {
      const order = await stage.requested(owner);
      return post(`${hrefOf(order)}${aReturn(order)}/cancellation`);
    },
    receiveReturn: async (stage, owner) => {
      const order = await stage.approved(owner);
      return post(`${hrefOf(order)}${aReturn(order)}/receipts`, stage.receiptOf(order));
    },
    closeReturn: async (stage, owner) => {
      const order = await stage.received(owner);
      return post(`${hrefOf(order)}${aReturn(order)}/closure`);
    },
    createExchange: async (stage, owner) => {
      const order = await stage.delivered(owner);
      const { id } = await stage.product();
      return post(`${hrefOf(order)}/exchanges`, {
        ...stage.unitsOf(order),
        replacements: [{ productId: id, quantity: 1 }],
      });
    },
  }),
  ...rows("customers:read", {
    listCustomers: async (stage) => {
      await stage.customer();
      await stage.customer();
      return get(`${customers}?limit=1`);
    },
    getCustomer: async (stage) => get(`${customers}/${(await stage.customer()).id}`),
  }),
  ...rows("customers:write", {
    createCustomer: async () => post(customers, { email: `${randomUUID()}@example.com` }),
    changeCustomer: async (stage) =>
      patch(`${customers}/${(await stage.customer()).id}`, { name: "Ada" }),
  }),
  ...rows("customers:erase", {
    eraseCustomer: async (stage) => remove(`${customers}/${(await stage.customer()).id}`),
  }),
  ...rows(
    "products:read",
    {
      listProducts: async (stage) => {
        await stage.product();
        await stage.product();
        return get(`${products}?limit=1`);
      },
      getProduct: async (stage) => get(`${products}/${(await stage.product()).id}`),
      getInventory: async (stage) => get(`${products}/${(await stage.product()).id}/inventory`),
    },
    cached,
  ),
  ...rows(
    "products:write",
    {
      createProduct: async () => post(products, newProduct()),
      changeProduct: async (stage) =>
        patch(`${products}/${(await stage.product()).id}`, { price: 5 }),
      archiveProduct: async (stage) => remove(`${products}/${(await stage.product()).id}`),
      adjustInventory: async (stage) =>
        post(`${products}/${(await stage.product()).id}/inventory-adjustments`, {
          delta: 1,
          ...reason,
        }),
    },
    cached,
  ),
};
