import type { ExpireDueOrders, ExpireOrder } from "../ports/input/lifecycle.ts";
import type { Clock } from "../ports/output/clock.ts";
import type { DueOrders } from "../ports/output/due-orders.ts";
import { sweep } from "./sweep.ts";

interface Ports {
  readonly dueOrders: DueOrders;
  readonly clock: Clock;
}

// Enough for a store to write them together, few beside what callers ask for.
const AT_ONCE = 16;

export const makeExpireDueOrders =
  ({ dueOrders, clock }: Ports, expireOrder: ExpireOrder): ExpireDueOrders =>
  async (input, context) => {
    const at = clock.now();
    return sweep(input, {
      at,
      atOnce: AT_ONCE,
      due: (page) => dueOrders.expirable(context.tenantId, at, page),
      seeTo: async (orderId) => {
        // No key: an order expires once, however often it is asked to.
        const target = { orderId, expectedVersion: null };
        const { result } = await expireOrder(target, { ...context, claim: null });
        return result.isOk() ? "done" : "skipped";
      },
    });
  };
