import type { ExportOrders, OrderFilter } from "@ordo/application";
import { type Order, Timestamp } from "@ordo/domain";

/**
 * The export of a replica, carried on by the primary where the replica fails: an answer that is being written
 * cannot begin again.
 *
 * @param onFailure told why
 */
export const carryOnExport = (
  replica: ExportOrders,
  primary: ExportOrders,
  onFailure: (error: unknown) => void,
): ExportOrders =>
  async function* (filter, context) {
    let last: Order | undefined;
    try {
      for await (const order of replica(filter, context)) {
        yield order;
        last = order;
      }
      return;
    } catch (error) {
      onFailure(error);
    }
    for await (const order of primary(restOf(filter, last), context))
      if (last === undefined || comesAfter(order, last)) yield order;
  };

/** Newest first, so what is left is older; or of the same millisecond, which `comesAfter` tells apart. */
const restOf = (filter: OrderFilter, last: Order | undefined): OrderFilter =>
  last === undefined ? filter : { ...filter, createdBefore: Timestamp(last.createdAt + 1) };

const comesAfter = (order: Order, last: Order): boolean =>
  order.createdAt < last.createdAt || order.id < last.id;
