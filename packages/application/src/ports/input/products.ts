import type { Amount, BasisPoints, Metadata, Product, ProductId } from "@ordo/domain";
import type { Result } from "neverthrow";
import type { RequestContext, WriteContext } from "../../context.ts";
import type { ExpectedVersion } from "../../expected-version.ts";
import type { InventoryAdjustment } from "../../inventory-adjustment.ts";
import type { Outcome } from "../../outcome.ts";
import type { Page, PageRequest } from "../../page.ts";
import type { NotFound } from "../../rejection.ts";
import type { CreatedPosition } from "../output/created-position.ts";

/** Products, newest first, page by page. */
export type ListProducts = (
  input: ListProductsInput,
  context: RequestContext,
) => Promise<Page<Product, CreatedPosition>>;

export interface ListProductsInput {
  readonly filter: ProductFilter;
  readonly page: PageRequest<CreatedPosition>;
}

/** Every condition given must hold; an absent one always does. */
export interface ProductFilter {
  readonly sku?: string;
  readonly archived?: boolean;
}

/**
 * Changes a product: an absent key stays as it is. Orders keep the terms they were placed with. What
 * changes nothing leaves the version as it is. Its currency and whether its stock is tracked are fixed.
 * Rejections: `ProductNotFound`, `StaleVersion`, `SkuTaken`, `CustomersMayNot`.
 */
export type UpdateProduct = (
  input: UpdateProductInput,
  context: WriteContext,
) => Promise<Outcome<Product>>;

export interface UpdateProductInput {
  readonly productId: ProductId;
  readonly expectedVersion: ExpectedVersion;
  readonly changes: ProductChanges;
}

export interface ProductChanges {
  readonly sku?: string;
  readonly title?: string;
  /** Minor units. */
  readonly price?: Amount;
  readonly taxRate?: BasisPoints;
  /** The whole of it: merging is the caller's. */
  readonly metadata?: Metadata;
}

/**
 * Takes a product out of the catalog: it can be read, and no longer ordered. Archiving it again changes
 * nothing. Rejections: `ProductNotFound`, `StaleVersion`, `CustomersMayNot`.
 */
export type ArchiveProduct = (
  input: { readonly productId: ProductId; readonly expectedVersion: ExpectedVersion },
  context: WriteContext,
) => Promise<Outcome<Product>>;

/** Reads a product's stock. It has no version of its own: its numbers identify it. */
export type GetInventory = (
  productId: ProductId,
  context: RequestContext,
) => Promise<Result<ProductInventory, NotFound>>;

export interface ProductInventory {
  readonly productId: ProductId;
  readonly tracked: boolean;
  readonly onHand: number;
  readonly reserved: number;
  /** onHand − reserved: what a new order may still claim. */
  readonly available: number;
}

/**
 * Changes the units on hand by a signed number, once per key, and keeps who did it and why.
 * Rejections: `ProductNotFound`, `InventoryIsNotTracked`, `AdjustmentMustBeANonZeroInteger`,
 * `AdjustmentLeavesSafeRange`, `InsufficientStock` when fewer would be left than are reserved,
 * `CustomersMayNot`.
 */
export type AdjustInventory = (
  input: AdjustInventoryInput,
  context: WriteContext,
) => Promise<Outcome<InventoryAdjustment>>;

export interface AdjustInventoryInput {
  readonly productId: ProductId;
  /** Units; negative takes away. */
  readonly delta: number;
  readonly reason: string;
}
