import type { Customer, Order, Product } from "@ordo/domain";
import type { RequestContext } from "../../context.ts";

/** Reads what orders refer to, as it is now. Who may see that is checked by whoever asks. */
export type ExpandOrders = (
  input: ExpandOrdersInput,
  context: RequestContext,
) => Promise<ExpandedOrders>;

export interface ExpandOrdersInput {
  readonly orders: readonly Order[];
  readonly expand: readonly Expansion[];
}

export type Expansion = "customer" | "products";

/** Each thing once, in no particular order; empty for what was not asked for. */
export interface ExpandedOrders {
  readonly customers: readonly Customer[];
  readonly products: readonly Product[];
}
