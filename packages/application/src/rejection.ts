import type {
  CustomerId,
  OrderId,
  OrderRejection,
  OrderStatus,
  Path,
  ProductId,
  Timestamp,
} from "@ordo/domain";
import type { AsOf } from "./ports/output/order-journal.ts";

/** The thing addressed does not exist for this caller. */
export type NotFound =
  | { readonly type: "OrderNotFound"; readonly orderId: OrderId }
  | { readonly type: "CustomerNotFound"; readonly customerId: CustomerId }
  | { readonly type: "ProductNotFound"; readonly productId: ProductId }
  | OrderWasNotThen;

/** The caller may see the order, but it was not there at the moment asked for. */
export interface OrderWasNotThen {
  readonly type: "OrderWasNotThen";
  readonly orderId: OrderId;
  readonly asked: AsOf;
  /** It has every version from 1 to this one. */
  readonly currentVersion: number;
  readonly createdAt: Timestamp;
}

/** The command is addressed to a part of the order that the order does not have. */
export interface OrderItemNotFound {
  readonly type: "OrderItemNotFound";
  readonly item: "payment" | "fulfillment" | "return" | "edit" | "hold";
  readonly id: string;
}

/** The command names something that does not exist for this caller, or not any more. `path` points into the input. */
export type UnknownReference =
  | { readonly type: "UnknownCustomer"; readonly path: Path; readonly customerId: CustomerId }
  | { readonly type: "UnknownProduct"; readonly path: Path; readonly productId: ProductId }
  /** The product is archived: it can be read, and no longer ordered. */
  | { readonly type: "ProductArchived"; readonly path: Path; readonly productId: ProductId }
  | {
      readonly type: "UnknownPaymentProvider";
      readonly path: Path;
      readonly provider: string;
      readonly known: readonly string[];
    };

/** A value that must be unique in the tenant is in use. */
export type Taken =
  | { readonly type: "EmailTaken"; readonly email: string }
  | { readonly type: "SkuTaken"; readonly sku: string }
  | { readonly type: "OrderNumberTaken"; readonly number: string };

/** The order, customer or product has moved on since the caller read it. */
export interface StaleVersion {
  readonly type: "StaleVersion";
  /** What the caller would have accepted. */
  readonly expectedVersion: number | readonly number[];
  readonly currentVersion: number;
  /** Null when it is no order. */
  readonly status: OrderStatus | null;
}

/** The order's status is past the one in which this can be done to it. */
export interface OrderPastDraft {
  /** Not a draft: there is nothing to discard. Not editable: its contents are agreed on. */
  readonly type: "OrderIsNotADraft" | "OrderIsNotEditable";
  readonly status: OrderStatus;
  readonly currentVersion: number;
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

/** Why stock cannot be adjusted; too little of it is {@link InsufficientStock}. */
export type AdjustmentRejection =
  /** The product never runs out, so there is nothing to count. */
  | { readonly type: "InventoryIsNotTracked"; readonly productId: ProductId }
  | { readonly type: "AdjustmentMustBeANonZeroInteger"; readonly path: Path }
  /** More units than can be counted exactly. */
  | { readonly type: "AdjustmentLeavesSafeRange"; readonly path: Path };

/** A customer with orders under way cannot be erased. */
export interface CustomerHasOpenOrders {
  readonly type: "CustomerHasOpenOrders";
  readonly customerId: CustomerId;
  /** Some of them, enough to go and look. */
  readonly orderIds: readonly OrderId[];
}

/** A caller acting as a customer tried what only staff may. */
export interface CustomersMayNot {
  readonly type: "CustomersMayNot";
  readonly what: StaffBusiness;
  readonly path: Path;
}

/** What staff does, and no customer (docs/decisions/0012). */
export type StaffBusiness =
  | "set prices"
  | "choose order numbers"
  | "choose payment terms"
  | "manage customers"
  | "manage products"
  | "manage orders"
  | "move money"
  | "fulfill orders"
  | "decide on returns";

/** Every refusal that a use case can answer, data for programs; adapters word it for people. */
export type Rejection =
  | OrderRejection
  | NotFound
  | OrderItemNotFound
  | UnknownReference
  | Taken
  | StaleVersion
  | OrderPastDraft
  | InsufficientStock
  | AdjustmentRejection
  | CustomerHasOpenOrders
  | CustomersMayNot;
