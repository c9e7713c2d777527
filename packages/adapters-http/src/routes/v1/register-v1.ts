import type { UseCases } from "@ordo/application";
import type { FastifyInstance } from "fastify";
import { makeOrderCursors } from "../../cursors/order-cursors.ts";
import { type OperationTools, registerOperation } from "../../operation/register-operation.ts";
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
  tools: OperationTools & { readonly cursorKey: Uint8Array },
): void => {
  registerOperation(app, placeOrder(useCases.placeOrder), tools);
  registerOperation(app, listOrders(useCases.listOrders, makeOrderCursors(tools.cursorKey)), tools);
  registerOperation(app, getOrder(useCases.getOrder), tools);
  registerOperation(app, cancelOrder(useCases.cancelOrder), tools);
  registerOperation(app, createCustomer(useCases.createCustomer), tools);
  registerOperation(app, getCustomer(useCases.getCustomer), tools);
  registerOperation(app, createProduct(useCases.createProduct), tools);
  registerOperation(app, getProduct(useCases.getProduct), tools);
};
