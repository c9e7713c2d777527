import type {
  CustomerId,
  OrderId,
  OrderRejection,
  OrderStatus,
  Path,
  ProductId,
} from "@ordo/domain";

/** The thing addressed does not exist for this caller. */
export type NotFound =
  | { readonly type: "OrderNotFound"; readonly orderId: OrderId }
  | { readonly type: "CustomerNotFound"; readonly customerId: CustomerId }
  | { readonly type: "ProductNotFound"; readonly productId: ProductId };

/** The command names something that does not exist for this caller. `path` points into the input. */
export type UnknownReference =
  | { readonly type: "UnknownCustomer"; readonly path: Path; readonly customerId: CustomerId }
  | { readonly type: "UnknownProduct"; readonly path: Path; readonly productId: ProductId };

/** A value that must be unique in the tenant is in use. */
export type Taken =
  | { readonly type: "EmailTaken"; readonly email: string }
  | { readonly type: "SkuTaken"; readonly sku: string }
  | { readonly type: "OrderNumberTaken"; readonly number: string };

/** The order has moved on since the caller read it. */
export interface StaleVersion {
  readonly type: "StaleVersion";
  readonly expectedVersion: number;
  readonly currentVersion: number;
  readonly status: OrderStatus;
}

/** Not every tracked line can be claimed; nothing was. */
export interface InsufficientStock {
  readonly type: "InsufficientStock";
  readonly shortages: readonly Shortage[];
}
export interface Shortage {
  readonly productId: ProductId;
  readonly requested: number;
  readonly available: number;
}

/** A caller acting as a customer tried what only staff may. */
export interface CustomersMayNot {
  readonly type: "CustomersMayNot";
  readonly what:
    | "set prices"
    | "choose order numbers"
    | "choose payment terms"
    | "manage customers"
    | "manage products";
  readonly path: Path;
}

/** Every refusal that a use case can answer, data for programs; adapters word it for people. */
export type Rejection =
  | OrderRejection
  | NotFound
  | UnknownReference
  | Taken
  | StaleVersion
  | InsufficientStock
  | CustomersMayNot;
