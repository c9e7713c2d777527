import type { Order } from "@ordo/domain";
import type { Cursor, Page, PageRequest } from "../../page.ts";
import type { OrderFilter, OrderPosition, OrderQueries } from "../../ports/output/order-queries.ts";
import type { InMemoryStore } from "./in-memory-store.ts";

export const makeInMemoryOrderQueries = (store: InMemoryStore): OrderQueries => ({
  list: async (tenantId, filter, page) => {
    const matching = [...store.of(tenantId).orders.values()]
      .map(({ order }) => order)
      .filter((order) => matches(order, filter))
      .sort((a, b) => compare(positionOf(a), positionOf(b)));
    return cut(matching, page);
  },
});

const matches = (order: Order, filter: OrderFilter): boolean =>
  (filter.status === undefined || order.status === filter.status) &&
  (filter.customerId === undefined || order.customerId === filter.customerId) &&
  (filter.channel === undefined || order.channel === filter.channel) &&
  (filter.number === undefined || order.number === filter.number) &&
  (filter.email === undefined || order.email?.toLowerCase() === filter.email.toLowerCase());

const positionOf = ({ createdAt, id }: Order): OrderPosition => ({ createdAt, id });

/** Newest first. */
const compare = (a: OrderPosition, b: OrderPosition): number =>
  b.createdAt - a.createdAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

const cut = (
  orders: readonly Order[],
  { limit, from }: PageRequest<OrderPosition>,
): Page<Order, OrderPosition> => {
  const start = startOf(orders, limit, from);
  const end = from?.direction === "before" ? endBefore(orders, from) : start + limit;
  const items = orders.slice(start, end);
  return {
    items,
    next: end < orders.length ? cursor("after", items.at(-1)) : null,
    prev: start > 0 ? cursor("before", items.at(0)) : null,
  };
};

const startOf = (
  orders: readonly Order[],
  limit: number,
  from: Cursor<OrderPosition> | null,
): number => {
  if (from === null) return 0;
  if (from.direction === "before") return Math.max(0, endBefore(orders, from) - limit);
  return orders.filter((order) => compare(positionOf(order), from.position) <= 0).length;
};

const endBefore = (orders: readonly Order[], { position }: Cursor<OrderPosition>): number =>
  orders.filter((order) => compare(positionOf(order), position) < 0).length;

const cursor = (
  direction: "after" | "before",
  order: Order | undefined,
): Cursor<OrderPosition> | null => (order ? { direction, position: positionOf(order) } : null);
