import type { Amount } from "../money/amount.ts";
import type { Currency } from "../money/currency.ts";
import type { BasisPoints } from "../money/rate.ts";
import type { ProductId } from "../shared/ids.ts";
import type { Metadata } from "../shared/metadata.ts";
import type { Timestamp } from "../shared/timestamp.ts";
import type { Inventory } from "./inventory.ts";

/** What a catalog line is sold from. */
export interface Product {
  readonly id: ProductId;
  /** 1 when created, +1 with every change of the product; stock movements do not count as one. */
  readonly version: number;
  /** Stock keeping unit, unique per tenant. */
  readonly sku: string;
  readonly title: string;
  /** Price of one unit in minor units of {@link currency}. */
  readonly price: Amount;
  readonly currency: Currency;
  readonly taxRate: BasisPoints;
  readonly inventory: Inventory;
  readonly metadata: Metadata;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  /** An archived product stays readable and can no longer be ordered; null while it can. */
  readonly archivedAt: Timestamp | null;
}
