import type { ChangeFeed } from "../ports/output/change-feed.ts";
import type { CustomerRepository } from "../ports/output/customer-repository.ts";
import type { DueOrders } from "../ports/output/due-orders.ts";
import type { DueTenants } from "../ports/output/due-tenants.ts";
import type { IdempotencyRetention } from "../ports/output/idempotency-retention.ts";
import type { OrderExport } from "../ports/output/order-export.ts";
import type { OrderJournal } from "../ports/output/order-journal.ts";
import type { OrderNumbers } from "../ports/output/order-numbers.ts";
import type { OrderQueries } from "../ports/output/order-queries.ts";
import type { OrderRepository } from "../ports/output/order-repository.ts";
import type { ProductRepository } from "../ports/output/product-repository.ts";

/** The ports that a storage adapter provides, over one and the same store. */
export interface StoragePorts {
  readonly orders: OrderRepository;
  readonly orderJournal: OrderJournal;
  readonly orderQueries: OrderQueries;
  readonly orderExport: OrderExport;
  readonly changeFeed: ChangeFeed;
  readonly orderNumbers: OrderNumbers;
  readonly dueOrders: DueOrders;
  readonly dueTenants: DueTenants;
  readonly idempotencyRetention: IdempotencyRetention;
  readonly customers: CustomerRepository;
  readonly products: ProductRepository;
}

/** These ports, for contracts that need more than waiting. */
export interface TestStorage extends StoragePorts {
  /** As if every idempotency key there is had been used so many milliseconds earlier. */
  ageKeys(milliseconds: number): Promise<void>;
}
