import type { Order } from "@ordo/domain";

/**
 * Reads `orders.state`. Trusted, not parsed again: only `orderRow` writes the column, from an order
 * that `evolve` made, and `json` keeps the text as written.
 */
export const decodeOrder = (state: unknown): Order => state as Order;
