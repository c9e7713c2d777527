import type { TenantId } from "@ordo/application";
import type { Product, ProductId } from "@ordo/domain";
import type { Transaction } from "kysely";
import { decodeProduct } from "../codecs/product-codec.ts";
import type { Database } from "../database.ts";

/** The product, locked against other writers until the transaction ends. */
export const lockProduct = async (
  trx: Transaction<Database>,
  tenantId: TenantId,
  productId: ProductId,
): Promise<Product | undefined> => {
  const row = await trx
    .selectFrom("products")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("id", "=", productId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && decodeProduct(row);
};
