import type { OrderWrite } from "@ordo/application";
import { err } from "neverthrow";

/** The write, refused unless the order is at this version. */
export const expectingVersion = (expectedVersion: number, write: OrderWrite): OrderWrite => ({
  ...write,
  decide: (order) =>
    order !== undefined && order.version !== expectedVersion
      ? err({
          type: "StaleVersion",
          expectedVersion,
          currentVersion: order.version,
          status: order.status,
        })
      : write.decide(order),
});
