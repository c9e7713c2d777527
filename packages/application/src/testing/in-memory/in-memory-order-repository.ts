import { evolve, type Order, type OrderEvent, replay, stockMovements } from "@ordo/domain";
import { err, ok, type Result } from "neverthrow";
import type { RecordedOrder } from "../../idempotency.ts";
import type {
  OrderRepository,
  OrderWrite,
  WrittenOrder,
} from "../../ports/output/order-repository.ts";
import { recordedOrder } from "../../recorded-order.ts";
import { shortagesOf } from "../../shortages.ts";
import type { Rejection } from "../../rejection.ts";
import { type Accepted, claimed } from "./claimed.ts";
import type { InMemoryStore, TenantData } from "./in-memory-store.ts";
import { move } from "./in-memory-stock.ts";

export const makeInMemoryOrderRepository = (store: InMemoryStore): OrderRepository => ({
  find: async (tenantId, orderId) => store.of(tenantId).orders.get(orderId)?.order,

  write: async (request) => {
    const data = store.of(request.tenantId);
    const { result, replayed } = claimed(data, {
      claim: request.claim,
      isFinal: request.isFinal,
      continues: request.continues ? ({ kind }) => kind === "continuing" : undefined,
      work: () => work(data, request),
      record: ({ recorded }) => recorded,
      recall: (outcome) => recalled(data, outcome),
    });
    return written(result, replayed);
  },
});

interface Written {
  readonly order: Order;
  readonly recorded: RecordedOrder;
}

const work = (
  data: TenantData,
  { orderId, decide, subject }: OrderWrite,
): Result<Written, Rejection> => {
  const current = data.orders.get(orderId)?.order;
  return decide(current).andThen((events) =>
    append(data, current, events).map((order) => ({
      order,
      recorded: recordedOrder(order, events, subject),
    })),
  );
};

const append = (
  data: TenantData,
  current: Order | undefined,
  events: readonly OrderEvent[],
): Result<Order, Rejection> => {
  let order = current;
  const movements = events.flatMap((event) => {
    const moved = stockMovements(order, event);
    order = evolve(order, event);
    return moved;
  });
  if (order === undefined) throw new Error("no order came of an accepted command");

  const shortages = shortagesOf([...data.products.values()], movements);
  if (shortages.length > 0) return err({ type: "InsufficientStock", shortages });
  if (numberIsTaken(data, order)) return err({ type: "OrderNumberTaken", number: order.number });

  move(data, movements);
  const before = data.orders.get(order.id)?.journal ?? [];
  const journal = [...before, ...events];
  for (const [index, event] of events.entries())
    data.feed.push({ orderId: order.id, version: before.length + index + 1, event });
  data.orders.set(order.id, { order, journal });
  return ok(order);
};

const numberIsTaken = (data: TenantData, { id, number }: Order): boolean =>
  [...data.orders.values()].some(({ order }) => order.number === number && order.id !== id);

const recalled = (data: TenantData, recorded: Accepted): Written => {
  if (recorded.kind !== "order" && recorded.kind !== "continuing")
    throw new Error(`a key of an order recorded a ${recorded.kind}`);
  const journal = data.orders.get(recorded.orderId)?.journal.slice(0, recorded.version) ?? [];
  const order = replay(journal);
  if (!order) throw new Error(`order ${recorded.orderId} has no journal`);
  return { order, recorded };
};

const written = (result: Result<Written, WrittenRejection>, replayed: boolean): WrittenOrder => {
  if (result.isErr()) return { result: err(result.error), replayed };
  const { order, recorded } = result.value;
  return {
    result: ok(order),
    replayed,
    ...(recorded.subject !== undefined && { subject: recorded.subject }),
    ...(recorded.kind === "continuing" && { continuing: recorded.operations }),
  };
};

type WrittenRejection = ReturnType<WrittenOrder["result"]["_unsafeUnwrapErr"]>;
