import type { OrderPosition, OrderSort, PageRequest } from "@ordo/application";
import { type RawBuilder, sql } from "kysely";
import type { Condition } from "./order-conditions.ts";

/** The direction in which the index is read: the list's own, or against it for a page before a position. */
export const readingDirection = (
  { direction }: OrderSort,
  { from }: PageRequest<OrderPosition>,
): OrderSort["direction"] => {
  if (from?.direction !== "before") return direction;
  return direction === "asc" ? "desc" : "asc";
};

/**
 * Beyond a position in the direction of reading; no condition without one. A row comparison, not two joined
 * by OR: that is what an index on the columns answers.
 */
export const beyond = (
  columns: readonly string[],
  position: readonly RawBuilder<unknown>[] | null,
  direction: OrderSort["direction"],
): readonly Condition[] => {
  if (position === null) return [];
  const operator = direction === "asc" ? sql`>` : sql`<`;
  const row = sql.join(columns.map((column) => sql.ref(column)));
  return [sql<boolean>`(${row}) ${operator} (${sql.join(position)})`];
};
