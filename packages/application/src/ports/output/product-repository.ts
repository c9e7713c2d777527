import type { Product, ProductId } from "@ordo/domain";
import type { IdempotencyClaim } from "../../idempotency.ts";
import type { Outcome } from "../../outcome.ts";
import type { TenantId } from "../../tenant-id.ts";

export interface ProductRepository {
  find(tenantId: TenantId, productId: ProductId): Promise<Product | undefined>;
  /** Those of the ids that exist, in no particular order. */
  findMany(tenantId: TenantId, productIds: readonly ProductId[]): Promise<readonly Product[]>;
  /** Adds a product and records the outcome under the key. Answers `SkuTaken` and the claim's faults. */
  add(request: ProductAddition): Promise<Outcome<Product>>;
}

export interface ProductAddition {
  readonly tenantId: TenantId;
  readonly claim: IdempotencyClaim | null;
  readonly product: Product;
}
