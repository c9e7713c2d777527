import type { UseCases } from "./use-cases.ts";

/** The use cases that only read. */
export type Queries = Pick<
  UseCases,
  | "getPayment"
  | "getFulfillment"
  | "getReturn"
  | "getOrder"
  | "getOrderTimeline"
  | "listOrders"
  | "rereadOrder"
  | "expandOrders"
  | "exportOrders"
  | "getCustomer"
  | "listCustomers"
  | "getProduct"
  | "listProducts"
  | "getInventory"
>;
