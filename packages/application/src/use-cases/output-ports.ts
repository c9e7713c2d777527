import type { Clock } from "../ports/output/clock.ts";
import type { CustomerRepository } from "../ports/output/customer-repository.ts";
import type { DueOrders } from "../ports/output/due-orders.ts";
import type { IdGenerator } from "../ports/output/id-generator.ts";
import type { OrderExport } from "../ports/output/order-export.ts";
import type { OrderJournal } from "../ports/output/order-journal.ts";
import type { OrderNumbers } from "../ports/output/order-numbers.ts";
import type { OrderQueries } from "../ports/output/order-queries.ts";
import type { OrderRepository } from "../ports/output/order-repository.ts";
import type { PaymentGateway } from "../ports/output/payment-gateway.ts";
import type { ProductRepository } from "../ports/output/product-repository.ts";

/** Everything the application needs from the outside. */
export interface OutputPorts {
  readonly orders: OrderRepository;
  readonly orderJournal: OrderJournal;
  readonly orderQueries: OrderQueries;
  readonly orderExport: OrderExport;
  readonly orderNumbers: OrderNumbers;
  readonly dueOrders: DueOrders;
  readonly customers: CustomerRepository;
  readonly products: ProductRepository;
  readonly payments: PaymentGateway;
  readonly clock: Clock;
  readonly ids: IdGenerator;
}
