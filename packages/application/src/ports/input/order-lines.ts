import type { Amount, BasisPoints, ProductId } from "@ordo/domain";

/** A line that is wanted: from the catalog, which sets its price, or made up by the seller. */
export type NewOrderLine = NewCatalogLine | NewCustomLine;

export interface NewCatalogLine {
  readonly productId: ProductId;
  readonly quantity: number;
}

/** For staff only. */
export interface NewCustomLine {
  readonly title: string;
  readonly sku: string | null;
  readonly unitPrice: Amount;
  readonly taxRate: BasisPoints;
  readonly quantity: number;
}
