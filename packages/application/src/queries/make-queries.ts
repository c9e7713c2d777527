import type { Queries } from "../ports/input/queries.ts";
import type { OutputPorts } from "../use-cases/output-ports.ts";
import { makeExpandOrders } from "./expand-orders.ts";
import { makeExportOrders } from "./export-orders.ts";
import { makeGetCustomer } from "./get-customer.ts";
import { makeGetInventory } from "./get-inventory.ts";
import { makeGetFulfillment, makeGetPayment, makeGetReturn } from "./get-order-item.ts";
import { makeGetOrderTimeline } from "./get-order-timeline.ts";
import { makeGetOrder } from "./get-order.ts";
import { makeGetProduct } from "./get-product.ts";
import { makeListCustomers } from "./list-customers.ts";
import { makeListOrders } from "./list-orders.ts";
import { makeListProducts } from "./list-products.ts";
import { makeRereadOrder } from "./reread-order.ts";

/** What reading needs from the outside. */
export type QueryPorts = Pick<
  OutputPorts,
  "orders" | "orderJournal" | "orderQueries" | "orderExport" | "customers" | "products"
>;

/** The part of the application that only reads, wired over its output ports. */
export const makeQueries = (ports: QueryPorts): Queries => {
  const getOrder = makeGetOrder(ports);
  return {
    getOrder,
    getPayment: makeGetPayment(getOrder),
    getFulfillment: makeGetFulfillment(getOrder),
    getReturn: makeGetReturn(getOrder),
    getOrderTimeline: makeGetOrderTimeline(ports),
    listOrders: makeListOrders(ports),
    rereadOrder: makeRereadOrder(ports),
    expandOrders: makeExpandOrders(ports),
    exportOrders: makeExportOrders(ports),

    getCustomer: makeGetCustomer(ports),
    listCustomers: makeListCustomers(ports),

    getProduct: makeGetProduct(ports),
    listProducts: makeListProducts(ports),
    getInventory: makeGetInventory(ports),
  };
};
