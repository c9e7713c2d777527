import type { ClaimFault, RecordedOrder, Rejection, WrittenOrder } from "@ordo/application";
import type { Order } from "@ordo/domain";
import { err, ok, type Result } from "neverthrow";

/** An order that was written, and what the key records of it. */
export interface Written {
  readonly order: Order;
  readonly recorded: RecordedOrder;
}

/** What whoever asked for the write is answered. */
export const writtenOrder = (
  result: Result<Written, Rejection | ClaimFault>,
  replayed: boolean,
): WrittenOrder => {
  if (result.isErr()) return { result: err(result.error), replayed };
  const { order, recorded } = result.value;
  return {
    result: ok(order),
    replayed,
    ...(recorded.subject !== undefined && { subject: recorded.subject }),
    ...(recorded.kind === "continuing" && { continuing: recorded.operations }),
  };
};
