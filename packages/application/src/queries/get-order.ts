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
    if (!current || !mayTouch(context, current)) return err({ type: "OrderNotFound", orderId });
    if (!asOf) return ok(current);
    const then = await orderJournal.asOf(tenantId, orderId, asOf);
    if (!then) {
      const { version: currentVersion, createdAt } = current;
      return err({ type: "OrderWasNotThen", orderId, asked: asOf, currentVersion, createdAt });
    }
    // Both must be the caller's: an order may have changed hands since, or before.
    return mayTouch(context, then) ? ok(then) : err({ type: "OrderNotFound", orderId });
  };
