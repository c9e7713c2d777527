import { err, ok } from "neverthrow";
import { mayTouch } from "../access.ts";
import type { GetOrder } from "../ports/input/get-order.ts";
import type { OrderRepository } from "../ports/output/order-repository.ts";

export const makeGetOrder =
  ({ orders }: { readonly orders: OrderRepository }): GetOrder =>
  async (orderId, context) => {
    const order = await orders.find(context.tenantId, orderId);
    return order && mayTouch(context, order) ? ok(order) : err({ type: "OrderNotFound", orderId });
  };
