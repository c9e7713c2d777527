export type { RequestContext, WriteContext } from "./context.ts";
export type { ClaimFault, IdempotencyClaim, RecordedOutcome } from "./idempotency.ts";
export type { Outcome } from "./outcome.ts";
export type { Cursor, Page, PageRequest } from "./page.ts";
export type { CancelOrder, CancelOrderInput } from "./ports/input/cancel-order.ts";
export type { CreateCustomer, CreateCustomerInput } from "./ports/input/create-customer.ts";
export type { CreateProduct, CreateProductInput } from "./ports/input/create-product.ts";
export type { GetCustomer } from "./ports/input/get-customer.ts";
export type { GetOrder } from "./ports/input/get-order.ts";
export type { GetProduct } from "./ports/input/get-product.ts";
export type { ListOrders, ListOrdersInput } from "./ports/input/list-orders.ts";
export type {
  Buyer,
  PlaceOrder,
  PlaceOrderInput,
  PlaceOrderLine,
} from "./ports/input/place-order.ts";
export type { UseCases } from "./ports/input/use-cases.ts";
export type { Clock } from "./ports/output/clock.ts";
export type { CustomerAddition, CustomerRepository } from "./ports/output/customer-repository.ts";
export type { IdGenerator } from "./ports/output/id-generator.ts";
export type { OrderNumbers } from "./ports/output/order-numbers.ts";
export type { OrderFilter, OrderPosition, OrderQueries } from "./ports/output/order-queries.ts";
export type { OrderRepository, OrderWrite } from "./ports/output/order-repository.ts";
export type { ProductAddition, ProductRepository } from "./ports/output/product-repository.ts";
export type {
  CustomersMayNot,
  InsufficientStock,
  NotFound,
  Rejection,
  Shortage,
  StaleVersion,
  Taken,
  UnknownReference,
} from "./rejection.ts";
export { TenantId } from "./tenant-id.ts";
export type { OutputPorts } from "./use-cases/make-use-cases.ts";
export { makeUseCases } from "./use-cases/make-use-cases.ts";
