import type { Amount, BasisPoints, Currency, Metadata, Product } from "@ordo/domain";
import type { WriteContext } from "../../context.ts";
import type { Outcome } from "../../outcome.ts";

/** Adds a product to the catalog. Rejections: `SkuTaken`, `CustomersMayNot`. */
export type CreateProduct = (
  input: CreateProductInput,
  context: WriteContext,
) => Promise<Outcome<Product>>;

export interface CreateProductInput {
  readonly sku: string;
  readonly title: string;
  /** Minor units of `currency`. */
  readonly price: Amount;
  readonly currency: Currency;
  readonly taxRate: BasisPoints;
  readonly inventory: { readonly tracked: boolean; readonly onHand: number };
  readonly metadata: Metadata;
}
