import type { OrderEvent } from "@ordo/domain";

export const encodeOrderEvent = (event: OrderEvent): string => JSON.stringify(event);

/**
 * Reads `order_events.data`. Trusted, not parsed again: only {@link encodeOrderEvent} writes the column,
 * from an event that `decide` made, rows are never updated, and `json` keeps the text as written.
 */
export const decodeOrderEvent = (data: unknown): OrderEvent => data as OrderEvent;
