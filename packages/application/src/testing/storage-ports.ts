import type { ChangeFeed } from "../ports/output/change-feed.ts";
import type { CustomerRepository } from "../ports/output/customer-repository.ts";
import type { DueOrders } from "../ports/output/due-orders.ts";
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
  readonly customers: CustomerRepository;
  readonly products: ProductRepository;
}
