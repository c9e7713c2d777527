import type { Product, ProductId } from "@ordo/domain";
import type { Result } from "neverthrow";
import type { IdempotencyClaim } from "../../idempotency.ts";
import type { InventoryAdjustment } from "../../inventory-adjustment.ts";
import type { Outcome } from "../../outcome.ts";
import type { Page, PageRequest } from "../../page.ts";
import type { Rejection } from "../../rejection.ts";
import type { TenantId } from "../../tenant-id.ts";
import type { ProductFilter } from "../input/products.ts";
import type { CreatedPosition } from "./created-position.ts";

export interface ProductRepository {
  find(tenantId: TenantId, productId: ProductId): Promise<Product | undefined>;
  /** Those of the ids that exist, in no particular order. */
  findMany(tenantId: TenantId, productIds: readonly ProductId[]): Promise<readonly Product[]>;
  /** Newest first, ties by id descending. */
  list(
    tenantId: TenantId,
    filter: ProductFilter,
    page: PageRequest<CreatedPosition>,
  ): Promise<Page<Product, CreatedPosition>>;
  /** Adds a product and records the outcome under the key. Answers `SkuTaken` and the claim's faults. */
  add(request: ProductAddition): Promise<Outcome<Product>>;
  /** Changes a product but its stock, alone. Answers `ProductNotFound`, `SkuTaken` and what `change` rejects. */
  update(request: ProductUpdate): Promise<Outcome<Product>>;
  /**
   * Adds `delta` to the units on hand, once per key, and keeps the adjustment. Answers `ProductNotFound`
   * and what `adjusted` rejects.
   */
  adjust(request: StockAdjustment): Promise<Outcome<InventoryAdjustment>>;
}

export interface ProductAddition {
  readonly tenantId: TenantId;
  readonly claim: IdempotencyClaim | null;
  readonly product: Product;
}

export interface ProductUpdate {
  readonly tenantId: TenantId;
  readonly productId: ProductId;
  /** Pure, and may be called more than once. The same version again changes nothing. */
  readonly change: (current: Product) => Result<Product, Rejection>;
}

export interface StockAdjustment {
  readonly tenantId: TenantId;
  readonly claim: IdempotencyClaim | null;
  readonly adjustment: Omit<InventoryAdjustment, "inventory">;
  /** Pure: the product's stock after the adjustment, or why it cannot be made. */
  readonly adjusted: (current: Product) => Result<Product["inventory"], Rejection>;
}
