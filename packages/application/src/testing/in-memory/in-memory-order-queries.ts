import type { Order } from "@ordo/domain";
import type {
  OrderPosition,
  OrderQueries,
  OrderSort,
  OrderSortKey,
} from "../../ports/output/order-queries.ts";
import { maxPageBytes } from "../../page.ts";
import type { OrderReading } from "../../ports/output/order-reading.ts";
import { cut } from "./cut.ts";
import type { InMemoryStore } from "./in-memory-store.ts";
import { orderMatches } from "./order-matches.ts";

export const makeInMemoryOrderQueries = (store: InMemoryStore): OrderQueries => {
  const list: OrderQueries["list"] = async (
    tenantId,
    { filter, sort },
    page,
    _deadline,
    revisionKept,
  ) => {
    const compare = comparisonOf(sort);
    const listed = [...store.of(tenantId).orders.values()]
      .flatMap(({ order }): readonly Listed[] => {
        const key = keyOf(order, sort.by);
        return key !== null && orderMatches(order, filter)
          ? [{ order, position: { key, id: order.id } }]
          : [];
      })
      .sort((a, b) => compare(a.position, b.position));
    const ofSize = (limit: number) =>
      cut(listed, { ...page, limit }, ({ position }) => position, compare);
    const whole = ofSize(page.limit).items.map(({ order }) => order);
    const fit = howManyFit(page.from?.direction === "before" ? whole.toReversed() : whole);
    const { items, ...cursors } = ofSize(Math.max(1, fit));
    return {
      items: items.map(({ order }) => readingOf(order, revisionKept?.(order.id))),
      ...cursors,
    };
  };
  return {
    list,
    reread: async (tenantId, orderId, revisionKept) => {
      const stored = store.of(tenantId).orders.get(orderId);
      return stored && readingOf(stored.order, revisionKept);
    },
  };
};

/** Nothing is ever lost here, so the version says it all. */
const readingOf = (order: Order, revisionKept: string | undefined): OrderReading => {
  const revision = String(order.version);
  return {
    id: order.id,
    revision,
    customerId: order.customerId,
    order: revision === revisionKept ? null : order,
  };
};

/** Of orders as they are read, those that come to no more bytes than a page may have. */
const howManyFit = (orders: readonly Order[]): number => {
  let bytes = 0;
  return orders.filter((order) => (bytes += JSON.stringify(order).length) <= maxPageBytes).length;
};

interface Listed {
  readonly order: Order;
  readonly position: OrderPosition;
}

const keyOf = (order: Order, by: OrderSortKey): OrderPosition["key"] | null => {
  switch (by) {
    case "createdAt":
      return order.createdAt;
    case "placedAt":
      return order.placedAt;
    case "total":
      return order.totals.total;
    case "number":
      return order.number;
  }
};

const comparisonOf =
  ({ direction }: OrderSort) =>
  (a: OrderPosition, b: OrderPosition): number =>
    (direction === "asc" ? 1 : -1) * (order(a.key, b.key) || order(a.id, b.id));

const order = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
