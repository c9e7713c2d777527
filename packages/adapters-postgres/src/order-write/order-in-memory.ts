import type { Order, OrderEvent } from "@ordo/domain";
import { encodeOrderEvent } from "../codecs/order-event-codec.ts";
import { chainHash } from "../journal/hash-chain.ts";
import type { RowOf } from "../batch/row-set.ts";
import type { eventColumns } from "./order-columns.ts";

/** An order while a batch runs: as it was read, and as the batch's writes leave it one after the other. */
export interface OrderInMemory {
  /** As it is stored; undefined when the batch makes it. */
  readonly stored: Order | undefined;
  readonly current: Order | undefined;
  /** The hash of its newest event; null before the first. */
  readonly chainHead: Buffer | null;
}

export const noOrder: OrderInMemory = { stored: undefined, current: undefined, chainHead: null };

/** The rows of events that follow `version`, each hash continuing the chain. */
export const eventRows = (
  order: Order,
  chainHead: Buffer | null,
  events: readonly OrderEvent[],
): { readonly rows: readonly RowOf<typeof eventColumns>[]; readonly chainHead: Buffer } => {
  const firstVersion = order.version - events.length + 1;
  let head = chainHead;
  const rows = events.map((event, index) => {
    const version = firstVersion + index;
    const data = encodeOrderEvent(event);
    head = chainHash(head, version, data);
    return {
      order_id: order.id,
      version,
      type: event.type,
      data,
      hash: head,
      actor_type: event.actor.type,
      actor_id: event.actor.id,
      at: event.at,
    };
  });
  // None follow on a write that leaves the order as it is.
  if (head === null) throw new Error("an accepted command yields at least one event");
  return { rows, chainHead: head };
};
