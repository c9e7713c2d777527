import type { Order, Timestamp } from "@ordo/domain";
import type { DueOrders, DuePage } from "../../ports/output/due-orders.ts";
import type { TenantId } from "../../tenant-id.ts";
import type { InMemoryStore } from "./in-memory-store.ts";

export const makeInMemoryDueOrders = (store: InMemoryStore): DueOrders => {
  const due = (tenantId: TenantId, { limit, after }: DuePage, isDue: (order: Order) => boolean) =>
    [...store.of(tenantId).orders.values()]
      .flatMap(({ order }) => (isDue(order) ? [order.id] : []))
      .toSorted()
      .filter((id) => after === null || id > after)
      .slice(0, limit);
  return {
    expirable: async (tenantId, at, page) =>
      due(
        tenantId,
        page,
        ({ status, expiresAt }) => status === "pending" && expiresAt !== null && expiresAt <= at,
      ),
    unsettled: async (tenantId, at, page) =>
      due(tenantId, page, (order) => hasUnsettled(order, at)),
  };
};

const hasUnsettled = ({ payments }: Order, at: Timestamp): boolean =>
  payments.some(({ operations }) =>
    operations.some(
      ({ status, requestedAt }) =>
        status === "unknown" || (status === "requested" && requestedAt <= at),
    ),
  );
