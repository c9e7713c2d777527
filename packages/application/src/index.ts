export type { RequestContext, WriteContext } from "./context.ts";
export type { Deadline } from "./deadline.ts";
export type { ExpectedVersion } from "./expected-version.ts";
export type { InventoryAdjustment } from "./inventory-adjustment.ts";
export { idempotencyRetentionDays } from "./idempotency.ts";
export type {
  ClaimFault,
  IdempotencyClaim,
  RecordedOrder,
  RecordedOutcome,
} from "./idempotency.ts";
export type { OperationRef, OrderOutcome, Outcome } from "./outcome.ts";
export type { Cursor, Page, PageRequest } from "./page.ts";
export { maxPageBytes } from "./page.ts";
export type * from "./ports/input/cancel-order.ts";
export type * from "./ports/input/create-customer.ts";
export type * from "./ports/input/create-product.ts";
export type * from "./ports/input/customers.ts";
export type * from "./ports/input/drafts.ts";
export type * from "./ports/input/edits.ts";
export type * from "./ports/input/expand-orders.ts";
export type * from "./ports/input/export-orders.ts";
export type * from "./ports/input/fulfillments.ts";
export type * from "./ports/input/get-customer.ts";
export type * from "./ports/input/get-order.ts";
export type * from "./ports/input/get-order-timeline.ts";
export type * from "./ports/input/get-product.ts";
export type * from "./ports/input/get-return.ts";
export type * from "./ports/input/holds.ts";
export type * from "./ports/input/import-orders.ts";
export type * from "./ports/input/lifecycle.ts";
export type * from "./ports/input/maintenance.ts";
export type * from "./ports/input/list-orders.ts";
export type * from "./ports/input/order-command.ts";
export type * from "./ports/input/order-lines.ts";
export type * from "./ports/input/payments.ts";
export type * from "./ports/input/place-order.ts";
export type * from "./ports/input/products.ts";
export type { Queries } from "./ports/input/queries.ts";
export type * from "./ports/input/reread-order.ts";
export type * from "./ports/input/returns.ts";
export type * from "./ports/input/sweep.ts";
export type * from "./ports/input/use-cases.ts";
export type * from "./ports/output/change-feed.ts";
export type { Clock } from "./ports/output/clock.ts";
export type { CreatedPosition } from "./ports/output/created-position.ts";
export type * from "./ports/output/customer-repository.ts";
export type * from "./ports/output/due-orders.ts";
export type * from "./ports/output/due-tenants.ts";
export type { IdempotencyRetention } from "./ports/output/idempotency-retention.ts";
export type { IdGenerator } from "./ports/output/id-generator.ts";
export type { OrderExport } from "./ports/output/order-export.ts";
export type {
  AsOf,
  JournalEntry,
  OrderJournal,
  TimelinePosition,
} from "./ports/output/order-journal.ts";
export type { OrderNumbers } from "./ports/output/order-numbers.ts";
export type * from "./ports/output/order-queries.ts";
export type * from "./ports/output/order-reading.ts";
export { newestFirst } from "./ports/output/order-queries.ts";
export type * from "./ports/output/order-repository.ts";
export type * from "./ports/output/payment-gateway.ts";
export type * from "./ports/output/product-repository.ts";
export type * from "./ports/output/rate-limiter.ts";
export type * from "./rejection.ts";
export { recordedOrder } from "./recorded-order.ts";
export { makeQueries, type QueryPorts } from "./queries/make-queries.ts";
export { TenantId } from "./tenant-id.ts";
export type { OutputPorts } from "./use-cases/output-ports.ts";
export { makeMaintenance } from "./use-cases/maintenance/make-maintenance.ts";
export { gatewayOf } from "./use-cases/payments/gateway-of.ts";
export { makeUseCases } from "./use-cases/make-use-cases.ts";
