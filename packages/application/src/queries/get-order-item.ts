import type { Order } from "@ordo/domain";
import { err, ok, type Result } from "neverthrow";
import type { GetFulfillment } from "../ports/input/fulfillments.ts";
import type { GetOrder } from "../ports/input/get-order.ts";
import type { GetReturn } from "../ports/input/get-return.ts";
import type { GetPayment } from "../ports/input/payments.ts";
import type { OrderItemNotFound } from "../rejection.ts";

export const makeGetPayment =
  (getOrder: GetOrder): GetPayment =>
  async ({ orderId, paymentId }, context) =>
    (await getOrder(orderId, context)).andThen((order) =>
      itemOf(order.payments, "payment", paymentId).map((payment) => ({ order, payment })),
    );

export const makeGetFulfillment =
  (getOrder: GetOrder): GetFulfillment =>
  async ({ orderId, fulfillmentId }, context) =>
    (await getOrder(orderId, context)).andThen((order) =>
      itemOf(order.fulfillments, "fulfillment", fulfillmentId).map((fulfillment) => ({
        order,
        fulfillment,
      })),
    );

export const makeGetReturn =
  (getOrder: GetOrder): GetReturn =>
  async ({ orderId, returnId }, context) =>
    (await getOrder(orderId, context)).andThen((order) =>
      itemOf(order.returns, "return", returnId).map((found) => ({ order, return: found })),
    );

type Items = Order["payments"] | Order["fulfillments"] | Order["returns"];

const itemOf = <T extends Items[number]>(
  items: readonly T[],
  item: OrderItemNotFound["item"],
  id: string,
): Result<T, OrderItemNotFound> => {
  const found = items.find((candidate) => candidate.id === id);
  return found ? ok(found) : err({ type: "OrderItemNotFound", item, id });
};
