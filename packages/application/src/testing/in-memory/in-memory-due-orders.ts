import { deadlineOf, type Order, type Timestamp, unsettledSince } from "@ordo/domain";
import type { DueOrder, DueOrders, DuePage } from "../../ports/output/due-orders.ts";
import type { DueTenants } from "../../ports/output/due-tenants.ts";
import type { InMemoryStore, TenantData } from "./in-memory-store.ts";

export const makeInMemoryDueOrders = (store: InMemoryStore): DueOrders => {
  const page = (due: readonly DueOrder[], { limit, after }: DuePage) =>
    due
      .toSorted(byDueTime)
      .filter((order) => after === null || byDueTime(order, after) > 0)
      .slice(0, limit);
  return {
    expirable: async (tenantId, at, asked) =>
      page(dueIn(store.of(tenantId), deadlineOf, at), asked),
    unsettled: async (tenantId, at, asked) =>
      page(dueIn(store.of(tenantId), unsettledSince, at), asked),
  };
};

export const makeInMemoryDueTenants = (store: InMemoryStore): DueTenants => {
  const tenants: (dueTime: DueTime) => DueTenants["expirable"] =
    (dueTime) =>
    async (at, { limit, after }) =>
      [...store.all()]
        .filter(([id, data]) => dueIn(data, dueTime, at).length > 0 && (!after || id > after))
        .map(([id]) => id)
        .toSorted()
        .slice(0, limit);
  return { expirable: tenants(deadlineOf), unsettled: tenants(unsettledSince) };
};

type DueTime = (order: Order) => Timestamp | null;

const dueIn = ({ orders }: TenantData, dueTime: DueTime, at: Timestamp): readonly DueOrder[] =>
  [...orders.values()].flatMap(({ order }) => {
    const dueAt = dueTime(order);
    return dueAt !== null && dueAt <= at ? [{ id: order.id, dueAt }] : [];
  });

const byDueTime = (a: DueOrder, b: DueOrder): number =>
  a.dueAt - b.dueAt || (a.id < b.id ? -1 : Number(a.id > b.id));
