import type { CancelOrder } from "./cancel-order.ts";
import type { CreateCustomer } from "./create-customer.ts";
import type { CreateProduct } from "./create-product.ts";
import type { GetCustomer } from "./get-customer.ts";
import type { GetOrder } from "./get-order.ts";
import type { GetOrderTimeline } from "./get-order-timeline.ts";
import type { GetProduct } from "./get-product.ts";
import type { ListOrders } from "./list-orders.ts";
import type { PlaceOrder } from "./place-order.ts";

/** Everything a driving adapter can ask for. */
export interface UseCases {
  readonly placeOrder: PlaceOrder;
  readonly cancelOrder: CancelOrder;
  readonly getOrder: GetOrder;
  readonly getOrderTimeline: GetOrderTimeline;
  readonly listOrders: ListOrders;
  readonly createCustomer: CreateCustomer;
  readonly getCustomer: GetCustomer;
  readonly createProduct: CreateProduct;
  readonly getProduct: GetProduct;
}
