import type { Order } from "@ordo/domain";

/** How emails are compared, here and in filters: by JavaScript, so that both sides are folded alike. */
export const foldEmail = (email: string): string => email.toLowerCase();

/**
 * Reads `orders.state`. Trusted, not parsed again: only `orderRow` writes the column, from an order
 * that `evolve` made, and `json` keeps the text as written.
 */
export const decodeOrder = (state: unknown): Order => state as Order;
