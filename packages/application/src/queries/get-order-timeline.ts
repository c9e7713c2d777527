import { err, ok } from "neverthrow";
import { mayTouch } from "../access.ts";
import type { GetOrderTimeline } from "../ports/input/get-order-timeline.ts";
import type { OrderJournal } from "../ports/output/order-journal.ts";
import type { OrderRepository } from "../ports/output/order-repository.ts";

export const makeGetOrderTimeline =
  ({
    orders,
    orderJournal,
  }: {
    readonly orders: OrderRepository;
    readonly orderJournal: OrderJournal;
  }): GetOrderTimeline =>
  async ({ orderId, page }, context) => {
    const order = await orders.find(context.tenantId, orderId, context.deadline);
    return order && mayTouch(context, order)
      ? ok(await orderJournal.timeline(context.tenantId, orderId, page))
      : err({ type: "OrderNotFound", orderId });
  };
