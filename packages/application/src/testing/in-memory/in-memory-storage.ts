import type { TestStorage } from "../storage-ports.ts";
import { makeInMemoryChangeFeed } from "./in-memory-change-feed.ts";
import { makeInMemoryCustomerRepository } from "./in-memory-customer-repository.ts";
import { makeInMemoryDueOrders, makeInMemoryDueTenants } from "./in-memory-due-orders.ts";
import { ageKeys, makeInMemoryIdempotencyRetention } from "./in-memory-idempotency-retention.ts";
import { makeInMemoryOrderExport } from "./in-memory-order-export.ts";
import { makeInMemoryOrderJournal } from "./in-memory-order-journal.ts";
import { makeInMemoryOrderQueries } from "./in-memory-order-queries.ts";
import { makeInMemoryOrderRepository } from "./in-memory-order-repository.ts";
import { makeInMemoryProductRepository } from "./in-memory-product-repository.ts";
import { makeInMemoryStore } from "./in-memory-store.ts";

/** Every storage port over one fresh in-memory store. */
export const makeInMemoryStorage = (): TestStorage => {
  const store = makeInMemoryStore();
  const orderQueries = makeInMemoryOrderQueries(store);
  return {
    orders: makeInMemoryOrderRepository(store),
    orderJournal: makeInMemoryOrderJournal(store),
    orderQueries,
    orderExport: makeInMemoryOrderExport(orderQueries),
    changeFeed: makeInMemoryChangeFeed(store),
    orderNumbers: {
      next: async (tenantId) => {
        const data = store.of(tenantId);
        data.lastNumber += 1;
        return String(data.lastNumber);
      },
    },
    dueOrders: makeInMemoryDueOrders(store),
    dueTenants: makeInMemoryDueTenants(store),
    idempotencyRetention: makeInMemoryIdempotencyRetention(store),
    ageKeys: async (milliseconds) => ageKeys(store, milliseconds),
    customers: makeInMemoryCustomerRepository(store),
    products: makeInMemoryProductRepository(store),
  };
};
