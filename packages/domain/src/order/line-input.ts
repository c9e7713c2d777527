import type { Amount } from "../money/amount.ts";
import type { BasisPoints } from "../money/rate.ts";
import type { Product } from "../product/product.ts";
import type { LineId } from "../shared/ids.ts";

/** A line from the catalog: price, tax and title come from the product, never from the caller. */
export interface CatalogLineInput {
  readonly id: LineId;
  readonly quantity: number;
  readonly product: Product;
}

/** A line that the seller makes up: something without a product. */
export interface CustomLineInput {
  readonly id: LineId;
  readonly quantity: number;
  readonly title: string;
  readonly sku: string | null;
  readonly unitPrice: Amount;
  readonly taxRate: BasisPoints;
}

export type LineInput = CatalogLineInput | CustomLineInput;
