import type { UseCases } from "@ordo/application";
import type { FastifyInstance } from "fastify";
import { makeOrderCursors } from "../../cursors/order-cursors.ts";
import { registerOperation } from "../../operation/register-operation.ts";
import type { HttpLimits } from "../../options.ts";
import { createCustomer } from "./customers/create-customer.ts";
import { getCustomer } from "./customers/get-customer.ts";
import { cancelOrder } from "./orders/cancel-order.ts";
import { getOrder } from "./orders/get-order.ts";
import { listOrders } from "./orders/list-orders.ts";
import { placeOrder } from "./orders/place-order.ts";
import { createProduct } from "./products/create-product.ts";
import { getProduct } from "./products/get-product.ts";

/** Every operation of version 1, in the order in which the contract lists them. */
export const registerV1 = (
  app: FastifyInstance,
  useCases: UseCases,
  cursorKey: Uint8Array,
  limits: HttpLimits,
): void => {
  registerOperation(app, placeOrder(useCases.placeOrder), limits);
  registerOperation(app, listOrders(useCases.listOrders, makeOrderCursors(cursorKey)), limits);
  registerOperation(app, getOrder(useCases.getOrder), limits);
  registerOperation(app, cancelOrder(useCases.cancelOrder), limits);
  registerOperation(app, createCustomer(useCases.createCustomer), limits);
  registerOperation(app, getCustomer(useCases.getCustomer), limits);
  registerOperation(app, createProduct(useCases.createProduct), limits);
  registerOperation(app, getProduct(useCases.getProduct), limits);
};
