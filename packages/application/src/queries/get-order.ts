import { err, ok } from "neverthrow";
import { mayTouch } from "../access.ts";
import type { GetOrder } from "../ports/input/get-order.ts";
import type { OrderJournal } from "../ports/output/order-journal.ts";
import type { OrderRepository } from "../ports/output/order-repository.ts";

export const makeGetOrder =
  ({
    orders,
    orderJournal,
  }: {
    readonly orders: OrderRepository;
    readonly orderJournal: OrderJournal;
  }): GetOrder =>
  async (orderId, context, asOf) => {
    const { tenantId, deadline } = context;
    const current = await orders.find(tenantId, orderId, deadline);
    const order = current && asOf ? await orderJournal.asOf(tenantId, orderId, asOf) : current;
    // Both must be the caller's: an order may have changed hands since, or before.
    return current && order && mayTouch(context, current) && mayTouch(context, order)
      ? ok(order)
      : err({ type: "OrderNotFound", orderId });
  };
