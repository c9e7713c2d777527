import type { UseCases } from "../ports/input/use-cases.ts";
import type { Clock } from "../ports/output/clock.ts";
import type { CustomerRepository } from "../ports/output/customer-repository.ts";
import type { IdGenerator } from "../ports/output/id-generator.ts";
import type { OrderJournal } from "../ports/output/order-journal.ts";
import type { OrderNumbers } from "../ports/output/order-numbers.ts";
import type { OrderQueries } from "../ports/output/order-queries.ts";
import type { OrderRepository } from "../ports/output/order-repository.ts";
import type { ProductRepository } from "../ports/output/product-repository.ts";
import { makeGetCustomer } from "../queries/get-customer.ts";
import { makeGetOrder } from "../queries/get-order.ts";
import { makeGetOrderTimeline } from "../queries/get-order-timeline.ts";
import { makeGetProduct } from "../queries/get-product.ts";
import { makeListOrders } from "../queries/list-orders.ts";
import { makeCancelOrder } from "./cancel-order.ts";
import { makeCreateCustomer } from "./create-customer.ts";
import { makeCreateProduct } from "./create-product.ts";
import { makePlaceOrder } from "./place-order.ts";
import { unbuilt } from "./unbuilt.ts";

/** Everything the application needs from the outside. */
export interface OutputPorts {
  readonly orders: OrderRepository;
  readonly orderJournal: OrderJournal;
  readonly orderQueries: OrderQueries;
  readonly orderNumbers: OrderNumbers;
  readonly customers: CustomerRepository;
  readonly products: ProductRepository;
  readonly clock: Clock;
  readonly ids: IdGenerator;
}

/** The application, wired over its output ports. */
export const makeUseCases = (ports: OutputPorts): UseCases => ({
  ...unbuilt,
  placeOrder: makePlaceOrder(ports),
  cancelOrder: makeCancelOrder(ports),
  getOrder: makeGetOrder(ports),
  getOrderTimeline: makeGetOrderTimeline(ports),
  listOrders: makeListOrders(ports),
  createCustomer: makeCreateCustomer(ports),
  getCustomer: makeGetCustomer(ports),
  createProduct: makeCreateProduct(ports),
  getProduct: makeGetProduct(ports),
});
