import type { OrderId } from "@ordo/domain";
import type { Result } from "neverthrow";
import type { RequestContext } from "../../context.ts";
import type { NotFound } from "../../rejection.ts";
import type { OrderReading } from "../output/order-reading.ts";

/** Reads one order as it is, for a caller that may have kept it. A customer sees only its own. */
export type RereadOrder = (
  orderId: OrderId,
  context: RequestContext,
  revisionKept: string | undefined,
) => Promise<Result<OrderReading, NotFound>>;
