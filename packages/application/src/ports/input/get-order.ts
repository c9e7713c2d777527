import type { Order, OrderId } from "@ordo/domain";
import type { Result } from "neverthrow";
import type { RequestContext } from "../../context.ts";
import type { NotFound } from "../../rejection.ts";
import type { AsOf } from "../output/order-journal.ts";

/** Reads one order: as it is, or with `asOf` as it was at a version or time. */
export type GetOrder = (
  orderId: OrderId,
  context: RequestContext,
  asOf?: AsOf,
) => Promise<Result<Order, NotFound>>;
