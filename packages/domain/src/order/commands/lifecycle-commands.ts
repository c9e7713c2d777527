import type { LineQuantity } from "../order-line.ts";
import type { Cancellation } from "../order.ts";
import type { CommandBase } from "./command-base.ts";

/** Accept a placed order that is paid, promised or on account. */
export interface ConfirmOrder extends CommandBase {
  readonly type: "confirm";
}

/** End a pending order whose deadline has passed. */
export interface ExpireOrder extends CommandBase {
  readonly type: "expire";
}

/** End an order of which nothing has shipped. */
export interface CancelOrder extends CommandBase {
  readonly type: "cancel";
  readonly cancellation: Cancellation;
}

/** Give up units that no fulfillment holds; the last ones end the order. */
export interface CancelLines extends CommandBase {
  readonly type: "cancelLines";
  readonly lines: readonly LineQuantity[];
  readonly reason: string;
}

/** Close the books on an order that is delivered and settled. */
export interface CompleteOrder extends CommandBase {
  readonly type: "complete";
}
