import { err, ok } from "neverthrow";
import { mayTouch } from "../access.ts";
import type { RereadOrder } from "../ports/input/reread-order.ts";
import type { OrderQueries } from "../ports/output/order-queries.ts";

export const makeRereadOrder =
  ({ orderQueries }: { readonly orderQueries: OrderQueries }): RereadOrder =>
  async (orderId, context, revisionKept) => {
    const { tenantId, deadline } = context;
    const reading = await orderQueries.reread(tenantId, orderId, revisionKept, deadline);
    return reading && mayTouch(context, reading)
      ? ok(reading)
      : err({ type: "OrderNotFound", orderId });
  };
