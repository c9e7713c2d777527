import { decide, type Order } from "@ordo/domain";
import { err } from "neverthrow";
import { mayTouch } from "../access.ts";
import type { CancelOrder } from "../ports/input/cancel-order.ts";
import type { Clock } from "../ports/output/clock.ts";
import type { OrderRepository } from "../ports/output/order-repository.ts";
import { staleAgainst } from "./expected-version.ts";

interface Ports {
  readonly orders: OrderRepository;
  readonly clock: Clock;
}

export const makeCancelOrder =
  ({ orders, clock }: Ports): CancelOrder =>
  async ({ orderId, reason, note, expectedVersion }, context) => {
    const { tenantId, actor, claim } = context;
    const at = clock.now();
    return orders.write({
      tenantId,
      orderId,
      claim,
      decide: (order: Order | undefined) => {
        if (!order || !mayTouch(context, order)) return err({ type: "OrderNotFound", orderId });
        const stale = staleAgainst(order, expectedVersion);
        if (stale) return err(stale);
        return decide(order, { type: "cancel", at, actor, cancellation: { reason, note } });
      },
    });
  };
