import {
  evolve,
  type Order,
  type OrderEvent,
  type OrderId,
  replay,
  stockMovements,
} from "@ordo/domain";
import { err, ok, type Result } from "neverthrow";
import type { OrderRepository } from "../../ports/output/order-repository.ts";
import type { Rejection } from "../../rejection.ts";
import { claimed, type Recording } from "./claimed.ts";
import type { InMemoryStore, TenantData } from "./in-memory-store.ts";
import { move, shortagesOf } from "./in-memory-stock.ts";

export const makeInMemoryOrderRepository = (store: InMemoryStore): OrderRepository => ({
  find: async (tenantId, orderId) => store.of(tenantId).orders.get(orderId)?.order,

  write: async ({ tenantId, orderId, claim, decide, isFinal }) => {
    const data = store.of(tenantId);
    const work = () => {
      const current = data.orders.get(orderId)?.order;
      return decide(current).andThen((events) => append(data, orderId, current, events));
    };
    return claimed(data, claim, recordingOf(data), work, isFinal);
  },
});

const append = (
  data: TenantData,
  orderId: OrderId,
  current: Order | undefined,
  events: readonly OrderEvent[],
): Result<Order, Rejection> => {
  let order = current;
  const movements = events.flatMap((event) => {
    const moved = stockMovements(order, event);
    order = evolve(order, event);
    return moved;
  });
  if (order === undefined) throw new Error("an accepted command yields at least one event");

  const shortages = shortagesOf(data, movements);
  if (shortages.length > 0) return err({ type: "InsufficientStock", shortages });
  if (numberIsTaken(data, order)) return err({ type: "OrderNumberTaken", number: order.number });

  move(data, movements);
  const before = data.orders.get(orderId)?.journal ?? [];
  const journal = [...before, ...events];
  for (const [index, event] of events.entries())
    data.feed.push({ orderId, version: before.length + index + 1, event });
  data.orders.set(orderId, { order, journal });
  return ok(order);
};

const numberIsTaken = (data: TenantData, { id, number }: Order): boolean =>
  [...data.orders.values()].some(({ order }) => order.number === number && order.id !== id);

const recordingOf = (data: TenantData): Recording<Order> => ({
  record: ({ id, version }) => ({ kind: "order", orderId: id, version }),
  recall: (outcome) => {
    if (outcome.kind === "rejected") return err(outcome.rejection);
    if (outcome.kind !== "order") throw new Error(`a key of an order recorded a ${outcome.kind}`);
    const journal = data.orders.get(outcome.orderId)?.journal.slice(0, outcome.version) ?? [];
    const order = replay(journal);
    if (!order) throw new Error(`order ${outcome.orderId} has no journal`);
    return ok(order);
  },
});
